public import Ledger
public import Wire

extension OpenedCommit {
    /// What of a community's commit bears on membership and keys; `nil` if nothing does.
    ///
    /// A ``Replica`` that shall only tell who belongs and who has which key needs this much of a
    /// community and none of its words: who writes each log, statements, and who says of themselves
    /// that they are in. Operations keep their places, so their names stay.
    public var essence: OpenedCommit? {
        guard isPermanent,
            sequence == 1 || body.operations.contains(where: \.bearsOnMembership)
        else { return nil }
        var essence = body
        for index in essence.operations.indices
        where !essence.operations[index].bearsOnMembership {
            essence.operations[index] = .unknown
        }
        return OpenedCommit(
            log: log, sequence: sequence, epoch: epoch, body: essence,
            plaintextBytes: plaintextBytes)
    }
}

extension CommitBody {
    /// Whether a commit with this body must be permanent for all of it to count.
    ///
    /// What others rely on when they decide who belongs can't be taken back by whoever wrote it:
    /// all of the workplace's space, statements, and who says of themselves that they are in.
    public func mustStay(in home: RecordKind.Home) -> Bool {
        operations.contains { $0.mustStay(in: home) }
    }
}

extension Operation {
    /// Whether it counts only in a commit that is never erased.
    func mustStay(in home: RecordKind.Home) -> Bool {
        if home == .workplace || bearsOnMembership { return true }
        if case .statement = self { return true }
        return false
    }

    fileprivate var bearsOnMembership: Bool {
        switch self {
        case .statement(.wordsErased), .statement(.erasureApplied): false
        case .binding, .statement: true
        case .create(let kind, fields: _): kind == Schema.community.number
        case .setPersonal(record: _, let field):
            field.number == Schema.membershipField && field.value.isInteger
                || field.number == Schema.noticeField && field.value.isBytes
        case .set, .add, .remove, .edit, .unknown: false
        }
    }
}

extension Operation {
    /// Whether nodes write it by themselves, so that it doesn't show that a person is here.
    var isUpkeep: Bool {
        switch self {
        case .binding, .statement(.keySealed), .statement(.keyPublished), .statement(.logsEnded),
            .statement(.erasureApplied):
            true
        default: false
        }
    }
}

extension Value {
    fileprivate var isInteger: Bool {
        if case .integer = self { true } else { false }
    }

    fileprivate var isBytes: Bool {
        if case .bytes = self { true } else { false }
    }
}

extension Schema {
    /// The number of the field in which a person says whether they are in a community.
    static let membershipField: UInt32 = 3
    /// The number of the field in which a member tells of a decision on the community's shape.
    static let noticeField: UInt32 = 15
}
