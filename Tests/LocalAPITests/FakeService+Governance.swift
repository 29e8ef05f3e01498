import LocalProtocol

// Deciding by consent.
extension FakeService {
    private static var agreement: ProposalShown {
        var shown = ProposalShown(
            id: "p1", code: "P-7F3KD", community: bearings, subject: .agreement,
            text: "Questions get a first answer in two days.", author: ada, state: .open,
            closesAt: noon)
        shown.endsAt = noon
        shown.stances = [
            StanceShown(person: ada, stance: .consent),
            StanceShown(person: ben, stance: .objection, reason: "Not in \u{1B}[2JAugust."),
        ]
        shown.silent = [PersonName(id: "d4", code: "U-DAN04", name: "Dana")]
        shown.questions = [
            ProposalQuestionShown(code: "U-1A2B3", person: ben, text: "On weekends?"),
            ProposalQuestionShown(code: "U-2B3C4", person: ada, text: "No.", replyTo: "U-1A2B3"),
        ]
        return shown
    }

    private static func saved(_ proposal: ProposalShown) -> ProposalSaved {
        ProposalSaved(proposal: proposal, durability: held)
    }

    func propose(_ request: ProposeRequest) async throws(ServiceError) -> ProposalSaved {
        note("propose", "\(request.subject) \(request.text ?? "")")
        guard request.subject == .merge else { return Self.saved(Self.agreement) }
        var saved = Self.saved(Self.agreement)
        saved.note = "軸受 has to decide the same."
        return saved
    }

    private static var draft: ProposalDraftShown {
        ProposalDraftShown(
            number: 2,
            proposal: ProposeRequest(
                community: "c1", subject: .agreement, text: "No calls \u{1B}[2Jafter five"),
            community: bearings, writtenAt: noon)
    }

    func keepDraft(
        _ request: ProposeRequest
    ) async throws(ServiceError) -> ProposalDraftShown {
        note("keepDraft", "\(request.subject) \(request.text ?? "")")
        return Self.draft
    }

    func drafts() async throws(ServiceError) -> DraftList { DraftList(drafts: [Self.draft]) }

    func openDraft(_ request: DraftReference) async throws(ServiceError) -> ProposalSaved {
        note("openDraft", "\(request.number)")
        return Self.saved(Self.agreement)
    }

    func dropDraft(_ request: DraftReference) async throws(ServiceError) -> DraftList {
        note("dropDraft", "\(request.number)")
        return DraftList(drafts: [])
    }

    func proposals(_ request: ProposalsRequest) async throws(ServiceError) -> ProposalList {
        var second = Self.agreement
        second.code = "P-8G4LE"
        second.state = .underReview
        return ProposalList(proposals: request.open == true ? [] : [Self.agreement, second])
    }

    func proposal(_ request: ProposalReference) async throws(ServiceError) -> ProposalShown {
        Self.agreement
    }

    func takeStance(_ request: StanceRequest) async throws(ServiceError) -> ProposalSaved {
        note("takeStance", "\(request.stance) \(request.reason ?? "")")
        guard request.stance != .objection || request.reason != nil else {
            throw ServiceError(
                .usage, said: "An objection needs a reason.",
                hint: "Say what is not safe enough to try.")
        }
        return Self.saved(Self.agreement)
    }

    func amend(_ request: AmendRequest) async throws(ServiceError) -> ProposalSaved {
        note("amend", request.text)
        return Self.saved(Self.agreement)
    }

    func askAboutProposal(
        _ request: ProposalQuestionRequest
    ) async throws(ServiceError) -> ProposalSaved {
        note("askAboutProposal", "\(request.about) \(request.text)")
        return Self.saved(Self.agreement)
    }

    func closeProposal(_ request: ProposalReference) async throws(ServiceError) -> ProposalSaved {
        throw ServiceError(
            .needsConsent,
            said: "\(request.proposal) is open until 2027-05-04, and 1 have said nothing.",
            hint: "Silence is no consent: ask them, or wait.")
    }

    func agreements(_ request: CommunityReference) async throws(ServiceError) -> AgreementList {
        AgreementList(
            community: Self.bearings,
            agreements: [
                AgreementShown(
                    code: "P-7F3KD", text: "Quiet after ten.", state: .inForce, endsAt: Self.noon,
                    binds: [Self.ada, Self.ben]),
                AgreementShown(
                    code: "P-8G4LE", text: "Old rule.", state: .expired, endsAt: Self.noon),
            ], inForce: 1, budget: 7)
    }

    func forkCommunity(_ request: ForkRequest) async throws(ServiceError) -> CommunitySaved {
        note("forkCommunity", request.name)
        return CommunitySaved(community: Self.community, durability: Self.held)
    }

    func reopenCommunity(
        _ request: CommunityReference
    ) async throws(ServiceError) -> CommunitySaved {
        note("reopenCommunity", request.community)
        return CommunitySaved(community: Self.community, durability: Self.held)
    }

    func rehome(_ request: CommunityReference) async throws(ServiceError) -> Rehomed {
        note("rehome", request.community)
        return Rehomed(
            community: CommunityName(id: "c3", code: "C-3SEA1", name: "Seals"),
            home: Self.bearings,
            questions: [MovedQuestion(from: "Q-7F3KD", to: "Q-8G4LE", title: "Which seal?")],
            durability: Self.held)
    }

    func describeCommunity(
        _ request: DescribeRequest
    ) async throws(ServiceError) -> CommunityDetails {
        note(
            "describeCommunity",
            "\(request.form ?? "") \(request.charter ?? "") \(request.stage ?? "")")
        var details = try await community(CommunityReference(community: request.community))
        details.community.form = request.form.flatMap { CommunityForm(rawValue: $0) }
        details.community.stage = request.stage.flatMap { CommunityStage(rawValue: $0) }
        details.charter = request.charter
        details.suggestedStage = .coalescing
        return details
    }

    func pulse() async throws(ServiceError) -> PulseList {
        PulseList(communities: [
            Pulse(
                community: Self.bearings, isQuiet: true, lastPostAt: Self.noon,
                answers: [PulseAnswerShown(person: Self.ben, answer: .handOver, words: "to Seals")],
                counts: [
                    PulseCount(answer: .rest, people: 2), PulseCount(answer: .handOver, people: 1),
                ])
        ])
    }

    func answerPulse(_ request: PulseRequest) async throws(ServiceError) -> Pulse {
        note("answerPulse", "\(request.answer) \(request.words ?? "")")
        return Pulse(community: Self.bearings, isQuiet: true)
    }
}
