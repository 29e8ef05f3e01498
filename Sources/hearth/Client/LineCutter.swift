internal import Foundation

/// Cuts a stream of bytes into lines; blank ones are left out.
///
/// Each byte is looked at once and moved once, however the bytes were cut on their way.
struct LineCutter {
    private var rest = Data()

    /// Takes the next bytes and returns the lines that they complete.
    mutating func cut(_ piece: Data) -> [Data] {
        var lines: [Data] = []
        var begin = piece.startIndex
        while let end = piece[begin...].firstIndex(of: 10) {
            rest.append(piece[begin..<end])
            if !rest.isEmpty { lines.append(rest) }
            rest = Data()
            begin = piece.index(after: end)
        }
        rest.append(piece[begin...])
        return lines
    }
}
