internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// The public log: every step that touches others, for all members to read.
extension HearthNode {
    public func publicLog(
        _ request: PublicLogRequest
    ) async throws(ServiceError) -> PublicLogPage {
        let member = try self.member
        var page = PublicLogPage(entries: [])
        let steps: [PublicStep]
        if let text = request.community {
            let community = try await chosenCommunity(text)
            page.community = community.communityName
            steps = try await self.steps(of: community, member)
        } else {
            page.workplace = workplaceName(member)
            let decided = member.directory.membership
            steps = PublicLog.inOrder(
                PublicLog.steps(of: decided) + PublicLog.steps(of: decided.releases))
        }
        for step in steps.prefix(min(max(request.limit ?? 50, 1), 500)) {
            page.entries.append(try await entry(step))
        }
        return page
    }

    /// All steps of a community and of those that have become one with it, newest first; each
    /// sort of step adds its own here.
    private func steps(
        of community: CommunitySummary, _ member: Membership
    ) async throws(ServiceError) -> [PublicStep] {
        var spaces: [[PublicStep]] = []
        // What is said of a community as a whole stands where its record does, which may be the
        // workplace's space.
        var outside: [PublicStep] = []
        for space in community.spaces {
            let said = try await stored { () async throws(StorageError) in
                try await store.objections(in: space)
            }
            let proposals = try await storedProposals(in: space).map(\.decided)
            var steps =
                PublicLog.steps(of: said.flags) + PublicLog.steps(of: said.blurs)
                + PublicLog.steps(of: try await terms(in: space))
                + PublicLog.steps(of: proposals)
            let released = member.directory.verdicts.releases[space, default: []]
            steps += PublicLog.steps(of: released)
            if let known = member.directory.community(of: space) {
                steps += PublicLog.admissions(to: known)
                let told =
                    PublicLog.leavings(of: known) + PublicLog.shape(of: known)
                    + PublicLog.forks(
                        of: known.record, among: member.directory.communities)
                if known.visibility == .hidden { steps += told } else { outside += told }
            }
            spaces.append(steps)
        }
        return PublicLog.inOrder(spaces: spaces + [outside])
    }

    private func entry(_ step: PublicStep) async throws(ServiceError) -> PublicLogEntry {
        var entry = PublicLogEntry(
            at: Timestamp(milliseconds: step.date), person: personName(of: step.person),
            act: .flagged, sentence: "")
        let who = name(of: step.person)
        switch step.act {
        case .flagged(let item, let version, let reason, let text):
            try await fill(&entry, .flagged, say("\(who) flagged"), item, version, reason, text)
        case .withdrewFlag(let item, let version):
            try await fill(&entry, .flagWithdrawn, say("\(who) took back a flag on"), item, version)
        case .renewedFlag(let item, let version):
            try await fill(&entry, .flagRenewed, say("\(who) renewed a flag on"), item, version)
        case .blurred(let item, let version, let reason, let text):
            try await fill(&entry, .blurred, say("\(who) blurred"), item, version, reason, text)
        case .liftedBlur(let item, let version):
            try await fill(&entry, .blurLifted, say("\(who) lifted the blur of"), item, version)
        case .renewedBlur(let item, let version):
            try await fill(&entry, .blurRenewed, say("\(who) renewed the blur of"), item, version)
        case .askedForRole(let kind, let person, let until):
            entry.act = .roleAsked
            entry.role = kind
            entry.sentence = say(
                "\(who) asked \(name(of: person)) to be \(kind) until \(day(until))")
        case .tookRole(let kind, let askedBy, let until):
            entry.act = .roleTaken
            entry.role = kind
            entry.sentence =
                askedBy == nil
                ? say("\(who) took the role \(kind) until \(day(until))")
                : say("\(who) accepted the role \(kind) until \(day(until))")
        case .laidDownRole(let kind):
            entry.act = .roleLaidDown
            entry.role = kind
            entry.sentence = say("\(who) laid down the role \(kind)")
        case .proposed, .amended, .askedAbout, .tookStance, .putUnderReview, .closed:
            try await fill(&entry, deciding: step.act, who)
        case .opened, .reopened, .forked: try await fill(&entry, shaping: step.act, who)
        case .letIn, .left, .released, .settled: fill(&entry, belonging: step.act, who)
        }
        return entry
    }

