/// What a day of an office came to.
public struct OfficeResult: Sendable, Codable, Equatable {
    /// What shouldn't have happened; empty after a good day.
    public var failures: [String] = []
    /// How things stood, every minute.
    public var samples: [Sample] = []
    /// What it cost.
    public var figures = Figures()

    /// How things stood at one time.
    public struct Sample: Sendable, Codable, Equatable {
        /// Minutes since the beginning of the day.
        public var minute: Int
        /// Honest computers that were on and awake.
        public var present: Int
        /// Those of them that held everything that had been written.
        public var complete: Int
        /// Commits of all spaces that they lacked, altogether.
        public var lacking: Int
    }

    /// What a day cost.
    public struct Figures: Sendable, Codable, Equatable {
        /// Commits that were written.
        public var commits = 0
        /// Bytes of their payloads.
        public var payloadBytes = 0
        /// Bytes on the wire.
        public var wireBytes: UInt64 = 0
        /// Packets on the wire.
        public var packets = 0
        /// Connections that came about.
        public var connections = 0
        /// Sessions that a computer had at the end of the day, on average, in hundredths.
        public var sessionsHundredths = 0
        /// The most sessions that a computer had at the end of the day.
        public var mostSessions = 0
        /// Times that a commit came over the wire to a computer, for each time that it was stored, in
        /// hundredths; of computers that were never switched off.
        public var copiesHundredths = 0
        /// The most computers that a commit went through which came within a minute.
        public var mostHops = 0
        /// Milliseconds that half of the commits took to each of those who were there.
        public var medianDelay = 0
        /// Milliseconds that ninety-nine of a hundred took.
        public var delay99 = 0
        /// Seconds from the end of the day until all were equal.
        public var settlingSeconds = 0
        /// Events that the nodes handled.
        public var events = 0
    }
}
