internal import Ledger
public import Wire

/// Who belongs to a workplace, as one fold over its statements.
///
/// Statements only accumulate, and nothing here depends on their order: a vouch may come before
/// the voucher is known, and counts from the moment the voucher is. The founder belongs to the
/// workplace; so does everybody for whom somebody who belongs has vouched.
public struct Admission: Sendable {
    /// The workplace.
    public let workplace: SpaceID
    private var foundings: [PersonID: Founded] = [:]
    private var spaces: [SpaceID: SpaceFounding] = [:]
    private var spaceFounders: [SpaceID: Set<Writer>] = [:]
    private var vouches: [PersonID: Set<Writer>] = [:]
    private var published: Set<PublishedKey> = []
    private var admittedPeople: Set<PersonID> = []

    struct Founded: Sendable {
        let founding: PersonFounding
        let bytes: Bytes
    }

    /// A key of an open community, and who published it.
    struct PublishedKey: Hashable, Sendable {
        let space: SpaceID
        let generation: UInt64
        let key: Bytes32
        let writer: Writer
    }

    /// Nobody yet.
    public init(workplace: SpaceID) { self.workplace = workplace }

    /// Takes in a statement of the workplace space.
    mutating func apply(_ statement: Statement, by writer: Writer) {
        switch statement {
        case .spaceFounded(let bytes): found(space: bytes, by: writer)
        case .personFounded(let bytes): _ = found(person: bytes)
        case .vouch(let bytes, how: _):
            guard let person = found(person: bytes) else { return }
            vouches[person, default: []].insert(writer)
        case .keyPublished(let space, let generation, let key):
            published.insert(
                PublishedKey(space: space, generation: generation, key: key, writer: writer))
        case .unknown: return
        }
        admit()
    }

    private mutating func found(space bytes: Bytes, by writer: Writer) {
        guard let founding = try? Founding.readSpace(bytes),
            founding.founder == writer.device
        else { return }
        let space = Founding.spaceID(of: bytes)
        switch founding.kind {
        case .workplace: guard space == workplace else { return }
        case .community: guard founding.workplace == workplace else { return }
        }
        spaces[space] = founding
        spaceFounders[space, default: []].insert(writer)
    }

    private mutating func found(person bytes: Bytes) -> PersonID? {
        let person = Founding.personID(of: bytes)
        if foundings[person] != nil { return person }
        guard let founding = try? Founding.readPerson(bytes) else { return nil }
        foundings[person] = Founded(founding: founding, bytes: bytes)
        return person
    }

    /// Grows the set of those who belong until nobody new is vouched for from within.
    ///
    /// Statements are never taken back, so going on from what is known gives the same set as
    /// starting anew.
    private mutating func admit() {
        for founder in spaceFounders[workplace, default: []] where isGenuine(founder) {
            admittedPeople.insert(founder.person)
        }
        var hasGrown = !admittedPeople.isEmpty
        while hasGrown {
            hasGrown = false
            for (person, vouchers) in vouches where !admittedPeople.contains(person) {
                guard vouchers.contains(where: isAdmitted) else { continue }
                admittedPeople.insert(person)
                hasGrown = true
            }
        }
    }
}

extension Admission {
    /// Whether a device is one of the person's own.
    func isGenuine(_ writer: Writer) -> Bool {
        foundings[writer.person]?.founding.device.device == writer.device
    }

    /// Whether what a writer writes counts.
    public func isAdmitted(_ writer: Writer) -> Bool {
        admittedPeople.contains(writer.person) && isGenuine(writer)
    }

    /// Whether a person belongs to the workplace.
    public func isAdmitted(_ person: PersonID) -> Bool { admittedPeople.contains(person) }

    /// Whether a person founded the workplace.
    public func isFounder(_ person: PersonID) -> Bool {
        spaceFounders[workplace, default: []].contains { $0.person == person && isGenuine($0) }
    }

    /// Everybody whose founding is known, sorted.
    public var people: [PersonID] { foundings.keys.sorted() }

    /// The bytes of a person's founding, as they came.
    public func founding(of person: PersonID) -> Bytes? { foundings[person]?.bytes }

    /// The devices of a person.
    public func devices(of person: PersonID) -> [DeviceCard] {
        foundings[person].map { [$0.founding.device] } ?? []
    }

    /// Who vouched for a person and belongs to the workplace, sorted.
    public func vouchers(of person: PersonID) -> [PersonID] {
        Set(vouches[person, default: []].filter(isAdmitted).map(\.person)).sorted()
    }

    /// How a community's space was founded, if the founding was told in the workplace.
    public func founding(of space: SpaceID) -> SpaceFounding? { spaces[space] }

    /// Whether a writer founded a community's space.
    func isFounder(_ writer: Writer, of space: SpaceID) -> Bool {
        spaceFounders[space, default: []].contains(writer)
    }

    /// The keys of a space that people who belong here have published.
    func keys(of space: SpaceID) -> [(generation: UInt64, key: Bytes32)] {
        var keys: [(generation: UInt64, key: Bytes32)] = []
        for entry in published where entry.space == space && isAdmitted(entry.writer) {
            if !keys.contains(where: { $0 == (entry.generation, entry.key) }) {
                keys.append((entry.generation, entry.key))
            }
        }
        return keys.sorted { ($0.generation, $0.key) < ($1.generation, $1.key) }
    }

    /// The spaces that keys are published for, sorted.
    var spacesWithKeys: [SpaceID] { Set(published.map(\.space)).sorted() }
}
