import Foundation
import LocalProtocol
import TestKit
import Testing

/// Persons with several devices: they come, are lost, come back and leave.
@Suite(.serialized)
struct DeviceTests {
    @Test("a second device is the same person; revoked, it is cut off everywhere")
    func secondDevice() throws {
        guard let office = try Office(people: 3, name: "devices") else { return }
        defer { office.close() }
        let (ada, ben, laptop) = (office.nodes[0], office.nodes[1], office.nodes[2])
        try open(office, [ada, ben])
        try ada.check("community", "new", "Bearings")
        try office.wait("Ben is in the community") {
            try ben.hearth("community", "join", "Bearings").status == 0
        }
        try laptop.start()
        try pair(ada, ["device", "add"], laptop, ["device", "join", "--device-name", "Laptop 2"])
        try office.wait("the laptop may write in Ada's community") {
            try laptop.hearth("ask", "Asked on the laptop?", "--community", "Bearings").status == 0
        }
        let mine = try laptop.read(Identity.self, "whoami")
        #expect(try mine.person.id == ada.read(Identity.self, "whoami").person.id)
        #expect(try office.agree().contains("Asked on the laptop"))
        try marks(ada, ben, laptop, office)
        try ada.check("device", "rename", "Laptop 2", "Old laptop")

        try office.lab.fault("cut", "h3")
        try ada.check("device", "revoke", "Old laptop", "--yes")
        try laptop.check("ask", "Asked by the thief?", "--community", "Bearings")
        try office.lab.fault("heal", "h3")
        try office.wait("the laptop, which was away, sees for itself that it is out") {
            let status = try laptop.read(Status.self, "status")
            return status.warnings.contains { $0.contains("This computer was revoked") }
        }
        let own = try laptop.read(DeviceList.self, "device", "list").devices
        #expect(own.first { $0.isThis }?.isIn == false)
        #expect(try laptop.hearth("ask", "Again?", "--community", "Bearings").status == 4)
        let dump = try office.agree([ada, ben])
        #expect(dump.contains("Asked on the laptop") && !dump.contains("thief"))
        let devices = try ada.read(DeviceList.self, "device", "list").devices
        #expect(devices.map(\.isIn) == [true, false])
        #expect(devices.last?.name == "Old laptop")
        #expect(try ada.hearth("device", "revoke", "Old laptop", "--yes").status == 2)
    }

    /// J9.6: what was read on one computer of a person is read on the other.
    private func marks(_ ada: Node, _ ben: Node, _ laptop: Node, _ office: Office) throws {
        let asked = try ada.read(Saved.self, "ask", "--new", "Why?", "--community", "Bearings")
        try office.wait("Ben answers") {
            try ben.hearth("answer", asked.code, "Bearing, not belt.").status == 0
        }
        for node in [ada, laptop] {
            try office.wait("\(node.name) has news") {
                try node.check("inbox").contains("answered")
            }
        }
        try laptop.check("inbox", "read", asked.code)
        try office.wait("Ada's other computer knows that it was read") {
            try !ada.check("inbox").contains("answered")
        }
    }

    @Test("two colleagues bring back somebody who lost everything; everybody sees who did")
    func recovery() throws {
        guard let office = try Office(people: 4, name: "recovery") else { return }
        defer { office.close() }
        let (ada, ben, gus, fresh) = (
            office.nodes[0], office.nodes[1], office.nodes[2], office.nodes[3]
        )
        try open(office, [ada, ben, gus])
        let before = try gus.read(Identity.self, "whoami").person.id
        try office.agree([ada, ben, gus])
        try fresh.start()
        try fresh.check("init", "--name", "Gus", "--no-start")
        try pair(ada, ["recover", "Gus"], fresh, ["join"])
        try office.wait("the new laptop shows four words") {
            try fresh.read(Identity.self, "whoami").recoveryWords?.count == 4
        }
        let words = try fresh.read(Identity.self, "whoami").recoveryWords ?? []
        #expect(try gus.hearth("status").status == 0)
        #expect(try ada.hearth("recover", "Gus").status == 5, "one colleague has one word")
        try office.wait("Ben sees the first word") {
            try ben.read(PersonDetails.self, "people", "Gus").recovery != nil
        }
        let refused = try ben.hearth("recover", "Gus", input: "n\n")
        #expect(refused.status == 4)
        #expect(refused.standardOutput.contains(words.joined(separator: "   ")))
        try ben.check("recover", "Gus", "--yes")
        try office.wait("the new laptop is Gus's") {
            try fresh.read(DeviceList.self, "device", "list").devices.contains {
                $0.isThis && $0.isIn
            }
        }
        #expect(try fresh.read(Identity.self, "whoami").person.id == before)
        try office.wait("the lost laptop knows that it is out") {
            try gus.hearth("community", "new", "Thieves").status == 4
        }
        let details = try ada.read(PersonDetails.self, "people", "Gus")
        let step = details.history.last { $0.kind == .recovered }
        #expect(Set((step?.by ?? []).map(\.name)) == ["Ada", "Ben"])
        try fresh.check("community", "new", "Seals")
        let dump = try office.agree([ada, ben, fresh])
        #expect(dump.contains("Seals") && !dump.contains("Thieves"))
        try verify(ada, "Gus", fresh, "Ada", office)
    }

    private func verify(
        _ one: Node, _ other: String, _ second: Node, _ name: String, _ office: Office
    ) throws {
        let first = try one.hearth("verify", other, input: "n\n")
        let again = try second.hearth("verify", name, input: "n\n")
        let words = first.standardOutput.split(separator: "\n").first { $0.hasPrefix("    ") }
        #expect(words != nil && again.standardOutput.contains(words ?? "?"))
        try one.check("verify", other, "--yes")
        try office.wait("\(other) sees who verified") {
            try second.read(PersonDetails.self, "people", other).verifiedBy.map(\.name) == [name]
        }
    }

