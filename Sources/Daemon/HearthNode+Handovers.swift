internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// What people leave to those who stay: a note, and answers to a few questions.
extension HearthNode {
    public func startHandover(
        _ request: StartHandoverRequest
    ) async throws(ServiceError) -> HandoverSaved {
        let me = try member.person
        let note = String((request.note ?? "").trimming { $0.isWhitespace })
        if try await handover(of: me) != nil, note.isEmpty {
            throw ServiceError(
                .usage, "Your handover has begun already.",
                hint: "Give it another note with --note, or answer: hearth handover show")
        }
        try await leaveNote(note)
        return try await savedHandover(of: me)
    }

    /// Begins this person's handover, or gives it another note.
    func leaveNote(_ note: String) async throws(ServiceError) {
        let member = try self.member
        let known = try await handover(of: member.person)
        let operations = try composed { () throws(CommunityError) in
            guard let known else { return try Compose.handover(note: note) }
            return try Compose.edit(
                "note", to: .text(note), of: known.noteRecord, kind: Schema.handover)
        }
        try await write([operations], to: member.workplace.space)
    }

    public func handovers(
        _ request: HandoversRequest
    ) async throws(ServiceError) -> HandoverList {
        let me = try member.person
        let person = try request.person.map { (name) throws(ServiceError) in
            try resolvePerson(name)
        }
        var list = HandoverList(handovers: [])
        for handover in try await allHandovers()
        where person.map({ $0 == handover.person }) ?? true
            && (request.mine != true || handover.person == me)
        {
            list.handovers.append(try await shown(handover))
        }
        return list
    }

    public func askHandover(
        _ request: AskHandoverRequest
    ) async throws(ServiceError) -> HandoverSaved {
        let person = try resolvePerson(request.person)
        let name = self.name(of: person)
        guard person != (try member.person) else {
            throw ServiceError(.usage, "Colleagues ask; you answer: hearth handover show")
        }
        guard try member.directory.membership.isAdmitted(person) else {
            throw ServiceError(.usage, "\(name) has left and can't answer any more.")
        }
        guard let handover = try await handover(of: person) else {
            throw ServiceError(
                .usage, "\(name) has begun no handover.",
                hint: "Ask in a community, or ask them to run: hearth handover start")
        }
        guard handover.hasRoom else {
            throw ServiceError(
                .usage, "\(name) has \(Handover.mostQuestions) questions already.",
                hint: "See them: hearth handover show \"\(name)\"")
        }
        let operations = try composed { () throws(CommunityError) in
            try Compose.handoverQuestion(request.text, in: handover.id)
        }
        try await write([operations], to: try member.workplace.space)
        return try await savedHandover(of: person)
    }

    public func answerHandover(
        _ request: AnswerHandoverRequest
    ) async throws(ServiceError) -> HandoverSaved {
        let target = try await resolve(request.question, kinds: [Schema.handoverQuestion])
        let me = try member.person
        guard try await handover(of: me)?.questions.contains(where: { $0.id == target.id }) == true
        else {
            throw ServiceError(
                .noSuchRight, "\(target.code) was not asked of you.",
                hint: "Only who is asked can answer.")
        }
        let operations = try composed { () throws(CommunityError) in
            try Compose.handoverAnswer(request.text, to: target.id)
        }
        try await write([operations], to: try member.workplace.space)
        return try await savedHandover(of: me)
    }

    // MARK: Finding and showing

    private func allHandovers() async throws(ServiceError) -> [Handover] {
        try await stored { () async throws(StorageError) in try await store.handovers() }
    }

    func handover(of person: PersonID) async throws(ServiceError) -> Handover? {
        try await allHandovers().first { $0.person == person }
    }

    private func savedHandover(of person: PersonID) async throws(ServiceError) -> HandoverSaved {
        guard let handover = try await handover(of: person) else {
            throw ServiceError(.internal, "The handover was written but can't be read.")
        }
        return HandoverSaved(
            handover: try await shown(handover),
            durability: await durability(in: try member.workplace.space))
    }

    func shown(_ handover: Handover) async throws(ServiceError) -> HandoverShown {
        var shown = HandoverShown(
            code: try await code(of: handover.id), person: personName(handover.person),
            hasLeft: try member.directory.person(handover.person)?.hasLeft ?? false,
            note: handover.note.isEmpty ? nil : handover.note,
            startedAt: Timestamp(milliseconds: handover.written))
        for question in handover.questions {
            shown.questions.append(
                HandoverQuestionShown(
                    code: try await code(of: question.id), person: personName(question.person),
                    text: question.text, answer: question.answer))
        }
        return shown
    }

    /// The handover that a record is, or was asked in.
    func shownHandover(_ target: RecordReference) async throws(ServiceError) -> Shown {
        let found = try await allHandovers().first { handover in
            handover.id == target.id || handover.questions.contains { $0.id == target.id }
        }
        guard let found else {
            throw ServiceError(
                .notFound, "\(target.code) is no handover that is shown here.",
                hint: "`hearth handover show` shows all.")
        }
        return Shown(kind: .handover, handover: try await shown(found))
    }
}
