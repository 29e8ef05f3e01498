/// A place on the wall of an open space with its cards.
public struct OpenSpaceCell: Message {
    /// The slot.
    public var slot: String
    /// The room; empty if the cards say none.
    public var room: String
    /// The cards, the oldest first; more than one have to find another place.
    public var cards: [Item]

    /// Creates the value from its parts.
    public init(slot: String, room: String, cards: [Item]) {
        self.slot = slot
        self.room = room
        self.cards = cards
    }
}

/// An event with the wall of its open space.
public struct OpenSpace: Message {
    /// The event.
    public var event: Item
    /// The workplace.
    public var workplace: String
    /// The slots in order.
    public var slots: [String]
    /// The rooms in order.
    public var rooms: [String]
    /// The places that have cards, slot by slot.
    public var cells: [OpenSpaceCell]
    /// Cards without a place, the oldest first.
    public var unplaced: [Item]

    /// Creates the value from its parts.
    public init(
        event: Item, workplace: String, slots: [String], rooms: [String], cells: [OpenSpaceCell],
        unplaced: [Item]
    ) {
        self.event = event
        self.workplace = workplace
        self.slots = slots
        self.rooms = rooms
        self.cells = cells
        self.unplaced = unplaced
    }
}
