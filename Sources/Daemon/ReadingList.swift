internal import Wire

/// What the person has read and what they follow, on their own computers only: nobody else ever learns
/// it (invariant 23 of the community model).
///
/// Lists of two computers merge: whatever was read on one is read, and of two choices the later holds.
struct ReadingList: Equatable, Sendable {
    /// News that are remembered one by one; behind them a moment says enough.
    static let mostRead = 10_000
    /// Records that are followed or not followed any more.
    static let mostFollowed = 5_000

    /// What is older counts as read, in milliseconds since 1970.
    private(set) var start: Int64 = 0
    /// News that were read, with their dates.
    private(set) var read: [RecordID: Int64] = [:]
    /// Whether a record is followed, or (`false`) not although the person wrote there.
    struct Choice: Equatable, Sendable {
        var isFollowed: Bool
        /// When it was made, in milliseconds since 1970.
        var moment: Int64
    }

    /// Records that are followed or not by choice.
    private(set) var follows: [RecordID: Choice] = [:]

    /// Nothing read, nothing followed.
    init() {}

    /// The records that the person chose to follow, sorted.
    var followed: [RecordID] { follows.filter(\.value.isFollowed).keys.sorted() }

    /// The records of which the person wants to hear nothing, sorted.
    var muted: [RecordID] { follows.filter { !$0.value.isFollowed }.keys.sorted() }

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
    mutating func follow(_ id: RecordID, _ isFollowed: Bool, at moment: Int64 = 0) -> Bool {
        guard follows[id] != nil || follows.count < Self.mostFollowed else { return false }
        follows[id] = Choice(isFollowed: isFollowed, moment: moment)
        return true
    }

    /// Takes over what another computer of the person knows.
    mutating func merge(_ other: ReadingList) {
        startFresh(at: other.start)
        for (id, date) in other.read where isUnread(id, date: date) { markRead(id, date: date) }
        for (id, choice) in other.follows {
            let known = follows[id]
            let isLater =
                known.map {
                    ($0.moment, $0.isFollowed ? 1 : 0) < (choice.moment, choice.isFollowed ? 1 : 0)
                } ?? true
            if isLater { _ = follow(id, choice.isFollowed, at: choice.moment) }
        }
    }
}

// MARK: As bytes

extension ReadingList {
    /// The fields of its key file.
    var fields: [Bytes] {
        [
            Self.bytes(start),
            read.sorted { $0.key < $1.key }.flatMap { $0.key.bytes + Self.bytes($0.value) },
            follows.sorted { $0.key < $1.key }.flatMap {
                $0.key.bytes + [$0.value.isFollowed ? 1 : 0]
            },
            follows.sorted { $0.key < $1.key }.flatMap { Self.bytes($0.value.moment) },
        ]
    }

    /// Reads the fields; `nil` if they are damaged.
    init?(fields: [Bytes]) {
        // The moments of choices came later.
        guard (3...4).contains(fields.count), let start = Self.number(fields[0]),
            fields[1].count % 24 == 0, fields[2].count % 17 == 0,
            fields.count == 3 || fields[3].count == fields[2].count / 17 * 8
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
            let moment = place / 17 * 8
            let time =
                fields.count == 4 ? Self.number(Bytes(fields[3][moment..<moment + 8])) : nil
            follows[id] = Choice(isFollowed: fields[2][place + 16] == 1, moment: time ?? 0)
        }
    }

    private static func bytes(_ number: Int64) -> Bytes {
        Bytes8(word: UInt64(bitPattern: number)).bytes
    }

    private static func number(_ bytes: Bytes) -> Int64? {
        Bytes8(bytes).map { Int64(bitPattern: $0.word) }
    }
}

// MARK: As a letter to another computer of the person

extension ReadingList {
    /// What such a letter begins with; no other letter does.
    private static let mark = Bytes("hearth/reading 1\n".utf8)
    /// Marks and choices in a letter, the newest: together they fit.
    private static let mostTold = 1_000

    /// The letter.
    var letter: Bytes {
        let newest = read.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(Self.mostTold)
        let chosen = follows.sorted { ($0.value.moment, $0.key) > ($1.value.moment, $1.key) }
            .prefix(Self.mostTold)
        return Self.mark + Self.bytes(start) + Self.bytes(Int64(newest.count))
            + newest.flatMap { $0.key.bytes + Self.bytes($0.value) }
            + chosen.flatMap {
                $0.key.bytes + Self.bytes($0.value.moment) + [$0.value.isFollowed ? 1 : 0]
            }
    }

    /// Reads such a letter; `nil` if it is another one or damaged.
    init?(letter: Bytes) {
        guard letter.starts(with: Self.mark) else { return nil }
        var rest = letter.dropFirst(Self.mark.count)
        func take(_ count: Int) -> Bytes? {
            guard rest.count >= count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return Bytes(rest.prefix(count))
        }
        guard let start = take(8).flatMap(Self.number), let count = take(8).flatMap(Self.number),
            (0...Int64(Self.mostTold)).contains(count)
        else { return nil }
        self.start = start
        for _ in 0..<count {
            guard let id = take(16).flatMap({ RecordID($0) }),
                let date = take(8).flatMap(Self.number)
            else { return nil }
            read[id] = date
        }
        guard rest.count <= Self.mostTold * 25 else { return nil }
        while !rest.isEmpty {
            guard let id = take(16).flatMap({ RecordID($0) }),
                let moment = take(8).flatMap(Self.number), let choice = take(1)?.first
            else { return nil }
            follows[id] = Choice(isFollowed: choice == 1, moment: moment)
        }
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
