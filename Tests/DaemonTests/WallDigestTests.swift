import Foundation
import LocalProtocol
import Testing

@testable import Daemon

/// The digest and the chains, at nodes that never meet on a network.
@Suite("What happened, and what hangs together", .timeLimit(.minutes(2)))
struct WallDigestTests {
    private func field(_ name: String, _ value: String) -> ItemField {
        ItemField(name: name, value: value)
    }

    private func codes(_ digest: Digest, _ topic: DigestTopic) -> [String] {
        digest.sections.filter { $0.topic == topic }.flatMap(\.entries).map(\.code)
    }

    @Test(
        "J8.5: two give out the same number apart; together both are told apart, and the next is new"
    )
    func issues() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        #expect(try await ada.digestIssues().issues.isEmpty)
        #expect(try await ada.issueDigest(DigestRequest()).issue?.label == "1")
        #expect(try await ada.digest(DigestRequest()).issue == nil, "reading gives nothing out")
        try await plant.sync()
        let own = try await ada.issueDigest(DigestRequest()).issue
        let other = try await ben.issueDigest(DigestRequest()).issue
        #expect(own?.label == "2" && other?.label == "2", "they can't know of each other")
        try await plant.sync()
        for node in [ada, ben] {
            let issues = try await node.digestIssues().issues
            #expect(Set(issues.map(\.label)) == ["1", "2-Ada", "2-Ben"])
            #expect(issues.first { $0.label == "2-Ben" }?.code == other?.code)
        }
        #expect(try await ben.issueDigest(DigestRequest()).issue?.label == "3")
    }

    @Test("J5.5, J8: what was learned the hard way, thanks, and every name; nothing private")
    func digest() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let open = try await plant.community("Seals", [0, 1])
        let circle = try await ada.createCommunity(
            NewCommunityRequest(name: "Secret circle", visibility: .private)
        ).community.code
        let asked = try await ada.ask(AskRequest(community: open, title: "Rattle?"))
        let unanswered = try await ben.ask(AskRequest(community: open, title: "Which grease?"))
        let secret = try await ada.ask(AskRequest(community: circle, title: "Who leaves?"))
        let problem = try await ada.create(.problem, in: nil, ["title": "No spare list"])
        let planned = try await ada.create(
            .experiment, in: open, ["title": "Ceramic seal", "worst_case": "2 h"])
        _ = try await ada.create(
            .outcome, in: nil,
            [
                "experiment": planned, "result": "did-not", "learning": "It cracks at 80 °C",
                "retry_if": "the wash is cooler",
            ])
        let event = try await ada.create(
            .event, in: nil,
            ["title": "Tea", "start": "2020-05-04T13:00:00Z", "series": "FREQ=WEEKLY"])
        let over = try await ada.create(
            .event, in: nil, ["title": "Over", "start": "2020-05-04T13:00:00Z"])
        try await plant.sync()
        let answer = try await ben.answer(AnswerRequest(question: asked.code, body: "Bearing."))
        try await plant.sync()
        _ = try await ada.thank(ThanksRequest(post: answer.code, text: "Saved my shift"))
        try await plant.sync()
        for node in plant.nodes {
            let digest = try await node.digest(DigestRequest())
            #expect(codes(digest, .openQuestions) == [unanswered.code])
            #expect(codes(digest, .answered) == [asked.code])
            #expect(codes(digest, .learned) == [planned])
            #expect(codes(digest, .thanks) == [answer.code])
            #expect(codes(digest, .events) == [event] && !codes(digest, .events).contains(over))
            #expect(codes(digest, .problems) == [problem])
            let entries = digest.sections.flatMap(\.entries)
            #expect(entries.allSatisfy { !$0.author.name.isEmpty })
            #expect(!entries.contains { $0.code == secret.code })
            let learned = digest.sections.first { $0.topic == .learned }?.entries.first
            #expect(
                learned?.line
                    == "it did not work: It cracks at 80 °C; retry if the wash is cooler")
            #expect(entries.contains { $0.title == "Saved my shift" && $0.line == "to Ben" })
        }
        await #expect(throws: ServiceError.self, "a circle's words hang on no wall") {
            _ = try await ada.digest(DigestRequest(community: circle))
        }
    }

    @Test("what is older than the period is no news, but a question stays open")
    func quiet() async throws {
        let plant = try await Plant(["Ada"])
        let ada = plant.nodes[0]
        let community = try await plant.community("Seals", [0])
        let open = try await ada.ask(AskRequest(community: community, title: "Which grease?"))
        let asked = try await ada.ask(AskRequest(community: community, title: "Rattle?"))
        _ = try await ada.answer(AnswerRequest(question: asked.code, body: "Bearing."))
        let later = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000) + 1_000)
        let digest = try await ada.digest(DigestRequest(community: community, since: later))
        #expect(digest.sections.map(\.topic) == [.openQuestions])
        #expect(codes(digest, .openQuestions) == [open.code])
    }

    @Test("S3: from every part of a chain the same chain, with its people")
    func trace() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let problem = try await ada.create(.problem, in: nil, ["title": "Seal leaks"])
        try await plant.sync()
        let planned = try await ben.create(
            .experiment, in: community,
            ["title": "Ceramic seal", "worst_case": "2 h", "problems": problem])
        try await plant.sync()
        let story = try await ada.create(
            .story, in: community, ["title": "The hot wash", "inspired_by": planned])
        try await plant.sync()
        _ = try await ada.changeItem(
            ItemChangeRequest(reference: problem, set: [field("resolution", story)]))
        let other = try await ada.create(.problem, in: nil, ["title": "Something else"])
        try await plant.sync()
        for start in [problem, planned, story] {
            let chain = try await ben.trace(TraceRequest(reference: start))
            #expect(chain.steps.map(\.code) == [problem, planned, story])
            #expect(chain.people.map(\.name) == ["Ada", "Ben"] && !chain.isCut)
            let links = Set(chain.links.map { "\($0.from) \($0.field) \($0.to)" })
            #expect(
                links == [
                    "\(planned) problems \(problem)", "\(story) inspired_by \(planned)",
                    "\(problem) resolution \(story)",
                ])
        }
        let alone = try await ben.trace(TraceRequest(reference: other))
        #expect(alone.steps.map(\.code) == [other] && alone.links.isEmpty)
    }
}
