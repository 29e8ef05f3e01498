/// How large an office is, how long its day, and how hard it is on its computers.
public struct OfficeShape: Sendable, Codable, Equatable {
    /// Colleagues, each with one computer.
    public var people: Int
    /// How long the day is, in hours, from the first who comes to the last who goes.
    public var hours: Int
    /// Communities that everybody shares.
    public var communities: Int
    /// Communities of a few each.
    public var circles: Int
    /// What each colleague writes in an hour, on average, in thousandths.
    public var postsPerThousandHours: Int
    /// Whether networks and computers fail.
    public var isHard: Bool
    /// Dishonest computers among them.
    public var hostile: Int

    /// An office in which everything happens that can happen.
    public init(people: Int, hours: Int, isHard: Bool = true, hostile: Int? = nil) {
        self.people = people
        self.hours = hours
        communities = 2
        circles = min(5, people / 4)
        postsPerThousandHours = 500
        self.isHard = isHard
        self.hostile = hostile ?? (isHard ? people / 20 : 0)
    }

    /// The length of the day.
    var day: Duration { .seconds(hours * 3_600) }
}
