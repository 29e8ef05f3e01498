internal import Keys
internal import Wire

/// One line of the security log before it is written.
struct AuditEntry: Equatable, Sendable {
    /// When it happened, as ISO 8601 in UTC.
    var time: String
    /// What happened, such as `node-started`.
    var event: String
    /// What it is about: identifiers and reasons, never what somebody wrote.
    var fields: [String: String] = [:]
}

/// The hash chain over the lines of the security log.
///
/// Each line holds a hash over the hash before it and over its own bytes, so that no line can be
/// changed, taken out or put in without every later hash being wrong (chapter 13). The chain is
/// checked over the bytes as they lie in the file; nothing is decoded for it.
struct AuditChain: Equatable, Sendable {
    /// The number of the last line; 0 before the first.
    private(set) var sequence: UInt64
    /// The hash of the last line.
    private(set) var hash: Bytes32

    /// What a line breaks.
    enum Break: Error, Equatable, Sendable {
        /// It has not the form of a line.
        case malformed
        /// Its number is not the next one.
        case sequence(expected: UInt64, found: UInt64)
        /// Its hash is not that of its bytes after the line before it.
        case hash
    }

    /// Most bytes of a line.
    static let lineLimit = 4_096
    /// Most bytes of one value.
    static let valueLimit = 256

    /// A chain without lines.
    static let start = AuditChain(sequence: 0, hash: Bytes32(words: (0, 0, 0, 0)))

    /// A chain that goes on after a line.
    init(sequence: UInt64, hash: Bytes32) {
        self.sequence = sequence
        self.hash = hash
    }

    // MARK: Writing

    /// Adds a line and gives its bytes, without the line feed.
    mutating func append(_ entry: AuditEntry) -> Bytes {
        let fields = entry.fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { Self.quoted($0.key) + ":" + Self.quoted($0.value) }.joined(separator: ",")
        let next = sequence &+ 1
        let body = Bytes(
            ("{\"sequence\":\(next),\"time\":\(Self.quoted(entry.time)),"
                + "\"event\":\(Self.quoted(entry.event)),\"fields\":{\(fields)}}").utf8)
        hash = Self.hash(after: hash, body)
        sequence = next
        return body.dropLast() + Self.ending(hash)
    }

    // MARK: Checking

    /// Goes on over a line that was read.
    mutating func accept(_ line: some Collection<UInt8>) throws(Break) {
        let (found, body, claimed) = try Self.parts(Bytes(line))
        guard found == sequence &+ 1 else {
            throw .sequence(expected: sequence &+ 1, found: found)
        }
        let computed = Self.hash(after: hash, body)
        guard computed == claimed else { throw .hash }
        sequence = found
        hash = computed
    }

    /// The chain right before a line that begins a file, as the line itself tells it; `nil` if it
    /// is no such line.
    static func before(_ line: some Collection<UInt8>) -> AuditChain? {
        guard let (sequence, body, _) = try? parts(Bytes(line)), sequence > 0 else { return nil }
        if sequence == 1 { return .start }
        let mark = Bytes("\"previous\":\"".utf8)
        guard let place = body.indices.first(where: { body[$0...].starts(with: mark) }),
            let hash = Bytes32(hexadecimal: body[(place + mark.count)...].prefix(64))
        else { return nil }
        return AuditChain(sequence: sequence - 1, hash: hash)
    }

    /// The chain right after a line, whatever it follows on; `nil` if it is none.
    static func after(_ line: some Collection<UInt8>) -> AuditChain? {
        (try? parts(Bytes(line))).map { AuditChain(sequence: $0.sequence, hash: $0.hash) }
    }

    /// The number, the hashed bytes and the hash of a line.
    private static func parts(
        _ line: Bytes
    ) throws(Break) -> (sequence: UInt64, body: Bytes, hash: Bytes32) {
        let head = Bytes("{\"sequence\":".utf8)
        let bodyEnd = line.count - endingBytes
        guard line.count <= lineLimit, bodyEnd > head.count, line.starts(with: head) else {
            throw .malformed
        }
        let digits = line[head.count..<bodyEnd].prefix { $0 != UInt8(ascii: ",") }
        guard digits.count <= 20, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let sequence = UInt64(String(decoding: digits, as: UTF8.self)),
            let hash = Bytes32(hexadecimal: line[bodyEnd...].dropFirst(9).prefix(64)),
            Bytes(line[bodyEnd...]) == ending(hash)
        else { throw .malformed }
        return (sequence, line[..<bodyEnd] + [UInt8(ascii: "}")], hash)
    }

    private static func hash(after previous: Bytes32, _ body: Bytes) -> Bytes32 {
        Hash.digest(.audit, [previous.bytes, body])
    }

    /// What stands behind the hashed bytes of a line in place of their last one.
    private static func ending(_ hash: Bytes32) -> Bytes {
        Bytes(",\"hash\":\"\(hash.hex)\"}".utf8)
    }

    private static let endingBytes = 75

    /// A text as JSON has it: only what must be escaped is.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.prefixBytes(valueLimit).unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case "\u{0}"..."\u{1F}":
                quoted += "\\u00" + Hex.encode([UInt8(truncatingIfNeeded: scalar.value)])
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension Bytes32 {
    /// Reads 64 lower-case hexadecimal digits.
    fileprivate init?(hexadecimal digits: some Collection<UInt8>) {
        let text = String(decoding: digits, as: UTF8.self)
        guard digits.count == 64, let bytes = Hex.decode(text), Hex.encode(bytes) == text else {
            return nil
        }
        self.init(bytes)
    }
}

extension String {
    /// The longest beginning that has at most so many bytes.
    fileprivate func prefixBytes(_ limit: Int) -> Substring {
        guard utf8.count > limit else { return self[...] }
        var bytes = 0
        return prefix { character in
            bytes += character.utf8.count
            return bytes <= limit
        }
    }
}
