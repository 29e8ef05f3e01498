internal import Simulation

/// How the computers of a day came to agree, as a picture.
struct Chart {
    private let day: Day
    private let width = 900.0
    private let height = 300.0
    private let margin = 40.0

    init(_ day: Day) { self.day = day }

    /// The picture as SVG: over the minutes of the day the computers that were there, and those of them
    /// that held everything.
    var svg: String {
        let samples = day.result.samples
        let most = Double(max(1, samples.map(\.present).max() ?? 1))
        let last = Double(max(1, samples.last?.minute ?? 1))
        func line(_ value: (OfficeResult.Sample) -> Int) -> String {
            samples.map { sample in
                let x = margin + Double(sample.minute) / last * (width - 2 * margin)
                let y = height - margin - Double(value(sample)) / most * (height - 2 * margin)
                return "\(tenths(x)),\(tenths(y))"
            }.joined(separator: " ")
        }
        let bottom = tenths(height - margin)
        let hours = stride(from: 0, through: Int(last), by: 60).map { minute in
            let x = tenths(margin + Double(minute) / last * (width - 2 * margin))
            return """
                <line x1="\(x)" y1="\(bottom)" x2="\(x)" y2="\(tenths(height - margin + 5))" stroke="#444"/>
                <text x="\(x)" y="\(tenths(height - margin + 20))" text-anchor="middle">\(minute / 60) h</text>
                """
        }.joined(separator: "\n")
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(width)) \(Int(height))" \
            font-family="sans-serif" font-size="12">
            <rect width="100%" height="100%" fill="#fff"/>
            <text x="\(Int(margin))" y="20">Seed \(day.seed): computers that were there (grey), and that \
            held everything (green)</text>
            <text x="\(Int(margin) - 6)" y="\(Int(margin) + 4)" text-anchor="end">\(Int(most))</text>
            <line x1="\(Int(margin))" y1="\(bottom)" x2="\(Int(width - margin))" y2="\(bottom)" stroke="#444"/>
            \(hours)
            <polyline points="\(line(\.present))" fill="none" stroke="#999" stroke-width="2"/>
            <polyline points="\(line(\.complete))" fill="none" stroke="#2a7a2a" stroke-width="2"/>
            </svg>

            """
    }

    private func tenths(_ value: Double) -> String {
        let number = Int((value * 10).rounded())
        return "\(number / 10).\(number % 10)"
    }
}
