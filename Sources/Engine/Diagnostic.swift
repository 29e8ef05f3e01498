public import Wire

/// How a session or an attempt at one came to its end.
public enum Ending: Equatable, Sendable {
    /// The dial failed.
    case dialFailed(String)
    /// The dial took too long.
    case dialTimeout
    /// The peer broke the protocol.
    case violation(Violation)
    /// The peer is silent.
    case silent
    /// This node said goodbye.
    case dismissed(Reason)
    /// The peer said goodbye.
    case farewell(Reason, detail: String)
    /// The connection is gone.
    case disconnected(String?)
    /// The other end is this very node.
    case ourselves
    /// More connections than this node takes.
    case crowded
}

/// Something worth a line in the node's log.
public enum Diagnostic: Equatable, Sendable {
    /// A service carries the tag of this workplace.
    case colleagueSighted(instance: String, addresses: Int)
    /// An address is dialled.
    case dialling(ConnectionID, Address)
    /// A device proved itself.
    case authenticated(ConnectionID, DeviceID, isMember: Bool)
    /// Both sides have said hello; so many spaces are in common.
    case greeted(ConnectionID, DeviceID, spaces: Int, clockOffset: Duration)
    /// A session or an attempt at one is over.
    case ended(ConnectionID, DeviceID?, Ending)
    /// A space is the same on both sides.
    case inSync(DeviceID, SpaceID)
    /// A peer announced how much it sends.
    case receiving(DeviceID, SpaceID, commits: UInt64, bytes: UInt64)
    /// Commits of a peer were stored.
    case received(DeviceID?, SpaceID, logs: Int)
    /// A run was refused.
    case refused(DeviceID?, SpaceID, LogID, Stored.Cause)
    /// Two replicas have different commits under one sequence of a log.
    case forkSeen(DeviceID, SpaceID, log: UInt64)
    /// A peer doesn't give what it has.
    case withheld(DeviceID, SpaceID, logs: Int, Reason)
    /// A peer was asked and is too slow; others are asked as well.
    case requestStalled(DeviceID, SpaceID)
    /// A peer asked for a space that it isn't in.
    case notPermitted(DeviceID)
    /// This computer couldn't store or read.
    case storageFailed(SpaceID?, String)
    /// A device was removed from the workplace while its session was open.
    case removedDevice(DeviceID)
}
