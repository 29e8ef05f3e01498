public import Community
internal import GRDB
internal import Wire

extension Store {
    /// What people leave to those who stay, sorted by person; the same as ``Replica/handovers()`` of
    /// the same commits, without the words that somebody took along.
    public func handovers() async throws(StorageError) -> [Handover] {
        guard let directory else { return [] }
        let workplace = directory.workplace
        return try await read { database in
            var parts: [RecordID: Handover.Part] = [:]
            for entry in try Self.fields(of: Schema.handover, in: workplace, database) {
                parts[entry.fields.id] = Handover.Part(entry.fields)
            }
            guard !parts.isEmpty else { return [] }
            for entry in try Self.fields(of: Schema.handoverQuestion, in: workplace, database) {
                let fields = entry.fields
                guard let handover = fields.record("handover"), let part = parts[handover],
                    let text = fields.text("text")
                else { continue }
                parts[handover]?.questions.append(
                    HandoverQuestion(
                        id: fields.id, person: fields.person, text: text,
                        answer: try Self.answer(to: fields.id, by: part.person, database),
                        stamp: fields.stamp, written: fields.written))
            }
            return Handover.all(Array(parts.values)).filter {
                directory.person($0.person)?.tookWords != true
            }
        }
    }

    private static func answer(
        to question: RecordID, by person: PersonID, _ database: Database
    ) throws -> String? {
        guard let field = Schema.handoverQuestion.number(of: "answer") else { return nil }
        return try String.fetchOne(
            database,
            sql: """
                SELECT e.value FROM latest_entry AS e
                JOIN known_person AS p ON p.number = e.person
                WHERE e.high = ? AND e.low = ? AND e.field = ? AND e.type = 1 AND p.id = ?
                """,
            arguments: [question.high, question.low, Int64(field), person.bytes.blob])
    }
}
