import Community
import Foundation
import Engine
import Keys
import Ledger
import TestKit
import Testing
import Wire

@testable import Daemon

struct LetterBoxTests {
    private let device = DeviceID(raw: Bytes32(words: (1, 2, 3, 4)))

    private func letter(_ number: UInt64) -> Letter {
        Letter(id: Bytes16(high: number, low: 7), box: [1, 2, 3])
    }

    @Test("what is kept is there after a restart, in files that only the owner can read")
    func restart() throws {
        let folder = try TemporaryFolder()
        var box = try LetterBox(path: folder.path + "/letters")
        #expect(try box.post(letter(1), to: device, at: 5))
        #expect(try box.keep(letter(2), from: device, at: 6))
        #expect(try box.typed(letter(3).id, at: 7))
        var again = try LetterBox(path: folder.path + "/letters")
        #expect(again.outbox == [device: [letter(1)]])
        #expect(again.incoming[letter(2).id]?.arrived == 6)
        #expect(again.codes[letter(3).id] == 7 + LetterBox.codeLifetime)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/letters") {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: folder.path + "/letters/" + name)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        again.taken(letter(1).id, by: DeviceID(raw: Bytes32(words: (9, 9, 9, 9))))
        #expect(!again.outgoing.isEmpty, "only its receiver takes a letter")
        again.taken(letter(1).id, by: device)
        again.answered(letter(2).id)
        again.used(letter(3).id)
        let empty = try LetterBox(path: folder.path + "/letters")
        #expect(empty.outgoing.isEmpty && empty.incoming.isEmpty && empty.codes.isEmpty)
    }

    @Test("in a sealed home nothing of it can be read, nor guessed from the names of files")
    func sealed() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/letters"
        let token = Bytes16(high: 0x1122_3344_5566_7788, low: 3)
        var open = try LetterBox(path: path)
        #expect(try open.post(letter(1), to: device, at: 5))
        #expect(try open.keep(letter(2), from: device, at: 6))
        #expect(try open.typed(token, at: 7))
        let needles = [Data(token.bytes), Data(token.hex.utf8), Data(device.bytes)]
        // Bites: before it is sealed each of them is there.
        for needle in needles { #expect(try folder.holds(needle)) }
        var generator = SeededGenerator(seed: 3)
        let key = SecretBytes(random: 32, using: &generator)
        var sealed = try LetterBox(path: path, key: key)
        #expect(sealed.outbox == open.outbox && sealed.codes == open.codes)
        for needle in needles { #expect(try !folder.holds(needle)) }
        let another = Bytes16(high: 9, low: 9)
        #expect(try sealed.typed(another, at: 8))
        sealed.used(token)
        var again = try LetterBox(path: path, key: key)
        #expect(again.codes == [another: 8 + LetterBox.codeLifetime])
        #expect(again.incoming[letter(2).id]?.device == device)
        #expect(try !folder.holds(Data(another.hex.utf8)))
        try again.unseal()
        let back = try LetterBox(path: path)
        #expect(back.outbox == open.outbox && back.codes == again.codes)
        #expect(back.incoming.count == 1)
    }

    @Test("addresses of peers are sealed with the home, and readable again without it")
    func peers() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/peers"
        let line = device.hex + " 10.0.0.7:7117\n"
        _ = try folder.write(line, to: "peers")
        var generator = SeededGenerator(seed: 3)
        let key = SecretBytes(random: 32, using: &generator)
        let open = try RememberedPeers(path: path, key: nil)
        #expect(open.sightings.map(\.device) == [device])
        #expect(try folder.holds(Data("10.0.0.7".utf8)))
        #expect(try RememberedPeers(path: path, key: key) == open)
        for text in ["10.0.0.7", device.hex] { #expect(try !folder.holds(Data(text.utf8))) }
        #expect(try !folder.holds(Data(device.bytes)))
        #expect(try RememberedPeers(path: path, key: key) == open)
        let other = SecretBytes(random: 32, using: &generator)
        #expect(try RememberedPeers(path: path, key: other).sightings.isEmpty)
        try RememberedPeers.unseal(path: path, key: key)
        #expect(try RememberedPeers(path: path, key: nil) == open)
        #expect(try folder.holds(Data(line.utf8)))
    }

    @Test("one colleague can't fill the box for all")
    func flood() throws {
        let folder = try TemporaryFolder()
        var box = try LetterBox(path: folder.path + "/letters")
        for number in 0..<UInt64(LetterBox.mostFromOne) {
            #expect(try box.keep(letter(number), from: device, at: 1))
        }
        #expect(try !box.keep(letter(1_000), from: device, at: 1))
        let other = DeviceID(raw: Bytes32(words: (9, 9, 9, 9)))
        #expect(try box.keep(letter(1_001), from: other, at: 1))
        for number in 0..<UInt64(LetterBox.mostCodes) {
            #expect(try box.typed(letter(number).id, at: 1))
        }
        #expect(try !box.typed(letter(2_000).id, at: 1))
    }

    @Test("what is too old is thrown away")
    func age() throws {
        let folder = try TemporaryFolder()
        var box = try LetterBox(path: folder.path + "/letters")
        #expect(try box.post(letter(1), to: device, at: 0))
        #expect(try box.keep(letter(2), from: device, at: 0))
        #expect(try box.typed(letter(3).id, at: 0))
        box.tidy(at: LetterBox.codeLifetime - 1)
        #expect(box.codes.count == 1 && box.outgoing.count == 1)
        box.tidy(at: LetterBox.lifetime + 1)
        #expect(box.codes.isEmpty && box.outgoing.isEmpty && box.incoming.isEmpty)
    }

    @Test("a letter that names what can't be is no invitation")
    func forged() throws {
        var generator = SeededGenerator(seed: 1)
        let workplace = SpaceID(raw: Bytes32(words: (1, 1, 1, 1)))
        let founder = DeviceID(raw: Bytes32(words: (2, 2, 2, 2)))
        let (founding, space) = Founding.space(
            kind: .community, founder: founder, workplace: workplace, using: &generator)
        let good = LetterContent(
            workplace: workplace, from: PersonID(raw: Bytes32(words: (3, 3, 3, 3))), space: space,
            name: "Works council", keys: [SpaceKey(generation: 1, key: founder.raw)],
            founding: founding)
        #expect(good.isGenuine(in: workplace))
        #expect(try LetterContent.decode(good.encoded()) == good)
        #expect(!good.isGenuine(in: space))
        let (other, _) = Founding.space(
            kind: .community, founder: founder, workplace: space, using: &generator)
        let (home, homeSpace) = Founding.space(
            kind: .workplace, founder: founder, workplace: nil, using: &generator)
        let changes: [(inout LetterContent) -> Void] = [
            { $0.space = SpaceID(raw: founder.raw) }, { $0.keys = [] }, { $0.founding = [1] },
            { $0.name = "" }, { $0.name = "a\u{202E}b" },
            { $0.name = String(repeating: "x", count: 101) },
            {
                $0.founding = other
                $0.space = Founding.spaceID(of: other)
            },
            {
                $0.founding = home
                $0.space = homeSpace
            },
        ]
        for change in changes {
            var bad = good
            change(&bad)
            #expect(!bad.isGenuine(in: workplace))
        }
        #expect(throws: WireError.self) {
            try LetterContent.decode(Bytes(repeating: 0, count: Limits.letterBytes + 1))
        }
    }
}
