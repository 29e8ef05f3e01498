// Proposals that are written and not made yet.
extension Routes {
    /// The routes of drafts, in the order of the documentation.
    static let drafting: [any AnyRoute] = [keepDraft, drafts, openDraft, dropDraft]

    /// `POST /v1/proposal/draft`: keep a proposal on this computer until it is opened.
    public static let keepDraft = Route<ProposeRequest, ProposalDraftShown>(
        "keepDraft", .post, "/v1/proposal/draft",
        "Keep a proposal on this computer until it is opened"
    ) { service, request throws(ServiceError) in try await service.keepDraft(request) }

    /// `GET /v1/proposal/drafts`: the drafts on this computer.
    public static let drafts = Route<Nothing, DraftList>(
        "drafts", .get, "/v1/proposal/drafts", "The drafts on this computer"
    ) { service, _ throws(ServiceError) in try await service.drafts() }

    /// `POST /v1/proposal/draft/open`: propose what a draft says; its window begins now.
    public static let openDraft = Route<DraftReference, ProposalSaved>(
        "openDraft", .post, "/v1/proposal/draft/open",
        "Propose what a draft says; its window begins now"
    ) { service, request throws(ServiceError) in try await service.openDraft(request) }

    /// `POST /v1/proposal/draft/drop`: throw a draft away.
    public static let dropDraft = Route<DraftReference, DraftList>(
        "dropDraft", .post, "/v1/proposal/draft/drop", "Throw a draft away"
    ) { service, request throws(ServiceError) in try await service.dropDraft(request) }
}
