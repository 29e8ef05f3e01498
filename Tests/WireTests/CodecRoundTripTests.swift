import TestKit
import Testing
import Wire

@Suite("Every message comes back as it went")
struct CodecRoundTripTests {
    @Test func commitBodies() {
        forAll(cases: 500, "decode(encoded(body)) == body") { generator in
            var samples = Samples(generator: generator)
            let body = samples.body()
            return try CommitBody.decode(body.encoded()) == body
        }
    }

    @Test func operationSizesAreExact() {
        forAll(cases: 200, "a body grows by its operations and their headers") { generator in
            var samples = Samples(generator: generator)
            let operation = samples.operation()
            let empty = CommitBody(lamport: 0, wallClock: 0, operations: []).encoded().count
            let full = CommitBody(lamport: 0, wallClock: 0, operations: [operation]).encoded().count
            let size = operation.encodedByteCount
            let header = size < 128 ? 2 : size < 16_384 ? 3 : 4
            return empty == 0 && full == size + header
        }
    }

    @Test func sessionMessages() {
        forAll(cases: 700, "decode(encoded(message)) == message") { generator in
            var samples = Samples(generator: generator)
            let message = samples.session(Int(generator.next() % 14))
            return try SessionMessage.decode(message.encoded()) == message
        }
    }

    @Test func runs() {
        forAll(cases: 200, "decode(encoded(run)) == run") { generator in
            var samples = Samples(generator: generator)
            let run = samples.run()
            return try Run.decode(run.encoded()) == run
        }
    }

    @Test func foundings() {
        forAll(cases: 100, "decode(encoded(founding)) == founding") { generator in
            var samples = Samples(generator: generator)
            let isWorkplace = Bool.random(using: &generator)
            let space = SpaceFounding(
                kind: isWorkplace ? .workplace : .community, founder: samples.fixed(),
                nonce: samples.fixed(), workplace: isWorkplace ? nil : samples.fixed())
            let person = PersonFounding(device: samples.card(), nonce: samples.fixed())
            return try SpaceFounding.decode(space.encoded()) == space
                && PersonFounding.decode(person.encoded()) == person
                && DeviceCard.decode(person.device.encoded()) == person.device
        }
    }

    @Test func pairingMessages() {
        forAll(cases: 100, "decode(encoded(message)) == message") { generator in
            var samples = Samples(generator: generator)
            let share = PairingShare(
                session: samples.fixed(), share: samples.fixed(),
                confirmation: .random(using: &generator) ? samples.fixed() : nil)
            let confirmation = PairingConfirmation(confirmation: samples.fixed())
            let newcomer = Newcomer(founding: samples.blob(), name: samples.text())
            let verdict = PairingVerdict(isAccepted: .random(using: &generator))
            let welcome = samples.welcome()
            let back = try Welcome.decode(welcome.encoded())
            return try PairingShare.decode(share.encoded()) == share
                && PairingConfirmation.decode(confirmation.encoded()) == confirmation
                && Newcomer.decode(newcomer.encoded()) == newcomer
                && PairingVerdict.decode(verdict.encoded()) == verdict
                && back.encoded() == welcome.encoded() && back.keys.count == welcome.keys.count
                && back.name == welcome.name && back.networkKey == welcome.networkKey
        }
    }

    @Test func everyReasonHasItsNumber() throws {
        for reason in Reason.allCases {
            let message = SessionMessage.bye(reason, detail: "")
            #expect(try SessionMessage.decode(message.encoded()) == message)
        }
        #expect(Reason.allCases.count == 15)
    }
}
