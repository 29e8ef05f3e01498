internal import Community
internal import Languages
internal import LocalProtocol
internal import Storage
internal import Wire

/// What colleagues add to the answers of others.
extension HearthNode {
    /// What stands beside one answer.
    struct AnswerExperience {
        var isAccepted = false
        var sentence: String?
        var suggestions: [String] = []
    }

    /// What stands beside the posts of some threads, by record.
    func experiences(
        with questions: [QuestionDetails]
    ) async throws(ServiceError) -> [String: AnswerExperience] {
        let ids = questions.flatMap { $0.answers.map(\.id) + [$0.summary.id] }
        let related = try await stored { () async throws(StorageError) in
            try await store.items(of: [Schema.trial, Schema.suggestion], naming: ids)
        }
        var experiences: [String: AnswerExperience] = [:]
        for question in questions {
            for answer in question.answers {
                let parts = related[answer.id] ?? []
                let space = question.summary.space
                let trials = parts.map(\.item).filter {
                    $0.kind == Schema.trial && $0.space == space
                }
                experiences[answer.id.hex] = AnswerExperience(
                    isAccepted: answer.isAccepted,
                    sentence: Experience(trials, of: answer.author.person).sentence,
                    suggestions: parts.open)
            }
            experiences[question.summary.id.hex] = AnswerExperience(
                suggestions: (related[question.summary.id] ?? []).open)
        }
        return experiences
    }
}

extension HearthNode {
    /// What became of the answer that was accepted.
    func accepted(
        in question: QuestionDetails, _ foldings: [RecordID: Folding]
    ) -> AcceptedAnswer {
        AcceptedAnswer(
            question.accepted,
            among: question.answers.map { ($0.id, !$0.body.isEmpty && foldings[$0.id] == nil) },
            isTakenBack: question.isAcceptedTakenBack)
    }

    /// The codes of the questions of which somebody says that they ask the same.
    func sameAs(_ question: RecordID) async throws(ServiceError) -> [String] {
        func listed(_ id: RecordID) async throws(ServiceError) -> ListedItem? {
            let found = try await stored { () async throws(StorageError) in
                try await store.item(id)
            }
            return found?.item.kind == Schema.question ? found : nil
        }
        let holders = try await stored { () async throws(StorageError) in
            try await store.records(holding: question)
        }
        var codes: [String] = []
        for id in holders {
            guard let other = try await listed(id), other.item.records("same_as").contains(question)
            else { continue }
            codes.append(other.code)
        }
        for id in try await listed(question)?.item.records("same_as") ?? [] {
            if let other = try await listed(id), !codes.contains(other.code) {
                codes.append(other.code)
            }
        }
        return codes
    }
}

extension [ListedItem] {
    /// The codes of suggestions that nobody has taken yet.
    fileprivate var open: [String] {
        filter { $0.item.kind == Schema.suggestion && $0.item.people(saying: "taken").isEmpty }
            .map(\.code)
    }
}

extension QuestionThread {
    /// The thread with the questions that ask the same.
    func linked(_ codes: [String]) -> QuestionThread {
        var thread = self
        thread.sameAs = codes.isEmpty ? nil : codes
        return thread
    }

    /// The thread with what colleagues experienced, and what became of the accepted answer.
    func told(
        _ experiences: [String: HearthNode.AnswerExperience], _ accepted: AcceptedAnswer
    ) -> QuestionThread {
        var thread = self
        switch accepted {
        case .none, .here: break
        case .withdrawn: thread.notes = [say("accepted answer withdrawn")]
        case .missing: thread.notes = [say("the accepted answer isn't here")]
        }
        thread.question.suggestions = experiences[question.id]?.suggestions
        for index in thread.answers.indices {
            guard let experience = experiences[thread.answers[index].id] else { continue }
            thread.answers[index].isAccepted = experience.isAccepted && accepted != .withdrawn
            thread.answers[index].experience = experience.sentence
            thread.answers[index].suggestions = experience.suggestions
        }
        return thread
    }
}
