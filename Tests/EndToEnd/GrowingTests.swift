import Foundation
import LocalProtocol
import Testing

/// How a community grows out of a problem, and how an answer does; with real daemons on four hosts.
///
/// The parts are steps of J1 to J5, in one office because each needs what the ones before left.
@Suite(.serialized)
struct GrowingTests {
    @Test("J1 to J4: a community grows from a problem, answers are tried, edited, flagged")
    func growing() throws {
        guard let office = try Office(people: 4, name: "growing") else { return }
        defer { office.close() }
        try office.open()
        try calendar(office)
        let problem = try wall(office)
        try community(from: problem, office)
        try coordinators(office)
        try conditions(office)
        let (asked, answer) = try answeredOffSite(office)
        try experience(with: answer, to: asked, office)
        try twoVersions(of: answer, to: asked, office)
        try flags(on: answer, office)
        try office.wait("all hold the same of what all are in") {
            let dumps = try office.nodes.map {
                try $0.check("dump", "--canonical", "--community", "Seals")
            }
            return Set(dumps).count == 1
        }
    }

    /// J1.1, J1.4 and J1.5: what hangs on the wall, and who comes, also without a computer.
    private func calendar(_ office: Office) throws {
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        let called = try ada.read(
            Saved.self, "event", "new", "Kick-off", "--start", "2027-05-04T13:00", "--place",
            "Canteen", "--wall")
        try office.spread(called.code, [ben])
        let kit = office.folder.appendingPathComponent("kit")
        try ada.check("kit", "print", "--event", called.code, "--out", kit.path)
        let sheets = try FileManager.default.contentsOfDirectory(atPath: kit.path)
        #expect(sheets.filter { $0.hasSuffix(".html") }.count == 6)
        let poster = try String(
            contentsOf: kit.appendingPathComponent("1-poster.html"), encoding: .utf8)
        for words in ["<svg", "Canteen", "problem"] { #expect(poster.contains(words)) }
        #expect(!poster.contains("src=\"http"), "a sheet needs nothing from elsewhere")
        try ben.check("event", "rsvp", called.code, "yes", "--plus", "1")
        try ada.check("event", "checkin", called.code, "Dana", "--consent", "spoken")
        for node in [ada, ben] {
            try office.wait("\(node.name) sees who comes") {
                let shown = try node.check("show", called.code)
                return shown.contains("Ben: yes") && shown.contains("Ben: 1")
                    && shown.contains("Dana")
            }
        }
    }

    /// J2.2 and J2.5: on behalf of somebody without a computer, and nobody closes another's problem.
    private func wall(_ office: Office) throws -> String {
        let (ada, ben, gus, eli) = (
            office.nodes[0], office.nodes[1], office.nodes[2], office.nodes[3]
        )
        let paper = try ada.read(
            Saved.self, "problem", "new", "Night shift has no spare list", "--new", "--on-behalf",
            "N. from shift C", "--consent", "paper")
        try office.spread(paper.code, [ben])
        let shown = try ben.check("show", paper.code)
        #expect(shown.contains("N. from shift C") && shown.contains("Ada"))
        let raised = try eli.read(
            Saved.self, "problem", "new", "--new", "Seal leaks after wash-down", "--place",
            "Press 4")
        try office.spread(raised.code, [ada, ben, gus])
        #expect(try ada.hearth("problem", "close", raised.code).status == 4)
        try ben.check("problem", "mark", raised.code, "will-work", "--note", "have a leak rig")
        try gus.check("problem", "mark", raised.code, "me-too")
        return raised.code
    }

    /// J3.1 to J3.5: named after its problem; who marked it is told, nobody is joined.
    private func community(from problem: String, _ office: Office) throws {
        let (ada, ben, gus, eli) = (
            office.nodes[0], office.nodes[1], office.nodes[2], office.nodes[3]
        )
        try office.wait("Ada sees the hint") {
            try ada.check("wall").contains("name a community for it?")
        }
        try ada.check("community", "new", "Seals", "--from", problem)
        try office.wait("Ben, who will work on it, is told of the community") {
            try ben.check("inbox").contains("Ada started a community about Seal leaks")
        }
        let alone = try ben.read(CommunityDetails.self, "community", "show", "Seals")
        #expect(alone.members.map(\.name) == ["Ada"] && !alone.community.isMember)
        #expect(alone.community.stage == nil || alone.community.stage == .potential)
        for node in [ben, gus, eli] { try node.check("community", "join", "Seals") }
        try office.wait("Ada sees all four") {
            try ada.read(CommunityDetails.self, "community", "show", "Seals").members.count == 4
        }
        let grown = try ada.read(CommunityDetails.self, "community", "show", "Seals")
        #expect(grown.suggestedStage == .coalescing && grown.community.stage != .coalescing)
        try ada.check("community", "stage", "Seals", "coalescing")
        try office.wait("Gus sees the stage that was declared") {
            try gus.read(CommunityDetails.self, "community", "show", "Seals").community.stage
                == .coalescing
        }
        #expect(try ben.check("community", "new", "Seal wear").contains("Seals"))
        #expect(
            try ben.hearth("role", "take", "coordinator", "--community", "Seal wear").status == 0)
        #expect(try ben.hearth("community", "leave", "Seal wear").status == 0)
        try office.wait("Gus sees that nobody coordinates it") {
            let shown = try gus.hearth("roles", "Seal wear").standardOutput
            return shown.contains("coordinator") && !shown.contains("Ben")
        }
    }

