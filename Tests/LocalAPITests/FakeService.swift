import LocalProtocol
import Synchronization

/// A node that always says the same, so that what is made of it can be compared.
final class FakeService: HearthService, ServiceGate {
    /// Every request that reached the service, as `method request`.
    let calls = Mutex<[String]>([])
    /// Continuations of streams of events that are still watched.
    let watchers = Mutex<[AnswerStream<NodeEvent>.Continuation]>([])
    /// The routes whose refusals were told to the gate.
    let refusals = Mutex<[String]>([])
    /// How often a watcher went away.
    let departures = Mutex(0)

    /// Every request so far, as `method request`.
    var recorded: [String] { calls.withLock { $0 } }
    /// How many streams of events were asked for.
    var watcherCount: Int { watchers.withLock { $0.count } }
    /// How many of them have ended.
    var departureCount: Int { departures.withLock { $0 } }

    func note(_ method: String, _ request: Any = "") {
        calls.withLock { $0.append("\(method) \(request)") }
    }

    static let noon = Timestamp(milliseconds: 1_809_432_000_000)
    static let ada = PersonName(id: "a1", code: "U-ADA01", name: "Ada")
    static let ben = PersonName(id: "b2", code: "U-BEN02", name: "Ben")
    static let laptop = DeviceName(id: "d1", name: "ada-laptop")
    static let plant = WorkplaceName(id: "w1", code: "W-PLANT", name: "Plant North")
    static let bearings = CommunityName(id: "c1", code: "C-7F3KD", name: "Bearings")
    static var held: Durability { Durability(connected: 2, holding: 1) }

    func status() async throws(ServiceError) -> Status {
        note("status")
        return Status(
            version: "0.1.0", processID: 4711, startedAt: Self.noon, home: "/home/ada/.local",
            stage: .member, person: Self.ada, device: Self.laptop, workplace: Self.plant,
            listening: ["192.168.7.5:4710", "[fe80::5%eth0]:4710"],
            discovery: DiscoveryState(isAvailable: false, reason: "avahi-daemon isn't running"),
            connectedPeers: 1, knownPeers: 2, isInSync: false,
            counts: Counts(
                people: 3, communities: 2, joined: 1, questions: 1234, answers: 5678, thanks: 1,
                commits: 99, bytes: 3_500_000),
            warnings: ["The clock of ben-laptop is 11 minutes ahead."])
    }

    func initialize(_ request: InitializeRequest) async throws(ServiceError) -> Identity {
        note("initialize", request)
        return Identity(person: Self.ada, device: Self.laptop)
    }

    func identity() async throws(ServiceError) -> Identity {
        Identity(
            person: Self.ada, device: Self.laptop, workplace: Self.plant, vouchedBy: [Self.ben],
            communities: [Self.bearings])
    }

    func people() async throws(ServiceError) -> PeopleList {
        PeopleList(people: [
            Person(
                id: "a1", code: "U-ADA01", name: "Ada", isSelf: true, devices: [Self.laptop],
                vouchedBy: [Self.ben], since: Self.noon),
            Person(
                id: "h3", code: "U-HAN03", name: "華子", isAdmitted: false,
                devices: [DeviceName(id: "d3", name: "ワークステーション")]),
        ])
    }

    func foundWorkplace(_ request: NewWorkplaceRequest) async throws(ServiceError) -> Workplace {
        note("foundWorkplace", request)
        return try await workplace()
    }

    func workplace() async throws(ServiceError) -> Workplace {
        Workplace(
            id: "w1", code: "W-PLANT", name: "Plant North", founder: Self.ada,
            foundedAt: Self.noon, people: 3, devices: 4, communities: 2)
    }

    func invite(_ request: InviteRequest) async throws(ServiceError) -> Pairing {
        note("invite", request)
        return Self.pairing(.inviter, .waiting)
    }

    func join(_ request: JoinRequest) async throws(ServiceError) -> Pairing {
        note("join", request)
        return Self.pairing(.joiner, .searching)
    }

    func pairing(_ request: PairingReference) async throws(ServiceError) -> Pairing {
        Self.pairing(request.id == "invited" ? .inviter : .joiner, .comparing)
    }

    func watchPairing(
        _ request: PairingReference
    ) async throws(ServiceError) -> AnswerStream<Pairing> {
        note("watchPairing", request.id)
        let role = request.id == "invited" ? PairingRole.inviter : .joiner
        let first: [PairingState] =
            role == .inviter ? [.waiting, .connecting] : [.searching, .connecting]
        let states = first + [.comparing, .waitingForOther, .joined]
        return AnswerStream { continuation in
            for state in states { continuation.yield(Self.pairing(role, state)) }
            continuation.finish()
        }
    }

    func judgeWords(_ request: PairingVerdict) async throws(ServiceError) -> Pairing {
        note("judgeWords", request.wordsMatch)
        return Self.pairing(.inviter, request.wordsMatch ? .waitingForOther : .refused)
    }

    func cancelPairing(_ request: PairingReference) async throws(ServiceError) -> Pairing {
        note("cancelPairing")
        return Self.pairing(.inviter, .cancelled)
    }

    static func pairing(_ role: PairingRole, _ state: PairingState) -> Pairing {
        Pairing(
            id: role == .inviter ? "invited" : "joining", role: role, state: state,
            code: role == .inviter ? "47-copper-lantern" : nil,
            expiresAt: Timestamp(milliseconds: noon.milliseconds + 600_000),
            words: state == .comparing ? ["apple", "river", "copper", "moon"] : [],
            otherName: role == .inviter ? "Ben" : "Ada", workplace: plant)
    }
}

