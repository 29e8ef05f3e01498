import Foundation
import LocalProtocol
import TestKit
import Testing

/// How communities decide, become one, part, end and begin again; with real daemons on three
/// hosts.
@Suite(.serialized)
struct JourneyTests {
    @Test("an objection with a reason stops a rule (J3.6)")
    func objection() throws {
        guard let office = try Office(people: 3, name: "rule") else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        try found("Bearings", office.nodes, office)
        let saved = try gus.read(
            ProposalSaved.self, "propose", "Bearings", "--agreement", "A weekly report to Gus")
        let code = saved.proposal.code
        try office.spread(code, office.nodes)
        #expect(try ben.hearth("object", code).status == 2, "an objection needs a reason")
        try ben.check("object", code, "Reports make us write less.")
        try ada.check("consent", code)
        try office.wait("Ada sees Ben's reason") {
            try ada.check("show", code).contains("Ben objects: Reports make us write less.")
        }
        #expect(try close(code, by: ada).state == .open)
        #expect(try ada.hearth("close", code).status == 5, "it takes two")
        try office.wait("Ben sees that Ada closed it") {
            try ben.read(Shown.self, "show", code).proposal?.closedBy.map(\.name) == ["Ada"]
        }
        #expect(try close(code, by: ben).state == .notAdopted)
        for node in office.nodes {
            try office.wait("\(node.name) knows the end") { try state(code, node) == .notAdopted }
            let list = try node.read(AgreementList.self, "agreements", "Bearings")
            #expect(list.inForce == 0 && list.budget == 7 && list.agreements.isEmpty)
            #expect(try node.check("agreements", "Bearings").contains("0 of 7"))
        }
        try office.agree()
    }

    @Test("communities merge, fork, close and reopen (J10.2 to J10.6)")
    func transformations() throws {
        guard let office = try Office(people: 3, name: "shapes") else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        let bearings = try found("Bearings", [ada, gus], office)
        let seals = try found("Seals", [ada, ben, gus], office)
        let old = try ben.read(Saved.self, "ask", "--new", "Which seal?", "--community", "Seals")
            .code
        try office.spread(old, office.nodes)
        try merge(office)
        try oldCodes(old, seals: seals, bearings: bearings, office)
        let fork = try fork(office)
        try closeAndReopen(office)
        // Once everybody is in everything, everybody holds the same.
        for node in [ada, ben] { try node.check("community", "join", fork) }
        let dump = try office.agree()
        for words in ["Which seal?", "And bearings?", "Faster?", "Still there?", "Welcome back"] {
            #expect(dump.contains(words), "\(words) is lost")
        }
    }

    /// Ada and Gus merge Seals into Bearings while Ben, who is only in Seals, is off site.
    private func merge(_ office: Office) throws {
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        let saved = try ada.read(ProposalSaved.self, "propose", "Seals", "--merge-into", "Bearings")
        let code = saved.proposal.code
        let twin = try #require(saved.counterpart?.code)
        try office.spread(code, office.nodes)
        try office.spread(twin, [gus])
        #expect(try ben.hearth("show", twin).status == 3, "Ben is not in Bearings")
        #expect(try gus.hearth("close", code).status == 5, "stopped without a reason")
        for node in [ada, gus] {
            for proposal in [code, twin] { try node.check("consent", proposal) }
        }
        try office.wait("Ada knows that only Ben is silent") {
            try ada.read(Shown.self, "show", code).proposal?.silent.map(\.name) == ["Ben"]
        }
        #expect(try ada.hearth("close", code).status == 5, "silence is no consent")
        try ben.check("consent", code)
        for node in [ada, gus] {
            for proposal in [code, twin] { try everybodySpoke(proposal, node, office) }
        }
        try objectOffline(code, twin, office)

        for node in office.nodes {
            try office.wait("\(node.name) sees the review") {
                try state(code, node) == .underReview
            }
            try office.wait("the merge stands at \(node.name)'s") {
                try names(node) == ["Bearings"]
            }
            let shown = try node.check("show", code)
            #expect(shown.contains("under review"))
            #expect(shown.contains("Ben objects (after the closing): Our members would drown."))
        }
    }

