internal import Wire

/// What the engine hands over that belongs to no space; handled in order.
enum PostEvent: Sendable {
    /// A letter for this device came.
    case letter(Letter, from: DeviceID)
    /// A letter of this node has arrived.
    case taken(Bytes16, by: DeviceID)
    /// A member's device knows the code of an invitation.
    case knocked(Bytes16, by: DeviceID)
}
