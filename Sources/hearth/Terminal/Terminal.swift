internal import Foundation
internal import LocalProtocol

/// The terminal that this process was started on, or the files that stand in for it.
enum Terminal {
    /// True when a person reads standard output.
    static var isOutputTerminal: Bool { isatty(1) == 1 }
    /// True when a person reads standard error.
    static var isErrorTerminal: Bool { isatty(2) == 1 }
    /// True when a person types on standard input.
    static var isInputTerminal: Bool { isatty(0) == 1 }

    /// Columns and rows of the terminal on standard output; 80 by 24 when it doesn't say.
    static var size: (columns: Int, rows: Int) {
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return (80, 24) }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// The look for standard output: plain when nobody reads it there.
    static func style(environment: [String: String]) -> Style {
        let isDumb = environment["TERM"] == "dumb"
        let refuses = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return Style(
            hasColours: isOutputTerminal && !isDumb && !refuses,
            width: isOutputTerminal ? size.columns : nil, now: now(environment))
    }

    /// The time; `HEARTH_NOW` freezes it for tests.
    static func now(_ environment: [String: String]) -> Timestamp {
        if let frozen = environment["HEARTH_NOW"].flatMap({ Timestamp(text: $0) }) {
            return frozen
        }
        return Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    /// Writes to standard output at once; ends the process when nobody reads it any more.
    static func write(_ text: String) {
        // 128 + SIGPIPE, as the shell would report it.
        guard put(text, on: 1) else { exit(141) }
    }

    /// Writes to standard error at once.
    static func writeError(_ text: String) {
        _ = put(text, on: 2)
    }

    private static func put(_ text: String, on descriptor: Int32) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }
}
