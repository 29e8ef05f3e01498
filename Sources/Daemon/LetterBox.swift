internal import Keys
internal import Wire

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What travels outside of spaces, kept until it is done with: letters for colleagues, letters
/// from them, and codes of invitations that were typed in.
///
/// Letters lie here as sealed boxes, as they travel: the folder tells nobody what is in them. So
/// they are not sealed a second time in a home whose keys are.
struct LetterBox: Sendable {
    /// A letter of this node that its receiver hasn't taken yet.
    struct Outgoing: Sendable {
        var letter: Letter
        var device: DeviceID
        /// When it was written, in milliseconds since 1970.
        var written: Int64
    }

    /// A letter for this node that its user hasn't answered yet.
    struct Incoming: Sendable {
        var letter: Letter
        var device: DeviceID
        /// When it came, in milliseconds since 1970.
        var arrived: Int64
    }

    /// Letters to others that are kept at most.
    static let mostOutgoing = 1_024
    /// Letters from others that are kept at most.
    static let mostIncoming = 256
    /// Letters from one device that are kept at most, so that nobody fills the box.
    static let mostFromOne = 16
    /// Codes that wait at most; peers accept no more in one session.
    static let mostCodes = 16
    /// Milliseconds after which a letter that nobody took is thrown away: 60 days.
    static let lifetime: Int64 = 60 * 86_400_000
    /// Milliseconds for which a typed code is shown to colleagues: 14 days.
    static let codeLifetime: Int64 = 14 * 86_400_000

    private let path: String
    private(set) var outgoing: [Bytes16: Outgoing] = [:]
    private(set) var incoming: [Bytes16: Incoming] = [:]
    /// The tokens of typed codes, with the moment until which they are shown.
    private(set) var codes: [Bytes16: Int64] = [:]

    /// Opens the folder, making it if need be, and reads what is kept in it.
    init(path: String) throws(DaemonError) {
        self.path = path
        try PrivateFile.makeFolder(path)
        for name in try PrivateFile.names(in: path) {
            let file = path + "/" + name
            if name.hasPrefix("out-") { try readOutgoing(file) }
            if name.hasPrefix("in-") { try readIncoming(file) }
            if name.hasPrefix("code-") { try readCode(file) }
        }
    }

    // MARK: Letters to others

    /// What the engine is told: the letters by their receivers, in the order of their ids.
    var outbox: [DeviceID: [Letter]] {
        var outbox: [DeviceID: [Letter]] = [:]
        for entry in outgoing.values.sorted(by: { $0.letter.id < $1.letter.id }) {
            outbox[entry.device, default: []].append(entry.letter)
        }
        return outbox
    }

    /// Keeps a letter until it is taken.
    ///
    /// - Returns: Whether there is room for it.
    mutating func post(
        _ letter: Letter, to device: DeviceID, at now: Int64
    ) throws(DaemonError) -> Bool {
        guard outgoing.count < Self.mostOutgoing || outgoing[letter.id] != nil else {
            return false
        }
        try write(.outgoingLetter, letter, device, now, to: "out-" + letter.id.hex)
        outgoing[letter.id] = Outgoing(letter: letter, device: device, written: now)
        return true
    }

    /// Forgets a letter that was taken.
    mutating func taken(_ id: Bytes16, by device: DeviceID) {
        guard outgoing[id]?.device == device else { return }
        outgoing[id] = nil
        remove("out-" + id.hex)
    }

    // MARK: Letters from others

    /// Keeps a letter until it is answered.
    ///
    /// - Returns: Whether there is room for it.
    mutating func keep(
        _ letter: Letter, from device: DeviceID, at now: Int64
    ) throws(DaemonError) -> Bool {
        let fromOne = incoming.values.filter { $0.device == device }.count
        guard incoming.count < Self.mostIncoming, fromOne < Self.mostFromOne else { return false }
        try write(.incomingLetter, letter, device, now, to: "in-" + letter.id.hex)
        incoming[letter.id] = Incoming(letter: letter, device: device, arrived: now)
        return true
    }

    /// Forgets a letter that was answered.
    mutating func answered(_ id: Bytes16) {
        incoming[id] = nil
        remove("in-" + id.hex)
    }

    // MARK: Codes

    /// Keeps the token of a typed code until it has opened a door.
    ///
    /// - Returns: Whether there is room for it.
    mutating func typed(_ token: Bytes16, at now: Int64) throws(DaemonError) -> Bool {
        guard codes.count < Self.mostCodes || codes[token] != nil else { return false }
        let until = now + Self.codeLifetime
        try KeyFile(
            kind: .typedCode, fields: [token.bytes, Bytes8(word: UInt64(bitPattern: until)).bytes]
        ).write(to: path + "/code-" + token.hex, key: nil)
        codes[token] = until
        return true
    }

    /// Forgets a code.
    mutating func used(_ token: Bytes16) {
        guard codes.removeValue(forKey: token) != nil else { return }
        remove("code-" + token.hex)
    }

    /// Throws away what is too old.
    mutating func tidy(at now: Int64) {
        for entry in outgoing.values where now - entry.written > Self.lifetime {
            taken(entry.letter.id, by: entry.device)
        }
        for entry in incoming.values where now - entry.arrived > Self.lifetime {
            answered(entry.letter.id)
        }
        for (token, until) in codes where until <= now { used(token) }
    }

    // MARK: Files

    private func write(
        _ kind: KeyFile.Kind, _ letter: Letter, _ device: DeviceID, _ time: Int64, to name: String
    ) throws(DaemonError) {
        try KeyFile(
            kind: kind,
            fields: [
                letter.id.bytes, device.bytes, Bytes8(word: UInt64(bitPattern: time)).bytes,
                letter.box,
            ]
        ).write(to: path + "/" + name, key: nil)
    }

    private func remove(_ name: String) { unlink(path + "/" + name) }

    private func read(
        _ kind: KeyFile.Kind, _ file: String
    ) throws(DaemonError) -> (letter: Letter, device: DeviceID, time: Int64)? {
        guard let content = try KeyFile(reading: file, kind: kind, key: nil) else { return nil }
        guard content.fields.count == 4, let id = Bytes16(content.fields[0]),
            let device = DeviceID(content.fields[1]), let time = Bytes8(content.fields[2])
        else { throw .damagedKeyFile(path: file) }
        return (
            Letter(id: id, box: content.fields[3]), device, Int64(bitPattern: time.word)
        )
    }

    private mutating func readOutgoing(_ file: String) throws(DaemonError) {
        guard let (letter, device, time) = try read(.outgoingLetter, file) else { return }
        outgoing[letter.id] = Outgoing(letter: letter, device: device, written: time)
    }

    private mutating func readIncoming(_ file: String) throws(DaemonError) {
        guard let (letter, device, time) = try read(.incomingLetter, file) else { return }
        incoming[letter.id] = Incoming(letter: letter, device: device, arrived: time)
    }

    private mutating func readCode(_ file: String) throws(DaemonError) {
        guard let content = try KeyFile(reading: file, kind: .typedCode, key: nil) else { return }
        guard content.fields.count == 2, let token = Bytes16(content.fields[0]),
            let until = Bytes8(content.fields[1])
        else { throw .damagedKeyFile(path: file) }
        codes[token] = Int64(bitPattern: until.word)
    }
}
