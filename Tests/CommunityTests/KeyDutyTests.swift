import Community
import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("Duties about keys")
struct KeyDutyTests {
    @Test(
        "an invitation used twice apart: the first by stamp is in, the other waits, the key changes"
    )
    func redeemedTwice() throws {
        let world = try KeyWorld(seed: 20, people: 4)
        world.invite(1, by: 0)
        world.deliverAll()
        world.enter(true, 1)
        world.deliverAll()
        let code = InvitationCode(using: &world.generator)
        world.write(
            Compose.invitation(code, uses: 1, expires: 1_000), by: 0, in: world.circle)
        world.deliverAll()
        world.invite(2, by: 0, token: code.token)
        world.invite(3, by: 1, token: code.token)
        let before = try #require(world.write([.unknown], by: 0, in: world.circle))
        #expect(world.settle())
        let circle = try #require(world.directory(of: 0).community(of: world.circle))
        let (guest, surplus) =
            circle.everAdmitted.contains(world.devices[2].person) ? (2, 3) : (3, 2)
        #expect(circle.surplus == [world.devices[surplus].person])
        #expect(circle.isInvited(world.devices[guest].person))
        #expect(!circle.shares(world.devices[surplus].person))
        let after = try #require(world.write([.unknown], by: 1, in: world.circle))
        #expect(world.settle())
        for index in world.devices.indices { _ = world.directory(of: index) }
        #expect(world.open(before, by: surplus) != nil, "what was readable stays so")
        #expect(world.open(after, by: surplus) == nil)
        #expect(world.open(after, by: guest) != nil)
        world.invite(surplus, by: 1)
        #expect(world.settle())
        _ = world.directory(of: surplus)
        #expect(world.open(after, by: surplus) != nil, "a member's own word lets in")
    }

