internal import Ledger
public import Wire

extension Replica {
    /// A collaborative text of a record; `nil` if nobody who counts has written in it.
    public func text(
        _ field: String, of record: RecordID, in space: SpaceID
    ) -> SharedText? {
        let key = RecordKey(space: space, record: record)
        guard let rule = records[key]?.creation.rule?.fields.first(where: { $0.name == field })
        else { return nil }
        return text(rule, of: key, verdicts())
    }

    func text(_ rule: FieldRule, of key: RecordKey, _ verdicts: Verdicts) -> SharedText? {
        let pieces = texts[FieldKey(record: key, field: rule.number), default: []].map { edit in
            TextPiece(
                log: edit.write.place.log, sequence: edit.write.place.sequence,
                index: edit.write.place.index, person: edit.write.writer.person,
                wallClock: edit.write.wallClock,
                counts: verdicts.counts(edit.write.writer, edit.write.stamp, in: key.space)
                    && records[key].map { Self.permits(edit.write.writer, rule, of: $0) } ?? false,
                generation: edit.operation.generation, bytes: edit.operation.batch)
        }
        return pieces.contains(where: \.counts) ? SharedText(pieces, rule: rule) : nil
    }
}
