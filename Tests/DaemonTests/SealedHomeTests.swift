import Foundation
import Keys
import LocalProtocol
import Testing

@testable import Daemon

/// A whole home, open and sealed: what its files show, and what is left in memory.
@Suite(.timeLimit(.minutes(2)))
struct SealedHomeTests {
    private static let passphrase = "copper lantern river"

    /// Everything that a person types, in words that occur nowhere else.
    private static let typed = [
        "Zephyrine", "Obsidianworks", "Marmaladeguild", "Xylophonewobble", "Quincegasket",
        "Flummoxbearing", "Gratefulpangolin", "Dulcimertag", "Walrusrevision", "Sprocketpledge",
    ]

    private static func write(_ home: any HearthService) async throws {
        _ = try await home.initialize(InitializeRequest(name: typed[0], deviceName: "desk"))
        _ = try await home.foundWorkplace(NewWorkplaceRequest(name: typed[1]))
        _ = try await home.createCommunity(NewCommunityRequest(name: typed[2], about: typed[7]))
        let question = try await home.ask(
            AskRequest(
                community: typed[2], title: typed[3], body: typed[4], tags: [typed[7]]))
        let answer = try await home.answer(AnswerRequest(question: question.code, body: typed[5]))
        _ = try await home.thank(ThanksRequest(post: answer.code, text: typed[6]))
        _ = try await home.edit(EditRequest(reference: question.code, body: typed[8]))
        _ = try await home.keepDraft(
            ProposeRequest(community: typed[2], subject: .agreement, text: typed[9]))
        let found = try await home.search(SearchRequest(text: typed[5]))
        #expect(found.hits.count == 1)
    }

    /// The secrets of a home in the way in which an open one keeps them.
    private static func secrets(_ home: RunningHome, _ keys: KeyFolder) throws -> [Data] {
        let own = try #require(try keys.identity())
        let workplace = try #require(try keys.workplace())
        let space = try #require(try keys.keys(of: workplace.space))
        let all = [own.signingSeed, own.agreementSecret, workplace.networkKey, space.logSeed]
        return (all + space.epochs.map(\.secret)).map { Data($0.exposedCopy()) }
    }

    // Goal: no byte on the disk of a sealed home shows a word, a name or a key. Method: known words
    // are typed, every file is searched, before sealing (where they must be found), after it, while
    // more is written, when locked, after unlocking, and after unsealing (found again).
    @Test("no file of a sealed home holds a typed word, a name or a key")
    func proof() async throws {
        let home = try RunningHome()
        let words = Self.typed.map { Data($0.utf8) }
        try await home.run { gate in
            try await Self.write(try await gate.service)
            let keys = try KeyFolder.open(path: LockableNode.keyPath(home.home))
            let secrets = try Self.secrets(home, keys)
            // It bites: in an open home the same search finds every one of them.
            for needle in words + secrets {
                #expect(try !home.occurrences(of: [needle]).isEmpty)
            }

            try await gate.sealAndWait(Self.passphrase)
            #expect(try await gate.status().lock == .unlocked)
            #expect(try home.occurrences(of: words + secrets) == [])

            let sealed = try await gate.service
            _ = try await sealed.ask(
                AskRequest(community: Self.typed[2], title: "Nebulousflange"))
            let hits = try await sealed.search(SearchRequest(text: "Nebulousflange")).hits
            #expect(hits.count == 1)
            var rebuilt = false
            for try await progress in try await sealed.rebuild() { rebuilt = progress.isFinished }
            #expect(rebuilt)
            let all = words + secrets + [Data("Nebulousflange".utf8)]
            #expect(try home.occurrences(of: all) == [])

            _ = try await gate.lock()
            #expect(try home.occurrences(of: all) == [])
            let reports = try await gate.unlockAndWait(Self.passphrase)
            #expect(reports.last?.isFinished == true)
            let again = try await gate.service
            #expect(try await again.search(SearchRequest(text: "Nebulousflange")).hits.count == 1)
            #expect(try await again.search(SearchRequest(text: Self.typed[8])).hits.count == 1)
            #expect(try await again.identity().person.name == Self.typed[0])
            #expect(try home.occurrences(of: all) == [])
            #expect(try home.occurrences(of: [Data(Self.passphrase.utf8)]) == [])
        }
        #expect(try home.occurrences(of: words) == [])
        let events = try home.audit().map(\.event)
        for event in ["sealed", "locked", "unlocked", "key-created", "workplace-founded"] {
            #expect(events.contains(event), "\(event)")
        }
    }

