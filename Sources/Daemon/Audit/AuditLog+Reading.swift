internal import Foundation
internal import Languages
internal import LocalProtocol
internal import Wire

extension AuditLog {
    /// Checks every line against the one before it, and the last against the head.
    ///
    /// - Parameter first: The number with which the log may begin, where earlier files were moved
    ///   to an archive.
    func verify(from first: UInt64 = 1) throws(DaemonError) -> AuditVerdict {
        var verifier = AuditVerifier(first: first, head: try head.read())
        for file in try folder.files() {
            let (lines, rest) = try folder.lines(of: file)
            verifier.begin(file)
            for line in lines { verifier.take(line) }
            if !rest.isEmpty { verifier.foundTorn() }
        }
        return verifier.verdict
    }

    /// The lines of a time and kind, oldest first; lines that can't be read are left out, which
    /// ``verify(from:)`` tells.
    func lines(since: Int64?, event: String?) throws(DaemonError) -> [AuditLine] {
        var found: [AuditLine] = []
        for file in try folder.files() {
            for line in try folder.lines(of: file).lines {
                guard let line = AuditLine(line), event == nil || line.event == event else {
                    continue
                }
                if let since, line.at.milliseconds < since { continue }
                found.append(line)
            }
        }
        return found
    }
}

/// Checks lines one after the other and remembers what is wrong first.
struct AuditVerifier {
    private let first: UInt64
    private let head: AuditChain?
    private var chain: AuditChain?
    private var file = ""
    private var count = 0
    private var meetsHead: Bool
    private var broken: (line: UInt64, file: String, problem: String)?

    init(first: UInt64, head: AuditChain?) {
        self.first = first
        self.head = head
        meetsHead = head == nil
    }

    mutating func begin(_ file: String) { self.file = file }

    mutating func take(_ line: Bytes) {
        guard broken == nil else { return }
        var chain = self.chain ?? start(line)
        guard broken == nil else { return }
        do throws(AuditChain.Break) {
            try chain.accept(line)
        } catch {
            return note(chain.sequence &+ 1, error.sentence)
        }
        self.chain = chain
        count += 1
        if let head, head.sequence == chain.sequence {
            guard head.hash == chain.hash else {
                return note(
                    chain.sequence, say("it is not the line that the head in the key folder has"))
            }
            meetsHead = true
        }
        if let read = AuditLine(line) { checkNotes(read) }
    }

    mutating func foundTorn() {
        note((chain?.sequence ?? 0) &+ 1, say("it is torn; it will be set aside at the next start"))
    }

    /// What the log itself noted of its damage stays a break, however well it went on after it.
    private mutating func checkNotes(_ line: AuditLine) {
        if line.event == AuditEvent.logShortenedName {
            note(UInt64(clamping: line.sequence), say("lines before it were taken off the end"))
        } else if line.event == AuditEvent.logDamagedName {
            note(UInt64(clamping: line.sequence), say("the line before it could not be read"))
        }
    }

    private mutating func start(_ line: Bytes) -> AuditChain {
        guard let before = AuditChain.before(line) else {
            if first > 1 { note(first, say("no file begins there")) }
            return .start
        }
        if before.sequence &+ 1 != first {
            note(first, say("the log begins with line \(before.sequence &+ 1)"))
        }
        return before
    }

    private mutating func note(_ line: UInt64, _ problem: String) {
        if broken == nil { broken = (line, file, problem) }
    }

    /// What came out.
    var verdict: AuditVerdict {
        var broken = self.broken
        let last = chain?.sequence ?? 0
        if broken == nil, !meetsHead, let head {
            broken = (
                last &+ 1, file, say("lines up to \(head.sequence) were written and are not here")
            )
        }
        return AuditVerdict(
            isIntact: broken == nil, lines: count, lastLine: Int(clamping: last),
            lastHash: chain.map(\.hash.hex), brokenLine: broken.map { Int(clamping: $0.line) },
            brokenFile: broken.map(\.file), problem: broken.map(\.problem))
    }
}

extension AuditChain.Break {
    fileprivate var sentence: String {
        switch self {
        case .malformed: say("it has not the form of a line")
        case .sequence(let expected, let found):
            say("line \(expected) is missing; line \(found) stands in its place")
        case .hash: say("its hash is not that of its content after the line before it")
        }
    }
}

extension AuditLine {
    /// Reads a line of the log; `nil` if it is none.
    init?(_ bytes: Bytes) {
        struct Content: Decodable {
            var sequence: Int
            var time: String
            var event: String
            var fields: [String: String]
            var hash: String
        }
        guard bytes.count <= AuditChain.lineLimit,
            let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)),
            let time = Timestamp(text: content.time)
        else { return nil }
        self.init(
            sequence: content.sequence, at: time, event: content.event,
            fields: content.fields.sorted { $0.key < $1.key }
                .map { AuditField(name: $0.key, value: $0.value) },
            hash: content.hash, text: String(decoding: bytes, as: UTF8.self))
    }
}
