public import Wire

/// The wall of an open space: slots down, rooms across, the cards in between (chapter 19,
/// section 5).
///
/// A card says its place as `slot / room` in people's own words; two cards in one place are both
/// there, and a card with two places is in both.
public struct OpenSpaceWall: Equatable, Sendable {
    /// A place on the wall.
    public struct Place: Hashable, Sendable {
        /// The slot.
        public let slot: String
        /// The room; empty if the card says none.
        public let room: String

        /// Reads what a card says.
        public init(_ text: String) {
            let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            slot = parts.first ?? ""
            room = parts.count > 1 ? parts[1] : ""
        }
    }

    /// The slots in order: numbers by their value, before words.
    public let slots: [String]
    /// The rooms, likewise.
    public let rooms: [String]
    /// The cards in each place, the oldest first.
    public let cards: [Place: [RecordID]]
    /// Cards without a place, the oldest first.
    public let unplaced: [RecordID]

    /// Puts the cards of an event on the wall.
    public init(_ event: RecordFacts, sessions: [RecordFacts]) {
        var cards: [Place: [RecordID]] = [:]
        var unplaced: [RecordID] = []
        var slots: Set<String> = []
        var rooms: Set<String> = []
        for session in sessions.sorted(by: { $0.stamp < $1.stamp }) {
            let places = session.texts("slot").map(Place.init)
            if places.isEmpty { unplaced.append(session.id) }
            for place in places where cards[place]?.contains(session.id) != true {
                cards[place, default: []].append(session.id)
                slots.insert(place.slot)
                rooms.insert(place.room)
            }
        }
        self.cards = cards
        self.unplaced = unplaced
        self.slots = Self.filled(slots, upTo: event.integer("slots"))
        self.rooms = Self.filled(rooms, upTo: event.integer("rooms"))
    }

    /// The names in order, and numbers for those that were announced and have no card yet.
    private static func filled(_ names: Set<String>, upTo count: Int64?) -> [String] {
        var names = names
        var number = 1
        while names.count < Int(count ?? 0) {
            names.insert(String(number))
            number += 1
        }
        return names.sorted { one, two in
            switch (Int(one), Int(two)) {
            case (let one?, let two?): one < two
            case (_?, nil): true
            case (nil, _?): false
            case (nil, nil): one.bytewise < two.bytewise
            }
        }
    }
}
