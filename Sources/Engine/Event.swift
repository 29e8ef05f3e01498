public import Ledger
public import Wire

/// Something that happened outside the engine.
public enum Event: Sendable {
    /// The node begins; the shell has told all spaces and members before.
    case started
    /// The service name under which this node is now visible, so that it never dials itself.
    case advertising(instance: String)
    /// Somebody may be reachable.
    case sighted(Sighting)
    /// A service is gone from DNS-SD.
    case lost(instance: String)
    /// Addresses that the configuration names; they replace the former ones.
    case staticPeers([Address])
    /// The addresses under which this node is reachable now; they replace the former ones.
    case addressesChanged([Address])

    /// Somebody connected to this node. Bytes follow as ``received(_:_:)``, from the very first.
    case accepted(ConnectionID, from: Address)
    /// A dial succeeded.
    case connected(ConnectionID)
    /// A dial failed.
    case dialFailed(ConnectionID, String)
    /// Bytes came, cut anywhere.
    case received(ConnectionID, Bytes)
    /// A connection is gone; the text says why, if it wasn't in order.
    case closed(ConnectionID, String?)

    /// This node has a space from now on, and holds so much of it.
    case spaceOpened(SpaceID, Frontier)
    /// This node gives a space up.
    case spaceClosed(SpaceID)
    /// All devices of the workplace that are in, and those that were and are out.
    case membersChanged([Member], removed: [DeviceID])
    /// This node's own device is out, or in again. While it is out, it asks colleagues for the
    /// workplace's statements and for nothing else, in case that it was let in again.
    case standingChanged(isOut: Bool)
    /// What a device that is out is shown of the workplace's space; `nil` if that can't be said.
    /// Answers an ``Effect/proveRemoval(of:)``.
    case removalProof(of: DeviceID, Frontier?)
    /// An ``Effect/proveRemoval(of:)`` failed for a reason that lies in this computer.
    case removalUnproved(of: DeviceID, String)
    /// Who may share the spaces that aren't open to every member; it replaces what was said before.
    case audiencesChanged([SpaceID: Set<DeviceID>])
    /// The letters that wait for devices; they replace the former ones.
    case outboxChanged([DeviceID: [Letter]])
    /// A letter that came in is kept: its sender needn't send it again.
    case letterKept(Bytes16, from: DeviceID)
    /// Tokens of codes that the user typed in, and of open invitations into communities of this
    /// node; they replace the former ones.
    case doorsChanged(knocks: Set<Bytes16>, invitations: Set<Bytes16>)
    /// Commits are in the database; answers an ``Effect/ingest(token:from:space:runs:)``, or a user
    /// wrote them.
    case stored(Stored)
    /// An ``Effect/ingest(token:from:space:runs:)`` failed for a reason that lies in this computer.
    case ingestFailed(token: UInt64, String)
    /// Answers an ``Effect/count(token:space:needs:)``.
    case counted(token: UInt64, commits: UInt64, bytes: UInt64)
    /// Answers an ``Effect/load(token:for:space:needs:after:maximumBytes:)``.
    case loaded(LoadedRuns)
    /// A `count` or `load` failed for a reason that lies in this computer.
    case loadFailed(token: UInt64, String)

    /// The attached files that are wanted, most wanted first; they replace the former ones.
    case filesWanted([WantedFile])
    /// Which chunks of a file are here, `nil` if no visible record of the space names it; answers an
    /// ``Effect/lookForFile(token:space:_:)``.
    case fileFound(token: UInt64, ChunkSet?)
    /// Answers an ``Effect/readFileChunk(token:space:_:chunk:)``.
    case fileRead(token: UInt64, FileRead)
    /// Answers an ``Effect/storeFileChunk(from:_:_:)``; it is not here if this computer couldn't keep it.
    case fileChunkStored(Int, of: AttachmentAddress, from: ConnectionID, isHere: Bool)
    /// All of a file is here that a user of this node attached.
    case fileCompleted(AttachmentAddress)

    /// The instant of the last ``Effect/setTimer(_:)`` has come.
    case timer
    /// The node ends: say goodbye and close everything.
    case shutdown
}

/// Commits that are in the database now.
public struct Stored: Sendable {
    /// A log that grew.
    public struct Change: Hashable, Sendable {
        /// The log.
        public var log: LogID
        /// How far it reaches now.
        public var head: Head

        /// Makes a change.
        public init(log: LogID, head: Head) {
            self.log = log
            self.head = head
        }
    }

    /// A run that was not stored, and the rule that it broke.
    public struct Refusal: Hashable, Sendable {
        /// The log.
        public var log: LogID
        /// Why.
        public var cause: Cause

        /// Makes a refusal.
        public init(log: LogID, cause: Cause) {
            self.log = log
            self.cause = cause
        }
    }

    /// Why a run was not stored.
    public enum Cause: Hashable, Sendable {
        /// It doesn't begin where the log ends here.
        case gap
        /// The signature or the form is wrong: whoever sent it didn't check it.
        case forged
        /// It doesn't continue the log as it is here; both may be signed.
        case contradiction
        /// Two authenticated commits have one sequence.
        case fork
        /// The log ends before it.
        case cut
        /// The author has used up what one author may take.
        case quota
        /// The author may not write here.
        case notPermitted
        /// Something that it builds on isn't here, such as the notice of an erasure.
        case dependencyMissing

        /// The cause that a broken rule of the ledger amounts to.
        ///
        /// A wrong signature on the beginning of a log is a forgery, since everybody begins a log
        /// from the same head. Further on it may as well be a fork: then both continuations are
        /// signed, and whoever forwards the other one is honest.
        public init(_ error: LedgerError, first: UInt64) {
            switch error {
            case .gap, .overlap: self = .gap
            case .badSignature: self = first == 1 ? .forged : .contradiction
            case .erasureUnproven: self = .dependencyMissing
            default: self = .forged
            }
        }
    }

    /// The space.
    public var space: SpaceID
    /// The logs that grew, each at most once.
    public var changes: [Change]
    /// The token of the `ingest` that this answers; `nil` for what a user of this node wrote.
    public var token: UInt64?
    /// The new runs if a user of this node wrote them: they are pushed to peers at once.
    public var runs: [Run]
    /// What was not stored.
    public var refusals: [Refusal]

    /// The answer to an `ingest`.
    public init(
        space: SpaceID, changes: [Change], token: UInt64, refusals: [Refusal] = []
    ) {
        self.space = space
        self.changes = changes
        self.token = token
        self.refusals = refusals
        runs = []
    }

    /// What a user of this node wrote.
    public init(space: SpaceID, changes: [Change], written runs: [Run]) {
        self.space = space
        self.changes = changes
        self.runs = runs
        token = nil
        refusals = []
    }
}

/// What the database holds of what a peer wants, up to a number of bytes.
public struct LoadedRuns: Sendable {
    /// The token of the `load` that this answers.
    public var token: UInt64
    /// Runs in order of arrival; those of one log are consecutive.
    public var runs: [Run]
    /// Where the next `load` goes on.
    public var cursor: Int64
    /// Whether nothing of what was asked for comes after the cursor.
    public var isFinal: Bool

    /// Makes an answer.
    public init(token: UInt64, runs: [Run], cursor: Int64, isFinal: Bool) {
        self.token = token
        self.runs = runs
        self.cursor = cursor
        self.isFinal = isFinal
    }
}
