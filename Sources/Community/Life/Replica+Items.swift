internal import Ledger
public import Wire

extension Replica {
    /// The records of a kind in a space, sorted by stamp; only what people wrote who belonged.
    public func items(of kind: RecordKind, in space: SpaceID) -> [RecordFacts] {
        let verdicts = verdicts()
        return records.filter {
            $0.key.space == space && $0.value.creation.kind == kind.number
                && isShown($0.value, verdicts)
        }.map { item($0.key, $0.value, kind, verdicts) }.sorted { $0.stamp < $1.stamp }
    }

    private func item(
        _ key: RecordKey, _ record: Created, _ kind: RecordKind, _ verdicts: Verdicts
    ) -> RecordFacts {
        var item = RecordFacts(
            id: key.record, kind: kind, space: key.space, person: record.writer.person,
            stamp: record.stamp, written: record.wallClock)
        for rule in kind.fields {
            switch rule.merge {
            case .immutable, .register:
                item.values[rule.name] = register(
                    rule, of: key, record, verdicts, taken: verdicts.membership.tookWords)
            case .set:
                let elements = presentElements(rule, of: key, record, verdicts)
                if !elements.isEmpty { item.elements[rule.name] = elements }
                let changes = additions(rule, of: key, record, verdicts)
                    .count { $0.stamp != record.stamp }
                if changes > 0 { item.changes[rule.name] = changes }
            case .collaborative:
                item.values[rule.name] = text(rule, of: key, verdicts).map { .text($0.text) }
            case .personal:
                let entries = newestEntries(rule, of: key, record, verdicts)
                if !entries.isEmpty { item.entries[rule.name] = entries }
            }
        }
        return item
    }

    private func newestEntries(
        _ rule: FieldRule, of key: RecordKey, _ record: Created, _ verdicts: Verdicts
    ) -> [RecordFacts.Entry] {
        var newest: [PersonID: RecordFacts.Entry] = [:]
        for entry in writtenEntries(rule, of: key, record, verdicts) {
            if let known = newest[entry.person], known.stamp > entry.stamp { continue }
            newest[entry.person] = RecordFacts.Entry(
                person: entry.person, value: entry.value, stamp: entry.stamp,
                written: entry.wallClock)
        }
        return newest.values.sorted { $0.person < $1.person }
    }
}
