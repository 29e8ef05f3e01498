import LocalProtocol
import Testing

@testable import Daemon

/// What a node answers about handovers, with nodes that never meet on a network.
@Suite("Handovers at a node", .timeLimit(.minutes(2)))
struct HandoverFlowTests: DecidingTogether {
    @Test("colleagues ask five questions, the person answers, and everybody reads on")
    func flow() async throws {
        let plant = try await Plant(["Ada", "Ben", "Hana"])
        let (ada, ben, hana) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        await fails(.usage) {
            _ = try await ada.askHandover(AskHandoverRequest(person: "Hana", text: "Why?"))
        }
        _ = try await hana.startHandover(StartHandoverRequest())
        await fails(.usage) { _ = try await hana.startHandover(StartHandoverRequest()) }
        await fails(.usage) {
            _ = try await hana.askHandover(AskHandoverRequest(person: "Hana", text: "Why?"))
        }
        try await plant.sync()
        await fails(.usage) {
            _ = try await ada.askHandover(AskHandoverRequest(person: "Hana", text: " "))
        }
        for number in 1...5 {
            _ = try await ada.askHandover(
                AskHandoverRequest(person: "Hana", text: "Question \(number)?"))
        }
        await fails(.usage) {
            _ = try await ada.askHandover(AskHandoverRequest(person: "Hana", text: "One more?"))
        }
        try await plant.sync()
        let mine = try await hana.handovers(HandoversRequest(mine: true)).handovers
        let questions = try #require(mine.first?.questions)
        #expect(questions.map(\.text) == (1...5).map { "Question \($0)?" })
        let first = questions[0].code
        await fails(.noSuchRight) {
            _ = try await ben.answerHandover(AnswerHandoverRequest(question: first, text: "No."))
        }
        _ = try await hana.answerHandover(AnswerHandoverRequest(question: first, text: "Yes."))
        _ = try await hana.depart(DepartRequest(words: .keep, handover: "Ask Ben."))
        try await plant.sync()
        for node in [ada, ben] {
            let list = try await node.handovers(HandoversRequest(person: "Hana")).handovers
            let handover = try #require(list.first)
            #expect(handover.hasLeft && handover.note == "Ask Ben." && list.count == 1)
            #expect(handover.questions.map(\.answer) == ["Yes.", nil, nil, nil, nil])
            let details = try await node.person(PersonReference(person: "Hana"))
            #expect(details.about == "Ask Ben." && details.handover == handover.code)
            let shown = try await node.show(ShowRequest(reference: first))
            #expect(shown.kind == .handover && shown.handover == handover)
        }
        await fails(.usage) {
            _ = try await ada.askHandover(AskHandoverRequest(person: "Hana", text: "Now?"))
        }
    }

    @Test("whoever takes their words along takes these along, too")
    func erased() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        _ = try await ben.startHandover(StartHandoverRequest(note: "Ask Gus."))
        let again = try await ben.startHandover(StartHandoverRequest(note: "Ask Ada."))
        #expect(again.handover.note == "Ask Ada.")
        try await plant.sync()
        #expect(try await ada.handovers(HandoversRequest()).handovers.count == 1)
        _ = try await ben.depart(DepartRequest(words: .erase))
        try await plant.sync()
        #expect(try await ada.handovers(HandoversRequest()).handovers.isEmpty)
        #expect(try await ada.person(PersonReference(person: "Ben")).about == nil)
    }
}
