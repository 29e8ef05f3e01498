public import Engine

/// What a simulated network and its computers are like.
public struct Conditions: Sendable {
    /// How long bytes take from one node to another.
    public var delay: ClosedRange<Duration> = .microseconds(200)...(.milliseconds(3))
    /// How long a database takes.
    public var storageDelay: ClosedRange<Duration> = .microseconds(100)...(.milliseconds(8))
    /// How long after it is done a node learns what its database did.
    public var answerDelay: ClosedRange<Duration> = .microseconds(10)...(.microseconds(200))
    /// How long DNS-SD takes to show a node to another.
    public var sightingDelay: ClosedRange<Duration> = .milliseconds(30)...(.milliseconds(1_200))
    /// How many of a thousand packets break their connection.
    public var breaksPerThousand = 0
    /// How many of a thousand packets are lost once and come late.
    public var lossesPerThousand = 0
    /// How late a packet comes that was lost, since the sender has to send it again.
    public var resendDelay: ClosedRange<Duration> = .milliseconds(200)...(.seconds(2))
    /// How many of a thousand packets come twice, as nothing but an attacker on the way makes them.
    public var duplicatesPerThousand = 0
    /// How many of a thousand packets overtake the one before.
    public var overtakingPerThousand = 0
    /// Bytes a second that a way carries; `nil` for as many as come.
    public var bytesPerSecond: Int?
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
