internal import Foundation

/// The people and the public channels of an export.
struct SlackNames: Sendable {
    /// What people are called, by their ids.
    private(set) var people: [String: String] = [:]
    /// Ids of programs that write messages.
    private(set) var robots: Set<String> = []
    /// Names of the public channels by their ids.
    private(set) var channels: [String: String] = [:]
    /// Ids of the public channels by their names, which their folders have.
    private(set) var channelIDs: [String: String] = [:]
    /// The id of the workspace; `nil` where nobody tells it.
    private(set) var team: String?

    private struct User: Decodable, Sendable {
        var id: String
        var shown: String?
        var team: String?
        var isRobot: Bool

        private enum Key: String, CodingKey {
            case id, profile
            case team = "team_id"
            case isRobot = "is_bot"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            id = try fields.decode(String.self, forKey: .id)
            let inner = try? fields.decode(SlackProfile.self, forKey: .profile)
            shown = try inner?.shown ?? SlackProfile(from: decoder).shown
            team = try? fields.decode(String.self, forKey: .team)
            isRobot = (try? fields.decode(Bool.self, forKey: .isRobot)) ?? false
        }
    }

    private struct Channel: Decodable, Sendable {
        var id: String?
        var name: String
    }

    /// Reads both lists.
    ///
    /// - Returns: `nil` if they are no lists.
    init?(users: [UInt8], channels: [UInt8]) {
        guard let users = SlackNames.list(User.self, users),
            let channels = SlackNames.list(Channel.self, channels)
        else { return nil }
        var teams: [String: Int] = [:]
        for user in users.compactMap({ $0 }) {
            if let name = user.shown { people[user.id] = name }
            if user.isRobot { robots.insert(user.id) }
            if let team = user.team { teams[team, default: 0] += 1 }
        }
        // Guests of other workspaces are fewer than the people of this one.
        team = teams.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        for channel in channels.compactMap({ $0 }) {
            channelIDs[channel.name] = channel.id ?? channel.name
            if let id = channel.id { self.channels[id] = channel.name }
        }
    }

    /// The items of a list in JSON, whose bytes that are no UTF-8 are replaced before.
    ///
    /// - Returns: `nil` if it is no list, or too long a one.
    static func list<Value: Decodable & Sendable>(
        _ type: Value.Type, _ bytes: [UInt8]
    ) -> [Value?]? {
        var text = String(decoding: bytes[...].withoutByteOrderMark, as: UTF8.self)
        let json = text.withUTF8 { Data($0) }
        return (try? JSONDecoder().decode(LenientList<Value>.self, from: json))?.values
    }
}
