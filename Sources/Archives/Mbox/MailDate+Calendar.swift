/// The names and numbers of the calendar that ``MailDate`` reads.
extension MailDate {
    static let weekdays: Set<String> = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun",
        // Mail programs that translate what they must not.
        "mo", "di", "mi", "do", "fr", "sa", "so", "lun", "mar", "mer", "jeu", "ven", "sam", "dim",
    ]

    /// A month by its English name or its first three letters, or a German or French one that
    /// mail programs have put into dates.
    static func month(_ lower: String) -> Int? {
        guard lower.utf8.count >= 3, lower.utf8.count <= 10 else { return nil }
        return months[lower.last == "." ? String(lower.dropLast()) : lower]
    }

    private static let months: [String: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october", "november", "december",
        ]
        var table = [
            "sept": 9, "mrz": 3, "mai": 5, "okt": 10, "dez": 12, "avr": 4, "juin": 6, "juil": 7,
        ]
        for (index, name) in names.enumerated() {
            table[name] = index + 1
            table[String(name.prefix(3))] = index + 1
        }
        return table
    }()

    /// Zones by name, as minutes east of Greenwich.
    ///
    /// Names that mean several zones stand for the one that RFC 5322 or, failing that, mailing
    /// lists meant most often. RFC 5322 tells to read the military letters as UTC.
    static let zones: [String: Int] = {
        var table: [String: Int] = [
            "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "edt": -240, "est": -300, "cdt": -300,
            "cst": -360, "mdt": -360, "mst": -420, "pdt": -420, "pst": -480, "akdt": -480,
            "akst": -540, "hst": -600, "ast": -240, "adt": -180, "nst": -210, "ndt": -150,
            "brt": -180, "art": -180, "bst": 60, "ist": 330, "cet": 60, "met": 60, "mez": 60,
            "mewt": 60, "west": 60, "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "sast": 120,
            "eest": 180, "msk": 180, "msd": 240, "idt": 180, "pkt": 300, "hkt": 480, "sgt": 480,
            "awst": 480, "jst": 540, "kst": 540, "acst": 570, "aest": 600, "aedt": 660,
            "nzst": 720, "nzt": 720, "nzdt": 780,
        ]
        for letter in "abcdefghiklmnopqrstuvwxyz" { table[String(letter)] = 0 }
        return table
    }()

    /// A year as written: two digits count from 1950 to 2049, three from 1900, and 19100 to 19199
    /// is what programs wrote after 1999 that put "19" before the years since 1900.
    static func fullYear(_ number: Int, digits: Int) -> Int? {
        switch (digits, number) {
        case (2, ..<50): 2000 + number
        case (2, _), (3, _): 1900 + number
        case (4, 1000...): number
        case (5, 19_100...19_199): number - 17_100
        default: nil
        }
    }

    static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Days from 1 January 1970 in the Gregorian calendar.
    static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        // The year begins in March here, so that the leap day is its last.
        let shifted = month <= 2 ? year - 1 : year
        let monthIndex = month <= 2 ? month + 9 : month - 3
        let leapDays = shifted / 4 - shifted / 100 + shifted / 400
        return shifted * 365 + leapDays + (monthIndex * 153 + 2) / 5 + day - 719_469
    }
}
