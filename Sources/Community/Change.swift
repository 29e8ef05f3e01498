public import Ledger
public import Wire

/// One operation of a commit, checked against the schema and ready to be merged.
public struct Change: Sendable {
    /// What an operation does.
    public enum Effect: Sendable {
        /// A record comes into being.
        case create(Creation)
        /// A register of a record is written.
        case write(RecordID, Field)
        /// The writer's own entry of a personal field is written.
        case writePersonal(RecordID, Field)
        /// An element is added to a set; the dot names this addition.
        case add(RecordID, Field, dot: OperationID)
        /// Additions are taken back.
        case remove(RecordID, field: UInt32, dots: [OperationID])
        /// A collaborative text is edited.
        case edit(RecordID, TextOperation)
        /// A statement about the space or its people.
        case state(Statement)
        /// The operation is kept and not applied.
        case refuse(Refusal)
    }

    /// The operation's place in its commit.
    public let index: Int
    /// What it does.
    public let effect: Effect
}

/// A record as it came into being.
public struct Creation: Sendable {
    /// The record.
    public let record: RecordID
    /// The kind's number.
    public let kind: UInt32
    /// The kind; `nil` if a later version knows it.
    public let rule: RecordKind?
    /// All fields as they were written, also those that this version does not know.
    public let fields: [Field]

    /// The fields of known meaning that merge in a certain way, with their places in ``fields``.
    public func known(_ merge: FieldRule.MergeRule) -> [(place: Int, rule: FieldRule, value: Value)]
    {
        guard let kind = rule else { return [] }
        return fields.enumerated().compactMap { place, field in
            guard let rule = kind.field(field.number), rule.merge == merge,
                field.value != .unknown
            else { return nil }
            return (place, rule, field.value)
        }
    }
}

extension Change {
    /// The changes of an opened commit, in order.
    ///
    /// Operations of later versions do not appear: they stay in the log.
    public static func all(of commit: OpenedCommit, in home: RecordKind.Home) -> [Change] {
        let operations = commit.body.operations
        let names = OperationNaming.ids(
            log: commit.log, sequence: commit.sequence, count: operations.count)
        var changes: [Change] = []
        changes.reserveCapacity(operations.count)
        for (index, operation) in operations.enumerated() {
            guard var effect = effect(of: operation, named: names[index], in: home) else {
                continue
            }
            if !commit.isPermanent, operation.mustStay(in: home) { effect = .refuse(.erasable) }
            changes.append(Change(index: index, effect: effect))
        }
        return changes
    }

    private static func effect(
        of operation: Operation, named name: OperationID, in home: RecordKind.Home
    ) -> Effect? {
        switch operation {
        case .create(let kind, let fields): create(kind, fields, named: name, in: home)
        case .set(let record, let field): .write(record, field)
        case .setPersonal(let record, let field): .writePersonal(record, field)
        case .add(let record, let field): .add(record, field, dot: name)
        case .remove(let record, let field, let dots): .remove(record, field: field, dots: dots)
        case .edit(let record, let text): .edit(record, text)
        // The opener has checked that a binding stands where it belongs.
        case .binding, .statement(.unknown), .unknown: nil
        case .statement(let statement): .state(statement)
        }
    }

    private static func create(
        _ kind: UInt32, _ fields: [Field], named name: OperationID, in home: RecordKind.Home
    ) -> Effect {
        let rule = Schema.kind(kind)
        if let rule, let refusal = Schema.refusal(creating: rule, with: fields, in: home) {
            return .refuse(refusal)
        }
        return .create(Creation(record: name, kind: kind, rule: rule, fields: fields))
    }
}

extension OpenedCommit {
    /// The dot of a set element that a record was created with.
    ///
    /// One creation brings several elements, and each must be removable on its own; so the dot is
    /// the name of an operation that can't exist: its index has the element's place among the
    /// fields, counted from 1, in the upper 32 bits (chapter 08).
    public func dot(creation index: Int, place: Int) -> OperationID {
        OperationNaming.id(log: log, sequence: sequence, index: index + ((place + 1) << 32))
    }
}
