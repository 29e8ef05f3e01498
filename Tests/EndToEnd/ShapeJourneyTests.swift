import Foundation
import LocalProtocol
import TestKit
import Testing

/// A listed community opens itself, closes, and gives its questions away; somebody hands over, then
/// leaves; with real daemons on three hosts.
@Suite(.serialized)
struct ShapeJourneyTests {
    @Test("a listed community opens itself, closes, and its open questions find a home (J10.5)")
    func shapes() throws {
        guard let office = try Office(people: 3, name: "opening") else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        try listed(office)
        let old = try ben.read(Saved.self, "ask", "--new", "Said among us", "--community", "Seals")
            .code
        try office.spread(old, [ada])
        #expect(try gus.hearth("show", old).status != 0, "Gus is outside")
        try open(office)
        try gus.check("community", "join", "Seals")
        try office.spread(old, [gus])
        let question = try gus.read(
            Saved.self, "ask", "--new", "Now I see it?", "--community", "Seals"
        ).code
        try office.spread(question, [ada, ben])
        #expect(try gus.check("log", "Seals").contains("opened the community to everybody"))

        try gus.check("community", "new", "Bearings")
        for node in [ada, ben] {
            try office.wait("\(node.name) is in Bearings") {
                try node.hearth("community", "join", "Bearings").status == 0
            }
        }
        try close(office)
        #expect(try ada.hearth("ask", "Late?", "--community", "Seals").status == 5)
        for node in office.nodes {
            try office.wait("the questions are at \(node.name)'s in their new home") {
                let list = try node.read(QuestionList.self, "list", "--community", "Bearings")
                return Set(list.questions.compactMap(\.title)) == [
                    "Said among us", "Now I see it?",
                ]
            }
            #expect(try node.check("show", old).contains("goes on in Bearings as Q-"))
        }
        try office.agree()
    }

    /// Ada founds Seals, and lets Ben in.
    private func listed(_ office: Office) throws {
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        try ada.check("community", "new", "Seals", "--listed")
        #expect(try ada.hearth("propose", "Seals", "--visibility", "private").status == 2)
        try office.wait("Ben asks to come in") {
            try ben.hearth("community", "join", "Seals").status == 0
        }
        try office.wait("Ada lets Ben in") {
            try ada.hearth("community", "admit", "Seals", "Ben").status == 0
        }
        try office.wait("Ben is in") {
            try ben.hearth("proposals", "--community", "Seals").status == 0
                && ben.read(CommunityDetails.self, "community", "show", "Seals").community.isMember
        }
        try ben.check("community", "stage", "Seals", "coalescing")
        #expect(try ben.hearth("community", "stage", "Seals", "archived").status == 5)
    }

    private func open(_ office: Office) throws {
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        try ada.check("propose", "Seals", "--visibility", "open", "--draft")
        #expect(try ada.check("proposal", "drafts").contains("Seals"))
        let code = try ada.read(ProposalSaved.self, "proposal", "open", "1").proposal.code
        try decide(code, by: [ada, ben], office)
        // Ada closed first; her computer gives her word by itself once it sees Ben's.
        for node in office.nodes {
            try office.wait("\(node.name) sees that Seals is open") {
                try node.read(CommunityDetails.self, "community", "show", "Seals").community
                    .visibility == .open
            }
        }
    }

    private func close(_ office: Office) throws {
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        let saved = try ada.read(
            ProposalSaved.self, "propose", "Seals", "--close", "--harvest", "shelf 3", "--farewell",
            "So long", "--new-home", "Bearings")
        try decide(saved.proposal.code, by: [ada, ben, office.nodes[2]], office)
        // If the notices were not here when the last one closed, one does it afterwards.
        try office.wait("the questions went") { try ben.hearth("rehome", "Seals").status == 0 }
    }

    @Test("colleagues ask before somebody goes, and read the answers afterwards")
    func handover() throws {
        guard let office = try Office(people: 2, name: "handover") else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        try ben.check("handover", "start", "--note", "Ask Ada about press 4")
        try office.wait("Ada asks") {
            try ada.hearth("handover", "ask", "Ben", "Who has the key?").status == 0
        }
        var code: String?
        try office.wait("Ben is asked") {
            let list = try ben.read(HandoverList.self, "handover", "show", "Ben")
            code = list.handovers.first?.questions.first?.code
            return code != nil
        }
        #expect(try ada.hearth("handover", "answer", code ?? "", "Not I.").status == 4)
        try ben.check("handover", "answer", code ?? "", "It hangs on the hook.")
        try ben.check("depart", "--words", "keep", "--yes")
        try office.wait("Ada reads it after Ben has gone") {
            let shown = try ada.check("handover", "show", "Ben")
            return shown.contains("Ben has left") && shown.contains("It hangs on the hook.")
                && shown.contains("Ask Ada about press 4")
        }
    }

    // MARK: Helpers

    /// All of some people consent, and the first two close it.
    private func decide(_ code: String, by people: [Node], _ office: Office) throws {
        try office.spread(code, people)
        for node in people { try node.check("consent", code) }
        for node in people {
            try office.wait("\(node.name) has heard everybody") {
                try node.read(Shown.self, "show", code).proposal?.silent.isEmpty == true
            }
        }
        try people[0].check("close", code)
        try office.wait("\(people[1].name) sees that it was closed once") {
            try people[1].read(Shown.self, "show", code).proposal?.closedBy.count == 1
        }
        try people[1].check("close", code)
        for node in people {
            try office.wait("\(node.name) knows the end") {
                try node.read(Shown.self, "show", code).proposal?.state == .adopted
            }
        }
    }
}
