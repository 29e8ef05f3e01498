internal import Community

/// The fold's answer to who belongs; `HearthNode.Membership` is this node's own part in it, and the
/// local API has a type `Community`, which hides the room of that name.
typealias WorkplaceMembership = Membership
