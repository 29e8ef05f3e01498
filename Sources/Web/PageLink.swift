/// An address of this site.
///
/// There are no others, so no page can lead anywhere else.
public enum PageLink: Equatable, Sendable {
    /// The first page.
    case front
    /// An open community, by code or name.
    case community(String)
    /// An item by its short code.
    case item(String)
    /// An item by what stands behind the dash of its code, as printed sheets have it.
    case short(String)
    /// Search, and the words that are looked for.
    case find(String?)
    /// How to write, and what this is.
    case help
    /// The sheet of styles.
    case styles
    /// A place in the same page.
    case place(String)

    /// The address as it stands in a page or in a request.
    public var text: String {
        switch self {
        case .front: "/"
        case .community(let name): "/c/" + Self.encoded(name)
        case .item(let code): "/w/" + Self.encoded(code)
        case .short(let digits): "/q/" + Self.encoded(digits)
        case .find(nil): "/find"
        case .find(let words?): "/find?q=" + Self.encoded(words)
        case .help: "/help"
        case .styles: "/style.css"
        case .place(let id): "#" + Self.encoded(id)
        }
    }

    /// Most bytes of an address that is looked at.
    public static let longest = 1_024

    /// Reads what a request asks for.
    ///
    /// - Parameter target: Path and query as the request has them.
    /// - Returns: `nil` for everything that is no address of this site: other paths, `..`, empty
    ///   parts, anything but UTF-8, control characters, and what is encoded twice.
    public init?(_ target: String) {
        guard target.utf8.count <= Self.longest, target.utf8.first == UInt8(ascii: "/") else {
            return nil
        }
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let query = halves.count > 1 ? halves[1] : nil
        var parts: [String] = []
        for part in halves[0].dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let decoded = Self.decoded(part[...]), Self.isName(decoded) else { return nil }
            parts.append(decoded)
        }
        switch (parts.count, parts[0]) {
        case (1, ""): self = .front
        case (1, "help"): self = .help
        case (1, "style.css"): self = .styles
        case (1, "find"):
            guard let words = Self.words(of: query) else { return nil }
            self = .find(words.isEmpty ? nil : words)
        case (2, "c") where !parts[1].isEmpty: self = .community(parts[1])
        case (2, "w") where !parts[1].isEmpty: self = .item(parts[1])
        case (2, "q") where !parts[1].isEmpty: self = .short(parts[1])
        default: return nil
        }
    }

    /// Whether a part of a path can be a name: nothing that a file system would follow, and nothing
    /// that was encoded a second time.
    private static func isName(_ part: String) -> Bool {
        part != "." && part != ".." && !part.contains("/") && !part.contains("\\")
            && !part.contains("%")
    }

    /// The words of a query `q=…`; other fields are passed over.
    private static func words(of query: Substring?) -> String? {
        guard let query else { return "" }
        for field in query.split(separator: "&") where field.hasPrefix("q=") {
            return decoded(Substring(field.dropFirst(2).replacing("+", with: " ")))
        }
        return ""
    }

    // MARK: Percent-encoding (RFC 3986)

    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var result = ""
        for byte in text.utf8 {
            if isPlain(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%"
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 15)])
            }
        }
        return result
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "."), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// The text behind an encoding; `nil` if it is broken, no UTF-8, or holds control characters.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(digit),
                let low = rest.popFirst().flatMap(digit)
            else { return nil }
            bytes.append(high << 4 | low)
        }
        guard let result = String(validating: bytes, as: UTF8.self),
            !result.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        else { return nil }
        return result
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
