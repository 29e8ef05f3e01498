import Community
import TestKit
import Wire

/// What may happen in a world of keys, drawn by chance and left out one by one.
extension KeyWorld {
    /// One thing that somebody does, or that the network does.
    enum Step {
        case invite(Int, by: Int)
        case showCode(Int, to: Int)
        case enter(Bool, Int)
        case depart(Int)
        case work(Int)
        case deliverAll
        case deliverSome
    }

    /// Invitations, answers, leaves, departures, rotations and words at random, with partitions.
    static func steps(
        _ count: ClosedRange<Int>, people: Int, _ generator: inout SeededGenerator
    ) -> [Step] {
        (0..<Int.random(in: count, using: &generator)).map { _ in
            let index = Int.random(in: 0..<people, using: &generator)
            let other = Int.random(in: 0..<people, using: &generator)
            switch Int.random(in: 0..<10, using: &generator) {
            case 0, 1: return .invite(other, by: index)
            case 2, 3: return .enter(true, index)
            case 4: return .enter(false, index)
            case 5: return index > 1 ? .depart(index) : .deliverSome
            case 6: return .work(index)
            case 7: return .deliverAll
            case 8: return .showCode(other, to: index)
            default: return .deliverSome
            }
        }
    }

    /// - Parameter token: The code that is shown at doors; without one nobody shows any.
    func take(_ steps: [Step], token: Bytes16? = nil) {
        for step in steps {
            switch step {
            case .invite(let guest, let index): invite(guest, by: index)
            case .showCode(let guest, let index):
                if let token { invite(guest, by: index, token: token) }
            case .enter(let isIn, let index): enter(isIn, index)
            case .depart(let index): depart(index)
            case .work(let index): work(index)
            case .deliverAll: deliverAll()
            case .deliverSome: deliverSome()
            }
        }
    }
}
