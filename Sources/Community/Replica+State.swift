internal import Merge
internal import Wire

extension Replica {
    /// Whether a write of a field counts.
    ///
    /// It does if its writer belongs to the workplace, may write the field, and the value keeps
    /// the field's rule. This is all there is to rights in the records of this version.
    func counts(_ value: Value, by writer: Writer, _ rule: FieldRule, of record: Created) -> Bool {
        admission.isAdmitted(writer) && Self.permits(writer, rule, of: record)
            && rule.refusal(of: value) == nil
    }

    private static func permits(_ writer: Writer, _ rule: FieldRule, of record: Created) -> Bool {
        rule.writer != .author || writer.person == record.writer.person
    }

    /// The value of a register or an immutable field; `nil` if it was never given.
    func register(_ rule: FieldRule, of key: RecordKey, _ record: Created) -> Value? {
        var register = LastWriter<Value, LogID>()
        for field in record.creation.known(rule.merge) where field.rule == rule {
            register.write(field.value, at: record.stamp)
        }
        guard rule.merge == .register else { return register.value }
        for (value, write) in writes[FieldKey(record: key, field: rule.number), default: []]
        where counts(value, by: write.writer, rule, of: record) {
            register.write(value, at: write.stamp)
        }
        return register.value
    }

    /// Each person's value of a personal field, sorted by person.
    func entries(
        _ rule: FieldRule, of key: RecordKey, _ record: Created
    ) -> [(person: PersonID, value: Value)] {
        var map = PersonalMap<PersonID, Value, LogID>()
        for (value, write) in personalWrites[FieldKey(record: key, field: rule.number), default: []]
        where counts(value, by: write.writer, rule, of: record) {
            map.write(value, by: write.writer.person, at: write.stamp)
        }
        return map.entries
    }

    /// Everything that was ever written to a personal field and counts, in no order.
    func writtenEntries(
        _ rule: FieldRule, of key: RecordKey, _ record: Created
    ) -> [(person: PersonID, value: Value, stamp: WriteStamp)] {
        personalWrites[FieldKey(record: key, field: rule.number), default: []]
            .filter { counts($0.value, by: $0.write.writer, rule, of: record) }
            .map { ($0.write.writer.person, $0.value, $0.write.stamp) }
    }

    /// The elements of a set as their dumps, each once, in the order of their bytes.
    ///
    /// Texts are told apart by their bytes: two ways to write one accent are two elements, in the
    /// database too.
    func elements(_ rule: FieldRule, of key: RecordKey, _ record: Created) -> [String] {
        let field = FieldKey(record: key, field: rule.number)
        var set = AddWinsSet<String.Bytewise, OperationID>()
        for (dot, addition) in additions[field, default: [:]]
        where counts(addition.value, by: addition.writer, rule, of: record) {
            set.add(addition.value.dumped.bytewise, dot: dot)
        }
        for (dot, writers) in removals[field, default: [:]] {
            let counts = writers.contains {
                admission.isAdmitted($0) && Self.permits($0, rule, of: record)
            }
            if counts { set.remove(dots: [dot]) }
        }
        return set.elements.sorted().map(\.text)
    }
}

extension Replica {
    /// The state as text: equal for equal sets of commits, and for nothing else.
    ///
    /// The database prints the same text for the same commits (chapter 08 describes the form).
    public func canonicalDump() -> String {
        var dump = CanonicalDump()
        for person in admission.people {
            dump.person(
                person, isAdmitted: admission.isAdmitted(person),
                isFounder: admission.isFounder(person),
                devices: admission.devices(of: person).map(\.device),
                vouchers: admission.vouchers(of: person))
        }
        for (key, record) in records.sorted(by: { $0.key < $1.key }) {
            dump.record(
                key.record, in: key.space, kind: record.creation.kind, by: record.writer,
                isHidden: !admission.isAdmitted(record.writer), log: record.place.log,
                sequence: record.place.sequence, index: record.place.index,
                lamport: record.stamp.lamport, wallClock: record.wallClock)
            for rule in record.creation.rule?.fields ?? [] {
                add(rule, of: key, record, to: &dump)
            }
        }
        for entry in refused.sorted(by: { $0.place < $1.place }) {
            dump.refused(
                in: entry.place.space, log: entry.place.log, sequence: entry.place.sequence,
                index: entry.place.index, reason: entry.refusal.summary)
        }
        return dump.text
    }

    private func add(
        _ rule: FieldRule, of key: RecordKey, _ record: Created, to dump: inout CanonicalDump
    ) {
        switch rule.merge {
        case .immutable, .register:
            if let value = register(rule, of: key, record) { dump.field(rule.name, value) }
        case .personal:
            for entry in entries(rule, of: key, record) {
                dump.entry(rule.name, of: entry.person, entry.value)
            }
        case .set:
            for element in elements(rule, of: key, record) {
                dump.element(rule.name, dumped: element)
            }
        }
    }
}