    @Test("an unsealed home is readable again, and stays so")
    func unsealing() async throws {
        let home = try RunningHome()
        try await home.run { gate in
            try await Self.write(try await gate.service)
            try await gate.sealAndWait(Self.passphrase)
            let wrong = await refusal { () async throws(ServiceError) in
                _ = try await gate.unseal(Passphrase(passphrase: "wrong one altogether"))
            }
            #expect(wrong?.code == .noSuchRight)
            for try await _ in try await gate.unseal(Passphrase(passphrase: Self.passphrase)) {}
            #expect(try await gate.status().lock == .open)
        }
        try await home.run { gate in
            let service = try await gate.service
            #expect(try await service.search(SearchRequest(text: Self.typed[5])).hits.count == 1)
        }
        for word in Self.typed {
            #expect(try !home.occurrences(of: [Data(word.utf8)]).isEmpty)
        }
    }

    @Test("a locked home answers nothing but its state, and keeps neither node nor streams")
    func locked() async throws {
        let home = try RunningHome()
        try await home.run { gate in
            try await Self.write(try await gate.service)
            let early = await refusal { () async throws(ServiceError) in _ = try await gate.lock() }
            #expect(early?.code == .usage)
            try await gate.sealAndWait(Self.passphrase)
            let node = WeakNode(try await gate.service)
            let events = gate.guarded(
                try await (try await gate.service).events(EventsRequest()))
            let sync = gate.guarded(
                try await (try await gate.service).sync(SyncRequest(timeoutSeconds: 3_000)))
            async let watching: Void = Self.drain(events)
            async let syncing: Void = Self.drain(sync)
            _ = try await (try await gate.service).invite(InviteRequest())
            #expect(gate.streams.count == 2)

            _ = try await gate.lock()
            #expect(try await gate.lock().lock == .locked)
            await watching
            await syncing
            #expect(gate.streams.count == 0)
            for _ in 0..<100 where node.isThere { try await Task.sleep(for: .milliseconds(20)) }
            #expect(!node.isThere)

            let locked = await refusal { () async throws(ServiceError) in
                _ = try await gate.service
            }
            #expect(locked?.code.exitCode == 4)
            #expect(locked?.hint == "Open it with: hearth unlock")
            let status = try await gate.status()
            #expect(status.stage == .locked && status.lock == .locked && status.person == nil)
            let wrong = await refusal { () async throws(ServiceError) in
                _ = try await gate.unlock(Passphrase(passphrase: "copper lantern rivers"))
            }
            #expect(wrong?.code == .noSuchRight)
        }
        let audit = try home.audit()
        #expect(audit.contains { $0.event == "unlock-refused" })
        // A start finds the home locked.
        try await home.run { gate in
            #expect(try await gate.status().lock == .locked)
            try await gate.unlockAndWait(Self.passphrase)
            #expect(try await gate.status().lock == .unlocked)
        }
    }

    private static func drain<Item>(_ stream: AnswerStream<Item>) async {
        do {
            for try await _ in stream {}
        } catch {
            // Locking ends a stream with an error or without one.
        }
    }

    @Test("an idle home locks itself, a used one does not")
    func idle() async throws {
        let home = try RunningHome(configuration: "[storage]\nlock-after = \"2s\"\n")
        try await home.run { gate in
            _ = try await (try await gate.service).initialize(InitializeRequest(name: "Ada"))
            try await gate.sealAndWait(Self.passphrase)
            let clock = ContinuousClock()
            let start = clock.now
            while clock.now - start < .seconds(4) {
                _ = try await (try await gate.service).identity()
                try await Task.sleep(for: .milliseconds(100))
            }
            // Looking at the state is no use of the home.
            var isLocked = false
            for _ in 0..<200 where !isLocked {
                isLocked = try await gate.status().lock == .locked
                try await Task.sleep(for: .milliseconds(50))
            }
            #expect(isLocked)
        }
        let reasons = try home.audit().filter { $0.event == "locked" }.map(\.fields)
        #expect(reasons.contains([AuditField(name: "reason", value: "idle")]))
    }

