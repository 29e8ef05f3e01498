internal import Merge
internal import Wire

extension Replica {
    /// Whether a write of a field counts.
    ///
    /// It does if it was written by somebody who belonged, before the log's end, if the writer may
    /// write the field, and if the value keeps the field's rule.
    func counts(
        _ value: Value, _ write: Write, _ rule: FieldRule, of record: Created,
        _ verdicts: Verdicts
    ) -> Bool {
        verdicts.counts(write.writer, write.stamp, in: record.place.space)
            && Self.permits(write.writer, rule, of: record) && rule.refusal(of: value) == nil
    }

    static func permits(_ writer: Writer, _ rule: FieldRule, of record: Created) -> Bool {
        guard let kind = record.creation.rule, Rights.permits(writer.role, writing: rule, of: kind)
        else { return false }
        return rule.writer != .author || writer.person == record.writer.person
    }

    /// The value of a register or an immutable field; `nil` if it was never given.
    ///
    /// - Parameter taken: People who took their words along; `[]` for what they had written.
    func register(
        _ rule: FieldRule, of key: RecordKey, _ record: Created, _ verdicts: Verdicts,
        taken: Set<PersonID> = []
    ) -> Value? {
        var register = LastWriter<Value, LogID>()
        for field in record.creation.known(rule.merge) where field.rule == rule {
            register.write(
                left(of: field.value, by: record.writer, rule, of: record, taken),
                at: record.stamp)
        }
        guard rule.merge == .register else { return register.value }
        for (value, write) in writes[FieldKey(record: key, field: rule.number), default: []]
        where counts(value, write, rule, of: record, verdicts) {
            register.write(
                left(of: value, by: write.writer, rule, of: record, taken), at: write.stamp)
        }
        return register.value
    }

    /// What is left of a value where its writer may have taken their words along.
    private func left(
        of value: Value, by writer: Writer, _ rule: FieldRule, of record: Created,
        _ taken: Set<PersonID>
    ) -> Value {
        guard taken.contains(writer.person), let kind = record.creation.rule else { return value }
        return TakenWords.left(
            of: value, in: rule, of: kind, isImported: record.creation.isImported)
    }

    /// Each person's value of a personal field, sorted by person.
    func entries(
        _ rule: FieldRule, of key: RecordKey, _ record: Created, _ verdicts: Verdicts,
        taken: Set<PersonID> = []
    ) -> [(person: PersonID, value: Value)] {
        var map = PersonalMap<PersonID, Value, LogID>()
        for (value, write) in personalWrites[FieldKey(record: key, field: rule.number), default: []]
        where counts(value, write, rule, of: record, verdicts) {
            map.write(
                left(of: value, by: write.writer, rule, of: record, taken),
                by: write.writer.person, at: write.stamp)
        }
        return map.entries
    }

    /// Everything that was ever written to a personal field and counts, in no order.
    func writtenEntries(
        _ rule: FieldRule, of key: RecordKey, _ record: Created, _ verdicts: Verdicts
    ) -> [(person: PersonID, value: Value, stamp: WriteStamp, wallClock: Int64)] {
        personalWrites[FieldKey(record: key, field: rule.number), default: []]
            .filter { counts($0.value, $0.write, rule, of: record, verdicts) }
            .map { ($0.write.writer.person, $0.value, $0.write.stamp, $0.write.wallClock) }
    }

    /// Each person's value of a personal field with the stamp of its writing.
    func latestEntries(
        _ rule: FieldRule, of key: RecordKey, _ record: Created, _ verdicts: Verdicts
    ) -> [PersonID: (value: Value, stamp: WriteStamp)] {
        var latest: [PersonID: (value: Value, stamp: WriteStamp)] = [:]
        for (value, write) in personalWrites[FieldKey(record: key, field: rule.number), default: []]
        where counts(value, write, rule, of: record, verdicts) {
            if let known = latest[write.writer.person], write.stamp < known.stamp { continue }
            latest[write.writer.person] = (value, write.stamp)
        }
        return latest
    }

    /// The elements of a set as their dumps, each once, in the order of their bytes.
    ///
    /// Texts are told apart by their bytes: two ways to write one accent are two elements, in the
    /// database too.
    func elements(
        _ rule: FieldRule, of key: RecordKey, _ record: Created, _ verdicts: Verdicts,
        taken: Set<PersonID> = []
    ) -> [String] {
        present(rule, of: key, record, verdicts, taken).keys.sorted().map(\.text)
    }

