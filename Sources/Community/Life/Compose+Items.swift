public import Wire

extension Compose {
    /// Makes a record of one of the kinds of ``Schema/life``.
    ///
    /// - Parameters:
    ///   - kind: The kind.
    ///   - values: Its fields by name; of sets each element.
    /// - Throws: ``CommunityError`` for what the schema or the kind's own rules refuse.
    public static func item(
        _ kind: RecordKind, _ values: [(name: String, value: Value)]
    ) throws(CommunityError) -> [Operation] {
        try check(kind, values)
        return [try create(kind, values)]
    }

    /// Changes a record: registers and the writer's own entries.
    public static func change(
        _ record: RecordID, of kind: RecordKind, _ values: [(name: String, value: Value)]
    ) throws(CommunityError) -> [Operation] {
        try check(kind, values)
        var operations: [Operation] = []
        for (name, value) in values {
            operations += try edit(name, to: value, of: record, kind: kind)
        }
        return operations
    }

    /// What the schema can't say: words from a list, and what belongs together.
    private static func check(
        _ kind: RecordKind, _ values: [(name: String, value: Value)]
    ) throws(CommunityError) {
        func texts(_ name: String) -> [String] {
            values.filter { $0.name == name }.compactMap {
                if case .text(let text) = $0.value { text } else { nil }
            }
        }
        func choose(_ name: String, from choices: [String]) throws(CommunityError) {
            for text in texts(name) where !choices.contains(text) {
                throw .notAChoice(field: name, choices: choices)
            }
        }
        switch kind.number {
        case Schema.problem.number:
            try choose("consent", from: LifeRules.consents)
            if !texts("on_behalf").isEmpty, texts("consent").isEmpty {
                throw .refused(.missing(field: "consent"))
            }
        case Schema.condition.number: try choose("aspect", from: LifeRules.aspects)
        case Schema.tagAlias.number:
            if let tag = texts("tag").first, texts("same_as").contains(tag) {
                throw .refused(.repeated(field: "tag"))
            }
        case Schema.story.number: try choose("outcome", from: ["success", "near-miss", "failure"])
        case Schema.outcome.number:
            try choose("result", from: ExperimentResult.allCases.map(\.rawValue))
        case Schema.event.number:
            try choose("rsvp", from: Rsvp.allCases.map(\.rawValue))
            try checkTimes(values)
        default: break
        }
    }

    private static func checkTimes(
        _ values: [(name: String, value: Value)]
    ) throws(CommunityError) {
        func number(_ name: String) -> Int64? {
            values.lazy.compactMap {
                if $0.name == name, case .integer(let number) = $0.value { number } else { nil }
            }.first
        }
        if let start = number("start"), let end = number("end"), end < start {
            throw .refused(.outOfRange(field: "end"))
        }
    }
}
