import Foundation
import LocalProtocol
import Testing

/// How a community lives, with real daemons on several hosts and the real command.
@Suite(.serialized)
struct LifeTests {
    @Test("J2 and J5: a problem on the wall, an experiment that failed and was told")
    func problemAndExperiment() throws {
        guard let office = try Office(people: 3, name: "life") else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        let raised = try ada.read(
            Saved.self, "problem", "new", "--new", "Seal leaks after wash-down", "--place",
            "Press 4")
        try office.wait("the wall is everywhere") {
            try [ben, gus].allSatisfy { try $0.check("wall").contains("Seal leaks") }
        }
        try ben.check("problem", "mark", raised.code, "will-work", "--note", "have a leak rig")
        try gus.check("problem", "mark", raised.code, "me-too")
        try office.wait("Ada sees the marks") {
            try ada.check("wall").contains("3 people: name a community for it?")
        }
        #expect(try gus.hearth("problem", "close", raised.code).status == 4)
        #expect(
            try gus.hearth("problem", "resolve", raised.code, "--by", "Q-00000").status == 3)

        try ada.check("community", "new", "Seals")
        try office.wait("Ben joins") {
            try ben.hearth("community", "join", "Seals").status == 0
        }
        try ada.check("problem", "adopt", raised.code, "--community", "Seals")
        let planned = try ada.read(
            Saved.self, "experiment", "new", "--new", "Ceramic seal on press 4", "--worst",
            "2 h downtime",
            "--stop", "any leak", "--review", "2027-07-01", "--problem", raised.code)
        try office.wait("Ben pledges") {
            try ben.hearth("pledge", planned.code, "4 h, leak rig").status == 0
        }
        try ada.check("experiment", "start", planned.code)
        let silent = try ada.hearth("experiment", "end", planned.code, "--outcome", "did-not")
        #expect(silent.status == 2 && silent.standardError.contains("What did you learn?"))
        try ada.check(
            "experiment", "end", planned.code, "--outcome", "did-not", "--learning",
            "cracks under thermal shock", "--retry-if", "the wash is below 60 °C")
        try office.wait("Ben reads what was learned") {
            let shown = try ben.check("show", planned.code)
            return shown.contains("cracks under thermal shock") && shown.contains("Ada")
        }
        try office.agree([ada, ben])
        // J2.4 and J5.6: whoever begins the same again sees it first.
        let again = try ben.check(
            "experiment", "new", "ceramic seals", "--worst", "1 h", "--community", "Seals")
        #expect(again.contains(planned.code) && again.contains("cracks under thermal shock"))
        try tells(of: raised, gus)
        try tellsScripts(of: planned, ben)
    }

    /// Whoever raises it again is shown what is here, unless they say that it is new.
    private func tells(of raised: Saved, _ gus: Node) throws {
        #expect(try gus.check("problem", "new", "Leaking seals").contains(raised.code))
        let quiet = try gus.check("problem", "new", "Leaking seals too", "--new")
        #expect(!quiet.contains(raised.code))
    }

    /// S1: a script that asks gets what is here, with an exit code of its own, and writes nothing.
    private func tellsScripts(of planned: Saved, _ ben: Node) throws {
        let draft = ["ask", "Do ceramic seals crack under thermal shock?", "--community", "Seals"]
        let before = try ben.read(QuestionList.self, "list").questions.count
        let told = try ben.command(draft + ["--json"], input: nil, seconds: 60).run()
        #expect(told.status == 7)
        let found = try JSONDecoder().decode(
            [String: [JSONValue]].self, from: Data(told.standardOutput.utf8))
        #expect(Set(found.keys) == ["similar", "people"])
        #expect(told.standardOutput.contains(planned.code))
        #expect(told.standardOutput.contains("\"Ada\""))
        #expect(try ben.read(QuestionList.self, "list").questions.count == before)
        let written = try ben.check(draft + ["--json", "--yes-new"])
        #expect(try JSONDecoder().decode(Saved.self, from: Data(written.utf8)).code.hasPrefix("Q-"))
        #expect(try ben.read(QuestionList.self, "list").questions.count == before + 1)
    }

    @Test("J1: an event moved on two computers apart is disputed until somebody picks a time")
    func event() throws {
        guard let office = try Office(people: 2, name: "event") else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        let called = try ada.read(
            Saved.self, "event", "new", "Kick-off", "--start", "2027-05-04T13:00:00Z", "--place",
            "Canteen", "--wall", "--rooms", "3", "--slots", "2")
        try office.wait("Ben sees it") {
            try ben.check("event", "list").contains("Kick-off")
        }
        #expect(try ada.check("event", "ics", called.code).contains("SEQUENCE:0"))
        try ben.check("event", "rsvp", called.code, "yes", "--plus", "1")
        try ben.stop()
        try ada.check("event", "move", called.code, "--start", "2027-05-04T14:00:00Z")
        try ada.stop()
        try ben.start()
        try ben.check("event", "move", called.code, "--start", "2027-05-04T15:00:00Z")
        try ada.start()
        for node in [ada, ben] {
            try office.wait("\(node.name) sees the dispute") {
                try node.check("show", called.code).contains("time disputed")
            }
        }
        try ada.check("event", "move", called.code, "--start", "2027-05-04T15:00:00Z")
        try office.wait("Ben sees the time that was picked") {
            try !ben.check("show", called.code).contains("time disputed")
        }
        #expect(try ben.check("event", "ics", called.code).contains("SEQUENCE:3"))
    }

    @Test("S12: a page that two write apart while they can't meet has the words of both")
    func pages() throws {
        guard let office = try Office(people: 2, name: "pages") else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        try ada.check("community", "new", "Seals")
        try office.wait("Ben joins") {
            try ben.hearth("community", "join", "Seals").status == 0
        }
        let asked = try ada.read(Saved.self, "ask", "--new", "Why does it rattle?")
        try office.wait("Ben answers") {
            try ben.hearth("answer", asked.code, "Bearing, not belt.").status == 0
        }
        try office.wait("Ada has the answer") {
            try ada.check("show", asked.code).contains("Bearing")
        }
        let page = try ada.read(
            Saved.self, "distil", asked.code, "--new", "Noises of press 4", "--no-edit")
        try office.wait("Ben has the page") {
            try ben.hearth("page", "show", page.code).standardOutput.contains(
                "Bearing, not belt. — Ben")
        }
        let text = try ada.read(Page.self, "page", "show", page.code).text
        try ben.stop()
        try ada.check("page", "edit", page.code, text + "\n\nGrease every Friday.")
        try ada.stop()
        try ben.start()
        try ben.check("page", "edit", page.code, "Listen first.\n\n" + text)
        try ada.start()
        for node in [ada, ben] {
            try office.wait("\(node.name) has both") {
                let shown = try node.check("page", "show", page.code)
                return shown.contains("Friday") && shown.contains("Listen first")
                    && shown.contains("Written by Ben, Ada")
            }
            #expect(try node.check("page", "history", page.code).contains("Friday"))
            #expect(try node.check("page", "blame", page.code).contains("Listen first."))
        }
        try office.agree([ada, ben])
    }
}