    /// Fills in a step of who belongs to a community or to the workplace.
    private func fill(_ entry: inout PublicLogEntry, belonging act: PublicStep.Act, _ who: String) {
        switch act {
        case .letIn(let person, let host):
            entry.act = .letIn
            entry.about = personName(of: person)
            let newcomer = name(of: person)
            entry.sentence =
                host.map {
                    say("\(who) let \(newcomer) in, with an invitation by \(name(of: $0))")
                } ?? say("\(who) let \(newcomer) in")
        case .left:
            entry.act = .left
            entry.sentence = say("\(who) left")
        case .released(let release):
            entry.act = .wordsReleased
            entry.code = release.writer.device.code
            if release.writer.person != release.by {
                entry.about = personName(of: release.writer.person)
            }
            let owner = name(of: release.writer.person)
            let computer = release.writer.device.code
            entry.sentence = say(
                Int(clamping: release.last - release.first + 1),
                one: "\(who) let in \(.count) late commit of \(owner)'s computer \(computer)",
                other: "\(who) let in \(.count) late commits of \(owner)'s computer \(computer)")
        case .settled(let decided):
            let shown = self.shown(decided)
            entry.act = shown.kind.act
            entry.code = shown.device
            entry.others = shown.by.count > 1 ? Array(shown.by.dropFirst()) : nil
            entry.about =
                decided.person == (decided.by.first ?? decided.person)
                ? nil : personName(of: decided.person)
            entry.sentence = sentence(decided).said
        default: return
        }
    }

    /// Fills in a step that all of the workplace can see of a community.
    private func fill(
        _ entry: inout PublicLogEntry, shaping act: PublicStep.Act, _ who: String
    ) async throws(ServiceError) {
        switch act {
        case .opened(let proposal):
            let code = try await code(of: proposal)
            entry.act = .opened
            entry.code = code
            entry.sentence = say(
                "\(who) opened the community to everybody, as decided with \(code)")
        case .reopened(let proposal):
            let code = try await code(of: proposal)
            entry.act = .reopened
            entry.code = code
            entry.sentence = say("\(who) reopened the community, which was closed with \(code)")
        case .forked(let fork, let name):
            let code = try await code(of: fork)
            entry.act = .forked
            entry.code = code
            entry.text = name
            entry.sentence = say(
                "\(who) forked the community into \"\(Self.excerpt(name))\", \(code)")
        default: return
        }
    }

    /// Fills in a step of deciding.
    private func fill(
        _ entry: inout PublicLogEntry, deciding act: PublicStep.Act, _ who: String
    ) async throws(ServiceError) {
        switch act {
        case .proposed(let proposal):
            let first = proposal.versions.first { $0.id == proposal.id }?.text ?? ""
            let matter = matter(of: proposal)
            try await fill(
                &entry, .proposed, say("\(who) proposed \(matter) with"), proposal.id,
                proposal.id, nil, first)
            entry.subject = proposal.kind?.shown ?? .other
            entry.about = proposal.person.map { personName(of: $0) }
        case .amended(let proposal, let version, let text):
            try await fill(&entry, .amended, say("\(who) amended"), proposal, version, nil, text)
        case .askedAbout(let proposal, let question, let replyTo, let text):
            let proposed = try await code(of: proposal)
            let start =
                replyTo == nil
                ? say("\(who) asked about \(proposed):")
                : say("\(who) replied about \(proposed):")
            try await fill(&entry, .askedAbout, start, question, question, nil, text)
            entry.sentence = say("\(start) \"\(Self.excerpt(text))\"")
        case .tookStance(let proposal, let version, let choice, let reason):
            try await fill(
                &entry, .stanceTaken, choice.sentence(who), proposal, version, nil, reason)
            entry.stance = choice.shown
            (entry.reason, entry.text) = (entry.text, nil)
        case .putUnderReview(let proposal, let version, let reason):
            try await fill(
                &entry, .putUnderReview, say("\(who) put under review"), proposal, version, nil,
                reason)
            entry.stance = .objection
            (entry.reason, entry.text) = (entry.text, nil)
        case .closed(let proposal, let version, let finding, let outcome):
            try await fill(&entry, .closed, say("\(who) closed"), proposal.id, version)
            let found: ProposalState = finding == .adopted ? .adopted : .notAdopted
            entry.finding = found
            entry.outcome = outcome?.shown
            entry.about = proposal.person.map { personName(of: $0) }
            entry.sentence = say("\(entry.sentence), finding it \(found.words)")
            if let outcome { follow(&entry.sentence, outcome, for: proposal) }
        default: return
        }
    }

