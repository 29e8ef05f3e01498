internal import SwiftProtobuf

extension Reason {
    /// The reasons in the order of their numbers on the wire, which never change.
    private static let numbered: [(PBReason, Reason)] = [
        (.unspecified, .unknown), (.noCommonVersion, .noCommonVersion),
        (.notAMember, .notAMember), (.duplicate, .duplicate), (.shuttingDown, .shuttingDown),
        (.protocolError, .protocolError), (.notPermitted, .notPermitted), (.cut, .cut),
        (.quota, .quota), (.unavailable, .unavailable), (.deviceRevoked, .deviceRevoked),
        (.waitingForDependency, .waitingForDependency), (.versionTooNew, .versionTooNew),
        (.undecodable, .undecodable), (.crowded, .crowded),
    ]

    var message: PBReason {
        Reason.numbered.first { $0.1 == self }?.0 ?? .unspecified
    }

    init(_ message: PBReason) {
        self = Reason.numbered.first { $0.0 == message }?.1 ?? .unknown
    }
}
