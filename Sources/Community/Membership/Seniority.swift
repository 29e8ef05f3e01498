internal import Merge
internal import Wire

/// How old a device is, for deciding between devices of one person that contradict each other.
///
/// Nobody can choose it: a device is never older than the one that added it, whatever clock the
/// addition claims. A thief with one device could otherwise add another that outranks the rest.
struct Seniority: Comparable, Sendable {
    /// When the device, or the youngest of those that it was added through, was bound; `nil` for
    /// the founding device.
    private let since: WriteStamp?
    /// How many additions lie between it and the founding device, or a recovery.
    private let steps: Int
    /// A recovery sheet speaks directly before the device that made it, and after every older one.
    private let maker: (since: WriteStamp?, steps: Int)?

    /// The device that the person began with.
    static let founding = Seniority(since: nil, steps: 0, maker: nil)

    /// A device that colleagues bound to the person.
    static func recovered(at stamp: WriteStamp) -> Seniority {
        Seniority(since: stamp, steps: 0, maker: nil)
    }

    private init(since: WriteStamp?, steps: Int, maker: (WriteStamp?, Int)?) {
        self.since = since
        self.steps = steps
        self.maker = maker
    }

    /// That of a device that this one adds.
    func adding(_ use: DeviceUse, at stamp: WriteStamp) -> Seniority {
        Seniority(
            since: since.map { max($0, stamp) } ?? stamp, steps: steps + 1,
            maker: use == .sheet ? (since, steps) : nil)
    }

    static func < (left: Seniority, right: Seniority) -> Bool {
        let first = left.maker ?? (left.since, left.steps)
        let second = right.maker ?? (right.since, right.steps)
        if first.since != second.since {
            guard let one = first.since else { return true }
            guard let other = second.since else { return false }
            return one < other
        }
        if first.steps != second.steps { return first.steps < second.steps }
        return left.maker != nil && right.maker == nil
    }

    static func == (left: Seniority, right: Seniority) -> Bool {
        !(left < right) && !(right < left)
    }
}
