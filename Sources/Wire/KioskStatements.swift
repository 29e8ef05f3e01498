/// In which capacity a device writes a log: what it may do is less for some.
///
/// It stands in the log's binding, so everybody knows it from the first commit on; and it must be
/// what the device is, or nothing in the log counts (chapter 22).
public enum LogRole: Int, Hashable, Comparable, Sendable {
    /// With all that the person may do: a computer, or a recovery sheet.
    case computer = 0
    /// With a key that a shared terminal keeps for the person.
    case held = 1
    /// As a shared terminal itself, for whoever stands before it.
    case kiosk = 2
    /// In a way of a later version, or one that doesn't permit what was done: it counts nowhere.
    case unknown = 3

    public static func < (left: LogRole, right: LogRole) -> Bool { left.rawValue < right.rawValue }
}

/// A shared terminal's word that it keeps the key of a device.
public struct Hosting: Hashable, Sendable {
    /// The terminal's device.
    public var kiosk: DeviceID
    /// Its signature over the key of the device that it keeps.
    public var signature: Bytes64

    /// Makes a word.
    public init(kiosk: DeviceID, signature: Bytes64) {
        self.kiosk = kiosk
        self.signature = signature
    }
}

/// A slip of paper was shown by somebody who begins with a key that a terminal keeps.
public struct ShownSlip: Equatable, Sendable {
    /// The encoded founding of the person.
    public var founding: Bytes
    /// The slip's public key.
    public var slip: Bytes32
    /// The slip's signature over the workplace and the person.
    public var signature: Bytes64

    /// Makes a showing.
    public init(founding: Bytes, slip: Bytes32, signature: Bytes64) {
        self.founding = founding
        self.slip = slip
        self.signature = signature
    }
}

/// A key that a terminal keeps and that wants to be a person's.
public struct KeyOffer: Equatable, Sendable {
    /// Whose it wants to be.
    public var person: PersonID
    /// Its public keys.
    public var card: DeviceCard
    /// Its signature over the workplace and the person.
    public var acceptance: Bytes64
    /// The terminal's word that it keeps it.
    public var hosting: Hosting

    /// Makes an offer.
    public init(person: PersonID, card: DeviceCard, acceptance: Bytes64, hosting: Hosting) {
        self.person = person
        self.card = card
        self.acceptance = acceptance
        self.hosting = hosting
    }
}
