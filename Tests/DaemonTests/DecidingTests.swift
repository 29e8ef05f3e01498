import Community
import Ledger
import LocalProtocol
import Storage
import TestKit
import Testing
import Wire

@testable import Daemon

/// Journeys J3.6 and J10, with nodes that never meet on a network.
@Suite("Deciding together", .timeLimit(.minutes(5)))
struct DecidingTests: DecidingTogether {
    @Test("an objection with a reason stops an agreement (J3.6)")
    func objection() async throws {
        let plant = try await Plant(["Ada", "Ben", "Dana", "Eli"])
        let (ada, ben, dana, eli) = (
            plant.nodes[0], plant.nodes[1], plant.nodes[2], plant.nodes[3]
        )
        let bearings = try await plant.community("Bearings", [0, 1, 2, 3])
        let code = try await eli.propose(
            ProposeRequest(
                community: bearings, subject: .agreement, text: "A weekly report to Eli")
        ).proposal.code
        try await plant.sync()
        await fails(.usage) { try await take(.objection, dana, code, " ") }
        try await take(.objection, dana, code, "Reports make us write less.")
        try await take(.consent, ada, code)
        try await plant.sync()
        let first = try await close(ada, code)
        #expect(first.state == .open && first.closedBy.map(\.name) == ["Ada"])
        await fails(.needsConsent) { _ = try await close(ada, code) }
        try await plant.sync()
        #expect(try await close(ben, code).state == .notAdopted)
        try await plant.sync()
        for node in plant.nodes {
            let shown = try await node.proposal(ProposalReference(proposal: code))
            #expect(shown.state == .notAdopted)
            let list = try await node.agreements(CommunityReference(community: bearings))
            #expect(list.inForce == 0 && list.budget == 7 && list.agreements.isEmpty)
            let steps = try await log(node, bearings)
            #expect(
                steps.map(\.act) == [.closed, .closed, .stanceTaken, .stanceTaken, .proposed])
            #expect(steps.map(\.outcome) == [.notAdopted, nil, nil, nil, nil])
            #expect(steps.first?.finding == .notAdopted && steps.last?.subject == .agreement)
            #expect(steps.allSatisfy { $0.code == code && $0.version != nil })
            let objection = steps.first { $0.stance == .objection }
            #expect(objection?.person.name == "Dana")
            #expect(objection?.reason == "Reports make us write less." && objection?.text == nil)
        }
        await fails(.usage) { try await take(.consent, ben, code) }
    }

    @Test("silence is no consent, only the author amends, and an adopted agreement binds")
    func agreement() async throws {
        let plant = try await Plant(["Ada", "Ben", "Dana"])
        let (ada, ben, dana) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let bearings = try await plant.community("Bearings", [0, 1])
        let code = try await ada.propose(
            ProposeRequest(community: bearings, subject: .agreement, text: "Answers in a day")
        ).proposal.code
        try await plant.sync()
        try await take(.consent, ada, code)
        // Dana is no member: her node does not even carry the proposal.
        await fails(.notFound) { try await take(.consent, dana, code) }
        await fails(.noSuchRight) {
            _ = try await ben.amend(AmendRequest(proposal: code, text: "Mine"))
        }
        let asked = try await ben.askAboutProposal(
            ProposalQuestionRequest(about: code, text: "On weekends?"))
        let question = try #require(asked.proposal.questions.first?.code)
        try await plant.sync()
        let replied = try await ada.askAboutProposal(
            ProposalQuestionRequest(about: question, text: "No."))
        #expect(replied.proposal.questions.last?.replyTo == question)
        let amended = try await ada.amend(
            AmendRequest(proposal: code, text: "Answers in two days", reviewDays: 30))
        #expect(amended.proposal.versions == 2 && amended.proposal.stances.isEmpty)
        #expect(amended.proposal.reviewAt != nil)
        let other = try #require(try await log(ada, bearings).first)
        #expect(other.act == .amended && other.text == "Answers in two days")
        #expect(other.sentence.hasPrefix("Ada amended \(code) (as edited, "))
        #expect(other.at.milliseconds > 0 && other.version != amended.proposal.id)
        try await take(.consent, ada, code)
        // With Ada's consent alone the finding is "not adopted"; with Ben's it could be adopted.
        try await plant.sync()
        try await take(.consent, ben, code)
        try await plant.sync()
        _ = try await close(ada, code)
        try await plant.sync()
        #expect(try await close(ben, code).state == .adopted)
        try await plant.sync()
        let list = try await ada.agreements(CommunityReference(community: bearings))
        #expect(list.inForce == 1 && list.agreements.first?.text == "Answers in two days")
        #expect(list.agreements.first?.binds.map(\.name).sorted() == ["Ada", "Ben"])
        #expect(try await ada.show(ShowRequest(reference: code)).proposal?.state == .adopted)
    }

    @Test("before the window ends it is adopted only if everybody has spoken")
    func window() async throws {
        let plant = try await Plant(["Ada", "Ben", "Dana"])
        let bearings = try await plant.community("Bearings", [0, 1, 2])
        let (ada, ben, dana) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        var request = ProposeRequest(community: bearings, subject: .agreement)
        await fails(.usage) { _ = try await ada.propose(request) }
        request.text = "Answers in a day"
        request.windowDays = 21
        await fails(.usage) { _ = try await ada.propose(request) }
        request.windowDays = 20
        let code = try await ada.propose(request).proposal.code
        let past = try await plant.pastProposal(by: 0, in: bearings, request)
        try await plant.sync()
        // Nobody stops it without a reason by closing it before the others speak.
        await fails(.needsConsent) { _ = try await close(dana, code) }
        for node in [ada, ben] {
            for proposal in [code, past] { try await take(.consent, node, proposal) }
        }
        try await plant.sync()
        await fails(.needsConsent) { _ = try await close(ada, code) }
        _ = try await close(ada, past)
        try await plant.sync()
        #expect(try await close(ben, past).state == .adopted)
        try await take(.standAside, dana, code)
        try await plant.sync()
        _ = try await close(dana, code)
        try await plant.sync()
        #expect(try await close(ada, code).state == .adopted)
        let list = try await ada.proposals(ProposalsRequest())
        #expect(list.proposals.count == 2)
        #expect(try await ada.proposals(ProposalsRequest(open: true)).proposals.isEmpty)
    }

    @Test("a merge stands under review when an objection comes late (J10.2)")
    func merge() async throws {
        let merged = try await Merged()
        let (ada, ben, dana) = merged.people
        #expect(try await ada.communities().communities.map(\.name) == ["Bearings"])
        try await merged.plant.sync()
        for node in merged.plant.nodes {
            let shown = try await node.proposal(ProposalReference(proposal: merged.proposal))
            #expect(shown.state == .underReview)
            #expect(shown.stances.first(where: \.isLate)?.reason == "Our members would drown.")
            let step = try await log(node, merged.seals).first { $0.act == .putUnderReview }
            #expect(step?.person.name == "Ben" && step?.reason == "Our members would drown.")
        }
        // The review gives the merge up again: both sides go their own ways.
        for node in [ada, ben] {
            _ = try await close(node, merged.proposal)
            try await merged.plant.sync()
        }
        let void = try await ben.proposal(ProposalReference(proposal: merged.proposal))
        #expect(void.state == .void)
        let steps = try await log(ben, merged.seals).filter { $0.act != .stanceTaken }
        #expect(steps.first?.outcome == .void)
        #expect(steps.compactMap(\.outcome) == [.void, .adopted])
        #expect(steps.filter { $0.act == .putUnderReview }.count == 1)
        #expect(try await dana.communities().communities.count == 2)
    }

    @Test("what has merged opens from either code, and all old codes lead on (J10.3)")
    func aliases() async throws {
        let merged = try await Merged()
        let (ada, ben, _) = merged.people
        try await merged.plant.sync()
        for node in merged.plant.nodes {
            let one = try await node.show(ShowRequest(reference: merged.seals))
            let other = try await node.show(ShowRequest(reference: merged.bearings))
            #expect(one == other && one.community?.community.name == "Bearings")
            #expect(one.community?.community.merged.map(\.code) == [merged.seals])
            #expect(one.community?.members.count == 3)
            let thread = try await node.show(ShowRequest(reference: merged.question)).thread
            #expect(thread?.question.title == "Which seal?")
            let list = try await node.questions(ListRequest(community: merged.bearings))
            #expect(list.questions.map(\.code) == [merged.question])
            let found = try await node.search(
                SearchRequest(text: "seal", community: merged.bearings))
            #expect(found.hits.map(\.code) == [merged.question])
        }
        // Ben, who was only in Seals, writes in what both have become.
        _ = try await ben.ask(AskRequest(community: "Seals", title: "And bearings?"))
        _ = try await ben.answer(AnswerRequest(question: merged.question, body: "The blue one."))
        try await merged.plant.sync()
        let list = try await ada.questions(ListRequest(community: "Seals"))
        #expect(list.questions.count == 2 && list.questions.contains { $0.answers == 1 })
        _ = try await ben.leaveCommunity(CommunityReference(community: "Bearings"))
        let shown = try await ben.community(CommunityReference(community: "Seals"))
        #expect(!shown.community.isMember && shown.members.count == 2)
    }

    @Test("a fork asks nobody and leaves the original as it is (J10.4)")
    func fork() async throws {
        let plant = try await Plant(["Gus", "Ada"])
        let (gus, ada) = (plant.nodes[0], plant.nodes[1])
        let bearings = try await plant.community("Bearings", [1, 0])
        _ = try await ada.ask(AskRequest(community: bearings, title: "Why?"))
        try await plant.sync()
        let fork = try await gus.forkCommunity(
            ForkRequest(community: bearings, name: "Seals, fast track")
        ).community
        #expect(fork.forkedFrom?.name == "Bearings" && fork.questions == 0)
        _ = try await gus.ask(AskRequest(community: fork.code, title: "Faster?"))
        try await plant.sync()
        let original = try await ada.community(CommunityReference(community: bearings))
        #expect(original.community.questions == 1 && original.members.count == 2)
        await fails(.noSuchRight) {
            _ = try await ada.ask(AskRequest(community: fork.code, title: "Me too?"))
        }
    }

    @Test("a closed community is read only, keeps what comes late, and is reopened (J10.5, J10.6)")
    func closing() async throws {
        let plant = try await Plant(["Ada", "Ben", "Gus"])
        let (ada, ben, gus) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let seals = try await plant.community("Seals", [0, 1, 2])
        let bearings = try await plant.community("Bearings", [0])
        await fails(.usage) {
            _ = try await ada.propose(ProposeRequest(community: seals, subject: .close))
        }
        var request = ProposeRequest(community: seals, subject: .close)
        (request.harvest, request.farewell) = ("shelf 3", "What we leave behind")
        request.other = bearings
        let code = try await ada.propose(request).proposal.code
        try await plant.sync()
        for node in [ada, ben, gus] { try await take(.consent, node, code) }
        try await plant.sync()
        _ = try await close(ada, code)
        try await plant.sync([0, 1])
        #expect(try await close(ben, code).state == .adopted)
        // Gus does not know it yet.
        let late = try await gus.ask(AskRequest(community: seals, title: "Still there?"))
        let edit = EditRequest(reference: late.code, title: "Still there!")
        _ = try await gus.edit(edit)
        try await plant.sync()
        for node in plant.nodes {
            await fails(.needsConsent) {
                _ = try await node.ask(AskRequest(community: seals, title: "Hello?"))
            }
            let thread = try await node.show(ShowRequest(reference: late.code)).thread
            #expect(thread?.question.mark == "arrived after closing")
            let shown = try await node.community(CommunityReference(community: seals))
            #expect(shown.community.isArchived && shown.closing?.harvest == "shelf 3")
            #expect(shown.closing?.other?.name == "Bearings")
            let found = try await node.search(SearchRequest(text: "there"))
            #expect(found.hits.map(\.code) == [late.code])
        }
        await fails(.needsConsent) { _ = try await gus.edit(edit) }
        _ = try await gus.leaveCommunity(CommunityReference(community: seals))
        let reopened = try await gus.reopenCommunity(CommunityReference(community: seals))
        #expect(!reopened.community.isArchived && reopened.community.isMember)
        try await plant.sync()
        _ = try await ada.ask(AskRequest(community: seals, title: "Welcome back"))
        _ = try await gus.edit(edit)
        let thread = try await ada.show(ShowRequest(reference: late.code)).thread
        #expect(thread?.question.mark == nil)
        #expect(
            try await ada.proposal(ProposalReference(proposal: code)).farewell
                == "What we leave behind")
    }

    @Test("somebody is set aside by two others, for a time, and reads on")
    func setAside() async throws {
        let plant = try await Plant(["Ada", "Ben", "Dana"])
        let (ada, ben, dana) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let bearings = try await plant.community("Bearings", [0, 1, 2])
        var request = ProposeRequest(community: bearings, subject: .setAside)
        (request.person, request.days) = ("Dana", 7)
        await fails(.usage) { _ = try await ada.propose(request) }
        request.step = "conversation held on Monday"
        let code = try await ada.propose(request).proposal.code
        try await plant.sync()
        await fails(.noSuchRight) { try await take(.objection, dana, code, "No!") }
        for node in [ada, ben] { try await take(.consent, node, code) }
        try await plant.sync()
        for node in [ada, ben] {
            _ = try await close(node, code)
            try await plant.sync([0, 1])
        }
        // Dana's node does not know it yet.
        let unaware = try await dana.ask(AskRequest(community: bearings, title: "Hello?"))
        try await plant.sync()
        await fails(.noSuchRight) {
            _ = try await dana.ask(AskRequest(community: bearings, title: "Hello again?"))
        }
        await fails(.noSuchRight) {
            _ = try await dana.edit(EditRequest(reference: unaware.code, title: "Hello!"))
        }
        for node in plant.nodes {
            let thread = try await node.show(ShowRequest(reference: unaware.code)).thread
            #expect(thread?.question.mark == "written while set aside")
        }
        let own = try await ben.ask(AskRequest(community: bearings, title: "Others write on"))
        _ = try await ben.edit(EditRequest(reference: own.code, title: "Others write and edit"))
        let steps = try await log(dana, bearings)
        #expect(steps.map(\.act) == [.closed, .closed, .stanceTaken, .stanceTaken, .proposed])
        #expect(steps.first?.outcome == .adopted && steps.first?.about?.name == "Dana")
        #expect(steps.first?.sentence.contains("Dana is set aside until 20") == true)
        #expect(steps.last?.sentence.contains("Ada proposed to set Dana aside") == true)
    }

    @Test("after 60 quiet days members are asked, and nothing changes by itself (J10.1)")
    func quiet() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let fresh = try await plant.community("Bearings", [0, 1])
        let member = try await ada.member
        var generator = SeededGenerator(seed: 1)
        let (founding, _) = Founding.space(
            kind: .community, founder: member.device, workplace: member.workplace.space,
            using: &generator)
        let operations = try Compose.community(
            name: "Seals", founding: founding, generation: 1,
            key: Bytes32(words: (1, 2, 3, 4)))
        let now = await ada.clocks.wallClock
        _ = try await ada.store.append(
            [Draft(operations, wallClock: now - 61 * ConsentRules.day)],
            to: member.workplace.space)
        try await ada.followDirectory()
        try await plant.sync()
        _ = try await ben.joinCommunity(CommunityReference(community: "Seals"))
        _ = try await ben.answerPulse(PulseRequest(community: "Seals", answer: .rest))
        try await plant.sync()
        let list = try await ada.pulse().communities
        #expect(list.map(\.isQuiet) == [true, false])
        #expect(list.first?.answers.map(\.person.name) == ["Ben"])
        // Who has said nothing is in no count.
        #expect(list.first?.counts == [PulseCount(answer: .rest, people: 1)])
        let listed = try await ada.communities().communities
        #expect(listed.filter(\.isQuiet).map(\.name) == ["Seals"])
        #expect(listed.allSatisfy { !$0.isArchived } && listed.contains { $0.code == fresh })
        // A post ends the quiet, and older answers with it.
        _ = try await ada.ask(AskRequest(community: "Seals", title: "Anybody?"))
        let after = try await ada.pulse().communities.first { $0.community.name == "Seals" }
        #expect(after?.isQuiet == false && after?.answers.isEmpty == true)
    }

    @Test("a community of one decides alone; members say how it shall go on")
    func alone() async throws {
        let plant = try await Plant(["Ada"])
        let ada = plant.nodes[0]
        let bearings = try await plant.community("Bearings", [0])
        let code = try await ada.propose(
            ProposeRequest(community: bearings, subject: .agreement, text: "Write it down")
        ).proposal.code
        try await take(.consent, ada, code)
        #expect(try await close(ada, code).state == .adopted)
        let pulse = try await ada.answerPulse(
            PulseRequest(community: bearings, answer: .handOver, words: "to Seals: soon"))
        #expect(!pulse.isQuiet)
        #expect(pulse.answers.first?.answer == .handOver)
        #expect(pulse.answers.first?.words == "to Seals: soon")
        #expect(try await ada.pulse().communities.count == 1)
    }
}