    /// Ben objects while his cable is out, and the others close what they know he consented to.
    private func objectOffline(_ code: String, _ twin: String, _ office: Office) throws {
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        try office.lab.fault("cut", "h2")
        try ben.check("object", code, "Our members would drown.")
        for proposal in [code, twin] {
            #expect(try close(proposal, by: ada).state == .open)
            try office.wait("Gus sees that Ada closed it") {
                try gus.read(Shown.self, "show", proposal).proposal?.closedBy.count == 1
            }
            #expect(try close(proposal, by: gus).state == .adopted)
        }
        try office.wait("Ada sees one community") { try names(ada) == ["Bearings"] }
        #expect(try Set(names(ben)) == ["Bearings", "Seals"], "Ben knows nothing of it")

        try office.lab.fault("heal", "h2")
    }

    /// All codes from before the merge lead to the same community.
    private func oldCodes(
        _ question: String, seals: String, bearings: String, _ office: Office
    ) throws {
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        for node in office.nodes {
            try office.wait("\(node.name) sees all members") {
                try node.read(Shown.self, "show", seals).community?.members.count == 3
            }
            let one = try node.read(Shown.self, "show", seals)
            #expect(try node.read(Shown.self, "show", bearings) == one)
            #expect(one.community?.community.name == "Bearings")
            #expect(one.community?.community.merged.map(\.code) == [seals])
            #expect(
                try node.read(Shown.self, "show", question).thread?.question.title
                    == "Which seal?")
            let list = try node.read(QuestionList.self, "list", "--community", bearings)
            #expect(list.questions.map(\.code) == [question])
        }
        // Ben, who was only in Seals, writes in what both have become.
        let later = try ben.read(
            Saved.self, "ask", "--new", "And bearings?", "--community", "Seals"
        ).code
        try office.spread(later, [ada])
        let list = try ada.read(QuestionList.self, "list", "--community", "Bearings")
        #expect(Set(list.questions.map(\.code)) == [question, later])
    }

    /// Gus forks the community and asks nobody; the original stays as it is.
    private func fork(_ office: Office) throws -> String {
        let (ada, gus) = (office.nodes[0], office.nodes[2])
        let before = try gus.read(Shown.self, "show", "Bearings").community
        let saved = try gus.read(
            CommunitySaved.self, "fork", "Bearings", "--name", "Seals, fast track")
        let fork = saved.community
        #expect(fork.forkedFrom?.name == "Bearings" && fork.questions == 0 && fork.isMember)
        let asked = try gus.read(Saved.self, "ask", "--new", "Faster?", "--community", fork.code)
        try office.wait("Ada sees the fork and where it comes from") {
            try ada.check("community", "list").contains("Seals, fast track")
                && ada.check("community", "show", fork.code).contains("Bearings")
        }
        #expect(try ada.hearth("ask", "Me too?", "--community", fork.code).status == 4)
        #expect(try ada.hearth("show", asked.code).status == 3)
        #expect(try gus.read(Shown.self, "show", "Bearings").community == before)
        return fork.code
    }

    /// A community closes while Gus is off site; what he wrote meanwhile is kept, and he reopens it.
    private func closeAndReopen(_ office: Office) throws {
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        let grease = try found("Grease", office.nodes, office)
        #expect(try ada.hearth("propose", grease, "--close").status == 2, "no farewell")
        let code = try ada.read(
            ProposalSaved.self, "propose", "Grease", "--close", "--harvest", "shelf 3",
            "--farewell", "What we leave behind", "--new-home", "Bearings"
        ).proposal.code
        try office.spread(code, office.nodes)
        for node in office.nodes { try node.check("consent", code) }
        for node in [ada, ben] { try everybodySpoke(code, node, office) }

        try office.lab.fault("cut", "h3")
        #expect(try close(code, by: ada).state == .open)
        try office.wait("Ben sees that Ada closed it") {
            try ben.read(Shown.self, "show", code).proposal?.closedBy.count == 1
        }
        #expect(try close(code, by: ben).state == .adopted)
        let late = try gus.read(Saved.self, "ask", "--new", "Still there?", "--community", "Grease")
            .code
        try office.lab.fault("heal", "h3")
        for node in office.nodes {
            try office.wait("\(node.name) knows that it is closed") {
                try node.read(CommunityDetails.self, "community", "show", grease)
                    .community.isArchived
            }
            try office.wait("\(node.name) has the late question with its mark") {
                let output = try node.hearth("show", late, "--json").standardOutput
                return output.contains("arrived after closing")
            }
            try archived(grease, late: late, node)
        }
        try reopen(grease, late: late, office)
        #expect(try gus.check("show", code).contains("What we leave behind"))
    }

    /// Gus, who is no longer a member, opens the community again.
    private func reopen(_ grease: String, late: String, _ office: Office) throws {
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        try gus.check("community", "leave", "Grease")
        try office.wait("Ada sees that Gus is out") {
            try ada.read(CommunityDetails.self, "community", "show", grease).members.count == 2
        }
        let reopened = try gus.read(CommunitySaved.self, "reopen", "Grease").community
        #expect(!reopened.isArchived && reopened.isMember)
        for node in [ada, ben] {
            try office.wait("\(node.name) sees that it is open") {
                try !node.read(CommunityDetails.self, "community", "show", grease)
                    .community.isArchived
            }
        }
        try ada.check("ask", "Welcome back", "--community", "Grease")
        #expect(try ada.read(Shown.self, "show", late).thread?.question.mark == nil)
    }

    /// What a node shows of an archived community.
    private func archived(_ community: String, late: String, _ node: Node) throws {
        let shown = try node.check("community", "show", community)
        for words in ["What we leave behind", "shelf 3", "Bearings"] {
            #expect(shown.contains(words), "\(node.name) does not show: \(words)")
        }
        let refused = try node.hearth("ask", "Hello?", "--community", community)
        #expect(refused.status == 5)
        #expect(refused.standardError.contains("hearth reopen \(community)"))
        #expect(try node.check("search", "there").contains(late))
    }

    @Test("what a machine's keepers ask: sockets, security log, policy, and what nobody may")
    func machine() throws {
        guard let office = try Office(people: 3, name: "keepers") else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        try found("Quizzical seals", office.nodes, office)
        let asked = try ada.read(
            Saved.self, "ask", "--new", "Who plays marimba?", "--body", "On Mondays, pianissimo.",
            "--community", "Quizzical seals"
        ).code
        try office.spread(asked, office.nodes)
        for node in office.nodes { try sockets(node) }

        let refused = try ben.hearth("hide", asked)
        #expect(refused.status == 4 && refused.standardError.contains("hearth flag"))
        #expect(try ben.hearth("can", "hide").status == 4)
        #expect(try ben.hearth("can", "flag").status == 0)
        #expect(try ben.check("show", asked).contains("pianissimo"), "it is still there")

        // A community whose key changes because somebody leaves.
        try ada.check("community", "new", "Leavers", "--listed")
        try office.wait("Ben waits") {
            try ben.hearth("community", "join", "Leavers").status == 0
        }
        try office.wait("Ben is let in") {
            try ada.hearth("community", "admit", "Leavers", "Ben").status == 0
        }
        try office.wait("Ben is in") {
            try ben.read(CommunityList.self, "community", "list").communities.contains {
                $0.name == "Leavers" && $0.isMember
            }
        }
        try ben.check("community", "leave", "Leavers")
        try office.wait("there is a new key") {
            let report = try ada.read(KeyReport.self, "community", "keys", "Leavers")
            return report.generation == 2 && !report.isDue
        }
        try ada.check("community", "leave", "Leavers")

        let typed = [
            "Quizzical", "marimba", "pianissimo", "Leavers", "Plant North", "Ada", "Ben", "Gus",
        ]
        let founder = ["workplace-founded", "pairing-admitted", "key-created", "key-changed"]
        try securityLog(ada, has: founder, not: typed + [asked])
        try securityLog(ben, has: ["workplace-joined", "key-created", "right-refused"], not: typed)
        try policy(ada, office)
        try office.agree()
    }

    /// The doctor tells of the sockets that the kernel lists for the daemon, and of no other.
    private func sockets(_ node: Node) throws {
        let inspection = try node.read(MachineInspection.self, "doctor", "--for-it")
        let told = inspection.sockets.map { socket in
            let port = socket.address.split(separator: ":").last ?? ""
            return socket.kind == "unix" ? "unix \(socket.address)" : "\(socket.kind) \(port)"
        }
        let process = try #require(node.process)
        let listed = try ListedSockets.of(process)
        #expect(told.sorted() == listed)
        #expect(listed.contains { $0.hasPrefix("tcp") }, "the search finds something")
        #expect(inspection.sockets.allSatisfy { $0.purpose != nil })
        #expect(inspection.checks.first { $0.name == "sockets" }?.verdict == .fine)
    }

    /// The security log is whole, tells of what happened, and has nobody's words or names.
    private func securityLog(_ node: Node, has events: [String], not words: [String]) throws {
        #expect(try node.read(AuditVerdict.self, "audit", "verify").isIntact)
        let text = try node.check("audit", "show", "--json")
        struct Line: Decodable {
            var event: String
        }
        let found = try text.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8)).event
        }
        for event in events { #expect(found.contains(event), "\(node.name) has no \(event)") }
        for word in words { #expect(!text.contains(word), "\(node.name)'s log has \(word)") }
    }

    /// A policy that is given to the daemon forbids what it says, and names its place.
    private func policy(_ node: Node, _ office: Office) throws {
        let file = office.folder.appendingPathComponent("policy.toml")
        try Data("# Nothing is written out.\n[export]\nallowed = false\n".utf8).write(to: file)
        try node.stop()
        try node.start("--policy", file.path)
        let refused = try node.hearth("dump", "--canonical")
        #expect(refused.status == 4 && refused.standardOutput.isEmpty)
        #expect(refused.standardError.contains("\(file.path), line 3"))
        let inspection = try node.read(MachineInspection.self, "doctor", "--for-it")
        #expect(inspection.policy.map(\.path) == [file.path])
        try securityLog(node, has: ["policy-in-force", "policy-refused"], not: [])
        try node.stop()

        // A configuration that wants more than the policy allows: no daemon at all.
        try Data("[network]\nhop-limit = 1\n".utf8).write(to: file)
        let configuration = node.home.appendingPathComponent("hearth.toml")
        try Data("[network]\nhop-limit = 3\n".utf8).write(to: configuration)
        let given = try node.daemon("--policy", file.path)
        #expect(given.status == 4)
        #expect(given.standardError.contains("\(configuration.path):2"))
        #expect(given.standardError.contains("\(file.path), line 2"))
        try Data().write(to: configuration)
        try node.start()
    }

    // MARK: Helpers

    /// Founds a community with the first of some nodes; the others join, and all know it.
    @discardableResult
    private func found(_ name: String, _ nodes: [Node], _ office: Office) throws -> String {
        let saved = try nodes[0].read(CommunitySaved.self, "community", "new", name)
        for node in nodes.dropFirst() {
            try office.wait("\(node.name) is in \(name)") {
                try node.hearth("community", "join", name).status == 0
            }
        }
        for node in nodes {
            try office.wait("\(node.name) sees all members of \(name)") {
                try node.read(CommunityDetails.self, "community", "show", name).members.count
                    == nodes.count
            }
        }
        return saved.community.code
    }

    private func close(_ code: String, by node: Node) throws -> ProposalShown {
        try node.read(ProposalSaved.self, "close", code).proposal
    }

    private func state(_ code: String, _ node: Node) throws -> ProposalState? {
        try node.read(Shown.self, "show", code).proposal?.state
    }

    /// The names of the communities that a node lists.
    private func names(_ node: Node) throws -> [String] {
        try node.read(CommunityList.self, "community", "list").communities.map(\.name)
    }

    private func everybodySpoke(_ code: String, _ node: Node, _ office: Office) throws {
        try office.wait("\(node.name) has heard everybody on \(code)") {
            try node.read(Shown.self, "show", code).proposal?.silent.isEmpty == true
        }
    }
}
