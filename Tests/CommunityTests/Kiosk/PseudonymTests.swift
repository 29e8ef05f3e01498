import Community
import Keys
import TestKit
import Testing
import Wire

/// Questions that name nobody (invariant 20, chapter 22, section 9).
@Suite("Questions that name nobody")
struct PseudonymTests {
    private func person(_ generator: inout SeededGenerator) -> PersonID {
        PersonID(raw: bytes(&generator))
    }

    private func bytes(_ generator: inout SeededGenerator) -> Bytes32 {
        Bytes32(
            words: (
                generator.next(), generator.next(), generator.next(), generator.next()
            ))
    }

    private func secret(_ generator: inout SeededGenerator) -> SecretBytes {
        SecretBytes(copying: bytes(&generator).bytes)
    }

    /// A hash in pieces of eight bytes.
    private func eighths(of hash: Bytes32) -> [Bytes] {
        let bytes = hash.bytes
        return [0, 8, 16, 24].map { Bytes(bytes[$0..<$0 + 8]) }
    }

    /// The operations without what they commit to.
    private func blank(_ operations: [Operation]) -> [Operation] {
        operations.map { operation in
            guard case .create(let kind, let fields) = operation else { return operation }
            let number = Schema.question.number(of: "pseudonym")
            return .create(
                kind: kind,
                fields: fields.map { field in
                    field.number == number
                        ? Field(field.number, .bytes(Bytes(repeating: 0, count: 32))) : field
                })
        }
    }

    @Test("invariant 20: whoever asks, the operations differ in the commitment and in nothing else")
    func unlinkable() {
        forAll(cases: 200, "the same words of two people are the same operations") { generator in
            let people = [person(&generator), person(&generator)]
            let space = SpaceID(raw: bytes(&generator))
            let both = try people.map { person in
                let secret = secret(&generator)
                let commitment = Pseudonym.commitment(of: person, in: space, under: secret)
                return try Compose.question(
                    title: "Is it me?", body: "It hums.", tags: ["press"], pseudonym: commitment)
            }
            return blank(both[0]) == blank(both[1]) && both[0] != both[1]
        }
    }

    @Test("invariant 20: two questions of one person have no byte of their commitments in common")
    func fresh() {
        forAll(cases: 200, "commitments of one person are as unlike as those of two") { generator in
            let (ada, ben) = (person(&generator), person(&generator))
            let (one, two) = (SpaceID(raw: bytes(&generator)), SpaceID(raw: bytes(&generator)))
            let secret = secret(&generator)
            let all = [
                Pseudonym.commitment(of: ada, in: one, under: self.secret(&generator)),
                Pseudonym.commitment(of: ada, in: one, under: secret),
                Pseudonym.commitment(of: ada, in: two, under: secret),
                Pseudonym.commitment(of: ben, in: one, under: secret),
            ]
            let words: [Bytes] = all.flatMap { eighths(of: $0) }
            return Set(all).count == all.count && Set(words).count == words.count
        }
    }

    @Test("invariant 20: only the right opening counts, and only for the one whose it is")
    func opening() {
        forAll(cases: 300, "nobody else can show that they asked") { generator in
            let (ada, ben) = (person(&generator), person(&generator))
            let space = SpaceID(raw: bytes(&generator))
            let other = SpaceID(raw: bytes(&generator))
            let secret = secret(&generator)
            let known = secret.exposedCopy()
            let commitment = Pseudonym.commitment(of: ada, in: space, under: secret)
            var wrong = known
            wrong[Int.random(in: 0..<32, using: &generator)] ^= 1
            func asker(_ entries: [(PersonID, Bytes)], in place: SpaceID? = nil) -> PersonID? {
                Pseudonym.asker(
                    commitment, in: place ?? space,
                    entries: entries.map { (person: $0.0, secret: $0.1) })
            }
            // Whoever has seen the secret, once it is open, can't say that it was them.
            return asker([(ada, known)]) == ada
                && asker([(ben, known)]) == nil && asker([(ada, wrong)]) == nil
                && asker([(ada, known)], in: other) == nil
                && asker([(ada, Bytes(known.dropLast()))]) == nil && asker([]) == nil
        }
    }

    @Test("invariant 20: openings that are written apart come together in any order")
    func convergence() {
        forAll(cases: 200, "whatever else is written there, the asker is the one") { generator in
            let space = SpaceID(raw: bytes(&generator))
            let secret = secret(&generator)
            let ada = person(&generator)
            let commitment = Pseudonym.commitment(of: ada, in: space, under: secret)
            var entries = [
                (person: ada, secret: secret.exposedCopy()),
                (person: ada, secret: secret.exposedCopy()),
            ]
            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                let writer = Bool.random(using: &generator) ? ada : person(&generator)
                let shown =
                    Bool.random(using: &generator)
                    ? secret.exposedCopy() : bytes(&generator).bytes
                entries.append((person: writer, secret: shown))
            }
            return (0..<4).allSatisfy { _ in
                Pseudonym.asker(
                    commitment, in: space, entries: entries.shuffled(using: &generator)) == ada
            }
        }
    }

    @Test(
        "the code of a slip gives the same secret each time, and another than any other use of it")
    func slips() throws {
        let code = try #require(InvitationCode("7K3M-XQ9A-00ZT-5BCD"))
        let typed = try #require(InvitationCode("7k3mxq9aooZT5bcd"))
        #expect(Pseudonym.secret(from: code) == Pseudonym.secret(from: typed))
        #expect(Pseudonym.secret(from: code) != Hash.secret(code.secret, .slipKey, []))
    }

    @Test("three in seven days, and a fourth when one is a week old or settled")
    func limit() {
        let now: Int64 = 100 * Pseudonym.window
        let day: Int64 = 86_400_000
        #expect(Pseudonym.mayAsk(after: [], now: now))
        #expect(Pseudonym.mayAsk(after: [now, now - day], now: now))
        #expect(!Pseudonym.mayAsk(after: [now, now - day, now - 7 * day + 1], now: now))
        #expect(Pseudonym.mayAsk(after: [now, now - day, now - 7 * day], now: now))
    }

    @Test("a terminal may write such a question, a key that it keeps may open it, a visitor not")
    func rights() throws {
        let reveal = try #require(Schema.question.field(11))
        let fields = [Field(1, .text("Why?")), Field(10, .bytes(Bytes(repeating: 1, count: 32)))]
        for role in [LogRole.computer, .kiosk, .held] {
            #expect(Rights.permits(role, creating: Schema.question, with: fields))
        }
        #expect(Rights.permits(.held, writing: reveal, of: Schema.question))
        #expect(!Rights.permits(.kiosk, writing: reveal, of: Schema.question))
        #expect(!Rights.permits(.unknown, creating: Schema.question, with: fields))
    }
}
