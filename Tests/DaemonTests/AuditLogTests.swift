import Foundation
import LocalProtocol
import Synchronization
import Testing
import Wire

@testable import Daemon

/// The files of the security log.
struct AuditLogTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.path + "/audit" }
    private var head: String { folder.path + "/audit-head" }

    private func open(fileBytes: Int = AuditLog.fileBytes) throws -> AuditLog {
        try AuditLog(
            folder: path, head: head, fileBytes: fileBytes, mirror: { _ in }, wallClock: 1_000)
    }

    private func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted().map { path + "/" + $0 }
    }

    private func write(_ count: Int, to log: AuditLog, from first: Int = 0) throws {
        for number in first..<(first + count) {
            try log.write(.keyChanged(kind: "test", of: "\(number)"), at: Int64(number) * 1_000)
        }
    }

    @Test("lines go on over restarts, in files that only the owner can read")
    func restarts() throws {
        for start in 0..<4 { try write(3, to: try open(), from: 3 * start) }
        let log = try open()
        let verdict = try log.verify()
        #expect(verdict.isIntact && verdict.lines == 12 && verdict.lastLine == 12)
        for file in try files() + [head] {
            let attributes = try FileManager.default.attributesOfItem(atPath: file)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        #expect(try log.lines(since: 10_000, event: nil).count == 2)
        #expect(try log.lines(since: nil, event: "key-changed").count == 12)
        #expect(try log.lines(since: nil, event: "locked").isEmpty)
    }

    @Test("the chain goes on across files")
    func rotation() throws {
        let log = try open(fileBytes: 1_000)
        try write(40, to: log)
        #expect(try files().count > 5)
        #expect(try log.verify().isIntact)
        try write(40, to: try open(fileBytes: 1_000), from: 40)
        #expect(try log.verify().isIntact)
        // A file in the middle that is gone is noticed; so is the first.
        let middle = try files()[3]
        let content = try Data(contentsOf: URL(fileURLWithPath: middle))
        try FileManager.default.removeItem(atPath: middle)
        #expect(try !log.verify().isIntact)
        try content.write(to: URL(fileURLWithPath: middle))
        #expect(chmod(middle, 0o600) == 0)
        #expect(try log.verify().isIntact)
        try FileManager.default.removeItem(atPath: try files()[0])
        let verdict = try log.verify()
        #expect(verdict.brokenLine == 1)
        // Whoever archived it says so.
        let first = try #require(UInt64((try files()[0] as NSString).lastPathComponent.prefix(12)))
        #expect(try log.verify(from: first).isIntact)
        #expect(try !log.verify(from: first + 1).isIntact)
    }

    @Test("verification names the first line that breaks")
    func firstBreak() throws {
        let log = try open()
        try write(20, to: log)
        let file = try files()[0]
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try text.replacingOccurrences(of: "\"of\":\"6\"", with: "\"of\":\"7\"")
            .write(toFile: file, atomically: false, encoding: .utf8)
        let verdict = try log.verify()
        #expect(!verdict.isIntact && verdict.brokenLine == 7 && verdict.brokenFile == file)
        #expect(verdict.lines == 6)
    }

    @Test("a tail that was removed is noticed against the head, and stays noticed")
    func removedTail() throws {
        try write(10, to: try open())
        let file = try files()[0]
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        try (lines.prefix(7).joined(separator: "\n") + "\n")
            .write(toFile: file, atomically: false, encoding: .utf8)
        // It bites: what is left is a sound chain.
        var chain = AuditChain.start
        for line in lines.prefix(7) { try chain.accept(Bytes(line.utf8)) }
        var verifier = AuditVerifier(first: 1, head: try AuditHead(path: head).read())
        verifier.begin(file)
        for line in lines.prefix(7) { verifier.take(Bytes(line.utf8)) }
        #expect(!verifier.verdict.isIntact && verifier.verdict.brokenLine == 8)
        // The next start goes on and says so in the log for good.
        let log = try open()
        try write(1, to: log)
        #expect(try log.lines(since: nil, event: AuditEvent.logShortenedName).count == 1)
        let verdict = try log.verify()
        #expect(!verdict.isIntact && verdict.brokenLine == 8)
    }

    @Test("a line that was cut anywhere is set aside, noted, and the chain goes on")
    func tornLine() throws {
        try write(3, to: try open())
        let file = try files()[0]
        let whole = try Data(contentsOf: URL(fileURLWithPath: file))
        let before = whole.dropLast().lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        for cut in [before + 1, before + 40, whole.count - 1] {
            try? FileManager.default.removeItem(atPath: path)
            try? FileManager.default.removeItem(atPath: head)
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try whole.prefix(cut).write(to: URL(fileURLWithPath: file))
            #expect(chmod(file, 0o600) == 0)
            let log = try open()
            try write(2, to: log)
            #expect(try log.verify().isIntact)
            #expect(try log.verify().lines == 5)
            #expect(try log.lines(since: nil, event: "log-mended").count == 1)
            let torn = try Data(contentsOf: URL(fileURLWithPath: path + "/torn"))
            #expect(torn.dropLast() == whole[before..<cut])
        }
    }

    @Test("a last line that can't be read breaks the log and stops nothing")
    func damagedEnd() throws {
        try write(3, to: try open())
        let file = try files()[0]
        let handle = try #require(FileHandle(forWritingAtPath: file))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("nonsense\n".utf8))
        try handle.close()
        let log = try open()
        try write(2, to: log)
        let verdict = try log.verify()
        #expect(verdict.brokenLine == 4)
        #expect(try log.lines(since: nil, event: AuditEvent.logDamagedName).count == 1)
    }

    @Test("the system's log gets each line, if it is to")
    func mirrored() throws {
        let lines = Mutex<[String]>([])
        let log = try AuditLog(
            folder: path, head: head, isMirrored: true,
            mirror: { line in lines.withLock { $0.append(line) } }, wallClock: 0)
        try write(2, to: log)
        log.setMirrored(false)
        try write(2, to: log)
        let file = try files()[0]
        let written = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        let mirrored = lines.withLock { $0 }
        #expect(mirrored == written.prefix(2).map(String.init))
    }
}
