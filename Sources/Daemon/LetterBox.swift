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
/// Letters lie here as sealed boxes, as they travel. In a home whose keys are sealed all of it is
/// sealed once more, because receivers, senders and codes stand beside the boxes.
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
    /// What the files are sealed under; `nil` in an open home.
    private let key: SecretBytes?
    private(set) var outgoing: [Bytes16: Outgoing] = [:]
    private(set) var incoming: [Bytes16: Incoming] = [:]
    /// The tokens of typed codes, with the moment until which they are shown.
    private(set) var codes: [Bytes16: Int64] = [:]
    /// The names of the files of codes: in a sealed home they tell nothing of the code.
    private var codeNames: [Bytes16: String] = [:]

    /// Opens the folder, making it if need be, and reads what is kept in it.
    ///
    /// What was kept before the home was sealed is taken over and sealed.
    init(path: String, key: SecretBytes? = nil) throws(DaemonError) {
        self.path = path
        self.key = key
        try PrivateFile.makeFolder(path)
        for name in try PrivateFile.names(in: path)
        where !name.hasSuffix(PrivateFile.temporarySuffix) {
            let isSealed = name.hasSuffix(SealedFile.suffix)
            guard isSealed == (key != nil) else {
                // Sealed under a key that an open home doesn't have: of no use to anybody.
                if isSealed { try PrivateFile.erase(path + "/" + name) }
                continue
            }
            try read(isSealed ? String(name.dropLast(SealedFile.suffix.count)) : name, under: key)
        }
        if key != nil { try takeOver() }
    }

    /// Seals what lies here readable.
    private mutating func takeOver() throws(DaemonError) {
        for name in try PrivateFile.names(in: path) where !name.hasSuffix(SealedFile.suffix) {
            if !name.hasSuffix(PrivateFile.temporarySuffix) {
                var open = try LetterBox(path: path, reading: name)
                // What is known lies here sealed already, from before a change that broke off.
                open.codes = open.codes.filter { codes[$0.key] == nil }
                try open.save(under: key)
                outgoing.merge(open.outgoing) { known, _ in known }
                incoming.merge(open.incoming) { known, _ in known }
                codes.merge(open.codes) { known, _ in known }
                codeNames.merge(open.codeNames) { known, _ in known }
            }
            try PrivateFile.erase(path + "/" + name)
        }
    }

    /// One readable file.
    private init(path: String, reading name: String) throws(DaemonError) {
        self.path = path
        key = nil
        try read(name, under: nil)
    }

    /// Puts everything back as it lies in an open home.
    mutating func unseal() throws(DaemonError) {
        guard key != nil else { return }
        let sealed = try PrivateFile.names(in: path).filter { $0.hasSuffix(SealedFile.suffix) }
        try save(under: nil)
        for name in sealed { try PrivateFile.erase(path + "/" + name) }
    }

    /// Writes everything under a key.
    private mutating func save(under key: SecretBytes?) throws(DaemonError) {
        for (id, entry) in outgoing {
            try write(
                .outgoingLetter, entry.letter, entry.device, entry.written, to: "out-" + id.hex,
                under: key)
        }
        for (id, entry) in incoming {
            try write(
                .incomingLetter, entry.letter, entry.device, entry.arrived, to: "in-" + id.hex,
                under: key)
        }
        for (token, until) in codes { try write(token, until: until, under: key) }
    }

    private mutating func read(_ name: String, under key: SecretBytes?) throws(DaemonError) {
        let file = path + "/" + name
        if name.hasPrefix("out-") { try readOutgoing(file, key) }
        if name.hasPrefix("in-") { try readIncoming(file, key) }
        if name.hasPrefix("code-") { try readCode(file, name, key) }
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
        try write(
            .outgoingLetter, letter, device, now, to: "out-" + letter.id.hex, under: key)
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
        try write(.incomingLetter, letter, device, now, to: "in-" + letter.id.hex, under: key)
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
        try write(token, until: until, under: key)
        codes[token] = until
        return true
    }

    /// Forgets a code.
    mutating func used(_ token: Bytes16) {
        guard codes.removeValue(forKey: token) != nil else { return }
        remove(codeNames.removeValue(forKey: token) ?? "code-" + token.hex)
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
        _ kind: KeyFile.Kind, _ letter: Letter, _ device: DeviceID, _ time: Int64, to name: String,
        under key: SecretBytes?
    ) throws(DaemonError) {
        try KeyFile(
            kind: kind,
            fields: [
                letter.id.bytes, device.bytes, Bytes8(word: UInt64(bitPattern: time)).bytes,
                letter.box,
            ]
        ).write(to: path + "/" + name, key: key)
    }

    /// Writes a code; where it is sealed, its file has a name that says nothing.
    private mutating func write(
        _ token: Bytes16, until: Int64, under key: SecretBytes?
    ) throws(DaemonError) {
        var generator = SecureGenerator()
        let name = key == nil ? token.hex : Hex.encode(randomBytes(16, using: &generator))
        try KeyFile(
            kind: .typedCode, fields: [token.bytes, Bytes8(word: UInt64(bitPattern: until)).bytes]
        ).write(to: path + "/code-" + name, key: key)
        codeNames[token] = "code-" + name
    }

    private func remove(_ name: String) {
        unlink(path + "/" + name + (key == nil ? "" : SealedFile.suffix))
    }

    private func read(
        _ kind: KeyFile.Kind, _ file: String, _ key: SecretBytes?
    ) throws(DaemonError) -> (letter: Letter, device: DeviceID, time: Int64)? {
        guard let content = try KeyFile(reading: file, kind: kind, key: key) else { return nil }
        guard content.fields.count == 4, let id = Bytes16(content.fields[0]),
            let device = DeviceID(content.fields[1]), let time = Bytes8(content.fields[2])
        else { throw .damagedKeyFile(path: file) }
        return (
            Letter(id: id, box: content.fields[3]), device, Int64(bitPattern: time.word)
        )
    }

    private mutating func readOutgoing(
        _ file: String, _ key: SecretBytes?
    ) throws(DaemonError) {
        guard let (letter, device, time) = try read(.outgoingLetter, file, key) else { return }
        outgoing[letter.id] = Outgoing(letter: letter, device: device, written: time)
    }

    private mutating func readIncoming(
        _ file: String, _ key: SecretBytes?
    ) throws(DaemonError) {
        guard let (letter, device, time) = try read(.incomingLetter, file, key) else { return }
        incoming[letter.id] = Incoming(letter: letter, device: device, arrived: time)
    }

    private mutating func readCode(
        _ file: String, _ name: String, _ key: SecretBytes?
    ) throws(DaemonError) {
        guard let content = try KeyFile(reading: file, kind: .typedCode, key: key) else { return }
        guard content.fields.count == 2, let token = Bytes16(content.fields[0]),
            let until = Bytes8(content.fields[1])
        else { throw .damagedKeyFile(path: file) }
        codes[token] = Int64(bitPattern: until.word)
        codeNames[token] = name
    }
}
