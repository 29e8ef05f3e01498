// What people leave to those who stay.
extension Routes {
    /// The routes of handovers, in the order of the documentation.
    static let handing: [any AnyRoute] = [
        startHandover, handovers, askHandover, answerHandover,
    ]

    /// `POST /v1/handovers`: begin your handover, so that colleagues can ask before you go.
    public static let startHandover = Route<StartHandoverRequest, HandoverSaved>(
        "startHandover", .post, "/v1/handovers",
        "Begin your handover, so that colleagues can ask before you go"
    ) { service, request throws(ServiceError) in try await service.startHandover(request) }

    /// `GET /v1/handovers`: what people leave to those who stay.
    public static let handovers = Route<HandoversRequest, HandoverList>(
        "handovers", .get, "/v1/handovers", "What people leave to those who stay"
    ) { service, request throws(ServiceError) in try await service.handovers(request) }

    /// `POST /v1/handover/question`: ask somebody who goes a question.
    public static let askHandover = Route<AskHandoverRequest, HandoverSaved>(
        "askHandover", .post, "/v1/handover/question", "Ask somebody who goes a question"
    ) { service, request throws(ServiceError) in try await service.askHandover(request) }

    /// `POST /v1/handover/answer`: answer a question that a colleague asked before you go.
    public static let answerHandover = Route<AnswerHandoverRequest, HandoverSaved>(
        "answerHandover", .post, "/v1/handover/answer",
        "Answer a question that a colleague asked before you go"
    ) { service, request throws(ServiceError) in try await service.answerHandover(request) }
}