    @Test("a home that meets nobody for longer than the policy's lease locks itself")
    func lease() async throws {
        let home = try RunningHome()
        let policy = try Policy(text: "[storage]\nlease = \"2s\"\n", path: "policy.toml")
        try await home.run(policy: policy) { gate in
            _ = try await (try await gate.service).initialize(InitializeRequest(name: "Ada"))
            try await gate.sealAndWait(Self.passphrase)
            var isLocked = false
            for _ in 0..<200 where !isLocked {
                isLocked = try await gate.status().lock == .locked
                try await Task.sleep(for: .milliseconds(50))
            }
            #expect(isLocked)
        }
        #expect(try home.audit().contains { $0.fields.contains { $0.value == "lease" } })
    }

    @Test("what can't be sealed leaves the home as it was; what can't be opened leaves it locked")
    func failures() async throws {
        let home = try RunningHome()
        let stray = LockableNode.keyPath(home.home) + "/stray"
        let sealed = LockableNode.keyPath(home.home) + "/workplace.sealed"
        try await home.run { gate in
            try await Self.write(try await gate.service)
            try Data("no key".utf8).write(to: URL(fileURLWithPath: stray))
            #expect(chmod(stray, 0o600) == 0)
            await #expect(throws: ServiceError.self) {
                try await gate.sealAndWait(Self.passphrase)
            }
            var state = try await gate.status().lock
            for _ in 0..<100 where state != .open {
                try await Task.sleep(for: .milliseconds(20))
                state = try await gate.status().lock
            }
            let open = try await gate.service
            #expect(try await open.search(SearchRequest(text: Self.typed[5])).hits.count == 1)
            #expect(try !KeyFolder.isSealed(path: LockableNode.keyPath(home.home)))

            #expect(unlink(stray) == 0)
            try await gate.sealAndWait(Self.passphrase)
            _ = try await gate.lock()
            let good = try Data(contentsOf: URL(fileURLWithPath: sealed))
            var bad = good
            bad[good.count / 2] ^= 1
            try bad.write(to: URL(fileURLWithPath: sealed))
            #expect(chmod(sealed, 0o600) == 0)
            await #expect(throws: ServiceError.self) {
                try await gate.unlockAndWait(Self.passphrase)
            }
            for _ in 0..<100 where try await gate.status().lock != .locked {
                try await Task.sleep(for: .milliseconds(20))
            }
            try good.write(to: URL(fileURLWithPath: sealed))
            #expect(chmod(sealed, 0o600) == 0)
            try await gate.unlockAndWait(Self.passphrase)
            let again = try await gate.service
            #expect(try await again.search(SearchRequest(text: Self.typed[5])).hits.count == 1)
        }
    }

    @Test("a policy that wants homes sealed lets nothing be done in an open one")
    func required() async throws {
        let home = try RunningHome()
        let policy = try Policy(text: "[storage]\nat-rest = \"sealed\"\n", path: "policy.toml")
        try await home.run(policy: policy) { gate in
            let open = await refusal { () async throws(ServiceError) in
                _ = try await gate.service
            }
            #expect(open?.code == .noSuchRight)
            #expect(
                open?.message.contains("forbidden by policy.toml, line 2: at-rest sealed") == true)
            #expect(open?.hint?.contains("hearth seal") == true)
            #expect(try await gate.status().lock == .unsealed)
            try await gate.sealAndWait(Self.passphrase)
            _ = try await (try await gate.service).initialize(InitializeRequest(name: "Ada"))
            let back = await refusal { () async throws(ServiceError) in
                _ = try await gate.unseal(Passphrase(passphrase: Self.passphrase))
            }
            #expect(back?.isPolicyRefusal == true)
        }
        #expect(try home.audit().contains { $0.event == "policy-refused" })
    }
}

/// A node that is not kept alive.
private final class WeakNode {
    private weak var node: HearthNode?

    init(_ service: any HearthService) { node = service as? HearthNode }

    var isThere: Bool { node != nil }
}
