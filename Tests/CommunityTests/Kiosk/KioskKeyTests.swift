import Community
import Keys
import Ledger
import TestKit
import Testing
import Wire

/// What a shared terminal is given: what everybody reads, and listed communities of people whose keys
/// it keeps, but no private ones.
@Suite("Keys of shared terminals")
struct KioskKeyTests {
    /// People 0 and 1 have computers; 2 is a terminal, and 3 writes at it.
    private func world(isListed: Bool) throws -> KeyWorld {
        let world = try KeyWorld(seed: 9, people: 2, isListed: isListed)
        world.addKiosk(by: 0)
        world.addHeld(at: 2, by: 0)
        world.deliverAll()
        return world
    }

    @Test("the terminal has the workplace's key, and a key that it keeps is given none")
    func workplace() throws {
        let world = try world(isListed: true)
        let state = try #require(world.directory(of: 0).keyStates[world.workplace])
        #expect(state.isEntitled(world.devices[2].card.device))
        #expect(!state.isEntitled(world.devices[3].card.device))
        #expect(world.settle() && world.keeper(2).duties().isEmpty)
    }

    @Test(
        "a listed community of somebody at the terminal is given to the terminal, until they leave")
    func listed() throws {
        let world = try world(isListed: true)
        let canteen = world.devices[2].card.device
        world.invite(3, by: 0)
        #expect(world.directory(of: 0).keyStates[world.circle]?.isEntitled(canteen) == true)
        world.enter(true, 3)
        #expect(world.settle())
        let directory = world.directory(of: 0)
        #expect(directory.community(of: world.circle)?.isMember(world.devices[3].person) == true)
        #expect(directory.audience(of: world.circle)?.contains(canteen) == true)
        _ = world.directory(of: 2)
        let before = world.devices[2].keyrings[world.circle]?.all.count ?? 0
        #expect(before > 0)
        world.enter(false, 3)
        #expect(world.settle())
        let number = try #require(world.write([.unknown], by: 0, in: world.circle))
        world.deliverAll()
        _ = world.directory(of: 2)
        #expect(world.open(number, by: 2) == nil, "the key has changed")
    }

    @Test("a private community of the same person is given to nobody but their computers")
    func hidden() throws {
        let world = try world(isListed: false)
        let canteen = world.devices[2].card.device
        world.write(Compose.admission(of: world.devices[3].person), by: 0, in: world.circle)
        #expect(world.settle())
        let directory = world.directory(of: 0)
        let community = try #require(directory.community(of: world.circle))
        #expect(community.isInvited(world.devices[3].person))
        #expect(directory.keyStates[world.circle]?.isEntitled(canteen) == false)
        #expect(directory.audience(of: world.circle)?.contains(canteen) == false)
        _ = world.directory(of: 2)
        #expect(world.devices[2].keyrings[world.circle]?.all.isEmpty == true)
    }

    @Test("a terminal itself comes into no community, whoever says so", arguments: [true, false])
    func ofItself(isListed: Bool) throws {
        let world = try world(isListed: isListed)
        let canteen = world.devices[2]
        world.write(Compose.admission(of: canteen.person), by: 0, in: world.circle)
        world.enter(true, 2)
        #expect(world.settle())
        let community = try #require(world.directory(of: 0).community(of: world.circle))
        #expect(!community.everAdmitted.contains(canteen.person))
        #expect(!community.isMember(canteen.person) && !community.isInvited(canteen.person))
        #expect(!community.isWaiting(canteen.person), "its word counts for nothing")
    }
}

extension KeyWorld {
    private func keys() -> (SigningKey, AgreementKey, DeviceCard) {
        let signing = SigningKey.generate(using: &generator)
        let agreement = AgreementKey.generate(using: &generator)
        return (signing, agreement, DeviceCard.make(device: signing, agreement: agreement))
    }

    /// Somebody lets a shared terminal in.
    fileprivate func addKiosk(by index: Int) {
        let (signing, agreement, card) = keys()
        let (founding, person) = Founding.person(device: card, isKiosk: true, using: &generator)
        devices.append(
            Device(
                signing: signing, agreement: agreement, founding: founding, person: person,
                card: card, keyrings: devices[index].keyrings.filter { $0.key == workplace },
                role: .kiosk))
        devices[devices.count - 1].keyrings[circle] = Keyring(space: circle)
        write(Compose.vouch(personFounding: founding), by: index, in: workplace)
    }

    /// Somebody vouches for a person whose key a terminal keeps.
    fileprivate func addHeld(at kiosk: Int, by index: Int) {
        let (signing, agreement, card) = keys()
        let (founding, person) = Founding.person(
            device: card, hosting: Hosting.make(kiosk: devices[kiosk].signing, of: card.device),
            using: &generator)
        devices.append(
            Device(
                signing: signing, agreement: agreement, founding: founding, person: person,
                card: card, keyrings: devices[kiosk].keyrings, role: .held))
        write(Compose.vouch(personFounding: founding), by: index, in: workplace)
    }
}
