import Community
import LocalProtocol
import Testing
import Wire

@testable import Daemon

/// What communities decide about who sees them and which words are shown, with nodes that never
/// meet on a network.
@Suite("Shaping a community", .timeLimit(.minutes(5)))
struct ShapingTests: DecidingTogether {
    @Test("a listed community opens itself by consent, with its history, and never closes again")
    func opening() async throws {
        let plant = try await Plant(["Ada", "Ben", "Gus"])
        let (ada, ben, gus) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let seals = try await ada.createCommunity(
            NewCommunityRequest(name: "Seals", visibility: .listed)
        ).community.code
        try await plant.sync()
        let reference = CommunityReference(community: seals)
        for (node, name) in [(ben, "Ben"), (gus, "Gus")] {
            _ = try await node.joinCommunity(reference)
            try await plant.sync()
            if name == "Ben" {
                _ = try await ada.admit(AdmissionRequest(community: seals, person: name))
                try await plant.sync()
            }
        }
        let old = try await ben.ask(AskRequest(community: seals, title: "Said among us")).code
        try await plant.sync()
        await fails(.notFound) { _ = try await gus.show(ShowRequest(reference: old)) }
        var request = ProposeRequest(community: seals, subject: .visibility)
        for visibility in ["listed", "private", "secret"] {
            request.visibility = visibility
            await fails(.usage) { _ = try await ada.propose(request) }
        }
        request.visibility = "open"
        let proposed = try await ada.propose(request).proposal
        #expect(proposed.text.contains("all that was ever written"))
        #expect(proposed.consequence?.contains("can't be taken back") == true)
        try await adopt(plant, proposed.code, by: [0, 1])
        // Ada closed first and has learnt since that it is adopted.
        await ada.followNotices()
        try await plant.sync()
        for node in plant.nodes {
            let known = try await node.community(reference)
            #expect(known.community.visibility == .open)
            #expect(known.members.map(\.name) == ["Ada", "Ben", "Gus"])
            #expect(try await node.show(ShowRequest(reference: old)).thread != nil)
        }
        let answer = try await gus.answer(AnswerRequest(question: old, body: "Now I see it."))
        try await plant.sync()
        #expect(try await ada.show(ShowRequest(reference: answer.code)).thread != nil)
        let steps = try await log(gus, seals)
        let step = try #require(steps.first { $0.act == .opened })
        #expect(step.code == proposed.code && step.person.name == "Ada")
        request.visibility = "listed"
        await fails(.usage) { _ = try await ada.propose(request) }
        request.visibility = "open"
        await fails(.usage) { _ = try await ada.propose(request) }
    }

