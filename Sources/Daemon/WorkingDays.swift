/// Counts working days by the calendar of Greenwich: all but Saturdays and Sundays.
enum WorkingDays {
    private static let millisecondsOfDay: Int64 = 86_400_000

    /// The moment so many working days after another one, at the same time of day.
    ///
    /// - Parameter moment: Milliseconds since 1970, of any clock; far ones are clamped.
    static func moment(_ count: Int, after moment: Int64) -> Int64 {
        let farthest = Int64.max / 2
        var day = min(max(moment, -farthest), farthest)
        var left = count
        while left > 0 {
            day += millisecondsOfDay
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    private static func isWorkingDay(_ moment: Int64) -> Bool {
        let days = moment / millisecondsOfDay - (moment % millisecondsOfDay < 0 ? 1 : 0)
        // 1 January 1970 was a Thursday; Sunday is 0.
        let weekday = ((days + 4) % 7 + 7) % 7
        return weekday != 0 && weekday != 6
    }
}
