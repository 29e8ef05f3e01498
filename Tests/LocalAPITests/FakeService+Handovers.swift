import LocalProtocol

// What people leave to those who stay.
extension FakeService {
    private static var handover: HandoverShown {
        HandoverShown(
            code: "H-7F3KD", person: ada, note: "Ask Ben about \u{1B}[2Jpress 4.",
            startedAt: noon,
            questions: [
                HandoverQuestionShown(
                    code: "J-1A2B3", person: ben, text: "How do you hear that a bearing goes?",
                    answer: "It sings,\nan octave up."),
                HandoverQuestionShown(code: "J-2B3C4", person: ben, text: "Who has the key?"),
            ])
    }

    func startHandover(
        _ request: StartHandoverRequest
    ) async throws(ServiceError) -> HandoverSaved {
        note("startHandover", request.note ?? "")
        return HandoverSaved(handover: Self.handover, durability: Self.held)
    }

    func handovers(_ request: HandoversRequest) async throws(ServiceError) -> HandoverList {
        if request.person == "Gus" { return HandoverList(handovers: []) }
        var gone = Self.handover
        (gone.code, gone.person, gone.hasLeft) = ("H-8G4LE", Self.ben, true)
        gone.questions = []
        return HandoverList(
            handovers: request.person == nil && request.mine != true
                ? [Self.handover, gone] : [Self.handover])
    }

    func askHandover(_ request: AskHandoverRequest) async throws(ServiceError) -> HandoverSaved {
        note("askHandover", "\(request.person) \(request.text)")
        return HandoverSaved(handover: Self.handover, durability: Self.held)
    }

    func answerHandover(
        _ request: AnswerHandoverRequest
    ) async throws(ServiceError) -> HandoverSaved {
        note("answerHandover", "\(request.question) \(request.text)")
        return HandoverSaved(handover: Self.handover, durability: Self.held)
    }
}