    @Test("an objection that comes before the word is given keeps the community listed")
    func lateObjection() async throws {
        let plant = try await Plant(["Ada", "Ben", "Dana"])
        let (ada, ben, dana) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let seals = try await ada.createCommunity(
            NewCommunityRequest(name: "Seals", visibility: .listed)
        ).community.code
        try await plant.sync()
        for (node, name) in [(ben, "Ben"), (dana, "Dana")] {
            _ = try await node.joinCommunity(CommunityReference(community: seals))
            try await plant.sync()
            _ = try await ada.admit(AdmissionRequest(community: seals, person: name))
            try await plant.sync()
        }
        var request = ProposeRequest(community: seals, subject: .visibility)
        request.visibility = "open"
        let code = try await plant.pastProposal(by: 0, in: seals, request)
        try await plant.sync()
        for node in [ada, ben] { try await take(.consent, node, code) }
        try await plant.sync([0, 1])
        try await take(.objection, dana, code, "I wrote of my illness.")
        _ = try await close(ada, code)
        try await plant.sync([0, 1])
        _ = try await close(ben, code)
        try await plant.sync()
        await ada.followNotices()
        try await plant.sync()
        for node in plant.nodes {
            #expect(
                try await node.proposal(ProposalReference(proposal: code)).state == .underReview)
            let known = try await node.community(CommunityReference(community: seals))
            #expect(known.community.visibility == .listed)
        }
    }

    @Test("a private community can't be opened, and says why")
    func privateStays() async throws {
        let plant = try await Plant(["Ada"])
        let ada = plant.nodes[0]
        let circle = try await ada.createCommunity(
            NewCommunityRequest(name: "Council", visibility: .private)
        ).community.code
        var request = ProposeRequest(community: circle, subject: .visibility)
        for visibility in ["open", "listed", "private"] {
            request.visibility = visibility
            await fails(.usage) { _ = try await ada.propose(request) }
        }
        #expect(try await ada.proposals(ProposalsRequest()).proposals.isEmpty)
    }

    @Test("a fork is as visible as what it goes on from", arguments: [true, false])
    func forkOfClosed(isListed: Bool) async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let council = try await ada.createCommunity(
            NewCommunityRequest(name: "Council", visibility: isListed ? .listed : .private)
        ).community.code
        let fork = try await ada.forkCommunity(ForkRequest(community: council, name: "Other"))
        #expect(fork.community.visibility == (isListed ? .listed : .private))
        #expect(fork.community.forkedFrom?.name == "Council")
        try await plant.sync()
        let names = try await ben.communities().communities.map(\.name)
        #expect(names == (isListed ? ["Council", "Other"] : []))
        // Everybody sees that a listed one was forked; a private one stands in nobody's log.
        #expect(try await log(ada, council).map(\.act) == (isListed ? [.forked] : []))
        _ = try await ada.ask(AskRequest(community: "Other", title: "On we go?"))
    }

    @Test("a folded post is restored by consent, and further flags don't fold it again (G7)")
    func restoring() async throws {
        let plant = try await Plant(["Ada", "Ben", "Dana", "Eli"])
        let (ada, ben, dana, eli) = (
            plant.nodes[0], plant.nodes[1], plant.nodes[2], plant.nodes[3]
        )
        let bearings = try await plant.community("Bearings", [0, 1, 2, 3])
        let post = try await dana.ask(
            AskRequest(community: bearings, title: "Who forgot the seals?")
        ).code
        try await plant.sync()
        var request = ProposeRequest(community: bearings, subject: .restore)
        request.post = post
        await fails(.usage) { _ = try await dana.propose(request) }
        for node in [ada, ben] {
            _ = try await node.flag(ObjectionRequest(reference: post, reason: "unkind"))
        }
        try await plant.sync()
        func folding(_ node: HearthNode) async throws -> Folding? {
            try await node.show(ShowRequest(reference: post)).thread?.question.folding
        }
        for node in plant.nodes { #expect(try await folding(node)?.cause == .flagged) }
        let code = try await dana.propose(request).proposal.code
        try await adopt(plant, code, by: [2, 3, 0, 1])
        #expect(try await dana.proposal(ProposalReference(proposal: code)).state == .adopted)
        for node in plant.nodes { #expect(try await folding(node) == nil) }
        _ = try await eli.flag(ObjectionRequest(reference: post, reason: "unkind"))
        _ = try await eli.blur(ObjectionRequest(reference: post, reason: "safety"))
        try await plant.sync()
        for node in plant.nodes { #expect(try await folding(node) == nil) }
        // Other words are another version.
        _ = try await dana.edit(EditRequest(reference: post, title: "Who, again?"))
        try await plant.sync()
        for node in [ada, ben] {
            _ = try await node.flag(ObjectionRequest(reference: post, reason: "unkind"))
        }
        try await plant.sync()
        for node in plant.nodes { #expect(try await folding(node)?.cause == .flagged) }
    }

    @Test(
        "members say what form, charter and stage a community has; it is archived by consent (J3.3)"
    )
    func describing() async throws {
        let plant = try await Plant(["Ada", "Ben", "Gus"])
        let (ada, ben, gus) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let seals = try await plant.community("Seals", [0, 1])
        let reference = CommunityReference(community: seals)
        let fresh = try await ada.community(reference)
        #expect(fresh.community.stage == nil && fresh.suggestedStage == .coalescing)
        #expect(try await gus.community(reference).suggestedStage == nil)
        func describe(_ node: HearthNode, _ request: DescribeRequest) async throws {
            _ = try await node.describeCommunity(request)
        }
        await fails(.usage) { try await describe(ada, DescribeRequest(community: seals)) }
        await fails(.usage) {
            try await describe(ada, DescribeRequest(community: seals, stage: "ripe"))
        }
        await fails(.usage) {
            try await describe(ada, DescribeRequest(community: seals, form: "loose"))
        }
        await fails(.needsConsent) {
            try await describe(ada, DescribeRequest(community: seals, stage: "archived"))
        }
        await fails(.usage) {
            let long = String(repeating: "a", count: 2_001)
            try await describe(ada, DescribeRequest(community: seals, charter: long))
        }
        await fails(.noSuchRight) {
            try await describe(gus, DescribeRequest(community: seals, stage: "maturing"))
        }
        let longest = String(repeating: "a", count: 2_000)
        try await describe(ada, DescribeRequest(community: seals, charter: longest))
        try await describe(
            ada, DescribeRequest(community: seals, form: "informal", charter: "What seals,\nholds.")
        )
        try await plant.sync()
        try await describe(ben, DescribeRequest(community: seals, stage: "coalescing"))
        try await plant.sync()
        for node in plant.nodes {
            let shown = try await node.community(reference)
            #expect(shown.community.form == .informal && shown.community.stage == .coalescing)
            #expect(shown.charter == "What seals,\nholds." && shown.suggestedStage == nil)
        }
    }

    @Test("a draft is for nobody else's eyes until it is opened")
    func drafts() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let bearings = try await plant.community("Bearings", [0, 1])
        var request = ProposeRequest(community: bearings, subject: .agreement)
        await fails(.usage) { _ = try await ada.keepDraft(request) }
        request.text = "No calls after five"
        request.windowDays = 3
        let first = try await ada.keepDraft(request)
        request.text = "No calls at all"
        let second = try await ada.keepDraft(request)
        #expect([first.number, second.number] == [1, 2] && first.community.name == "Bearings")
        try await plant.sync()
        #expect(try await ben.proposals(ProposalsRequest()).proposals.isEmpty)
        #expect(try await ben.drafts().drafts.isEmpty)
        #expect(try await log(ada, bearings).isEmpty)
        let before = await ada.clocks.wallClock
        let opened = try await ada.openDraft(DraftReference(number: 1)).proposal
        #expect(opened.text == "No calls after five" && opened.state == .open)
        #expect(opened.closesAt.milliseconds >= before + 3 * ConsentRules.day)
        #expect(try await ada.dropDraft(DraftReference(number: 2)).drafts.isEmpty)
        await fails(.notFound) { _ = try await ada.openDraft(DraftReference(number: 1)) }
        try await plant.sync()
        #expect(try await ben.proposals(ProposalsRequest()).proposals.map(\.code) == [opened.code])
    }

    @Test("the log tells of questions, replies, reopenings and forks")
    func publicLog() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let seals = try await plant.community("Seals", [0, 1])
        var request = ProposeRequest(community: seals, subject: .close)
        (request.harvest, request.farewell) = ("shelf 3", "So long")
        let code = try await ada.propose(request).proposal.code
        try await plant.sync()
        let asked = try await ben.askAboutProposal(
            ProposalQuestionRequest(about: code, text: "Which shelf?"))
        let question = try #require(asked.proposal.questions.first?.code)
        try await plant.sync()
        _ = try await ada.askAboutProposal(
            ProposalQuestionRequest(about: question, text: "The blue one."))
        try await adopt(plant, code, by: [0, 1])
        #expect(
            try await ben.community(CommunityReference(community: seals)).community.isArchived)
        _ = try await ben.reopenCommunity(CommunityReference(community: seals))
        let fork = try await ada.forkCommunity(ForkRequest(community: seals, name: "Fast seals"))
        try await plant.sync()
        for node in plant.nodes {
            let steps = try await log(node, seals)
            let asked = steps.filter { $0.act == .askedAbout }
            #expect(
                asked.map(\.sentence) == [
                    "Ada replied about \(code): \"The blue one.\"",
                    "Ben asked about \(code): \"Which shelf?\"",
                ])
            #expect(asked.last?.code == question && asked.last?.text == "Which shelf?")
            let forked = try #require(steps.first { $0.act == .forked })
            #expect(forked.code == fork.community.code && forked.text == "Fast seals")
            let reopened = steps.filter { $0.act == .reopened }
            #expect(reopened.map(\.person.name) == ["Ben"] && reopened.first?.code == code)
        }
    }
}
