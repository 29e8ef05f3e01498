import Foundation
import LocalProtocol
import Testing

/// What was learned finds the next one, who knows is found, and a newcomer catches up; with real
/// daemons on three hosts, of which one comes late.
@Suite(.serialized)
struct KnowingTests {
    @Test("J5 to J9: a failure is built on, value is confirmed, who knows is found, Gus catches up")
    func knowing() throws {
        guard let office = try Office(people: 3, name: "knowing") else { return }
        defer { office.close() }
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        for node in office.nodes {
            try node.start()
            try node.check("init", "--name", node.name, "--no-start")
        }
        try ada.check("workplace", "new", "Plant North")
        try office.pair(ada, with: ben)
        try ada.check("community", "new", "Seals")
        try ada.check("role", "take", "greeter", "--community", "Seals")
        try office.wait("Ben joins") { try ben.hearth("community", "join", "Seals").status == 0 }
        let answer = try exchange(office)
        let failed = try failure(office)
        try newcomer(failed, office)
        try builtOn(failed, office)
        try value(failed, office)
        try mirror(of: answer, office)
        try whoKnows(office)
        try scripts(gus, ada, office)
        try office.agree()
        try digest(failed, office)
    }

    /// A question of Ada's that Ben answered.
    private func exchange(_ office: Office) throws -> String {
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        let asked = try ada.read(
            Saved.self, "ask", "--new", "Seal leaks after wash-down?", "--community", "Seals"
        ).code
        try office.spread(asked, [ben])
        let answer = try ben.read(
            Saved.self, "answer", asked, "Regrease the seal before each wash-down."
        ).code
        try office.spread(answer, [ada])
        try ada.check("worked", answer, "yes", "--machine", "Press 4")
        try ada.check("ask", "--new", "Who has the list of spares?", "--community", "Seals")
        return answer
    }

    private func failure(_ office: Office) throws -> String {
        let ada = office.nodes[0]
        let planned = try ada.read(
            Saved.self, "exp", "new", "Ceramic seal on press 4", "--new", "--worst", "2 h downtime",
            "--stop", "any leak", "--review", "2027-07-01", "--community", "Seals"
        ).code
        try ada.check("exp", "start", planned)
        try ada.check(
            "exp", "end", planned, "--outcome", "did-not", "--learning",
            "cracks under thermal shock", "--retry-if", "the wash is below 60 °C")
        return planned
    }

    /// J9.1 to J9.4: Gus comes, sees what matters in twenty lines, and one person is told to greet.
    private func newcomer(_ failed: String, _ office: Office) throws {
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        try office.pair(ben, with: gus)
        #expect(try gus.check("whoami").contains("Ben"), "who vouched stands there")
        try office.wait("Gus joins") { try gus.hearth("community", "join", "Seals").status == 0 }
        try office.wait("Gus catches up") {
            let caught = try gus.check("catchup", "Seals")
            return caught.contains("cracks under thermal shock") && caught.contains("Ada")
        }
        let caught = try gus.read(CatchUp.self, "catchup", "Seals")
        #expect(caught.sections.flatMap(\.entries).count <= 20)
        #expect(caught.people.map(\.name) == ["Ada"])
        try office.wait("the greeter is told") { try ada.check("inbox").contains("Gus") }
        #expect(try !ben.check("inbox").contains("Gus"), "nobody else is")
        // What can be done on the first day is done by doing it; here, a question gets a tag.
        let task = try #require(caught.tasks.first { $0.kind == .tag })
        try office.wait("the question is here") { try gus.hearth("show", task.code).status == 0 }
        try gus.check("edit", task.code, "--tag", "wash-down")
        try office.wait("it is done") {
            try !gus.read(CatchUp.self, "catchup", "Seals").tasks.contains(task)
        }
        try gus.check("inbox", "fresh")
        #expect(try gus.check("inbox").contains("Nothing is unread"))
    }

    /// J5.6: whoever begins the same sees it first; building on it is told to its author.
    private func builtOn(_ failed: String, _ office: Office) throws {
        let (ada, gus) = (office.nodes[0], office.nodes[2])
        let told = try gus.check(
            "exp", "new", "ceramic seals", "--worst", "1 h", "--stop", "leak", "--community",
            "Seals")
        #expect(told.contains(failed) && told.contains("the wash is below 60 °C"))
        let own = try #require(told.matches(of: /X-[0-9A-Z]{5}/).last).0
        try gus.check("exp", "reuse", failed, "--in", String(own))
        try office.wait("Ada is told") {
            try ada.check("inbox").contains("Gus builds on Ceramic seal on press 4")
        }
    }