    /// The elements of a set, each once, in the order of their dumps.
    func presentElements(
        _ rule: FieldRule, of key: RecordKey, _ record: Created, _ verdicts: Verdicts,
        taken: Set<PersonID> = []
    ) -> [Value] {
        present(rule, of: key, record, verdicts, taken).sorted { $0.key < $1.key }.map(\.value)
    }

    private func present(
        _ rule: FieldRule, of key: RecordKey, _ record: Created, _ verdicts: Verdicts,
        _ taken: Set<PersonID>
    ) -> [String.Bytewise: Value] {
        let field = FieldKey(record: key, field: rule.number)
        var set = AddWinsSet<String.Bytewise, OperationID>()
        var values: [String.Bytewise: Value] = [:]
        for (dot, addition) in additions[field, default: [:]]
        where counts(addition.value, addition.write, rule, of: record, verdicts) {
            let value = left(
                of: addition.value, by: addition.write.writer, rule, of: record, taken)
            let name = value.dumped.bytewise
            values[name] = value
            set.add(name, dot: dot)
        }
        for (dot, writes) in removals[field, default: [:]] {
            let counts = writes.contains {
                verdicts.counts($0.writer, $0.stamp, in: key.space)
                    && Self.permits($0.writer, rule, of: record)
            }
            if counts { set.remove(dots: [dot]) }
        }
        let elements = Set(set.elements)
        return values.filter { elements.contains($0.key) }
    }

    /// Every addition to a set that counts, also of what was taken back.
    func additions(
        _ rule: FieldRule, of key: RecordKey, _ record: Created, _ verdicts: Verdicts
    ) -> [Write] {
        additions[FieldKey(record: key, field: rule.number), default: [:]].values.filter {
            counts($0.value, $0.write, rule, of: record, verdicts)
        }.map(\.write)
    }
}

extension Replica {
    /// The state as text: equal for equal sets of commits, and for nothing else.
    ///
    /// The database prints the same text for the same commits (chapter 08 describes the form).
    public func canonicalDump() -> String {
        let verdicts = verdicts()
        let taken = verdicts.membership.tookWords
        var dump = CanonicalDump()
        for person in verdicts.membership.people { dump.person(person) }
        for (key, record) in records.sorted(by: { $0.key < $1.key })
        where isWithinEnd(record.place, verdicts) {
            dump.record(
                key.record, in: key.space, kind: record.creation.kind, by: record.writer,
                isHidden: !verdicts.membership.wasAdmitted(record.writer), log: record.place.log,
                sequence: record.place.sequence, index: record.place.index,
                lamport: record.stamp.lamport, wallClock: record.wallClock)
            for rule in record.creation.rule?.fields ?? [] {
                add(rule, of: key, record, verdicts, taken, to: &dump)
            }
        }
        for entry in refused.sorted(by: { $0.place < $1.place })
        where isWithinEnd(entry.place, verdicts) {
            dump.refused(
                in: entry.place.space, log: entry.place.log, sequence: entry.place.sequence,
                index: entry.place.index, reason: entry.refusal.summary)
        }
        for (key, taken) in takingsThatCount(verdicts) { dump.erasure(taken, in: key.space) }
        return dump.text
    }

    private func isWithinEnd(_ place: Place, _ verdicts: Verdicts) -> Bool {
        verdicts.isWithinEnd(place.log, sequence: place.sequence, in: place.space)
    }

    private func add(
        _ rule: FieldRule, of key: RecordKey, _ record: Created, _ verdicts: Verdicts,
        _ taken: Set<PersonID>, to dump: inout CanonicalDump
    ) {
        switch rule.merge {
        case .immutable, .register:
            if let value = register(rule, of: key, record, verdicts, taken: taken) {
                dump.field(rule.name, value)
            }
        case .personal:
            for entry in entries(rule, of: key, record, verdicts, taken: taken) {
                dump.entry(rule.name, of: entry.person, entry.value)
            }
        case .set:
            for element in elements(rule, of: key, record, verdicts, taken: taken) {
                dump.element(rule.name, dumped: element)
            }
        case .collaborative:
            if let text = text(rule, of: key, verdicts) {
                dump.field(rule.name, .text(text.text))
                if text.waiting > 0 {
                    dump.field("\(rule.name) waits", .integer(Int64(text.waiting)))
                }
            }
        }
    }
}