    @Test(
        "the log of a closed community tells who let whom in and who left",
        arguments: [true, false])
    func log(isListed: Bool) throws {
        let world = try KeyWorld(seed: 23, people: 5, isListed: isListed)
        let code = InvitationCode(using: &world.generator)
        world.write(Compose.invitation(code, uses: 1, expires: 1_000), by: 0, in: world.circle)
        world.invite(1, by: 0)
        world.deliverAll()
        world.enter(true, 1)
        world.deliverAll()
        for guest in 2...3 {
            world.invite(guest, by: 1, token: code.token)
            world.deliverAll()
        }
        // Person 1 says twice that they leave; person 4 asks, and thinks better of it.
        for (isIn, person) in [(false, 1), (false, 1), (true, 4), (false, 4)] {
            world.enter(isIn, person)
            world.deliverAll()
        }
        let circle = try #require(world.directory(of: 0).community(of: world.circle))
        let people = world.devices.map(\.person)
        #expect(circle.surplus == [people[3]])
        let admissions = PublicLog.admissions(to: circle)
        #expect(
            admissions.map(\.act) == [
                .letIn(person: people[1], invitedBy: nil),
                .letIn(person: people[2], invitedBy: people[0]),
            ])
        #expect(admissions.map(\.person) == [people[0], people[1]])
        let leavings = PublicLog.leavings(of: circle)
        #expect(leavings.map(\.act) == [.left] && leavings.map(\.person) == [people[1]])
        #expect(leavings.allSatisfy { $0.date > 0 } && admissions.allSatisfy { $0.date > 0 })
    }

    @Test(
        "whoever was let in and then left is not invited, whichever space's clock is ahead",
        arguments: [true, false], [true, false])
    func clocksOfTwoSpaces(isListed: Bool, isCircleAhead: Bool) throws {
        let world = try KeyWorld(seed: 29, people: 3, isListed: isListed)
        for _ in 0..<9 {
            world.write([.unknown], by: 0, in: isCircleAhead ? world.circle : world.workplace)
        }
        func circle() throws -> Directory.Community {
            world.deliverAll()
            return try #require(world.directory(of: 0).community(of: world.circle))
        }
        let guest = world.devices[1].person
        world.invite(1, by: 0)
        #expect(try circle().isInvited(guest) && circle().shares(guest))
        world.enter(true, 1)
        #expect(try !circle().isInvited(guest) && circle().isMember(guest))
        world.enter(false, 1)
        #expect(try !circle().isInvited(guest) && !circle().shares(guest))
        world.invite(1, by: 0)
        // Into a listed one whoever was let in once comes back by their own word.
        #expect(try circle().isInvited(guest) == !isListed)
        world.enter(true, 1)
        #expect(try circle().isMember(guest))
    }

    @Test("leaving wins over an invitation of the same time")
    func leaveWins() throws {
        for invitesLast in [false, true] {
            let world = try KeyWorld(seed: 21, people: 3)
            for guest in 1...2 { world.invite(guest, by: 0) }
            world.deliverAll()
            for guest in 1...2 { world.enter(true, guest) }
            world.deliverAll()
            if invitesLast { world.write([.unknown], by: 0, in: world.circle) }
            world.enter(false, 2)
            world.invite(2, by: 0)
            #expect(world.settle())
            let circle = try #require(world.directory(of: 0).community(of: world.circle))
            #expect(!circle.isMember(world.devices[2].person))
            let after = try #require(world.write([.unknown], by: 1, in: world.circle))
            world.deliverAll()
            _ = world.directory(of: 2)
            #expect(world.open(after, by: 2) == nil)
        }
    }

    @Test("an open community gets a new key once the workplace has one")
    func republication() throws {
        let world = try KeyWorld(seed: 22, people: 3)
        let (founding, space) = Founding.space(
            kind: .community, founder: world.devices[0].card.device, workplace: world.workplace,
            using: &world.generator)
        world.write(
            try Compose.community(
                name: "Bearings", founding: founding, generation: 1,
                key: Bytes32(words: (1, 2, 3, 4))), by: 0, in: world.workplace)
        world.deliverAll()
        #expect(!world.directory(of: 0).hasStaleKey(space))
        world.depart(2)
        world.deliverAll()
        #expect(world.directory(of: 1).hasStaleKey(space))
        #expect(!world.keeper(1).duties().contains { $0.duty.kind == .republish }, "too early")
        #expect(world.settle())
        let directory = world.directory(of: 1)
        #expect(directory.publishedGeneration(of: space) == 2)
        #expect(!directory.hasStaleKey(space))
        // Published again under the new key of the workplace, the old one is no better.
        world.write(
            [
                .statement(
                    .keyPublished(space: space, generation: 1, key: Bytes32(words: (1, 2, 3, 4))))
            ], by: 0, in: world.workplace)
        world.deliverAll()
        _ = world.directory(of: 2)
        var keyring = Keyring(space: space)
        world.directory(of: 2).addKeys(to: &keyring)
        #expect(keyring.all.map(\.generation) == [1], "whoever is out has the old one only")
    }

    @Test("a key that was published for an outsider is stale wherever else it stands as well")
    func staleTwice() throws {
        let world = try KeyWorld(seed: 23, people: 3)
        let (founding, space) = Founding.space(
            kind: .community, founder: world.devices[0].card.device, workplace: world.workplace,
            using: &world.generator)
        world.write(
            try Compose.community(
                name: "Bearings", founding: founding, generation: 1,
                key: Bytes32(words: (1, 2, 3, 4))), by: 0, in: world.workplace)
        world.deliverAll()
        world.depart(2)
        #expect(world.settle(except: [.republish]))
        world.write(
            [
                .statement(
                    .keyPublished(space: space, generation: 1, key: Bytes32(words: (1, 2, 3, 4))))
            ], by: 0, in: world.workplace)
        #expect(world.directory(of: 0).hasStaleKey(space))
    }

    @Test("the number of recipients is a power of two, and no operation is too large")
    func padding() throws {
        let world = try KeyWorld(seed: 24, people: 3)
        let key = EpochKey.generate(space: world.circle, generation: 1, using: &world.generator)
        for count in [1, 2, 3, 5, 700] {
            let cards = (0..<count).map { _ in
                DeviceCard(
                    device: DeviceID(raw: Bytes32(words: (world.generator.next(), 1, 2, 3))),
                    agreementKey: world.devices[count % 3].card.agreementKey,
                    binding: world.devices[0].card.binding)
            }
            let statements = KeySealer.statements(
                sealing: key, for: cards, using: &world.generator)
            var recipients: [KeySealing.Recipient] = []
            for operation in statements {
                #expect(operation.encodedByteCount <= Limits.operationBytes)
                guard case .statement(.keySealed(let sealing)) = operation else { continue }
                recipients += sealing.recipients
            }
            #expect(recipients.count & (recipients.count - 1) == 0)
            #expect(recipients.count >= count && recipients.count < 2 * count || count == 1)
            #expect(Set(recipients.map(\.box.count)).count == 1, "made-up ones look alike")
            #expect(Set(recipients.map(\.device)).isSuperset(of: cards.map(\.device)))
            for commit in KeySealer.commits(statements) {
                #expect(commit.reduce(0) { $0 + $1.encodedByteCount } <= KeySealer.commitBytes)
            }
        }
    }

    @Test("a device whose agreement key is none keeps nobody else from the key")
    func impossibleCard() throws {
        let world = try KeyWorld(seed: 25, people: 2)
        let key = EpochKey.generate(space: world.circle, generation: 1, using: &world.generator)
        var bad = world.devices[1].card
        bad.agreementKey = Bytes32(words: (0, 0, 0, 0))
        let statements = KeySealer.statements(
            sealing: key, for: [world.devices[0].card, bad], using: &world.generator)
        guard case .statement(.keySealed(let sealing)) = statements.first else {
            Issue.record("no statement")
            return
        }
        #expect(sealing.recipients.count == 2)
    }

    @Test("of many nodes that see a debt, few discharge it before they hear of each other")
    func waits() {
        var generator = SeededGenerator(seed: 26)
        let duty = KeyDuty(.rotate, of: SpaceID(raw: Bytes32(words: (1, 2, 3, 4))))
        var doubles = 0
        let trials = 300
        for _ in 0..<trials {
            let devices = 40
            var appointments: [Int64] = []
            for _ in 0..<devices {
                var clock = KeyClock()
                let first = clock.look(at: [(duty, devices, 0)], now: 0, using: &generator)
                #expect(first.due.isEmpty)
                appointments.append(first.next ?? 0)
            }
            appointments.sort()
            #expect(appointments[0] >= KeyClock.shortestWait)
            if appointments[1] - appointments[0] < 200 { doubles += 1 }
        }
        #expect(doubles < trials / 3, "\(doubles) of \(trials)")
    }

    @Test("a duty that is done meanwhile is not done again; a new one waits anew")
    func clock() throws {
        var generator = SeededGenerator(seed: 27)
        let duty = KeyDuty(.heal, of: SpaceID(raw: Bytes32(words: (1, 2, 3, 4))))
        var clock = KeyClock()
        let next = try #require(
            clock.look(at: [(duty, 3, 0)], now: 0, using: &generator).next)
        #expect(clock.look(at: [(duty, 3, 0)], now: next - 1, using: &generator).due.isEmpty)
        #expect(clock.look(at: [], now: next, using: &generator) == ([], nil))
        let again = clock.look(at: [(duty, 3, 0)], now: next, using: &generator)
        #expect(again.due.isEmpty)
        let time = try #require(again.next)
        #expect(clock.look(at: [(duty, 3, 0)], now: time, using: &generator).due == [duty])
    }

    @Test("a code is read however it is typed; others are none")
    func codes() throws {
        var generator = SeededGenerator(seed: 28)
        let code = InvitationCode(using: &generator)
        let text = code.description
        #expect(text.count == 19)
        #expect(InvitationCode(text) == code)
        #expect(InvitationCode(text.lowercased().replacing("-", with: " ")) == code)
        #expect(InvitationCode(text.replacing("0", with: "o").replacing("1", with: "l")) == code)
        for wrong in ["", "ABCD", text + "0", text.replacing(text.suffix(1), with: "U")] {
            #expect(InvitationCode(wrong) == nil)
        }
        #expect(InvitationCode(using: &generator).token != code.token)
    }
}
