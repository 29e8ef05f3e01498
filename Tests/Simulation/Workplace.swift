public import Engine
public import Keys
public import Ledger
public import TestKit
public import Wire

/// The people, devices, keys and spaces of a simulated workplace, all from one seed.
public struct Workplace: Sendable {
    /// One person with one device.
    public struct Colleague: Sendable {
        /// What its node is told about itself.
        public let identity: LocalIdentity
        /// What the others know about it.
        public let member: Member
    }

    /// The workplace's own space.
    public let home: SpaceID
    /// Communities, which everybody holds.
    public let communities: [SpaceID]
    /// Communities that only some hold, by number.
    public let circles: [SpaceID: Set<Int>]
    /// Everybody.
    public let colleagues: [Colleague]
    /// The workplace's network key.
    public let networkKey: SecretBytes
    private let keyrings: [SpaceID: Keyring]

    /// All spaces, the workplace's own first.
    public var spaces: [SpaceID] { [home] + communities + circles.keys.sorted() }

    /// The spaces that somebody holds.
    public func spaces(of number: Int) -> [SpaceID] {
        spaces.filter { circles[$0]?.contains(number) ?? true }
    }

    /// The devices that share each circle.
    var audiences: [SpaceID: Set<DeviceID>] {
        circles.mapValues { Set($0.map { colleagues[$0].member.device }) }
    }

    /// Founds a workplace.
    ///
    /// - Parameter circles: Who belongs to each community that isn't for everybody.
    public init(
        people: Int, communities count: Int, circles members: [Set<Int>] = [],
        using generator: inout SeededGenerator
    ) {
        let networkKey = SecretBytes(copying: generator.bytes(32))
        self.networkKey = networkKey
        let home = Workplace.space(using: &generator)
        let communities = (0..<count).map { _ in Workplace.space(using: &generator) }
        self.home = home
        self.communities = communities
        let circles = members.map { (Workplace.space(using: &generator), $0) }
        self.circles = Dictionary(circles, uniquingKeysWith: { first, _ in first })
        var keyrings: [SpaceID: Keyring] = [:]
        for space in [home] + communities + circles.map(\.0) {
            let key = EpochKey.generate(space: space, generation: 1, using: &generator)
            keyrings[space] = Keyring(space: space, [key])
        }
        self.keyrings = keyrings
        colleagues = (0..<people).map { number in
            Workplace.colleague(number, home, networkKey, using: &generator)
        }
    }

    private static func space(using generator: inout SeededGenerator) -> SpaceID {
        SpaceID(generator.bytes(32)) ?? SpaceID(raw: Bytes32(words: (0, 0, 0, 0)))
    }

    private static func colleague(
        _ number: Int, _ home: SpaceID, _ networkKey: SecretBytes,
        using generator: inout SeededGenerator
    ) -> Colleague {
        let person =
            PersonID(generator.bytes(32)) ?? PersonID(raw: Bytes32(words: (0, 0, 0, 0)))
        let identity = LocalIdentity(
            person: person, device: .generate(using: &generator),
            agreement: .generate(using: &generator), workplace: home, networkKey: networkKey)
        let member = Member(
            device: identity.deviceID, person: person, name: "Colleague \(number)")
        return Colleague(identity: identity, member: member)
    }

    /// Somebody who knows the network key and isn't in the list of members.
    public func stranger(using generator: inout SeededGenerator) -> Colleague {
        Workplace.colleague(colleagues.count, home, networkKey, using: &generator)
    }

    /// The keys of a space.
    public func keyring(of space: SpaceID) -> Keyring { keyrings[space] ?? Keyring(space: space) }
}
