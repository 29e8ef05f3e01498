import Community
import Keys
import Ledger
import TestKit
import Testing
import Wire

/// A listed community that becomes open, with keys that are really sealed.
@Suite("Opening a listed community")
struct OpeningTests {
    private let proposal = OperationID(raw: Bytes16(high: 7, low: 7))

    /// Persons 0 to 2 are members, 3 waits at the door, 4 is outside.
    private func start(seed: UInt64, members: Int = 3) throws -> KeyWorld {
        let world = try KeyWorld(seed: seed, people: 5, isListed: true)
        for guest in 1..<members {
            world.invite(guest, by: 0)
            world.deliverAll()
            world.enter(true, guest)
            world.deliverAll()
        }
        world.enter(true, 3)
        world.deliverAll()
        return world
    }

    private func say(_ matter: Notice.Matter, _ world: KeyWorld, by index: Int) throws {
        let record = try #require(world.record(by: index))
        world.write(
            try Compose.notice(Notice(matter, of: proposal), of: record), by: index,
            in: world.workplace)
        world.deliverAll()
    }

    private func community(_ world: KeyWorld, _ index: Int) throws -> Directory.Community {
        try #require(world.directory(of: index).community(of: world.circle))
    }

    /// Takes the published keys, as a node does.
    private func takePublished(_ world: KeyWorld, _ index: Int) throws {
        let directory = world.directory(of: index)
        var keyring = try #require(world.devices[index].keyrings[world.circle])
        directory.addKeys(to: &keyring)
        world.devices[index].keyrings[world.circle] = keyring
    }

    @Test("two members' words open it for everybody, with all that was written before")
    func opens() throws {
        let world = try start(seed: 31)
        let old = try #require(world.write([.unknown], by: 1, in: world.circle))
        // A new generation, so that the history has more than one key.
        world.enter(false, 2)
        #expect(world.settle())
        let newer = try #require(world.write([.unknown], by: 1, in: world.circle))
        world.deliverAll()
        try say(.opened, world, by: 0)
        // Whoever waits and whoever is outside have no word in it.
        try say(.opened, world, by: 3)
        try say(.opened, world, by: 4)
        for index in 0..<5 { #expect(try community(world, index).visibility == .listed) }
        #expect(world.keeper(0).duties().isEmpty)
        try say(.opened, world, by: 1)
        for index in 0..<5 {
            let known = try community(world, index)
            #expect(known.visibility == .open && known.opening?.proposal == proposal)
            #expect(known.opening?.person == world.devices[1].person)
            #expect(known.isMember(world.devices[3].person))
            #expect(!known.isMember(world.devices[4].person))
            #expect(world.directory(of: index).audience(of: world.circle) == nil)
        }
        #expect(world.keeper(0).duties().map(\.duty) == [KeyDuty(.publish, of: world.circle)])
        #expect(world.keeper(4).duties().isEmpty)
        #expect(world.settle())
        try takePublished(world, 4)
        for number in [old, newer] { #expect(world.open(number, by: 4) != nil) }
        // From then on everybody writes with a key that everybody has.
        world.enter(true, 4)
        world.deliverAll()
        let next = try #require(world.write([.unknown], by: 0, in: world.circle))
        let own = try #require(world.write([.unknown], by: 4, in: world.circle))
        for index in 0..<5 {
            try takePublished(world, index)
            #expect(world.open(next, by: index) != nil && world.open(own, by: index) != nil)
        }
        // Nobody closes what was opened, not even those who opened it.
        try say(.nothing, world, by: 0)
        try say(.nothing, world, by: 1)
        for index in 0..<5 { #expect(try community(world, index).visibility == .open) }
        let steps = PublicLog.shape(of: try community(world, 4))
        #expect(steps.map(\.act) == [.opened(proposal: proposal)])
    }

    @Test("a founder among others opens and closes nothing alone, as everybody outside sees it")
    func notAlone() throws {
        let world = try start(seed: 32)
        try say(.opened, world, by: 0)
        try say(.closed, world, by: 0)
        for index in 0..<5 {
            let known = try community(world, index)
            #expect(known.visibility == .listed && known.shape.archivedBy == nil)
        }
        try say(.closed, world, by: 2)
        for index in 0..<5 { #expect(try community(world, index).shape.archivedBy == proposal) }
        let alone = try start(seed: 33, members: 1)
        try say(.opened, alone, by: 0)
        for index in 0..<5 { #expect(try community(alone, index).visibility == .open) }
    }

    @Test("inside and outside agree on what notices amount to, in any order of arrival")
    func agreement() {
        var seen: Set<Directory.Visibility> = []
        forAll(cases: 16, "one shape for all") { generator in
            let world = try start(seed: generator.next())
            for _ in 0..<Int.random(in: 2...9, using: &generator) {
                let matters: [Notice.Matter] = [
                    .opened, .opened, .opened, .closed, .nothing, .reopened,
                ]
                guard let matter = matters.randomElement(using: &generator) else { return false }
                try say(matter, world, by: Int.random(in: 0..<5, using: &generator))
            }
            let known = try (0..<5).map { try community(world, $0) }
            seen.insert(known[0].visibility)
            return known.allSatisfy {
                $0.visibility == known[0].visibility && $0.shape == known[0].shape
                    && $0.opening == known[0].opening
            }
        }
        #expect(seen == [.open, .listed])
    }
}
