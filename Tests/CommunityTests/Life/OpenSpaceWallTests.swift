import Community
import Testing
import Wire

@Suite("The wall of an open space")
struct OpenSpaceWallTests {
    private func session(_ number: UInt64, _ slots: String...) -> RecordFacts {
        var facts = Made.facts(Schema.session, number, by: 1, at: number)
        facts.elements["slot"] = slots.map { .text($0) }
        return facts
    }

    private func event(slots: Int64? = nil, rooms: Int64? = nil) -> RecordFacts {
        var facts = Made.facts(Schema.event, 100, by: 1, at: 100)
        facts.values["slots"] = slots.map { .integer($0) }
        facts.values["rooms"] = rooms.map { .integer($0) }
        return facts
    }

    @Test(
        "slots and rooms are in order, whatever people call them, and all that was announced is there"
    )
    func grid() {
        let sessions = [
            session(1, "10 / Room B"), session(2, "2/Room A"), session(3, " 2  /  Room A "),
            session(4), session(5, "after lunch"), session(6, "2/Room B", "10/Room A"),
        ]
        let wall = OpenSpaceWall(event(slots: 4, rooms: 2), sessions: sessions)
        #expect(wall.slots == ["1", "2", "10", "after lunch"])
        #expect(wall.rooms == ["", "Room A", "Room B"])
        #expect(wall.cards[OpenSpaceWall.Place("2/Room A")] == [sessions[1].id, sessions[2].id])
        #expect(wall.cards[OpenSpaceWall.Place("2/Room B")] == [sessions[5].id])
        #expect(wall.cards[OpenSpaceWall.Place("10/Room A")] == [sessions[5].id])
        #expect(wall.unplaced == [sessions[3].id])
    }

    @Test("an empty wall has the places that were announced")
    func empty() {
        let wall = OpenSpaceWall(event(slots: 2, rooms: 3), sessions: [])
        #expect(wall.slots == ["1", "2"] && wall.rooms == ["1", "2", "3"] && wall.cards.isEmpty)
        #expect(OpenSpaceWall(event(), sessions: []).slots.isEmpty)
    }
}
