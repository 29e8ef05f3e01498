import Merge
import TestKit
import Testing

@Suite("Registers and maps")
struct RegisterTests {
    @Test("The later clock wins; then the writer; then the place in the log")
    func lastWriterOrder() {
        let stamps = [
            Stamp(lamport: 1, writer: 9, sequence: 9, index: 9),
            Stamp(lamport: 2, writer: 1, sequence: 9, index: 9),
            Stamp(lamport: 2, writer: 2, sequence: 1, index: 9),
            Stamp(lamport: 2, writer: 2, sequence: 2, index: 0),
            Stamp(lamport: 2, writer: 2, sequence: 2, index: 1),
        ]
        #expect(stamps == stamps.sorted())
        #expect(Set(stamps).count == stamps.count)
        var register = LastWriter<Int, Int>()
        for (value, stamp) in stamps.enumerated().reversed() { register.write(value, at: stamp) }
        #expect(register.value == 4)
        let overtaken = register.write(0, at: stamps[0])
        #expect(!overtaken)
    }

    @Test("A writing that knows of the values before leaves one value")
    func picking() {
        var register = MultiValue<String, Int>()
        register.write("Tuesday", dot: 1, replacing: [])
        register.write("Wednesday", dot: 2, replacing: [])
        #expect(register.values == ["Tuesday", "Wednesday"])
        register.write("Thursday", dot: 3, replacing: register.dots)
        #expect(register.values == ["Thursday"])
        // One of the replaced writings arrives again.
        register.write("Tuesday", dot: 1, replacing: [])
        #expect(register.values == ["Thursday"])
    }

    private enum Step { case write(at: Int), merge(Int, into: Int) }

    @Test func multiValueKeepsAllConcurrentValues() {
        forAllSteps(
            cases: 200, "every value that no writer saw is kept",
            generate: { generator in
                (0..<20).map { _ in
                    let (one, other) = (small(&generator, 3), small(&generator, 3))
                    return Bool.random(using: &generator)
                        ? Step.write(at: one) : .merge(one, into: other)
                }
            },
            holds: { steps, _ in
                var replicas = (0..<3).map { _ in MultiValue<Int, Int>() }
                var unseen: Set<Int> = []
                for (dot, step) in steps.enumerated() {
                    switch step {
                    case .write(let place):
                        unseen.subtract(replicas[place].dots)
                        unseen.insert(dot)
                        replicas[place].write(dot, dot: dot, replacing: replicas[place].dots)
                    case .merge(let one, let other): replicas[other].merge(replicas[one])
                    }
                }
                var all = replicas[0]
                for replica in replicas.dropFirst() { all.merge(replica) }
                return all.values == unseen.sorted()
            })
    }

    @Test("An addition survives a concurrent removal")
    func additionWins() {
        var alice = AddWinsSet<String, Int>()
        alice.add("glue", dot: 1)
        var bob = alice
        bob.remove(dots: bob.dots(of: "glue"))
        #expect(!bob.contains("glue"))
        alice.add("glue", dot: 2)
        alice.merge(bob)
        bob.merge(alice)
        #expect(alice.elements == ["glue"] && alice == bob)
        #expect(alice.dots(of: "glue") == [2])
    }

    @Test func everyPersonHasOneEntry() {
        var map = PersonalMap<String, Bool, Int>()
        map.write(true, by: "Bea", at: Stamp(lamport: 1, writer: 1, index: 0))
        map.write(true, by: "Ann", at: Stamp(lamport: 5, writer: 2, index: 0))
        map.write(false, by: "Bea", at: Stamp(lamport: 2, writer: 1, index: 0))
        #expect(map["Bea"] == false && map["Ann"] == true && map["Cem"] == nil)
        #expect(map.entries.map(\.person) == ["Ann", "Bea"])
    }

    @Test func clockStandsStillAtTheEnd() {
        var clock = LamportClock(.max - 1)
        #expect(clock.tick() == .max)
        #expect(clock.tick() == .max)
        var early = LamportClock()
        early.observe(7)
        early.observe(3)
        #expect(early.tick() == 8)
    }

    @Test func grownSet() {
        var set = GrowOnlySet([3, 1])
        let (isNew, isNewAgain) = (set.insert(2), set.insert(2))
        #expect(isNew && !isNewAgain)
        #expect(set.elements == [1, 2, 3] && set.count == 3 && set.contains(1))
    }
}