    /// J5.7: a claim is marked so until somebody else confirms it.
    private func value(_ failed: String, _ office: Office) throws {
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        let story = try ada.read(
            Saved.self, "value", "new", "Wash at 60 °C", "--applied", "wash set to 60 °C",
            "--realised", "12 h a month", "--about", failed, "--community", "Seals"
        ).code
        try office.spread(story, [ben])
        #expect(try ben.check("value", "list").contains("not confirmed"))
        _ = try ada.hearth("value", "confirm", story)
        #expect(try ada.check("value", "list").contains("not confirmed"), "one's own word")
        try ben.check("value", "confirm", story)
        try office.wait("Ada sees who confirms it") {
            let shown = try ada.check("value", "list")
            return shown.contains("confirmed") && !shown.contains("not confirmed")
        }
    }

    /// J6.2 and J6.3: thanks are one's own to see, and nothing sorts people.
    private func mirror(of answer: String, _ office: Office) throws {
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        for node in [ada, gus] {
            try office.spread(answer, [node])
            try node.check("thanks", answer, "Saved my night shift")
        }
        try office.wait("Ben sees what his words were good for") {
            let mirror = try ben.check("mirror")
            return mirror.contains("2 colleagues thanked you") && mirror.contains(answer)
        }
        #expect(try ada.hearth("mirror", "--person", "Ben").status == 4)
        let commands = try ada.check("--help") + ada.check("people", "--help")
        for word in ["rank", "leader", "top", "score"] {
            #expect(!commands.lowercased().contains(" \(word) "), "\(word)")
        }
    }

    /// J7.1, J7.4 and J7.5: with reasons, computed here, and whoever opts out is named nowhere.
    private func whoKnows(_ office: Office) throws {
        let (ben, gus) = (office.nodes[1], office.nodes[2])
        try office.lab.fault("cut", "h3")
        let found = try gus.read(Knowers.self, "who-knows", "seal", "wash-down").people
        try office.lab.fault("heal", "h3")
        let known = try #require(found.first { $0.person.name == "Ben" })
        #expect(!known.reasons.isEmpty)
        try ben.check("findable", "no")
        try office.wait("Ben is named no more") {
            try !gus.read(Knowers.self, "who-knows", "seal", "wash-down").people.contains {
                $0.person.name == "Ben"
            }
        }
        #expect(try gus.check("search", "regrease").contains("Ben"), "his words stay")
    }

    /// J7.6: scripts without spaces and from right to left.
    private func scripts(_ reader: Node, _ writer: Node, _ office: Office) throws {
        for (title, word) in [("シールが漏れる", "漏れ"), ("كيف نغسل المكبس؟", "المكبس")] {
            let code = try writer.read(
                Saved.self, "ask", "--new", title, "--community", "Seals"
            ).code
            try office.spread(code, [reader])
            #expect(try reader.check("search", word).contains(code))
        }
    }

    /// J5.5, J6.5, J8: what was learned and who is thanked stand on the wall, with names and codes.
    private func digest(_ failed: String, _ office: Office) throws {
        let ben = office.nodes[1]
        let hidden = try office.nodes[0].read(
            CommunitySaved.self, "community", "new", "Works council", "--private", "--new")
        try office.nodes[0].check(
            "ask", "--new", "Between us only", "--community", hidden.community.code)
        let digest = try ben.check("digest", "--since", "7d")
        for words in [
            failed, "cracks under thermal shock", "Ada", "Saved my night shift", "to Ben",
        ] {
            #expect(digest.contains(words), "no \(words)")
        }
        try office.lab.fault("partition", "h1|h2|h3")
        for node in office.nodes.prefix(2) {
            #expect(try node.check("digest", "--issue").contains("Plant North, issue 1"))
        }
        try office.lab.fault("heal-all")
        for node in office.nodes {
            try office.wait("\(node.name) tells the two issues apart") {
                let issues = try node.check("digest", "--issues")
                return issues.contains("1-Ada") && issues.contains("1-Ben")
            }
        }
        let own = try office.nodes[0].check("digest", "--since", "7d")
        #expect(!own.contains("Between us only") && !own.contains("Works council"))
    }
}
