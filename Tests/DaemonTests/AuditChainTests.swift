import Foundation
import Keys
import LocalProtocol
import TestKit
import Testing
import Wire

@testable import Daemon

/// The hash chain of the security log, as a value.
struct AuditChainTests {
    private func lines(
        _ count: Int, _ generator: inout SeededGenerator
    ) -> (lines: [Bytes], chain: AuditChain) {
        var chain = AuditChain.start
        let lines = (0..<count).map { number in
            var fields: [String: String] = [:]
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                let bytes = generator.bytes(Int.random(in: 0...40, using: &generator))
                fields["k\(UInt8.random(in: 0...9, using: &generator))"] =
                    String(decoding: bytes, as: UTF8.self)
            }
            return chain.append(
                AuditEntry(
                    time: "2027-05-04T13:00:00.000Z", event: "event-\(number)", fields: fields))
        }
        return (lines, chain)
    }

    private func isSound(_ lines: [Bytes]) -> Bool {
        var chain = AuditChain.start
        do {
            for line in lines { try chain.accept(line) }
            return true
        } catch {
            return false
        }
    }

    @Test("a line is what another implementation makes of chapter 13")
    func form() throws {
        var chain = AuditChain.start
        let line = chain.append(
            AuditEntry(
                time: "2027-05-04T13:00:00.000Z", event: "locked",
                fields: ["reason": "a \"b\"\\\n", "a": "é"]))
        let body =
            #"{"sequence":1,"time":"2027-05-04T13:00:00.000Z","event":"locked","#
            + #""fields":{"a":"é","reason":"a \"b\"\\\u000a"}}"#
        let hash = Hash.digest(.audit, [Bytes(repeating: 0, count: 32), Bytes(body.utf8)])
        #expect(
            String(decoding: line, as: UTF8.self)
                == body.dropLast() + ",\"hash\":\"\(hash.hex)\"}")
        let read = try #require(AuditLine(line))
        #expect(read.sequence == 1 && read.event == "locked" && read.hash == hash.hex)
        #expect(read.fields.map(\.value) == ["é", "a \"b\"\\\n"])
    }

    @Test("any change of any line is noticed: a byte, a line taken out, put in, or moved")
    func changes() {
        forAll(cases: 60, "the chain holds only as it was written") { generator in
            let (lines, chain) = lines(Int.random(in: 2...8, using: &generator), &generator)
            guard isSound(lines) else { return false }
            // What follows from the last line is what the writer has.
            guard AuditChain.after(lines[lines.count - 1]) == chain else { return false }
            var changed = lines
            let place = Int.random(in: lines.indices, using: &generator)
            switch Int.random(in: 0...4, using: &generator) {
            case 0:
                let byte = Int.random(in: changed[place].indices, using: &generator)
                changed[place][byte] ^= UInt8(1) << UInt8.random(in: 0...7, using: &generator)
            case 1: changed.remove(at: place == lines.count - 1 ? 0 : place)
            case 2: changed.insert(lines[place], at: place)
            case 3: changed.swapAt(0, lines.count - 1)
            default: changed[place] = Bytes(changed[place].dropLast(1))
            }
            return !isSound(changed)
        }
    }

    @Test("a change with its own hash mended is found at the next line")
    func mended() throws {
        var generator = SeededGenerator(seed: 4)
        let (lines, _) = lines(3, &generator)
        // The attack: the second line is written anew, with a hash that is right for it.
        var forger = AuditChain.start
        try forger.accept(lines[0])
        let forged = forger.append(
            AuditEntry(time: "2027-05-04T13:00:00.000Z", event: "nothing-happened"))
        var chain = AuditChain.start
        try chain.accept(lines[0])
        // It bites: by itself the forged line is sound.
        try chain.accept(forged)
        #expect(throws: AuditChain.Break.hash) { try chain.accept(lines[2]) }
    }

    @Test("a file that goes on with a chain tells where it begins")
    func continued() throws {
        var chain = AuditChain(sequence: 41, hash: Bytes32(words: (1, 2, 3, 4)))
        let before = chain
        let event = AuditEvent.logContinued(previous: chain.hash)
        let line = chain.append(
            AuditEntry(time: "2027-05-04T13:00:00.000Z", event: event.name, fields: event.fields))
        #expect(AuditChain.before(line) == before)
        #expect(AuditChain.before(Bytes("{}".utf8)) == nil)
    }

    @Test("no bytes whatever make the reader trap")
    func hostile() {
        forAll(cases: 200, "a line is read or refused") { generator in
            var chain = AuditChain.start
            var line = generator.bytes(Int.random(in: 0...200, using: &generator))
            if Bool.random(using: &generator) { line = Bytes("{\"sequence\":".utf8) + line }
            if Bool.random(using: &generator) {
                line += Bytes(",\"hash\":\"\(String(repeating: "0", count: 64))\"}".utf8)
            }
            _ = AuditChain.before(line)
            _ = AuditLine(line)
            return (try? chain.accept(line)) == nil
        }
    }

    @Test("what others can cause at will is written once in a while")
    func throttled() throws {
        var throttle = AuditThrottle()
        let device = DeviceID(Bytes(repeating: 1, count: 32))
        let refused = AuditEvent.peerRefused(device, reason: "removed")
        let moments: [(AuditEvent, Int64, Bool)] = [
            (refused, 0, true), (refused, 1, false), (.locked(reason: "asked"), 1, true),
            (.locked(reason: "asked"), 2, true), (refused, AuditThrottle.interval - 1, false),
            (refused, AuditThrottle.interval, true), (refused, 5, true),
        ]
        for (event, instant, isWritten) in moments {
            let admitted = throttle.admits(event, at: instant)
            #expect(admitted == isWritten, "\(event) at \(instant)")
        }
        // A thousand devices don't fill the disk either.
        var written = 0
        for number in 0..<1_000 {
            let id = DeviceID(
                Bytes(bigEndianBytes(UInt64(number))) + Bytes(repeating: 2, count: 24))
            if throttle.admits(.peerRefused(id, reason: "removed"), at: AuditThrottle.interval) {
                written += 1
            }
        }
        #expect(written < AuditThrottle.limit)
    }
}
