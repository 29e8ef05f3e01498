internal import Community
internal import Languages
internal import LocalProtocol
internal import Storage
internal import Wire

/// A proposal that is about to be written.
struct ProposalDraft {
    var text: String
    var terms: Compose.Terms
    /// The other community of a merge.
    var other: CommunitySummary?
    /// Where it is written, if that is not the community's own space: a post can only be named in
    /// the space that it lives in.
    var space: SpaceID?
}

extension HearthNode {
    /// Days after its window that an agreement holds where nothing else is said.
    private static let usualAgreementDays = 180

    /// Makes a proposal of what a person asked for, or says what is missing.
    func draft(
        of request: ProposeRequest, in community: CommunitySummary
    ) async throws(ServiceError) -> ProposalDraft {
        let window = request.windowDays ?? ConsentRules.usualWindowDays
        guard ConsentRules.windowDays.contains(window) else {
            throw ServiceError(
                .usage, "A proposal stays open for 1 to 20 working days, not \(window).")
        }
        let closes = WorkingDays.end(of: window, after: clocks.wallClock)
        let affected = try member.directory.members(of: community.space)
        func terms(_ kind: ProposalKind) -> Compose.Terms {
            var terms = Compose.Terms(kind, closes: closes, affected: affected)
            terms.review = request.reviewDays.map {
                closes + Int64(clamping: min($0, 3_660)) * ConsentRules.day
            }
            return terms
        }
        let draft: ProposalDraft
        switch request.subject {
        case .agreement: draft = try await agreement(request, terms(.agreement))
        case .merge: draft = try await merge(request, community, terms(.merge))
        case .close: draft = try await closing(request, community, terms(.close))
        case .visibility: draft = try visibility(request, community, terms(.visibility))
        case .setAside: draft = try setAside(request, community, terms(.setAside))
        case .restore: draft = try await restoring(request, community, terms(.restore))
        case .other: throw ServiceError(.usage, "Say what the proposal is about.")
        }
        return draft
    }

    private func agreement(
        _ request: ProposeRequest, _ terms: Compose.Terms
    ) async throws(ServiceError) -> ProposalDraft {
        guard let text = request.text, !text.isEmpty else {
            throw ServiceError(.usage, "The words of the agreement are missing.")
        }
        var terms = terms
        let days = request.sunsetDays ?? Self.usualAgreementDays
        guard (1...ConsentRules.agreementDays).contains(days) else {
            throw ServiceError(
                .usage, "An agreement holds for 1 to \(ConsentRules.agreementDays) days.",
                hint: "It can be renewed by another proposal: --renews P-CODE.")
        }
        terms.sunset = terms.closes + Int64(days) * ConsentRules.day
        if let renews = request.renews {
            terms.record = try await resolve(renews, kinds: [Schema.proposal]).id
        }
        return ProposalDraft(text: text, terms: terms)
    }

    private func merge(
        _ request: ProposeRequest, _ community: CommunitySummary, _ terms: Compose.Terms
    ) async throws(ServiceError) -> ProposalDraft {
        guard let name = request.other else {
            throw ServiceError(.usage, "The other community is missing.")
        }
        let other = try await resolveCommunity(name)
        guard other.space != community.space else {
            throw ServiceError(.usage, "\(community.name) and \(other.name) are one already.")
        }
        var terms = terms
        terms.community = other.space
        return ProposalDraft(
            text: request.text ?? say("\(community.name) and \(other.name) become one."),
            terms: terms, other: other)
    }

    private func closing(
        _ request: ProposeRequest, _ community: CommunitySummary, _ terms: Compose.Terms
    ) async throws(ServiceError) -> ProposalDraft {
        guard let farewell = request.farewell, let harvest = request.harvest else {
            throw ServiceError(
                .usage, "A community closes with a farewell and a harvest.",
                hint: "Add --farewell \"what we leave behind\" and --harvest WHERE-IT-IS-KEPT.")
        }
        var terms = terms
        terms.farewell = farewell
        terms.harvest = harvest
        var text = say("\(community.name) closes.")
        if let other = request.other {
            let home = try await resolveCommunity(other)
            try checkHome(home, of: community)
            terms.community = home.space
            text = say("\(community.name) closes. Its open questions go to \(home.name).")
        }
        return ProposalDraft(text: request.text ?? text, terms: terms)
    }

