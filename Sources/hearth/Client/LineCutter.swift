internal import Foundation

/// Cuts a stream of bytes into lines; blank ones are left out.
struct LineCutter {
    private var rest = Data()

    /// Takes the next bytes and returns the lines that they complete.
    mutating func cut(_ piece: Data) -> [Data] {
        rest.append(piece)
        var lines: [Data] = []
        while let end = rest.firstIndex(of: 10) {
            let line = rest[rest.startIndex..<end]
            if !line.isEmpty { lines.append(Data(line)) }
            rest = Data(rest[rest.index(after: end)...])
        }
        return lines
    }
}
