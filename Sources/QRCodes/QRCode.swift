internal import CQRencode

/// A QR code: dark and light modules in a square.
///
/// The text is encoded byte by byte, at level M: a seventh of the code may be damaged.
public struct QRCode: Equatable, Sendable {
    /// Modules on each side, without the quiet zone.
    public let size: Int
    private let modules: [Bool]

    /// Light modules that must surround a code, so that it is found.
    public static let quietZone = 4
    /// Most bytes of a text: what fits into a code that a phone still reads from a screen.
    public static let longestText = 400

    /// Makes the code of a text; `nil` if it is empty, too long or has a NUL.
    public init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= Self.longestText, !text.utf8.contains(0),
            let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
        else { return nil }
        defer { QRcode_free(code) }
        let size = Int(code.pointee.width)
        guard size > 0, let data = code.pointee.data else { return nil }
        self.size = size
        // Of each byte the lowest bit is the colour.
        modules = (0..<size * size).map { data[$0] & 1 == 1 }
    }

    /// Whether a module is dark; those outside of the code are light.
    public func isDark(row: Int, column: Int) -> Bool {
        guard (0..<size).contains(row), (0..<size).contains(column) else { return false }
        return modules[row * size + column]
    }
}
