/// One line of the result: what was measured, beside what, and what it had to reach.
struct Finding: Codable, Sendable {
    /// What the measurement has to reach.
    enum Bar: Sendable {
        /// At most so many times the reference.
        case ratioAtMost(Double)
        /// At least so many times the reference.
        case ratioAtLeast(Double)
        /// More than the reference.
        case ratioAbove(Double)
        /// Less than so many of the finding's unit.
        case below(Double)
        /// At most so many of the finding's unit.
        case atMost(Double)
    }

    /// What was measured.
    let name: String
    /// The measured value.
    let measured: Double
    /// Its unit, and that of the reference.
    let unit: String
    /// What it is held against, in words.
    let against: String?
    /// The value of the reference in the same run.
    let reference: Double?
    /// Measured by reference.
    let ratio: Double?
    /// What is to be reached, in words; `nil` for what is only reported.
    let bar: String?
    /// Whether the bar is reached.
    let isMet: Bool?

    /// A finding with a reference of the same run.
    init(
        _ name: String, _ measured: Double, _ unit: String, against: String, _ reference: Double,
        bar: Bar? = nil
    ) {
        self.init(name, measured, unit, against as String?, reference as Double?, bar)
    }

    /// A finding without a reference.
    init(_ name: String, _ measured: Double, _ unit: String, bar: Bar? = nil) {
        self.init(name, measured, unit, nil, nil, bar)
    }

    private init(
        _ name: String, _ measured: Double, _ unit: String, _ against: String?,
        _ reference: Double?, _ bar: Bar?
    ) {
        self.name = name
        self.measured = measured
        self.unit = unit
        self.against = against
        self.reference = reference
        let ratio = reference.flatMap { $0 > 0 ? measured / $0 : nil }
        self.ratio = ratio
        switch bar {
        case .ratioAtMost(let limit):
            self.bar = "<= \(limit) x"
            isMet = ratio.map { $0 <= limit } ?? false
        case .ratioAtLeast(let limit):
            self.bar = ">= \(limit) x"
            isMet = ratio.map { $0 >= limit } ?? false
        case .ratioAbove(let limit):
            self.bar = "> \(limit) x"
            isMet = ratio.map { $0 > limit } ?? false
        case .below(let limit):
            self.bar = "< \(Report.number(limit)) \(unit)"
            isMet = measured < limit
        case .atMost(let limit):
            self.bar = "<= \(Report.number(limit)) \(unit)"
            isMet = measured <= limit
        case nil:
            self.bar = nil
            isMet = nil
        }
    }
}