    /// J3.7: two take the same role apart; both have it.
    private func coordinators(_ office: Office) throws {
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        try office.lab.fault("partition", "h1|h2|h3|h4")
        for node in [ada, ben] {
            try node.check("role", "take", "coordinator", "--community", "Seals")
        }
        try office.lab.fault("heal-all")
        try office.wait("both are coordinators") {
            let shown = try gus.check("roles", "Seals")
            return shown.contains("Ada") && shown.contains("Ben")
        }
    }

    /// J3.6: a sponsor accepts with a pledge, and the card of conditions has six aspects.
    private func conditions(_ office: Office) throws {
        let (ada, eli) = (office.nodes[0], office.nodes[3])
        try ada.check("role", "ask", "Eli", "sponsor", "--community", "Seals")
        var code: String?
        try office.wait("Eli is asked") {
            let asked = try eli.check("roles", "Seals").firstMatch(
                of: /Eli was asked by Ada +(R-[0-9A-Z]{5})/)
            code = asked.map { String($0.1) }
            return code != nil
        }
        try eli.check("role", "accept", code ?? "", "--pledge", "2 h a week, room 3")
        try office.wait("Ada sees the pledge") {
            try ada.check("roles", "Seals").contains("2 h a week, room 3")
        }
        let aspects = ["social", "cultural", "technical", "physical", "economic", "political"]
        for aspect in aspects {
            try ada.check(
                "conditions", "set", aspect, "What is in the way", "--community", "Seals",
                "--changed-by", "Eli")
        }
        let card = try ada.check("conditions", "--community", "Seals")
        for aspect in aspects { #expect(card.contains(aspect), "\(aspect) is not on the card") }
    }

    /// J4.2 and J4.4: answered while off site; a second answer stands beside it.
    private func answeredOffSite(_ office: Office) throws -> (question: String, answer: String) {
        let (ada, ben, eli) = (office.nodes[0], office.nodes[1], office.nodes[3])
        let asked = try eli.read(
            Saved.self, "ask", "--new", "Rattle after wash-down?", "--community", "Seals"
        ).code
        try office.spread(asked, [ada, ben])
        try office.lab.fault("cut", "h2")
        try office.wait("Ben's computer has noticed") {
            try ben.read(PeerList.self, "peers").peers.allSatisfy { $0.state != .connected }
        }
        let answered = try ben.read(
            Saved.self, "answer", asked, "Bearing, not belt. Regrease before the wash.")
        #expect(answered.durability.holding == 0)
        let other = try ada.read(Saved.self, "answer", asked, "Look at the belt.").code
        try office.lab.fault("heal", "h2")
        try office.spread(answered.code, [ada, eli])
        try office.spread(other, [eli])
        try eli.check("accept", answered.code)
        try office.wait("Ada sees what was accepted, and her own") {
            let shown = try ada.check("show", asked)
            return shown.contains("accepted") && shown.contains("Look at the belt.")
        }
        return (asked, answered.code)
    }

    /// J4.5: yes and no stand beside each other, and a later yes doesn't outweigh the no.
    private func experience(with answer: String, to asked: String, _ office: Office) throws {
        let (ada, gus, eli) = (office.nodes[0], office.nodes[2], office.nodes[3])
        try office.spread(answer, [gus])
        try ada.check("worked", answer, "yes", "--machine", "Press 4", "--date", "2026-05-12")
        try gus.check("worked", answer, "no", "--machine", "Press 7", "--note", "sealed type")
        try office.wait("Eli sees both") {
            let shown = try eli.check("show", asked)
            return shown.contains("tried once, except Press 7: sealed type")
        }
        try eli.check("worked", answer, "yes", "--machine", "Press 4")
        try office.wait("it is confirmed, but for one machine") {
            let shown = try ada.check("show", asked)
            return shown.contains("confirmed, except Press 7: sealed type")
        }
    }

    /// J4.6: of two versions written apart one is shown; others suggest, and don't edit.
    private func twoVersions(of answer: String, to asked: String, _ office: Office) throws {
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        #expect(try ada.hearth("edit", answer, "The belt.").status == 4)
        let words = try ada.read(
            Saved.self, "suggest", "words", answer, "Bearing. Regrease, then wash."
        ).code
        try office.wait("Ben sees what is suggested") {
            try ben.check("show", asked).contains(words)
        }
        try ben.check("suggest", "take", words)
        try office.wait("Ada's words are Ben's now") {
            try ada.check("show", asked).contains("Regrease, then wash.")
        }
    }

    /// J4.7: flags count for the version that they were put on.
    private func flags(on answer: String, _ office: Office) throws {
        let (ada, ben, gus, eli) = (
            office.nodes[0], office.nodes[1], office.nodes[2], office.nodes[3]
        )
        for node in [ada, gus] { try node.check("flag", answer, "--reason", "wrong") }
        try office.lab.fault("cut", "h4")
        try office.wait("Eli is alone") {
            try eli.read(PeerList.self, "peers").peers.allSatisfy { $0.state != .connected }
        }
        try ben.check("edit", answer, "Bearing; on sealed types ask the maker.")
        try eli.check("flag", answer, "--reason", "wrong")
        try office.lab.fault("heal", "h4")
        for node in office.nodes {
            try office.wait("\(node.name) sees the new version, which nobody flagged") {
                try node.check("show", answer).contains("ask the maker")
            }
        }
    }
}
