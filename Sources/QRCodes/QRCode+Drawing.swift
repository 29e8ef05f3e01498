extension QRCode {
    /// The code as lines of text, two rows of modules a line, with its quiet zone.
    ///
    /// The light modules are drawn, not the dark ones: on a dark terminal the code then has the
    /// colours that every reader knows.
    ///
    /// - Parameter isInverted: Whether the terminal writes dark on light.
    public func blocks(isInverted: Bool = false) -> [String] {
        let rows = Array(stride(from: -Self.quietZone, to: size + Self.quietZone, by: 2))
        return rows.map { row in
            String(
                (-Self.quietZone..<size + Self.quietZone).map { column -> Character in
                    let upper = isDark(row: row, column: column) == isInverted
                    let lower = isDark(row: row + 1, column: column) == isInverted
                    switch (upper, lower) {
                    case (true, true): return "█"
                    case (true, false): return "▀"
                    case (false, true): return "▄"
                    case (false, false): return " "
                    }
                })
        }
    }

    /// Columns that ``blocks(isInverted:)`` takes.
    public var columns: Int { size + 2 * Self.quietZone }

    /// The code as an SVG picture to stand in HTML, with its quiet zone.
    ///
    /// - Parameter title: What a reader of the page is told that it is; plain ASCII.
    public func svg(title: String) -> String {
        let side = size + 2 * Self.quietZone
        var path = ""
        for row in 0..<size {
            for column in 0..<size where isDark(row: row, column: column) {
                path += "M\(column + Self.quietZone) \(row + Self.quietZone)h1v1h-1z"
            }
        }
        return """
            <svg viewBox="0 0 \(side) \(side)" \
            shape-rendering="crispEdges" role="img"><title>\(title)</title>\
            <rect width="\(side)" height="\(side)" fill="#fff"/>\
            <path d="\(path)" fill="#000"/></svg>
            """
    }
}
