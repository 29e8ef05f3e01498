import Foundation
import LocalProtocol
import TestKit
import Testing

/// Communities that not everybody reads, with real daemons on several hosts.
@Suite(.serialized)
struct CircleTests {
    @Test("a private circle of two: the third colleague's computer knows nothing of it")
    func privateCircle() throws {
        guard let office = try Office(people: 4, name: "circle") else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben, gus, eli) = (
            office.nodes[0], office.nodes[1], office.nodes[2], office.nodes[3]
        )
        let capture = try Capture(lab: office.lab, file: office.folder.appendingPathComponent("c"))
        try ada.check("community", "new", "Xylophonists", "--private")
        let asked = try ada.read(
            Saved.self, "ask", "--new", "Who plays quodlibets on Monday?", "--community",
            "Xylophonists")
        try ada.check("community", "invite", "Xylophonists", "Ben")
        try accept("Xylophonists", by: ben, office)
        try office.wait("Ben reads the history") {
            try ben.hearth("show", asked.code).status == 0
        }
        try ben.check("answer", asked.code, "I do, with marimbaphones.")
        try office.wait("Ada sees Ben's answer") {
            try ada.check("show", asked.code).contains("marimbaphones")
        }
        let details = try ada.read(CommunityDetails.self, "community", "show", "Xylophonists")
        #expect(details.members.map(\.name) == ["Ada", "Ben"])
        #expect(details.members.last?.letInBy?.map(\.name) == ["Ada"])

