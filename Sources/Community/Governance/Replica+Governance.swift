internal import Ledger
public import Merge
public import Wire

extension Replica {
    /// Everything that was proposed in a community's space, sorted by stamp.
    ///
    /// Only what people wrote who belong to the workplace is there.
    public func deliberations(in space: SpaceID) -> [Deliberation] {
        let verdicts = verdicts()
        let shown = records.filter {
            $0.key.space == space && isShown($0.value, verdicts)
        }.map { Shown(key: $0.key, record: $0.value) }
        var stances: [RecordID: [Stance]] = [:]
        var closings: [RecordID: [Closing]] = [:]
        var questions: [RecordID: [ProposalQuestion]] = [:]
        var proposals: [Proposal] = []
        for shown in shown.sorted(by: { $0.record.stamp < $1.record.stamp }) {
            let fields = fields(of: shown.key, shown.record, verdicts)
            switch shown.record.creation.kind {
            case Schema.proposal.number:
                if let made = Proposal(fields, versions: versions(of: shown, verdicts)) {
                    proposals.append(made)
                }
            case Schema.stance.number:
                if let made = Stance(fields) { stances[made.proposal, default: []].append(made) }
            case Schema.closing.number:
                if let made = Closing(fields) { closings[made.proposal, default: []].append(made) }
            case Schema.proposalQuestion.number:
                if let made = ProposalQuestion(fields) {
                    questions[made.proposal, default: []].append(made)
                }
            default: continue
            }
        }
        return proposals.map {
            Deliberation(
                proposal: $0, stances: stances[$0.id] ?? [], closings: closings[$0.id] ?? [],
                questions: questions[$0.id] ?? [])
        }
    }

    /// The lowest Lamport clock at which each person has written a record in a space.
    public func earliestWritings(in space: SpaceID) -> [PersonID: UInt64] {
        let verdicts = verdicts()
        var earliest: [PersonID: UInt64] = [:]
        for (key, record) in records
        where key.space == space && isShown(record, verdicts) {
            let person = record.writer.person
            earliest[person] = min(earliest[person] ?? .max, record.stamp.lamport)
        }
        return earliest
    }

    /// Whether a record is seen by people: its writer belonged, and its log hadn't ended.
    func isShown(_ record: Created, _ verdicts: Verdicts) -> Bool {
        verdicts.counts(record.writer, record.stamp, in: record.place.space)
    }

    private struct Shown {
        let key: RecordKey
        let record: Created
    }

    /// The values of a record's registers and immutable fields.
    func fields(
        of key: RecordKey, _ record: Created, _ verdicts: Verdicts
    ) -> GovernanceFields {
        var values: [String: Value] = [:]
        for rule in record.creation.rule?.fields ?? []
        where rule.merge == .immutable || rule.merge == .register {
            values[rule.name] = register(
                rule, of: key, record, verdicts, taken: verdicts.membership.tookWords)
        }
        return GovernanceFields(
            id: key.record, person: record.writer.person, stamp: record.stamp,
            written: record.wallClock, values: values)
    }

    /// Every wording that a proposal's author gave it.
    private func versions(of shown: Shown, _ verdicts: Verdicts) -> [Proposal.Version] {
        guard let rule = Schema.proposal.field(named: "text") else { return [] }
        var versions: [Proposal.Version] = []
        for field in shown.record.creation.fields where field.number == rule.number {
            if case .text(let text) = field.value {
                versions.append(
                    Proposal.Version(
                        id: shown.key.record, text: text, stamp: shown.record.stamp,
                        written: shown.record.wallClock))
            }
        }
        let key = FieldKey(record: shown.key, field: rule.number)
        for (value, write) in writes[key, default: []]
        where counts(value, write, rule, of: shown.record, verdicts) {
            if case .text(let text) = value {
                versions.append(
                    Proposal.Version(
                        id: write.stamp.operation, text: text, stamp: write.stamp,
                        written: write.wallClock))
            }
        }
        return versions
    }
}

extension WriteStamp {
    /// The name of the operation that was written here.
    public var operation: OperationID {
        OperationNaming.id(
            log: writer, sequence: index >> 18, index: Int(index & (1 << 18 - 1)))
    }
}

extension RecordKind {
    /// The rule of the field with a name.
    func field(named name: String) -> FieldRule? { fields.first { $0.name == name } }
}
