// Deciding by consent.
extension Routes {
    /// The routes by which a community decides, in the order of the documentation.
    static let governance: [any AnyRoute] = [
        propose, proposals, proposal, takeStance, amend, askAboutProposal, closeProposal,
        agreements, describeCommunity, forkCommunity, reopenCommunity, rehome, pulse,
        answerPulse,
    ]

    /// `POST /v1/proposals`: propose something to a community.
    public static let propose = Route<ProposeRequest, ProposalSaved>(
        "propose", .post, "/v1/proposals", "Propose something to a community"
    ) { service, request throws(ServiceError) in try await service.propose(request) }

    /// `GET /v1/proposals`: proposals, those that are open first.
    public static let proposals = Route<ProposalsRequest, ProposalList>(
        "proposals", .get, "/v1/proposals", "Proposals, those that are open first"
    ) { service, request throws(ServiceError) in try await service.proposals(request) }

    /// `GET /v1/proposal`: one proposal with everything that was said to it.
    public static let proposal = Route<ProposalReference, ProposalShown>(
        "proposal", .get, "/v1/proposal", "One proposal with everything that was said to it"
    ) { service, request throws(ServiceError) in try await service.proposal(request) }

    /// `POST /v1/proposal/stance`: consent, object, or say something else to a proposal.
    public static let takeStance = Route<StanceRequest, ProposalSaved>(
        "takeStance", .post, "/v1/proposal/stance",
        "Consent, object, or say something else to a proposal"
    ) { service, request throws(ServiceError) in try await service.takeStance(request) }

    /// `POST /v1/proposal/amend`: give one's own proposal other words.
    public static let amend = Route<AmendRequest, ProposalSaved>(
        "amend", .post, "/v1/proposal/amend", "Give one's own proposal other words"
    ) { service, request throws(ServiceError) in try await service.amend(request) }

    /// `POST /v1/proposal/question`: ask something about a proposal.
    public static let askAboutProposal = Route<ProposalQuestionRequest, ProposalSaved>(
        "askAboutProposal", .post, "/v1/proposal/question", "Ask something about a proposal"
    ) { service, request throws(ServiceError) in try await service.askAboutProposal(request) }

    /// `POST /v1/proposal/close`: say what was decided; it takes two.
    public static let closeProposal = Route<ProposalReference, ProposalSaved>(
        "closeProposal", .post, "/v1/proposal/close", "Say what was decided; it takes two"
    ) { service, request throws(ServiceError) in try await service.closeProposal(request) }

    /// `GET /v1/community/agreements`: the agreements of a community.
    public static let agreements = Route<CommunityReference, AgreementList>(
        "agreements", .get, "/v1/community/agreements", "The agreements of a community"
    ) { service, request throws(ServiceError) in try await service.agreements(request) }
}

// The shape of communities.
extension Routes {
    /// `POST /v1/community/describe`: say what form, charter or stage a community has.
    public static let describeCommunity = Route<DescribeRequest, CommunityDetails>(
        "describeCommunity", .post, "/v1/community/describe",
        "Say what form, charter or stage a community has"
    ) { service, request throws(ServiceError) in try await service.describeCommunity(request) }

    /// `POST /v1/community/fork`: begin a community that goes on from another one's past.
    public static let forkCommunity = Route<ForkRequest, CommunitySaved>(
        "forkCommunity", .post, "/v1/community/fork",
        "Begin a community that goes on from another one's past"
    ) { service, request throws(ServiceError) in try await service.forkCommunity(request) }

    /// `POST /v1/community/reopen`: open an archived community again.
    public static let reopenCommunity = Route<CommunityReference, CommunitySaved>(
        "reopenCommunity", .post, "/v1/community/reopen", "Open an archived community again"
    ) { service, request throws(ServiceError) in try await service.reopenCommunity(request) }

    /// `POST /v1/community/rehome`: bring the open questions of a closed community to their new home.
    public static let rehome = Route<CommunityReference, Rehomed>(
        "rehome", .post, "/v1/community/rehome",
        "Bring the open questions of a closed community to their new home"
    ) { service, request throws(ServiceError) in try await service.rehome(request) }

    /// `GET /v1/community/pulse`: which communities are quiet, and what members wish.
    public static let pulse = Route<Nothing, PulseList>(
        "pulse", .get, "/v1/community/pulse", "Which communities are quiet, and what members wish"
    ) { service, _ throws(ServiceError) in try await service.pulse() }

    /// `POST /v1/community/pulse`: say how a community shall go on.
    public static let answerPulse = Route<PulseRequest, Pulse>(
        "answerPulse", .post, "/v1/community/pulse", "Say how a community shall go on"
    ) { service, request throws(ServiceError) in try await service.answerPulse(request) }
}