    private func visibility(
        _ request: ProposeRequest, _ community: CommunitySummary, _ terms: Compose.Terms
    ) throws(ServiceError) -> ProposalDraft {
        guard let visibility = request.visibility.flatMap(Visibility.init) else {
            throw ServiceError(.usage, "The visibility is open, listed or private.")
        }
        try checkOpening(community, to: visibility)
        var terms = terms
        terms.visibility = visibility.rawValue
        return ProposalDraft(
            text: request.text
                ?? say("\(community.name) is open from now on. \(Self.meaningOfOpening)"),
            terms: terms)
    }

    /// What a community consents to that opens itself.
    static var meaningOfOpening: String {
        say(
            "Everybody in the workplace can then read all that was ever written in it, and come in; "
                + "this can't be taken back.")
    }

    /// Refuses what nobody can do, instead of letting people consent to it.
    private func checkOpening(
        _ community: CommunitySummary, to wanted: Visibility
    ) throws(ServiceError) {
        let directory = try member.directory
        let parts = community.spaces.compactMap { directory.community(of: $0) }
        guard let known = parts.first(where: { $0.space == community.space }) else {
            throw HearthNode.stopping
        }
        if known.visibility.shown.rawValue == wanted.rawValue {
            throw ServiceError(.usage, "\(community.name) is \(wanted.rawValue) already.")
        }
        guard known.visibility != .hidden else {
            throw ServiceError(
                .usage, "A private community stays private.",
                hint: "Who is in stands inside it, and nobody can say it outside for the others. "
                    + "Start another one and invite them: hearth community new NAME --listed")
        }
        guard known.visibility != .open, wanted == .open else {
            throw ServiceError(
                .usage, "A community never becomes less open: what people could read stays read.",
                hint: "Start a private one and invite: hearth community new NAME --private")
        }
        guard parts.allSatisfy({ $0.visibility == .open || $0.space == known.space }) else {
            throw ServiceError(
                .usage, "\(community.name) is one with communities that are not open.",
                hint: "Only a community of its own can be opened.")
        }
    }

    private func setAside(
        _ request: ProposeRequest, _ community: CommunitySummary, _ terms: Compose.Terms
    ) throws(ServiceError) -> ProposalDraft {
        guard let name = request.person, let step = request.step else {
            throw ServiceError(
                .usage, "Setting somebody aside comes after a conversation.",
                hint: "Add --step \"conversation held on …\".")
        }
        let days = request.days ?? ConsentRules.setAsideDays
        guard (1...ConsentRules.setAsideDays).contains(days) else {
            throw ServiceError(
                .usage, "Somebody is set aside for 1 to \(ConsentRules.setAsideDays) days.")
        }
        let person = try resolvePerson(name)
        guard try member.directory.isMember(person, of: community.space) else {
            throw ServiceError(.usage, "\(name) is not a member of \(community.name).")
        }
        var terms = terms
        terms.person = person
        terms.step = step
        terms.until = terms.closes + Int64(days) * ConsentRules.day
        return ProposalDraft(
            text: request.text
                ?? say("\(self.name(of: person)) reads and does not write for a while."),
            terms: terms)
    }

    private func restoring(
        _ request: ProposeRequest, _ community: CommunitySummary, _ terms: Compose.Terms
    ) async throws(ServiceError) -> ProposalDraft {
        guard let post = request.post else {
            throw ServiceError(.usage, "The post to restore is missing.")
        }
        let target = try await resolve(post, kinds: [Schema.question, Schema.answer])
        guard community.spaces.contains(target.space) else {
            throw ServiceError(.usage, "\(target.code) is not in \(community.name).")
        }
        guard try await foldings(of: [target.id], in: target.space)[target.id] != nil else {
            throw ServiceError(
                .usage, "\(target.code) is not folded.",
                hint: "There is nothing to restore while everybody sees it.")
        }
        var terms = terms
        terms.record = target.id
        terms.postVersion = try await stored { () async throws(StorageError) in
            try await store.version(of: target.id, in: target.space)
        }
        return ProposalDraft(
            text: request.text ?? say("\(target.code) is shown again."), terms: terms,
            space: target.space)
    }
}
