internal import Languages

/// A code as a link that a QR code carries, such as `hearth:device/47-copper-lantern`.
///
/// It says what the code is for and nothing else: whoever can read the link could read the code.
public struct CodeLink: Equatable, Sendable {
    /// What a code is for.
    public enum Purpose: String, CaseIterable, Sendable {
        /// To come into a workplace: `hearth join`.
        case join
        /// To become one more computer of a person: `hearth device join`.
        case device
        /// To come into a community: `hearth community join --code`.
        case community
    }

    /// What the code is for.
    public let purpose: Purpose
    /// The code.
    public let code: String

    private static let scheme = "hearth:"
    /// Most bytes of a link that is read.
    private static let longest = 256

    /// Names a code and what it is for.
    public init(_ purpose: Purpose, _ code: String) {
        self.purpose = purpose
        self.code = code
    }

    /// The link.
    public var text: String { "\(Self.scheme)\(purpose.rawValue)/\(code)" }

    /// Reads a link; `nil` for anything else, such as a code that was typed.
    public init?(reading text: String) {
        guard text.utf8.count <= Self.longest, text.lowercased().hasPrefix(Self.scheme) else {
            return nil
        }
        let parts = text.dropFirst(Self.scheme.count).split(
            separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let purpose = Purpose(rawValue: parts[0].lowercased()),
            !parts[1].isEmpty
        else { return nil }
        self.init(purpose, String(parts[1]))
    }

    /// The code that somebody typed or pasted, as it is or as a link.
    ///
    /// - Parameter purposes: What the code may be for here.
    /// - Throws: ``ServiceError`` for a link of another purpose or one that can't be read.
    public static func code(
        in typed: String, for purposes: Purpose...
    ) throws(ServiceError) -> String {
        let trimmed = typed.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
        let text = String(trimmed)
        guard text.lowercased().hasPrefix(scheme) else { return typed }
        guard let link = CodeLink(reading: text) else {
            throw ServiceError(
                .usage, "This link can't be read.",
                hint: "Type the code that stands beside it, such as 47-copper-lantern.")
        }
        guard purposes.contains(link.purpose) else {
            throw ServiceError(
                .usage, "This link is for something else.",
                hint: "Run: \(link.purpose.command) \(link.code)")
        }
        return link.code
    }
}

extension CodeLink.Purpose {
    /// The command that takes such a code.
    public var command: String {
        switch self {
        case .join: "hearth join"
        case .device: "hearth device join"
        case .community: "hearth community join --code"
        }
    }
}
