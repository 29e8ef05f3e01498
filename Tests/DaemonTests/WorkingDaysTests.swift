import Testing

@testable import Daemon

struct WorkingDaysTests {
    private static let day: Int64 = 86_400_000
    /// Monday, 4 January 2027, 12:00 in Greenwich.
    private static let monday: Int64 = 1_799_064_000_000

    @Test(
        "three working days pass over the weekend",
        arguments: [(0, 3), (1, 3), (2, 5), (3, 5), (4, 5), (5, 4), (6, 3)])
    func weekend(weekday: Int64, days: Int64) {
        let start = Self.monday + weekday * Self.day
        #expect(WorkingDays.moment(3, after: start) == start + days * Self.day)
    }

    @Test("clocks far off don't trap")
    func extremes() {
        #expect(WorkingDays.moment(3, after: .max) > 0)
        #expect(WorkingDays.moment(3, after: .min) < 0)
        #expect(WorkingDays.moment(0, after: 5) == 5)
        // Before 1970 the days of the week go on: 31 December 1969 was a Wednesday.
        #expect(WorkingDays.moment(3, after: -Self.day) == 4 * Self.day)
    }
}