    @Test("the door key marks as departed, everybody sees it, and a colleague undoes it")
    func doorKey() throws {
        guard let office = try Office(people: 3, name: "door") else { return }
        defer { office.close() }
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        let key = office.folder.appendingPathComponent("door.key").path
        try open(office, [ada, ben, gus], doorKey: key)
        try ada.check("community", "new", "Bearings")
        for node in [ben, gus] {
            try office.wait("\(node.name) is in the community") {
                try node.hearth("community", "join", "Bearings").status == 0
            }
        }
        let asked = try ben.read(
            Saved.self, "ask", "--new", "Ben's words?", "--community", "Bearings")
        try office.agree()
        #expect(try gus.hearth("depart", "Ben", "--confirm", "--yes").status == 5)
        try doubt(gus, by: [ada, ben], office)
        try gus.check("depart", "Ben", "--door-key", key, "--yes")
        try office.wait("Ben's laptop says that it is over") {
            try ben.hearth("ask", "After?", "--community", "Bearings").status == 4
        }
        #expect(try ben.check("whoami").contains("You have left"))
        for node in [ada, gus] {
            try office.wait("\(node.name) sees the use of the key") {
                try node.read(PersonDetails.self, "people", "Ben").history.last?.kind
                    == .departedByDoorKey
            }
            #expect(try node.hearth("show", asked.code).standardOutput.contains("Ben's words"))
        }
        try ada.check("readmit", "Ben")
        try office.wait("Gus sees that Ben is back") {
            try gus.read(PersonDetails.self, "people", "Ben").standing == .member
        }
        try office.wait("Ben may write again, with the node that he has") {
            try ben.hearth("ask", "Back again?", "--community", "Bearings").status == 0
        }
        let dump = try office.agree()
        #expect(dump.contains("Back again") && dump.contains("Ben's words"))
    }

    /// Two colleagues say that somebody has left, who then shows up.
    private func doubt(_ absent: Node, by colleagues: [Node], _ office: Office) throws {
        for colleague in colleagues { try colleague.check("depart", absent.name, "--yes") }
        for node in colleagues + [absent] {
            try office.wait("\(node.name) knows both words") {
                let list = try node.read(DepartureList.self, "departures").departures
                return list.count == 1 && list.first?.confirmableAt != nil
            }
        }
        let early = try colleagues[0].hearth("depart", absent.name, "--confirm", "--yes")
        #expect(early.status == 5, "three working days are not over")
        try absent.check("list")
        for node in colleagues {
            try office.wait("\(node.name) sees that \(absent.name) is here") {
                try node.read(DepartureList.self, "departures").departures.isEmpty
            }
        }
    }

    @Test("a recovery sheet makes a new laptop the person's and puts all others out")
    func sheet() throws {
        guard let office = try Office(people: 3, name: "sheet") else { return }
        defer { office.close() }
        let (ada, ben, fresh) = (office.nodes[0], office.nodes[1], office.nodes[2])
        try open(office, [ada, ben])
        let sheet = try ada.read(RecoverySheet.self, "recovery", "sheet")
        let page = office.folder.appendingPathComponent("sheet.html")
        try ada.check("recovery", "sheet", "--html", page.path)
        let mode = try FileManager.default.attributesOfItem(atPath: page.path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(try !String(contentsOf: page, encoding: .utf8).contains("://"))
        try office.agree([ada, ben])
        try fresh.start()
        try pair(
            ben, ["invite"], fresh, ["device", "join", "--sheet", "--revoke-others", "--no-start"],
            input: sheet.words.joined(separator: " ") + "\n")
        let devices = try fresh.read(DeviceList.self, "device", "list").devices
        #expect(devices.filter { $0.kind == .computer && $0.isIn }.map(\.isThis) == [true])
        try office.wait("the former laptop knows that it is out") {
            try ada.hearth("community", "new", "Thieves").status == 4
        }
        try fresh.check("community", "new", "Seals")
        #expect(try office.agree([ben, fresh]).contains("Seals"))
        try ben.check("depart", "--words", "former", "--handover", "Ask Ada.", "--yes")
        try office.wait("Ada sees that Ben has left, and whom to ask") {
            let gone = try fresh.read(PersonDetails.self, "people", "Ben")
            return gone.standing == .left && gone.about == "Ask Ada."
        }
        #expect(try ben.hearth("community", "new", "Ghosts").status == 4)
    }

    // MARK: Parts

    /// Starts nodes, of which the first founds the workplace and lets the others in.
    private func open(_ office: Office, _ nodes: [Node], doorKey: String? = nil) throws {
        for node in nodes {
            try node.start()
            try node.check("init", "--name", node.name, "--no-start")
        }
        let door = doorKey.map { ["--door-key", $0] } ?? []
        try nodes[0].check(["workplace", "new", "Plant North"] + door)
        for node in nodes.dropFirst() { try office.pair(nodes[0], with: node) }
    }

    /// Lets one node in by a code of another, with commands of the test's choice.
    private func pair(
        _ inviter: Node, _ first: [String], _ joiner: Node, _ second: [String],
        input: String? = nil
    ) throws {
        let invitation = try inviter.begin(first + ["--yes", "--json"])
        var code: String?
        _ = Patience.holds(within: 20) {
            code = invitation.output.firstMatch(of: /[0-9]{2}-[a-z]+-[a-z]+/).map { String($0.0) }
            return code != nil
        }
        let words = second + [try #require(code), "--yes"]
        try joiner.check(words, input: input, seconds: 120)
        try invitation.finish(seconds: 30)
    }
}
