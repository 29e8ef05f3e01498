internal import Community
internal import Languages
internal import LocalProtocol
internal import Storage
internal import Wire

/// Questions with everything below them, one or many at a time.
extension HearthNode {
    /// Threads as people read them, in the order in which they are given.
    ///
    /// What stands beside the words is asked for once for all of them: an export shows every thread
    /// of a community.
    func threads(
        _ all: [QuestionDetails], isOpen: Bool
    ) async throws(ServiceError) -> [QuestionThread] {
        let names = try await communityNames()
        let foldings = try await foldings(
            of: all.flatMap { thread in thread.items.map { ($0, thread.summary.space) } })
        let marks = try await marks(of: all)
        let experiences = try await experiences(with: all)
        let behalf = try await behalf(in: all)
        let twins = try await twins(of: all.map(\.summary.id))
        return all.map { details in
            let question = details.summary
            return details.thread(
                in: names[question.space] ?? question.space.nameless, foldings, isOpen: isOpen
            ).marked(marks).written(for: behalf).told(
                experiences, accepted(in: details, foldings)
            ).linked(twins[question.id] ?? [])
        }
    }

    /// The codes of the questions that ask the same, by question.
    private func twins(
        of questions: [RecordID]
    ) async throws(ServiceError) -> [RecordID: [String]] {
        let named = try await stored { () async throws(StorageError) in
            try await store.questionsWithTwins(among: questions)
        }
        var twins: [RecordID: [String]] = [:]
        for id in named { twins[id] = try await sameAs(id) }
        return twins
    }
}