        // Gus is in the workplace and in sync with both.
        try gus.check("community", "new", "Bearings")
        try office.wait("the open community is everywhere") {
            try [ada, ben, eli].allSatisfy {
                try $0.check("community", "list").contains("Bearings")
            }
        }
        try outsidersKnowNothing([gus, eli], members: [ada, ben], wire: try capture.stop())
        try codeOnPaper(asked.code, ben, eli, office)
        try leave(ada, ben, eli, office)
        #expect(
            try gus.hearth("community", "show", "Xylophonists").status == 3,
            "a used code opens no door of a computer that was away")
    }

    /// Neither the homes of colleagues outside nor the switch hold anything of the circle.
    private func outsidersKnowNothing(
        _ outsiders: [Node], members: [Node], wire: Data
    ) throws {
        let secrets = try self.secrets(of: members[0], circle: "Xylophonists")
        for node in outsiders {
            for name in ["Xylophonists", "Xylo", "quodlibets", "marimbaphones"] {
                #expect(try !node.holds(Data(name.utf8)), "\(node.name) has \(name)")
            }
            for secret in secrets {
                #expect(try !node.holds(secret), "\(node.name) has an id of the circle")
            }
            #expect(try node.hearth("community", "show", "Xylophonists").status == 3)
        }
        #expect(
            try secrets.filter { $0.count == 32 }.allSatisfy { try members[1].holds($0) },
            "the search finds what is there")
        #expect(wire.count > 10_000, "the capture is too small to mean anything")
        for secret in secrets + [Data("Xylophonists".utf8), Data("quodlibets".utf8)] {
            #expect(wire.range(of: secret) == nil, "the circle shows on the wire")
        }
    }

    /// Ben writes a code; it counts at Ada's computer while Ben's is off.
    private func codeOnPaper(_ code: String, _ ben: Node, _ eli: Node, _ office: Office) throws {
        let paper = try ben.read(
            DoorCode.self, "community", "invite", "Xylophonists", "--code", "--uses", "1")
        try office.wait("Ada knows of Ben's code") {
            try office.nodes[0].dump() == ben.dump()
        }
        try ben.stop()
        #expect(try eli.hearth("community", "join", "--code", "0000-0000").status == 2)
        try eli.check("community", "join", "--code", paper.code.lowercased())
        try office.wait("Eli reads the history") {
            try eli.hearth("show", code).status == 0
        }
        let details = try office.nodes[0].read(
            CommunityDetails.self, "community", "show", "Xylophonists")
        #expect(details.members.first { $0.name == "Eli" }?.letInBy?.map(\.name) == ["Ada"])
        // Ben's computer, which was off, has to know that the code is used up before it is shown
        // again: of two who came in apart the one with the lower stamp is in.
        try ben.start()
        try office.wait("Ben sees Eli") {
            try ben.check("community", "show", "Xylophonists").contains("Eli")
        }
        let gus = office.nodes[2]
        try gus.check("community", "join", "--code", paper.code)
        #expect(try gus.hearth("community", "show", "Xylophonists").status == 3, "used up")
    }

    /// Whoever leaves gets nothing any more, and the key changes by itself.
    private func leave(_ ada: Node, _ ben: Node, _ eli: Node, _ office: Office) throws {
        try ben.check("community", "leave", "Xylophonists")
        try office.wait(
            "Ada's node or Eli's made a new key",
            until: {
                let report = try ada.read(KeyReport.self, "community", "keys", "Xylophonists")
                return report.generation == 2 && !report.isDue && report.lacking.isEmpty
            })
        let later = try ada.read(
            Saved.self, "ask", "--new", "Was the oboe unrepentant?", "--community", "Xylophonists")
        try office.wait("Eli reads on") { try eli.hearth("show", later.code).status == 0 }
        // What is written later and meant for all comes to Ben behind what was not for him.
        try ada.check("community", "new", "Wind players")
        try office.wait("Ben gets what is for everybody") {
            try ben.hearth("community", "show", "Wind players").status == 0
        }
        #expect(try ben.hearth("show", later.code).status == 3)
        #expect(try !ben.check("dump", "--canonical").contains("unrepentant"))
        let keys = try eli.read(KeyReport.self, "community", "keys", "Xylophonists")
        #expect(keys.generation == 2 && keys.generations == 2)
        // Learned keys survive a restart.
        try eli.stop()
        try eli.start()
        #expect(try eli.hearth("show", later.code).status == 0)
        #expect(try ben.hearth("ask", "Still here?", "--community", "Xylophonists").status == 4)
        #expect(try ben.hearth("community", "join", "Xylophonists").status == 4)
        try ada.check("community", "invite", "Xylophonists", "Ben")
        try accept("Xylophonists", by: ben, office)
        try office.wait("Ben is back and reads what he missed") {
            try ben.hearth("show", later.code).status == 0
        }
    }

    @Test("a listed community: everybody sees the name, a member lets in")
    func listed() throws {
        guard let office = try Office(people: 3, name: "listed") else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        try ada.check("community", "new", "Shift leads", "--listed")
        let asked = try ada.read(
            Saved.self, "ask", "--new", "Who has the zephyrous key?", "--community", "Shift leads")
        for node in [ben, gus] {
            try office.wait("\(node.name) sees the name") {
                try node.check("community", "list").contains("Shift leads")
            }
        }
        let joined = try ben.read(CommunitySaved.self, "community", "join", "Shift leads")
        #expect(joined.community.isWaiting == true && !joined.community.isMember)
        #expect(try ben.hearth("ask", "May I?", "--community", "Shift leads").status == 4)
        try office.wait("Ada sees that Ben waits") {
            try ada.read(CommunityDetails.self, "community", "show", "Shift leads")
                .waiting?.map(\.name) == ["Ben"]
        }
        #expect(try gus.hearth("community", "admit", "Shift leads", "Ben").status == 4)
        try ada.check("community", "admit", "Shift leads", "Ben")
        try office.wait("Ben reads the history") { try ben.hearth("show", asked.code).status == 0 }
        #expect(try gus.hearth("show", asked.code).status == 3)
        #expect(try !gus.holds(Data("zephyrous".utf8)))
        let members = try ben.read(CommunityDetails.self, "community", "show", "Shift leads")
        #expect(members.members.map(\.name) == ["Ada", "Ben"])
    }

    // MARK: Helpers

    private func accept(_ community: String, by node: Node, _ office: Office) throws {
        try office.wait("the invitation reaches \(node.name)") {
            try node.read(InvitationList.self, "community", "invitations")
                .invitations.map(\.name) == [community]
        }
        try node.check("community", "invitations", "accept", community)
        try office.wait("\(node.name) is in") {
            let list = try node.read(CommunityList.self, "community", "list")
            return list.communities.contains { $0.name == community && $0.isMember }
        }
    }

    /// The ids of a circle's space and logs, as bytes and as text.
    private func secrets(of node: Node, circle: String) throws -> [Data] {
        let dump = try node.check("dump", "--canonical", "--community", circle)
        var ids: Set<String> = []
        for line in dump.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count >= 2, words[0] == "space" || words[0] == "log", words[1].count == 64 {
                ids.insert(String(words[1]))
            }
        }
        #expect(ids.count >= 2)
        return ids.sorted().flatMap { hex -> [Data] in
            var bytes: [UInt8] = []
            var rest = hex[...]
            while let byte = UInt8(rest.prefix(2), radix: 16) {
                bytes.append(byte)
                rest = rest.dropFirst(2)
            }
            return [Data(hex.utf8), Data(bytes)]
        }
    }
}

extension Node {
    /// Whether some file of the home holds bytes.
    fileprivate func holds(_ bytes: Data) throws -> Bool {
        let files = FileManager.default.enumerator(at: home, includingPropertiesForKeys: nil)
        for case let file as URL in files ?? FileManager.DirectoryEnumerator() {
            guard let content = try? Data(contentsOf: file) else { continue }
            if content.range(of: bytes) != nil { return true }
        }
        return false
    }
}
