internal import Foundation

/// A message as it stands in a file of an export.
///
/// What is missing or of another type than usual counts as absent: no field is worth losing the
/// words for.
struct SlackMessage: Decodable, Sendable {
    let type: String?
    let subtype: String?
    let user: String?
    let username: String?
    let text: String
    let isRobot: Bool
    /// When it was written, which is also its name in its channel.
    let time: SlackTime?
    /// The name of the message that opens its thread.
    let thread: SlackTime?
    let profileName: String?
    /// The names of attached files.
    let files: [String]
    private let countsReplies: Bool

    private enum Key: String, CodingKey {
        case type, subtype, user, username, text, ts, files, attachments, replies
        case thread = "thread_ts"
        case profile = "user_profile"
        case robot = "bot_id"
        case replyCount = "reply_count"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        func string(_ key: Key) -> String? { try? fields.decode(String.self, forKey: key) }
        type = string(.type)
        subtype = string(.subtype)
        user = string(.user)
        username = string(.username)
        isRobot = string(.robot) != nil
        time = string(.ts).flatMap { SlackTime($0) }
        thread = string(.thread).flatMap { SlackTime($0) }
        profileName = (try? fields.decode(SlackProfile.self, forKey: .profile))?.shown
        let listed = try? fields.decode(LenientList<SlackFile>.self, forKey: .files)
        files = (listed?.values ?? []).compactMap { $0?.shown }
        let written = string(.text) ?? ""
        if written.isEmpty {
            let parts = try? fields.decode(
                LenientList<SlackAttachment>.self, forKey: .attachments)
            text = (parts?.values ?? []).compactMap { $0?.shown }.joined(separator: "\n\n")
        } else {
            text = written
        }
        let count = try? fields.decode(Int.self, forKey: .replyCount)
        let replies = try? fields.nestedUnkeyedContainer(forKey: .replies)
        countsReplies = (count ?? 0) > 0 || replies?.isAtEnd == false
    }

    /// The message that it answers; `nil` for one that opens a thread or stands alone.
    var parent: SlackTime? { thread == time ? nil : thread }

    /// Whether others have answered it; then it is kept, whatever it is.
    var isAnswered: Bool { parent == nil && (countsReplies || thread != nil) }

    /// Whether it holds somebody's words, by what Slack calls it.
    var holdsWords: Bool {
        (type ?? "message") == "message" && SlackMessage.words.contains(subtype ?? "")
    }

    private static let words: Set<String> = [
        "", "file_share", "file_comment", "me_message", "thread_broadcast", "tombstone",
    ]
}

/// A list of which every item is read that can be; the others are `nil`.
struct LenientList<Value: Decodable & Sendable>: Decodable, Sendable {
    private(set) var values: [Value?] = []

    /// Fails only if there is no list, or more than any export has.
    init(from decoder: any Decoder) throws {
        var items = try decoder.unkeyedContainer()
        while !items.isAtEnd {
            guard values.count < ArchiveLimits.listItems else {
                throw DecodingError.dataCorruptedError(
                    in: items, debugDescription: "too many items")
            }
            values.append(try items.decode(Item.self).value)
        }
    }

    private struct Item: Decodable {
        let value: Value?

        init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
    }
}

/// The time of a message, to the microsecond: two messages of a channel never have the same.
struct SlackTime: Hashable, Comparable, Sendable {
    /// Microseconds since 1970.
    let microseconds: Int64

    /// Reads `1355517523.000005`.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...11).contains(parts[0].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy(Bytes.isDigit) }), let seconds = Int64(parts[0])
        else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.utf8.count <= 6,
            let rest = Int64(fraction + String(repeating: "0", count: 6 - fraction.utf8.count))
        else { return nil }
        microseconds = seconds * 1_000_000 + rest
    }

    /// The time as Slack writes it.
    var text: String {
        let rest = String(microseconds % 1_000_000)
        let zeros = String(repeating: "0", count: 6 - rest.utf8.count)
        return "\(microseconds / 1_000_000).\(zeros)\(rest)"
    }

    static func < (left: SlackTime, right: SlackTime) -> Bool {
        left.microseconds < right.microseconds
    }
}

/// What a person is called, in `users.json` and beside messages.
struct SlackProfile: Decodable, Sendable {
    /// The name that the person has chosen, else the full one, else the short one.
    let shown: String?

    private enum Key: String, CodingKey {
        case name
        case displayName = "display_name"
        case realName = "real_name"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        shown = [Key.displayName, .realName, .name].lazy.compactMap {
            try? fields.decode(String.self, forKey: $0)
        }.map { PlainText.line($0, limit: ArchiveLimits.nameCharacters) }.first { !$0.isEmpty }
    }
}

private struct SlackFile: Decodable, Sendable {
    let shown: String?

    private enum Key: String, CodingKey { case name, title }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        shown = [Key.name, .title].lazy.compactMap {
            try? fields.decode(String.self, forKey: $0)
        }.map { PlainText.line($0, limit: ArchiveLimits.titleCharacters) }.first { !$0.isEmpty }
    }
}

/// A preview or a card, whose text counts where a message has none of its own.
private struct SlackAttachment: Decodable, Sendable {
    let shown: String?

    private enum Key: String, CodingKey { case text, fallback }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        shown = [Key.text, .fallback].lazy.compactMap {
            try? fields.decode(String.self, forKey: $0)
        }.first { !$0.isEmpty }
    }
}
