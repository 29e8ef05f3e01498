internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// From talk to a page: what a thread or a story becomes, with everybody's name.
extension HearthNode {
    /// The kinds that a page can be made from.
    private static let distilled = [
        Schema.question, Schema.answer, Schema.story, Schema.experiment, Schema.problem,
        Schema.valueStory,
    ]

    public func distil(_ request: DistilRequest) async throws(ServiceError) -> Distilled {
        _ = try member
        await showPresence()
        var target = try await resolve(request.reference, kinds: HearthNode.distilled)
        // An answer says little without its question.
        if target.kind == Schema.answer.number, let answer = try await listed(target.id),
            let question = answer.item.record("question")
        {
            target = try await resolve(question.hex, kinds: [Schema.question])
        }
        guard let source = try await source(target.code), let listed = try await listed(target.id)
        else {
            throw ServiceError(.notFound, "\(target.code) can't be shown.")
        }
        var section = ["## \(source.title)"]
        section += HearthNode.paragraphs(of: listed.item)
        for part in try await parts(of: listed.item) {
            section += HearthNode.paragraphs(of: part.item).map {
                $0 + " — \(part.author.byline.name)"
            }
        }
        var names: [String] = []
        for person in source.people where !names.contains(person.name) {
            names.append(person.name)
        }
        section.append(say("*From \(source.code), by \(names.joined(separator: ", ")).*"))
        return Distilled(source: source, text: section.joined(separator: "\n\n") + "\n")
    }

    /// What a page names as its source; `nil` if it can't be shown.
    func source(_ reference: String) async throws(ServiceError) -> PageSource? {
        let found = try await stored { () async throws(StorageError) in
            try await store.find(reference)
        }
        guard let target = found.first, let listed = try await listed(target.id) else {
            return nil
        }
        let folded = try await foldings(of: [(target.id, target.space)])[target.id]
        if let folded {
            return PageSource(code: target.code, title: folded.sentence, people: [])
        }
        var people = [listed.author.byline]
        for part in try await parts(of: listed.item) where !people.contains(part.author.byline) {
            people.append(part.author.byline)
        }
        return PageSource(code: target.code, title: listed.item.firstWords, people: people)
    }

    private func listed(_ id: RecordID) async throws(ServiceError) -> ListedItem? {
        try await stored { () async throws(StorageError) in try await store.item(id) }
    }

    /// The answers to a question, or what an experiment came to; nothing that is folded.
    private func parts(of item: RecordFacts) async throws(ServiceError) -> [ListedItem] {
        let kinds = [Schema.question: [Schema.answer], Schema.experiment: [Schema.outcome]]
        guard let kinds = kinds[item.kind] else { return [] }
        let found = try await stored { () async throws(StorageError) in
            try await store.items(of: kinds, naming: [item.id])
        }
        let parts = found[item.id] ?? []
        let folded = try await foldings(of: parts.map { ($0.item.id, $0.item.space) })
        return parts.filter { folded[$0.item.id] == nil }
    }

    /// The words of a record beside its title, a paragraph a field.
    private static func paragraphs(of item: RecordFacts) -> [String] {
        item.kind.fields.compactMap { rule in
            guard case .text = rule.type, let text = item.text(rule.name), !text.isEmpty else {
                return nil
            }
            let isPlain = rule.name == "body" || item.kind == Schema.outcome
            return isPlain
                ? text : "**\(rule.name.replacing("_", with: " ")):** \(text)"
        }
    }
}
