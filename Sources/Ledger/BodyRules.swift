public import Wire

/// What the place of a body in its log demands of it (chapter 05, section 6; chapter 06, section 1).
///
/// Each rule looks at one commit alone. So the verdict is the same on a replica that never saw the
/// commits before it, because they are erased or sealed with a key that it doesn't have.
public enum BodyRules {
    /// The highest Lamport clock that a commit may have.
    ///
    /// A log may move its clock by ``Limits/lamportStep`` with every commit that it has, so nobody
    /// can push the clock of a space near its end.
    public static func highestLamport(at sequence: UInt64) -> UInt64 {
        let (product, isOverflowing) = sequence.multipliedReportingOverflow(by: Limits.lamportStep)
        return isOverflowing ? Limits.lamportEnd : min(product, Limits.lamportEnd)
    }

    /// Checks one body.
    ///
    /// - Throws: ``LedgerError`` for a clock out of bounds and a binding that is missing, forged or
    ///   where none belongs.
    public static func check(
        _ body: CommitBody, space: SpaceID, log: LogID, sequence: UInt64
    ) throws(LedgerError) {
        let limit = highestLamport(at: sequence)
        guard body.lamport > 0, body.lamport <= limit else {
            throw .lamportOutOfBounds(sequence: sequence, lamport: body.lamport, limit: limit)
        }
        if sequence == 1 {
            guard case .binding(let binding)? = body.operations.first else {
                throw .bindingMissing
            }
            guard LogBinding.isValid(binding, space: space, log: log) else {
                throw .bindingForged(device: binding.device)
            }
        }
        for (index, operation) in body.operations.enumerated() where sequence > 1 || index > 0 {
            if case .binding = operation {
                throw .bindingMisplaced(sequence: sequence, index: index)
            }
        }
    }
}
