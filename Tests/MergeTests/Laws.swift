import Merge
import TestKit
import Testing

/// A random operation on a state, with everything about it drawn beforehand, so that it can be
/// applied again and elsewhere.
typealias Change<State> = @Sendable (inout State) -> Void

/// Holds a type to the laws of ``Mergeable`` and to those of its operations.
///
/// - Parameters:
///   - empty: The state that knows nothing.
///   - makeChanges: Draws a world of operations that may occur together.
func checkLaws<State: Mergeable>(
    _ name: String, empty: State, cases: Int = 300,
    _ makeChanges: (inout SeededGenerator) -> [Change<State>]
) {
    forAll(cases: cases, name) { generator in
        let changes = makeChanges(&generator)
        func state(_ generator: inout SeededGenerator) -> State {
            var state = empty
            for change in changes where Bool.random(using: &generator) { change(&state) }
            return state
        }
        let (a, b, c) = (state(&generator), state(&generator), state(&generator))
        let commutes = a.merged(with: b) == b.merged(with: a)
        let associates =
            a.merged(with: b).merged(with: c) == a.merged(with: b.merged(with: c))
        let isIdempotent = a.merged(with: a) == a && a.merged(with: empty) == a

        var inOrder = empty
        for change in changes { change(&inOrder) }
        // Any order of arrival, with repetitions.
        var shuffled = empty
        let again = changes.filter { _ in Bool.random(using: &generator) }
        for change in (changes + again).shuffled(using: &generator) { change(&shuffled) }
        // Any grouping: each operation is a merge with the state that knows only it.
        var grouped = empty
        for change in changes.shuffled(using: &generator) {
            var single = empty
            change(&single)
            grouped.merge(single)
        }
        return commutes && associates && isIdempotent && shuffled == inOrder && grouped == inOrder
    }
}

/// Small numbers, so that equal ones meet.
func small(_ generator: inout SeededGenerator, _ count: Int = 4) -> Int {
    Int.random(in: 0..<count, using: &generator)
}
