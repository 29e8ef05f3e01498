internal import Community
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

    /// What stands beside the answers of a question, by record.
    func experiences(
        with question: QuestionDetails
    ) async throws(ServiceError) -> [String: AnswerExperience] {
        let ids = question.answers.map(\.id)
        let related = try await stored { () async throws(StorageError) in
            try await store.items(
                of: [Schema.trial, Schema.suggestion], naming: ids + [question.summary.id])
        }
        var experiences: [String: AnswerExperience] = [:]
        for answer in question.answers {
            let parts = related[answer.id] ?? []
            let trials = parts.map(\.item).filter { $0.kind == Schema.trial }
            experiences[answer.id.hex] = AnswerExperience(
                isAccepted: answer.isAccepted,
                sentence: Experience(trials, of: answer.author.person).sentence,
                suggestions: parts.open)
        }
        experiences[question.summary.id.hex] = AnswerExperience(
            suggestions: (related[question.summary.id] ?? []).open)
        return experiences
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
    /// The thread with what colleagues experienced.
    func told(_ experiences: [String: HearthNode.AnswerExperience]) -> QuestionThread {
        var thread = self
        thread.question.suggestions = experiences[question.id]?.suggestions
        for index in thread.answers.indices {
            guard let experience = experiences[thread.answers[index].id] else { continue }
            thread.answers[index].isAccepted = experience.isAccepted
            thread.answers[index].experience = experience.sentence
            thread.answers[index].suggestions = experience.suggestions
        }
        return thread
    }
}
