/// Which language somebody wants to read.
public struct LanguageChoice: Sendable, Equatable {
    /// The option of the command line.
    public static let option = "--language"
    /// Where the choice stands in the environment, the strongest first.
    static let variables = ["HEARTH_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]

    /// The name of the language without script and region, such as `he`; English if nobody chose.
    public let name: String
    /// The arguments without the choice, for the parser; and without the marks that keep a code
    /// apart from the words around it, which come along when somebody copies it.
    public let arguments: [String]

    /// Takes the choice from the arguments, or else from the environment.
    ///
    /// The parser isn't asked: its own texts are to be in the language, too.
    public init(arguments: [String], environment: [String: String]) {
        var rest: [String] = []
        var chosen: String?
        var index = 0
        while index < arguments.count, arguments[index] != "--" {
            let argument = arguments[index]
            if argument == Self.option, index + 1 < arguments.count {
                index += 1
                chosen = arguments[index]
            } else if argument.hasPrefix(Self.option + "=") {
                chosen = String(argument.dropFirst(Self.option.count + 1))
            } else {
                rest.append(argument)
            }
            index += 1
        }
        self.arguments = (rest + arguments[index...]).map { Isolation.bare($0) }
        let named = Self.variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        name = Self.name(in: chosen ?? named ?? "")
    }

    /// The languages of a header `Accept-Language`, the most wanted first.
    public static func names(accepting header: String) -> [String] {
        let wanted = header.split(separator: ",").compactMap { item -> (String, Double)? in
            let parts = item.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let first = parts.first, !first.isEmpty, first != "*" else { return nil }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
            return (name(in: first), weight.flatMap { Double($0.dropFirst(2)) } ?? 1)
        }
        // Sorting isn't stable by promise, so the place decides between equal weights.
        return wanted.enumerated().filter { $0.element.1 > 0 }
            .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
            .map(\.element.0)
    }

    /// The language in a name by BCP 47 or POSIX: that of `he-IL` and `he_IL.UTF-8` is `he`.
    public static func name(in text: String) -> String {
        let first = text.split(whereSeparator: { "-_.@".contains($0) }).first ?? ""
        let name = first.lowercased()
        return switch name {
        case "", "c", "posix": "en"
        case "iw": "he"
        default: name
        }
    }
}
