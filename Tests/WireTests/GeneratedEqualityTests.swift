import SwiftProtobuf
import TestKit
import Testing

@testable import Wire

@Suite("The hand-written coding is that of the generated code")
struct GeneratedEqualityTests {
    @Test func bodiesAreTheSameBytes() {
        forAll(cases: 500, "generated(decode) re-encodes to our bytes") { generator in
            var samples = Samples(generator: generator)
            let bytes = samples.body().encoded()
            let generated = try PBCommitBody(serializedBytes: bytes)
            let again: Bytes = try generated.serializedBytes()
            return again == bytes && generated.unknownFields == UnknownStorage()
        }
    }

    @Test func chunksAreTheSameBytes() {
        forAll(cases: 300, "generated(decode) re-encodes to our bytes") { generator in
            var samples = Samples(generator: generator)
            let bytes = samples.session(6).encoded()
            let generated = try PBSessionMessage(serializedBytes: bytes)
            let again: Bytes = try generated.serializedBytes()
            return again == bytes
        }
    }

    @Test func foundingsAreTheSameBytes() throws {
        var samples = Samples(generator: SeededGenerator(seed: 5))
        let space = SpaceFounding(
            kind: .community, founder: samples.fixed(), nonce: samples.fixed(),
            workplace: samples.fixed())
        let spaceAgain: Bytes = try PBSpaceFounding(serializedBytes: space.encoded())
            .serializedBytes()
        #expect(spaceAgain == space.encoded())
        let person = PersonFounding(device: samples.card(), nonce: samples.fixed())
        let personAgain: Bytes = try PBPersonFounding(serializedBytes: person.encoded())
            .serializedBytes()
        #expect(personAgain == person.encoded())
        for (isKiosk, hosting) in [(true, nil), (false, samples.hosting())] {
            let other = PersonFounding(
                device: samples.card(), nonce: samples.fixed(), isKiosk: isKiosk, hosting: hosting)
            let again: Bytes = try PBPersonFounding(serializedBytes: other.encoded())
                .serializedBytes()
            #expect(again == other.encoded())
            #expect(try PersonFounding.decode(other.encoded()) == other)
        }
    }

    @Test func whatWeAcceptTheGeneratedCodeAccepts() {
        forAll(cases: 3_000, "a damaged body that we read, the generated code reads") { generator in
            var samples = Samples(generator: generator)
            var bytes = samples.body().encoded()
            guard !bytes.isEmpty else { return true }
            for _ in 0..<samples.count(1...3) {
                bytes[samples.count(0...bytes.count - 1)] = UInt8(
                    truncatingIfNeeded: samples.generator.next())
            }
            guard let body = try? CommitBody.decode(bytes) else { return true }
            let generated = try PBCommitBody(serializedBytes: bytes)
            return generated.lamport == body.lamport && generated.wallClockMs == body.wallClock
                && generated.operations.count == body.operations.count
        }
    }
}