    /// What a proposal wants, in a few words.
    private func matter(of proposal: Proposal) -> String {
        switch proposal.kind {
        case .agreement: say("an agreement")
        case .merge: say("a merge")
        case .close: say("to close the community")
        case .visibility: say("another visibility")
        case .setAside:
            say("to set \(proposal.person.map { name(of: $0) } ?? say("somebody")) aside")
        case .restore: say("to show a post again")
        case nil: say("something that this version does not know")
        }
    }

    /// What follows from a decision: setting aside begins with it and ends by itself.
    private func follow(
        _ sentence: inout String, _ outcome: Decision.State, for proposal: Proposal
    ) {
        sentence = say("\(sentence); with that it is \(outcome.shown.words)")
        guard proposal.kind == .setAside, let person = proposal.person,
            let until = proposal.until
        else { return }
        let name = name(of: person)
        if outcome == .adopted {
            sentence = say("\(sentence): \(name) is set aside until \(day(until))")
        }
        if outcome == .void { sentence = say("\(sentence): \(name) is set aside no longer") }
    }

    private func fill(
        _ entry: inout PublicLogEntry, _ act: PublicAct, _ start: String, _ item: RecordID,
        _ version: OperationID, _ reason: String? = nil, _ text: String = ""
    ) async throws(ServiceError) {
        let code = try await code(of: item)
        entry.act = act
        entry.code = code
        entry.version = version.hex
        entry.reason = reason
        entry.text = text.isEmpty ? nil : text
        let which =
            version == item
            ? say("as first written") : say("as edited, \(version.hex.prefix(8))")
        entry.sentence = say("\(start) \(code) (\(which))")
        if let reason { entry.sentence = say("\(entry.sentence): \(reason)") }
        guard !text.isEmpty else { return }
        entry.sentence = say("\(entry.sentence), \"\(Self.excerpt(text))\"")
    }

    private func day(_ milliseconds: Int64) -> Substring {
        Timestamp(milliseconds: milliseconds).text.prefix(10)
    }

    /// Characters of somebody's words that a sentence quotes at most.
    private static let longestQuote = 200

    /// The first line of words, as far as a sentence has room; the entry has all of them.
    private static func excerpt(_ text: String) -> String {
        let line = text.prefix { !$0.isNewline }
        let quote = line.prefix(longestQuote)
        return quote.endIndex == text.endIndex ? text : quote + "…"
    }
}

extension StanceChoice {
    /// What somebody does who takes it, before the code of the proposal.
    fileprivate func sentence(_ who: String) -> String {
        switch self {
        case .consent: say("\(who) consented to")
        case .concern: say("\(who) has a concern about")
        case .objection: say("\(who) objected to")
        case .standAside: say("\(who) stood aside from")
        }
    }
}

extension PersonStepKind {
    fileprivate var act: PublicAct {
        switch self {
        case .admitted: .admitted
        case .deviceAdded, .keyHeld: .deviceAdded
        case .sheetMade: .sheetMade
        case .deviceRevoked: .deviceRevoked
        case .recovered: .recovered
        case .departed: .departed
        case .departedByDoorKey: .departedByDoorKey
        case .readmitted: .readmitted
        }
    }
}
