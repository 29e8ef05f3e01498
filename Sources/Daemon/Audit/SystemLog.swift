#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The log of the operating system, for those who collect it from many machines.
enum SystemLog {
    /// `LOG_AUTHPRIV`, whose macro Swift can't import: messages about security and authorisation.
    private static let facility: Int32 = 10 << 3

    /// Writes a line with the priority `authpriv.notice`; a system without a log drops it.
    static func write(_ line: String) {
        line.withCString { text in
            withVaList([text]) { vsyslog(facility | LOG_NOTICE, "%s", $0) }
        }
    }
}
