internal import Ledger
public import Wire

/// What a fold over commits knows of flags, blurs and roles: the measure for what the database
/// tells.
extension Replica {
    /// What was said against the items of a space that anything was said against.
    ///
    /// Objections to what is not here, or hidden, wait.
    public func objections(in space: SpaceID) -> [RecordID: Objections] {
        let verdicts = verdicts()
        var found: [RecordID: Objections] = [:]
        for flag in flags(in: space) {
            guard let version = version(of: flag.target, in: space, verdicts) else { continue }
            found[flag.target, default: Objections(version: version)].flags.append(flag)
        }
        for blur in blurs(in: space) {
            guard let version = version(of: blur.target, in: space, verdicts) else { continue }
            found[blur.target, default: Objections(version: version)].blurs.append(blur)
        }
        return found
    }

    /// The operation that made the words of a record that are shown; `nil` if nothing is shown.
    public func version(of record: RecordID, in space: SpaceID) -> OperationID? {
        version(of: record, in: space, verdicts())
    }

    private func version(
        of record: RecordID, in space: SpaceID, _ verdicts: Verdicts
    ) -> OperationID? {
        let key = RecordKey(space: space, record: record)
        guard let created = records[key], isShown(created, verdicts) else { return nil }
        var version = record
        var newest = created.stamp
        for rule in created.creation.rule?.spoken ?? [] {
            for (value, write) in writes[FieldKey(record: key, field: rule.number), default: []]
            where write.stamp > newest && counts(value, write, rule, of: created, verdicts) {
                newest = write.stamp
                version = write.place.operation
            }
        }
        return version
    }

    /// The flags of a space, oldest first.
    public func flags(in space: SpaceID) -> [Flag] {
        let verdicts = verdicts()
        return visible(Schema.flag, in: space, verdicts).compactMap { key, record in
            let fields = record.creation.fields
            guard let target = fields.record(1), let version = fields.operation(2),
                let reason = fields.text(3)
            else { return nil }
            return Flag(
                record: key.record, person: record.writer.person, target: target,
                version: version, reason: reason, text: fields.text(4) ?? "",
                stamp: record.stamp, date: record.wallClock,
                withdrawals: assents(Schema.flag, field: 5, of: key, record, verdicts))
        }
    }

    /// The blurs of a space, oldest first.
    public func blurs(in space: SpaceID) -> [Blur] {
        let verdicts = verdicts()
        return visible(Schema.blur, in: space, verdicts).compactMap { key, record in
            let fields = record.creation.fields
            guard let target = fields.record(1), let version = fields.operation(2),
                let reason = fields.text(3)
            else { return nil }
            return Blur(
                record: key.record, person: record.writer.person, target: target,
                version: version, reason: reason, text: fields.text(4) ?? "",
                stamp: record.stamp, date: record.wallClock,
                lifts: assents(Schema.blur, field: 5, of: key, record, verdicts))
        }
    }

    /// The terms in roles of a space, oldest first.
    public func roleTerms(in space: SpaceID) -> [RoleTerm] {
        let verdicts = verdicts()
        return visible(Schema.role, in: space, verdicts).compactMap { key, record in
            let fields = record.creation.fields
            guard let kind = fields.text(1), let from = fields.integer(3),
                let until = fields.integer(4)
            else { return nil }
            let author = record.writer.person
            let asked = fields.bytes(2).flatMap { PersonID($0) } ?? author
            let pledge = Schema.role.field(6).flatMap { rule in
                entries(rule, of: key, record, verdicts).first { $0.person == asked }?.value
            }
            return RoleTerm(
                record: key.record, kind: kind, person: asked,
                askedBy: asked == author ? nil : author, stamp: record.stamp,
                date: record.wallClock, from: from, until: until,
                answers: answers(of: asked, to: key, record, verdicts), pledge: pledge?.text ?? "")
        }
    }

    private func visible(
        _ kind: RecordKind, in space: SpaceID, _ verdicts: Verdicts
    ) -> [(key: RecordKey, record: Created)] {
        records.filter {
            $0.key.space == space && $0.value.creation.kind == kind.number
                && isShown($0.value, verdicts)
        }
        .map { ($0.key, $0.value) }.sorted { $0.record.stamp < $1.record.stamp }
    }

    /// Every word of a record's author on one of its registers.
    private func assents(
        _ kind: RecordKind, field: UInt32, of key: RecordKey, _ record: Created,
        _ verdicts: Verdicts
    ) -> [Assent] {
        guard let rule = kind.field(field) else { return [] }
        let first = record.creation.fields.flag(field).map {
            Assent(isYes: $0, stamp: record.stamp, date: record.wallClock)
        }
        let later = writes[FieldKey(record: key, field: field), default: []].compactMap {
            value, write -> Assent? in
            guard case .flag(let isYes) = value,
                counts(value, write, rule, of: record, verdicts)
            else { return nil }
            return Assent(isYes: isYes, stamp: write.stamp, date: write.wallClock)
        }
        return ([first].compactMap { $0 } + later).inOrder
    }

    /// Every word of a person on whether they have a role.
    private func answers(
        of person: PersonID, to key: RecordKey, _ record: Created, _ verdicts: Verdicts
    ) -> [Assent] {
        guard let rule = Schema.role.field(5) else { return [] }
        return personalWrites[FieldKey(record: key, field: rule.number), default: []]
            .compactMap { value, write -> Assent? in
                guard case .flag(let isYes) = value, write.writer.person == person,
                    counts(value, write, rule, of: record, verdicts)
                else { return nil }
                return Assent(isYes: isYes, stamp: write.stamp, date: write.wallClock)
            }.inOrder
    }
}

extension RecordKind {
    /// The fields in which the author speaks and which only the author changes: their last write
    /// makes the version of the record's words.
    public var spoken: [FieldRule] {
        fields.filter { rule in
            guard rule.merge == .register, rule.writer == .author else { return false }
            switch rule.type {
            case .line, .text: return true
            default: return false
            }
        }
    }
}

extension Replica.Place {
    /// The name of the operation that stands here.
    var operation: OperationID {
        OperationNaming.id(log: log, sequence: sequence, index: index)
    }
}

extension [Field] {
    private func value(_ number: UInt32) -> Value? {
        first { $0.number == number && $0.value != .unknown }?.value
    }

    fileprivate func text(_ number: UInt32) -> String? { value(number)?.text }

    fileprivate func integer(_ number: UInt32) -> Int64? {
        if case .integer(let integer) = value(number) { integer } else { nil }
    }

    fileprivate func flag(_ number: UInt32) -> Bool? {
        if case .flag(let flag) = value(number) { flag } else { nil }
    }

    fileprivate func record(_ number: UInt32) -> RecordID? {
        if case .record(let record) = value(number) { record } else { nil }
    }

    fileprivate func bytes(_ number: UInt32) -> Bytes? {
        if case .bytes(let bytes) = value(number) { bytes } else { nil }
    }

    fileprivate func operation(_ number: UInt32) -> OperationID? {
        bytes(number).flatMap { OperationID($0) }
    }
}

extension Value {
    fileprivate var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
}