// Communities and words.
extension FakeService {
    static let community = Community(
        id: "c1", code: "C-7F3KD", name: "Bearings", otherNames: ["Bearings & seals"],
        about: "What turns, and what wears", isMember: true, members: 2, questions: 12,
        unanswered: 3, createdAt: noon)

    func communities() async throws(ServiceError) -> CommunityList {
        CommunityList(communities: [
            Self.community, Community(id: "c2", code: "C-8G4LE", name: "軸受", members: 1),
        ])
    }

    func createCommunity(
        _ request: NewCommunityRequest
    ) async throws(ServiceError) -> CommunitySaved {
        note("createCommunity", request)
        return CommunitySaved(community: Self.community, durability: Self.held)
    }

    func community(_ request: CommunityReference) async throws(ServiceError) -> CommunityDetails {
        CommunityDetails(
            community: Self.community, createdBy: Self.ada,
            members: [
                CommunityMember(id: "a1", name: "Ada"), CommunityMember(id: "b2", name: "Ben"),
            ])
    }

    func joinCommunity(_ request: CommunityReference) async throws(ServiceError) -> CommunitySaved {
        note("joinCommunity", request.community)
        return CommunitySaved(community: Self.community, durability: Self.held)
    }

    func leaveCommunity(_ request: CommunityReference) async throws(ServiceError) -> CommunitySaved
    {
        throw ServiceError(.needsConsent, said: "Not without the others.", hint: "Propose it.")
    }

    static func saved(_ code: String) -> Saved {
        Saved(id: "e5", code: code, community: bearings, durability: held)
    }

    func ask(_ request: AskRequest) async throws(ServiceError) -> Saved {
        note("ask", request)
        return Self.saved("Q-7F3KD")
    }

    func reveal(_ request: RevealRequest) async throws(ServiceError) -> Saved {
        note("reveal", request)
        return Self.saved("Q-7F3KD")
    }

    func answer(_ request: AnswerRequest) async throws(ServiceError) -> Saved {
        note("answer", request)
        return Self.saved("A-9K2M4")
    }

    func thank(_ request: ThanksRequest) async throws(ServiceError) -> Saved {
        note("thank", request)
        return Self.saved("T-1A2B3")
    }

    func edit(_ request: EditRequest) async throws(ServiceError) -> Saved {
        guard request.reference == "Q-7F3KD" else {
            throw ServiceError(
                .noSuchRight, said: "These are Ben's words.", hint: "Answer instead, or tell Ben.")
        }
        note("edit", request)
        return Self.saved("Q-7F3KD")
    }

    func questions(_ request: ListRequest) async throws(ServiceError) -> QuestionList {
        note("questions", request)
        let hostile = "Esc \u{1B}[2J\u{202E}apes"
        return QuestionList(
            questions: [
                QuestionSummary(
                    id: "q1", code: "Q-7F3KD", title: "How do we re-zero press 4?",
                    author: Byline(name: "Dana", person: Self.ben), writtenAt: Self.noon,
                    community: Self.bearings, answers: 2, thanks: 1),
                QuestionSummary(
                    id: "q2", code: "Q-8G4LE", title: "軸受の交換時期は？",
                    author: Byline(name: "華子"), writtenAt: Self.noon,
                    community: CommunityName(id: "c2", code: "C-8G4LE", name: "軸受"),
                    answers: 1200),
                QuestionSummary(
                    id: "q3", code: "Q-9H5MF", title: "מתי מחליפים את האטם?",
                    author: Byline(name: hostile), writtenAt: Self.noon,
                    community: Self.bearings),
            ], next: "m1")
    }

    func show(_ request: ShowRequest) async throws(ServiceError) -> Shown {
        guard request.reference != "Q-00000" else {
            throw ServiceError(
                .notFound, said: "Nothing here has the code Q-00000.",
                hint: "It may not have arrived yet: hearth sync")
        }
        if request.reference == "Q-COLLA" { return Self.folded(isOpen: request.collapsed == true) }
        guard request.reference != "P-7F3KD" else {
            return Shown(
                kind: .proposal,
                proposal: try await proposal(ProposalReference(proposal: request.reference)))
        }
        let question = Post(
            id: "q1", code: "Q-7F3KD", kind: .question, title: "How do we re-zero press 4?",
            body: "After the wash it is 2 mm off.\n\nWe tried the manual.",
            author: Byline(name: "Dana", person: Self.ben, isImported: true),
            writtenAt: Self.noon, tags: ["press", "zero"], source: "mbox:<1@x>")
        let answer = Post(
            id: "a9", code: "A-9K2M4", kind: .answer, body: "Bearing, not belt.",
            author: Byline(name: "Ben", person: Self.ben), writtenAt: Self.noon,
            editedAt: Self.noon,
            thanks: [
                Thanks(
                    id: "t1", code: "T-1A2B3", author: Byline(name: "Ada", person: Self.ada),
                    people: [Self.ben], text: "Saved my night shift", writtenAt: Self.noon)
            ])
        return Shown(
            kind: .question, focus: "A-9K2M4",
            thread: QuestionThread(
                community: Self.bearings, question: question, answers: [answer]))
    }

    func search(_ request: SearchRequest) async throws(ServiceError) -> SearchResults {
        note("search", request)
        guard request.text != "nothing" else { return SearchResults(hits: []) }
        return SearchResults(hits: [
            SearchHit(
                id: "a9", code: "A-9K2M4", kind: .answer, question: "Q-7F3KD",
                title: "How do we re-zero press 4?", author: Byline(name: "Ben"),
                writtenAt: Self.noon, community: Self.bearings,
                snippet: SnippetPiece.pieces(marked: "… the \u{2}seal\u{3} of the wash-down …"))
        ])
    }
}
