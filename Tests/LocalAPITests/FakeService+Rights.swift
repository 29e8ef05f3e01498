import LocalProtocol

// Rights, roles, and what members say against words.
extension FakeService {
    static let flagging = Right(
        verb: "flag", summary: "flag words",
        cells: [
            RightCell(role: "visitor", ways: [], text: "never"),
            RightCell(role: "member", ways: ["always"], text: "always"),
            RightCell(
                role: "door_key", ways: ["always"], note: "logged to all",
                text: "always (logged to all)"),
        ])

    func rights() async throws(ServiceError) -> RightsTable {
        RightsTable(
            roles: ["visitor", "member", "door_key"],
            rights: [
                Self.flagging,
                Right(
                    verb: "hide", summary: "hide somebody's words", cells: [], isForNobody: true,
                    instead: "Flag it."),
            ])
    }

    func right(_ request: RightRequest) async throws(ServiceError) -> Right {
        note("right", request)
        guard request.verb != "hide" else {
            throw ServiceError(
                .noSuchRight, said: "\(request.about ?? "Words"): nobody can hide them.",
                hint: "Flag it.")
        }
        var right = Self.flagging
        if let role = request.role { right.cells = right.cells.filter { $0.role == role } }
        return right
    }

    func roleDescriptions() async throws(ServiceError) -> RoleDescriptions {
        RoleDescriptions(roles: [
            RoleDescription(
                role: "coordinator", purpose: "Convenes.", longestTerm: 6,
                verbs: ["convene", "greet"])
        ])
    }

    func roles(_ request: RolesRequest) async throws(ServiceError) -> RoleList {
        note("roles", request)
        let until = Timestamp(milliseconds: Self.noon.milliseconds + 86_400_000)
        let ada = RoleHolder(code: "R-7F3KD", id: "r1", person: Self.ada, until: until)
        let ben = RoleHolder(
            code: "R-8G4LE", id: "r2", person: Self.ben, askedBy: Self.ada, until: until,
            pledge: "2 h a week")
        return RoleList(communities: [
            CommunityRoles(
                community: Self.bearings,
                roles: [
                    RoleStanding(role: "coordinator", holders: [ada, ben]),
                    RoleStanding(
                        role: "scribe", asked: [ben], vacantSince: Self.noon, isUpForAll: false),
                    RoleStanding(role: "sponsor", isUpForAll: true),
                ])
        ])
    }

    func takeRole(_ request: RoleRequest) async throws(ServiceError) -> Saved {
        note("takeRole", request)
        return Self.saved("R-7F3KD")
    }

    func acceptRole(_ request: RoleAnswer) async throws(ServiceError) -> Saved {
        note("acceptRole", request)
        return Self.saved("R-7F3KD")
    }

    func layDownRole(_ request: RoleAnswer) async throws(ServiceError) -> Saved {
        note("layDownRole", request)
        return Self.saved("R-7F3KD")
    }

    func flag(_ request: ObjectionRequest) async throws(ServiceError) -> Saved {
        note("flag", request)
        return Self.saved("F-7F3KD")
    }

    func unflag(_ request: WithdrawalRequest) async throws(ServiceError) -> Saved {
        note("unflag", request)
        return Self.saved("A-9K2M4")
    }

    func blur(_ request: ObjectionRequest) async throws(ServiceError) -> Saved {
        note("blur", request)
        return Self.saved("B-7F3KD")
    }

    func unblur(_ request: WithdrawalRequest) async throws(ServiceError) -> Saved {
        note("unblur", request)
        return Self.saved("A-9K2M4")
    }

    func publicLog(_ request: PublicLogRequest) async throws(ServiceError) -> PublicLogPage {
        note("publicLog", request)
        guard request.community != nil else {
            var admitted = PublicLogEntry(
                at: Self.noon, person: Self.ada, act: .admitted, sentence: "Ada let Ben in")
            admitted.about = Self.ben
            return PublicLogPage(workplace: Self.plant, entries: [admitted])
        }
        var closed = PublicLogEntry(
            at: Self.noon, person: Self.ben, act: .closed,
            sentence: "Ben closed P-7F3KD (as first written), finding it adopted; with that it is "
                + "adopted", code: "P-7F3KD", version: "p7")
        closed.finding = .adopted
        closed.outcome = .adopted
        return PublicLogPage(
            community: Self.bearings,
            entries: [
                closed,
                PublicLogEntry(
                    at: Self.noon, person: Self.ada, act: .flagged,
                    sentence: "Ada flagged A-9K2M4 (as first written): wrong, \"\u{1B}[2J\"",
                    code: "A-9K2M4", version: "a9", reason: "wrong", text: "\u{1B}[2J"),
            ])
    }
}

extension FakeService {
    /// A thread whose question is blurred and whose answer is flagged.
    static func folded(isOpen: Bool) -> Shown {
        let until = Timestamp(milliseconds: noon.milliseconds + 86_400_000)
        let blurred = Folding(
            cause: .blurred, people: [ada], reasons: ["personal-data"], until: until,
            sentence: "blurred by Ada until 2027-05-05T12:00 UTC: personal-data",
            howToRead: "hearth show Q-COLLA --collapsed")
        let flagged = Folding(
            cause: .flagged, people: [ada, ben], reasons: ["unkind"],
            sentence: "hidden by 2: unkind", howToRead: "hearth show A-COLLA --collapsed")
        let question = Post(
            id: "q9", code: "Q-COLLA", kind: .question, title: isOpen ? "Who did it?" : nil,
            body: isOpen ? "Dana did." : "", author: Byline(name: "Ben", person: ben),
            writtenAt: noon, folding: blurred)
        let answer = Post(
            id: "a8", code: "A-COLLA", kind: .answer, body: isOpen ? "You did." : "",
            author: Byline(name: "Ada", person: ada), writtenAt: noon,
            thanks: [
                Thanks(
                    id: "t9", code: "T-COLLA", author: Byline(name: "Ben", person: ben),
                    text: "", writtenAt: noon, folding: flagged)
            ], folding: flagged)
        return Shown(
            kind: .question,
            thread: QuestionThread(community: bearings, question: question, answers: [answer]))
    }
}
