public import Wire

extension DeviceUse {
    /// In which capacity such a device writes.
    public var role: LogRole {
        switch self {
        case .computer, .sheet, .unknown: .computer
        case .held: .held
        case .kiosk: .kiosk
        }
    }
}

extension DeviceUse {
    /// Whether it is a computer of a person, with a node on it.
    public var isComputer: Bool { self == .computer || self == .unknown }
}

extension Membership.Device {
    /// Whether a log with this writer is the device's, in the capacity that the device has.
    func isWriting(_ writer: Writer) -> Bool {
        card.device == writer.device && role == writer.role
    }
}

extension Membership {
    /// The shared terminal that a device is.
    public func kiosk(_ device: DeviceID) -> Person? {
        people.first { person in
            person.isKiosk && person.devices.contains { $0.card.device == device }
        }
    }

    /// Which devices read what a person may read, also those that are out if it is asked for.
    typealias Readers = (_ person: Person, _ isEver: Bool) -> [DeviceCard]

    /// The devices of people who may read, each once, sorted.
    func entitled(_ mayRead: (PersonID) -> Bool, _ readers: Readers) -> [DeviceCard] {
        // A terminal reads for several people at the same time.
        let cards = people.filter { $0.standing == .admitted && mayRead($0.id) }
            .flatMap { readers($0, false) }
        return [DeviceID: DeviceCard](cards.map { ($0.device, $0) }) { first, _ in first }
            .values.sorted { $0.device < $1.device }
    }

    /// Every device that ever read for people who were let in.
    func everHeld(_ letIn: (PersonID) -> Bool, _ readers: Readers) -> Set<DeviceID> {
        Set(
            people.filter { $0.wasAdmitted && letIn($0.id) }
                .flatMap { readers($0, true).map(\.device) })
    }

    /// The devices of a person that take part in the network: a key that a terminal keeps doesn't.
    ///
    /// - Parameter isEver: Also those that are out.
    func nodes(of person: Person, isEver: Bool) -> [DeviceCard] {
        person.devices.filter { (isEver || $0.isIn) && $0.use != .held }.map(\.card)
    }

    /// The devices that read what a person may read in a community: their computers and, unless it is
    /// private, the terminals that keep a key for them.
    ///
    /// - Parameter isEver: Also those that are out.
    func readers(
        of person: Person, inPrivate isPrivate: Bool, isEver: Bool = false
    ) -> [DeviceCard] {
        guard !person.isKiosk else { return [] }
        var cards = nodes(of: person, isEver: isEver)
        guard !isPrivate else { return cards }
        for device in person.devices where isEver || device.isIn {
            guard let host = device.kiosk, let kiosk = kiosk(host),
                isEver || kiosk.standing == .admitted
            else { continue }
            cards += kiosk.devices.filter { $0.card.device == host && (isEver || $0.isIn) }
                .map(\.card)
        }
        return cards
    }
}
