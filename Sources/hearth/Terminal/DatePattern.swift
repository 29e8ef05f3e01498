internal import Languages

/// In which order the language writes dates, with the letters that Unicode has for their parts.
enum DatePattern {
    /// A day.
    static var day: String { say("yyyy-MM-dd", context: "pattern of a day") }

    /// A day with its time.
    static var moment: String { say("yyyy-MM-dd HH:mm", context: "pattern of a moment") }
}
