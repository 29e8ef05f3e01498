import Merge
import TestKit
import Testing

@Suite("Merging is commutative, associative, idempotent and blind to the order of arrival")
struct MergeLaws {
    /// Stamps that are all different, as the places of operations are.
    private func stamps(_ count: Int, _ generator: inout SeededGenerator) -> [Stamp<Int>] {
        (0..<count).map { index in
            Stamp(
                lamport: UInt64(small(&generator, 3)), writer: small(&generator, 3),
                sequence: UInt64(index), index: 0)
        }
    }

    @Test func lamportClock() {
        checkLaws("LamportClock", empty: LamportClock()) { generator in
            (0..<5).map { _ in
                let value = generator.next() >> 8
                return { $0.observe(value) }
            }
        }
    }

    @Test func lastWriter() {
        checkLaws("LastWriter", empty: LastWriter<Int, Int>()) { generator in
            stamps(6, &generator).map { stamp in
                let value = small(&generator)
                return { _ = $0.write(value, at: stamp) }
            }
        }
    }

    @Test func personalMap() {
        checkLaws("PersonalMap", empty: PersonalMap<Int, Int, Int>()) { generator in
            stamps(8, &generator).map { stamp in
                let (person, value) = (small(&generator, 3), small(&generator))
                return { _ = $0.write(value, by: person, at: stamp) }
            }
        }
    }

    @Test func growOnlySet() {
        checkLaws("GrowOnlySet", empty: GrowOnlySet<Int>()) { generator in
            (0..<6).map { _ in
                let element = small(&generator)
                return { _ = $0.insert(element) }
            }
        }
    }

    @Test func addWinsSet() {
        checkLaws("AddWinsSet", empty: AddWinsSet<Int, Int>()) { generator in
            let adds: [Change<AddWinsSet<Int, Int>>] = (0..<5).map { dot in
                let element = small(&generator, 3)
                return { $0.add(element, dot: dot) }
            }
            let removals: [Change<AddWinsSet<Int, Int>>] = (0..<3).map { _ in
                let dots = [small(&generator, 6), small(&generator, 6)]
                return { $0.remove(dots: dots) }
            }
            return adds + removals
        }
    }

    @Test func multiValue() {
        checkLaws("MultiValue", empty: MultiValue<Int, Int>()) { generator in
            (0..<6).map { dot in
                let value = small(&generator)
                let replaced = (0..<dot).filter { _ in Bool.random(using: &generator) }
                return { $0.write(value, dot: dot, replacing: replaced) }
            }
        }
    }

    @Test func allOrdersOfFiveOperations() {
        // Exhaustive: one addition, one removal that saw it, a second addition, a write of each.
        let changes: [Change<AddWinsSet<String, Int>>] = [
            { $0.add("tea", dot: 1) }, { $0.add("tea", dot: 2) }, { $0.remove(dots: [1]) },
            { $0.add("milk", dot: 3) }, { $0.remove(dots: [3]) },
        ]
        var orders = 0
        withEveryOrder(Array(changes.indices)) { order in
            var set = AddWinsSet<String, Int>()
            for index in order { changes[index](&set) }
            #expect(set.elements == ["tea"])
            orders += 1
        }
        #expect(orders == 120)
    }

    private func withEveryOrder(_ items: [Int], chosen: [Int] = [], _ body: ([Int]) -> Void) {
        guard !items.isEmpty else { return body(chosen) }
        for (index, item) in items.enumerated() {
            var rest = items
            rest.remove(at: index)
            withEveryOrder(rest, chosen: chosen + [item], body)
        }
    }
}
