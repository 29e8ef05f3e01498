internal import Keys
internal import Ledger
internal import Wire

/// What has to be known of a reading room when the node starts.
struct RoomKeys: Sendable {
    /// The community's name.
    var name: String
    /// The name of its workplace.
    var workplaceName: String
    /// The workplace's space.
    var workplace: SpaceID
    /// The community's space, then those of communities that merged with it.
    var spaces: [SpaceID]
    /// The keys of all these spaces.
    var keyrings: [SpaceID: Keyring]
    /// Whether all commits are there.
    var isOpen = false
    /// How many there are.
    var commits: UInt64 = 0

    /// By which the room is named: the beginning of the community's space.
    var id: String { spaces.first.map { Hex.encode($0.bytes.prefix(8)) } ?? "" }
}

// The keys of a reading room lie among the others.
extension KeyFolder {
    private static let roomPrefix = "room-"

    /// The reading rooms, by id.
    func rooms() throws(DaemonError) -> [RoomKeys] {
        try all(KeyFolder.roomPrefix, .readingRoom) { RoomKeys(fields: $0) }
            .sorted { $0.id < $1.id }
    }

    func save(_ room: RoomKeys) throws(DaemonError) {
        try KeyFile(kind: .readingRoom, fields: room.fields).write(to: file(of: room), key: fileKey)
    }

    func remove(_ room: RoomKeys) throws(DaemonError) {
        let file = file(of: room)
        try PrivateFile.destroy(fileKey == nil ? file : file + SealedFile.suffix)
    }

    private func file(of room: RoomKeys) -> String { path + "/" + KeyFolder.roomPrefix + room.id }
}

extension RoomKeys {
    fileprivate var fields: [Bytes] {
        let head: [Bytes] = [
            Bytes(name.utf8), Bytes(workplaceName.utf8), workplace.bytes, [isOpen ? 1 : 0],
            bigEndianBytes(commits), spaces.flatMap(\.bytes),
        ]
        return head
            + keyrings.keys.sorted().flatMap { space in
                (keyrings[space]?.all ?? []).map { key in
                    space.bytes + bigEndianBytes(key.generation) + key.exposed.bytes
                }
            }
    }

    fileprivate init?(fields: [Bytes]) {
        guard fields.count >= 6, let workplace = SpaceID(fields[2]),
            let commits = Bytes8(fields[4])?.word, fields[5].count % 32 == 0, !fields[5].isEmpty
        else { return nil }
        name = String(decoding: fields[0], as: UTF8.self)
        workplaceName = String(decoding: fields[1], as: UTF8.self)
        self.workplace = workplace
        isOpen = fields[3] == [1]
        self.commits = commits
        spaces = stride(from: 0, to: fields[5].count, by: 32).compactMap {
            SpaceID(Bytes(fields[5][$0..<$0 + 32]))
        }
        keyrings = [:]
        for field in fields.dropFirst(6) {
            guard field.count == 72, let space = SpaceID(Bytes(field[..<32])),
                let generation = Bytes8(Bytes(field[32..<40]))?.word,
                let key = Bytes32(Bytes(field[40...]))
            else { return nil }
            keyrings[space, default: Keyring(space: space)].insert(
                EpochKey(space: space, generation: generation, key: key))
        }
    }
}
