internal import Ledger
public import Wire

/// One batch of edits of a collaborative text, as a log holds it (chapter 18).
public struct TextPiece: Sendable {
    /// The log.
    public let log: LogID
    /// The number of the commit in its log.
    public let sequence: UInt64
    /// The place of the operation in its commit.
    public let index: Int
    /// Who wrote it.
    public let person: PersonID
    /// When, by their clock, in milliseconds since 1970.
    public let wallClock: Int64
    /// Whether it was written by somebody who belonged, before the end of the log.
    public let counts: Bool
    /// How often the log had begun anew in this text.
    public let generation: UInt64
    /// The batch.
    public let bytes: Bytes

    /// Makes a piece.
    public init(
        log: LogID, sequence: UInt64, index: Int, person: PersonID, wallClock: Int64,
        counts: Bool, generation: UInt64 = 0, bytes: Bytes
    ) {
        self.log = log
        self.sequence = sequence
        self.index = index
        self.person = person
        self.wallClock = wallClock
        self.counts = counts
        self.generation = generation
        self.bytes = bytes
    }

    /// The name of the operation, by which the text as it was after it is named.
    public var id: OperationID { OperationNaming.id(log: log, sequence: sequence, index: index) }
}
