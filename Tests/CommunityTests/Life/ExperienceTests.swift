import Community
import TestKit
import Testing
import Wire

@Suite("Experience")
struct ExperienceTests {
    /// `(number and time, who, worked, machine)`.
    private func trial(
        _ number: UInt64, _ person: UInt64, _ worked: Bool, _ machine: String? = nil,
        note: String? = nil
    ) -> RecordFacts {
        var values: [String: Value] = ["worked": .flag(worked)]
        values["machine"] = machine.map { .text($0) }
        values["note"] = note.map { .text($0) }
        return Made.facts(Schema.trial, number, by: person, at: number, values)
    }

    private func sentence(_ trials: [RecordFacts]) -> String? {
        Experience(trials, of: Made.person(1)).sentence
    }

    @Test("journey J4.5: tried once, then confirmed except where it wasn't; nothing is averaged")
    func journey() {
        let ada = trial(2, 2, true, "Press 4")
        let gus = trial(3, 3, false, "Press 7", note: "sealed type")
        let dana = trial(4, 4, true, "Press 4")
        #expect(sentence([]) == nil)
        #expect(sentence([ada]) == "tried once")
        #expect(sentence([ada, gus]) == "tried once, except Press 7: sealed type")
        #expect(sentence([ada, gus, dana]) == "confirmed, except Press 7: sealed type")
    }

    @Test("the author's own success confirms nothing, and one person counts once")
    func authors() {
        #expect(
            Experience([trial(2, 1, true), trial(3, 2, true)], of: Made.person(1)).standing
                == .triedOnce)
        let twice = [trial(2, 2, true, "A"), trial(3, 2, true, "B")]
        #expect(Experience(twice, of: Made.person(1)).standing == .triedOnce)
    }

    @Test("a failure newer than the last success on the same machine disputes it")
    func disputed() {
        let good = [trial(2, 2, true, "A"), trial(3, 3, true, "A")]
        #expect(
            Experience(good + [trial(4, 4, false, "A")], of: Made.person(1)).standing == .disputed)
        #expect(
            Experience(good + [trial(1, 4, false, "A")], of: Made.person(1)).standing == .confirmed)
        let settled = good + [trial(4, 4, false, "A"), trial(5, 5, true, "A")]
        #expect(Experience(settled, of: Made.person(1)).standing == .confirmed)
        #expect(Experience(settled, of: Made.person(1)).exceptions == [])
    }

    @Test("each person's last word about a machine counts; what is withdrawn doesn't")
    func lastWords() {
        #expect(sentence([trial(2, 2, true, "A"), trial(3, 2, false, "A")]) == "did not work on A")
        var withdrawn = trial(2, 2, false, "A")
        withdrawn.values["withdrawn"] = .flag(true)
        #expect(sentence([withdrawn]) == nil)
    }

    @Test("the order in which words arrive doesn't matter")
    func order() {
        forAll(cases: 200, "experience is a function of the set") { generator in
            let trials = (1...8).map { number in
                trial(
                    UInt64(number), UInt64.random(in: 1...4, using: &generator),
                    Bool.random(using: &generator),
                    ["A", "B", nil].randomElement(using: &generator) ?? nil)
            }
            let first = Experience(trials, of: Made.person(1))
            return Experience(trials.shuffled(using: &generator), of: Made.person(1)) == first
        }
    }
}
