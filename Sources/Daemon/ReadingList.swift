internal import Wire

/// What the person has read and what they follow, on this computer only: nobody else ever learns it
/// (invariant 23 of the community model).
struct ReadingList: Equatable, Sendable {
    /// News that are remembered one by one; behind them a moment says enough.
    static let mostRead = 10_000
    /// Records that are followed or not followed any more.
    static let mostFollowed = 5_000

    /// What is older counts as read, in milliseconds since 1970.
    private(set) var start: Int64 = 0
    /// News that were read, with their dates.
    private(set) var read: [RecordID: Int64] = [:]
    /// Records that are followed, and (`false`) those that are not although the person wrote there.
    private(set) var follows: [RecordID: Bool] = [:]

    /// Nothing read, nothing followed.
    init() {}

    /// The records that the person chose to follow, sorted.
    var followed: [RecordID] { follows.filter(\.value).keys.sorted() }

    /// The records of which the person wants to hear nothing, sorted.
    var muted: [RecordID] { follows.filter { !$0.value }.keys.sorted() }

    /// Whether something was not read yet.
    ///
    /// What goes on, such as who has a problem too, is unread again when more comes.
    func isUnread(_ id: RecordID, date: Int64) -> Bool {
        date > start && (read[id].map { $0 < date } ?? true)
    }

    /// Takes note that something was read.
    mutating func markRead(_ id: RecordID, date: Int64) {
        guard date > start else { return }
        read[id] = date
        guard read.count > Self.mostRead else { return }
        let dates = read.values.sorted()
        startFresh(at: dates[dates.count / 2])
    }

    /// Everything up to a moment counts as read.
    mutating func startFresh(at moment: Int64) {
        start = max(start, moment)
        read = read.filter { $0.value > start }
    }

    /// Follows a record, or doesn't any more.
    ///
    /// - Returns: `false` if there are too many already.
    mutating func follow(_ id: RecordID, _ isFollowed: Bool) -> Bool {
        guard follows[id] != nil || follows.count < Self.mostFollowed else { return false }
        follows[id] = isFollowed
        return true
    }
}

// MARK: As bytes

extension ReadingList {
    /// The fields of its key file.
    var fields: [Bytes] {
        [
            Self.bytes(start),
            read.sorted { $0.key < $1.key }.flatMap { $0.key.bytes + Self.bytes($0.value) },
            follows.sorted { $0.key < $1.key }.flatMap { $0.key.bytes + [$0.value ? 1 : 0] },
        ]
    }

    /// Reads the fields; `nil` if they are damaged.
    init?(fields: [Bytes]) {
        guard fields.count == 3, let start = Self.number(fields[0]),
            fields[1].count % 24 == 0, fields[2].count % 17 == 0
        else { return nil }
        self.start = start
        for place in stride(from: 0, to: fields[1].count, by: 24) {
            guard let id = RecordID(Bytes(fields[1][place..<place + 16])),
                let date = Self.number(Bytes(fields[1][place + 16..<place + 24]))
            else { return nil }
            read[id] = date
        }
        for place in stride(from: 0, to: fields[2].count, by: 17) {
            guard let id = RecordID(Bytes(fields[2][place..<place + 16])) else { return nil }
            follows[id] = fields[2][place + 16] == 1
        }
    }

    private static func bytes(_ number: Int64) -> Bytes {
        Bytes8(word: UInt64(bitPattern: number)).bytes
    }

    private static func number(_ bytes: Bytes) -> Int64? {
        Bytes8(bytes).map { Int64(bitPattern: $0.word) }
    }
}

// It lies beside the keys, sealed where they are, and in no log.
extension KeyFolder {
    private var readingFile: String { path + "/reading" }

    /// What was read and is followed; nothing in a new home.
    func reading() throws(DaemonError) -> ReadingList {
        guard let file = try KeyFile(reading: readingFile, kind: .readingList, key: fileKey) else {
            return ReadingList()
        }
        guard let list = ReadingList(fields: file.fields) else {
            throw .damagedKeyFile(path: readingFile)
        }
        return list
    }

    func save(_ reading: ReadingList) throws(DaemonError) {
        try KeyFile(kind: .readingList, fields: reading.fields)
            .write(to: readingFile, key: fileKey)
    }
}
