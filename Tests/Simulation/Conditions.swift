public import Engine

/// What a simulated network and its computers are like.
public struct Conditions: Sendable {
    /// How long bytes take from one node to another.
    public var delay: ClosedRange<Duration> = .microseconds(200)...(.milliseconds(3))
    /// How long a database takes.
    public var storageDelay: ClosedRange<Duration> = .microseconds(100)...(.milliseconds(8))
    /// How long DNS-SD takes to show a node to another.
    public var sightingDelay: ClosedRange<Duration> = .milliseconds(30)...(.milliseconds(1_200))
    /// How many of a thousand packets break their connection.
    public var breaksPerThousand = 0
    /// Whether packets are cut at random places.
    public var isFragmented = true
    /// How far wall clocks may be wrong.
    public var clockSkew: Duration = .seconds(3_600)
    /// Whether DNS-SD works.
    public var hasMulticast = true
    /// The settings of all nodes.
    public var settings = Settings()

    /// A good office network.
    public init() {}
}
