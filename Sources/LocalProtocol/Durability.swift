internal import Languages

/// Where words are safe after they were written.
public struct Durability: Message {
    /// Colleagues' devices that are connected now.
    public var connected: Int
    /// How many of them have confirmed that they hold the words.
    public var holding: Int
    /// The same for people: "saved on this laptop; 1 of 2 colleagues connected have it".
    public var sentence: String

    /// Creates the statement and its sentence from the two counts.
    ///
    /// The words are on this device's disk already when this is said.
    public init(connected: Int, holding: Int) {
        self.connected = connected
        self.holding = holding
        sentence =
            connected == 0
            ? say("saved on this laptop; no colleague is connected yet")
            : say(
                connected,
                one: "saved on this laptop; \(holding) of \(.count) colleague connected has it",
                other: "saved on this laptop; \(holding) of \(.count) colleagues connected have it")
    }
}
