import Community
import Testing
import Wire

@Suite("Value stories")
struct ValueStoryTests {
    private func state(confirmedBy people: [UInt64]) -> String? {
        var story = Made.facts(Schema.valueStory, 1, by: 1, at: 1)
        story.entries["confirms"] = people.map { Made.entry($0, .flag(true), at: 5 + $0) }
        return ItemState(of: story, related: [], now: 10).name
    }

    @Test("J5.7: somebody else confirms, and nobody their own")
    func confirmed() {
        #expect(state(confirmedBy: []) == "not confirmed")
        #expect(state(confirmedBy: [1]) == "not confirmed")
        #expect(state(confirmedBy: [2]) == "confirmed")
        #expect(state(confirmedBy: [1, 2]) == "confirmed")
    }
}
