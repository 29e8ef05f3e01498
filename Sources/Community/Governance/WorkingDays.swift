/// Counting days on which people work, from Monday to Friday in UTC.
public enum WorkingDays {
    /// The moment that lies so many working days after another, in milliseconds since 1970.
    ///
    /// A weekend between them does not count; a window that begins on a weekend begins on Monday.
    /// A clock that is off by more than any calendar is taken for the nearest that isn't.
    public static func end(of days: Int, after start: Int64) -> Int64 {
        let start = min(max(start, -farthest), farthest)
        var day = floorDay(start)
        var time = start - day * ConsentRules.day
        if !isWorkingDay(day) { time = 0 }
        while !isWorkingDay(day) { day += 1 }
        var rest = max(0, days)
        while rest > 0 {
            day += 1
            if isWorkingDay(day) { rest -= 1 }
        }
        return day * ConsentRules.day + time
    }

    private static let farthest = Int64.max / 2

    private static func floorDay(_ time: Int64) -> Int64 {
        let day = time / ConsentRules.day
        return time % ConsentRules.day < 0 ? day - 1 : day
    }

    /// 1 January 1970 was a Thursday.
    private static func isWorkingDay(_ day: Int64) -> Bool {
        let weekday = ((day + 3) % 7 + 7) % 7
        return weekday < 5
    }
}
