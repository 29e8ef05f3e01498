internal import Engine
internal import Wire

/// Knocks at the doors of communities that wait for this node to know what happened meanwhile.
///
/// A node that has just started or woken up doesn't know yet which codes were used at other
/// computers. If it answered at once, one use would let in two people, and whoever came first
/// would be out again when the two stories meet.
struct DoorBell {
    /// Somebody's computer that has shown a code.
    struct Knock: Hashable {
        /// The token of the code.
        let token: Bytes16
        /// Whose computer it is.
        let device: DeviceID
    }

    /// How long after its start a node lets nobody in: long enough to meet who is there.
    static let settling = Duration.seconds(5)
    /// How long every knock waits: sessions that begin together have begun by then.
    static let pause = Duration.milliseconds(500)
    /// How long a knock waits for colleagues whose words are still on their way.
    static let patience = Duration.seconds(15)
    /// How often the door is looked at while somebody waits.
    static let interval = Duration.milliseconds(250)
    /// Knocks that wait at the same time; more come again with their next session.
    static let mostKnocks = 256

    private let openedAt: Instant
    private var waiting: [(knock: Knock, heard: Instant)] = []

    /// Begins without knocks.
    init(openedAt: Instant) { self.openedAt = openedAt }

    /// Whether somebody waits.
    var isRung: Bool { !waiting.isEmpty }

    /// Notes a knock.
    mutating func ring(_ knock: Knock, at now: Instant) {
        guard waiting.count < Self.mostKnocks, !waiting.contains(where: { $0.knock == knock })
        else { return }
        waiting.append((knock, now))
    }

    /// Takes the knocks out that are to be answered now.
    ///
    /// - Parameter isUpToDate: Whether this node has all that those who are connected know about
    ///   the community of a token.
    mutating func answer(at now: Instant, isUpToDate: (Bytes16) -> Bool) -> [Knock] {
        guard now >= openedAt + Self.settling else { return [] }
        let due = waiting.filter { entry in
            now >= entry.heard + Self.patience
                || now >= entry.heard + Self.pause && isUpToDate(entry.knock.token)
        }.map(\.knock)
        waiting.removeAll { due.contains($0.knock) }
        return due
    }
}
