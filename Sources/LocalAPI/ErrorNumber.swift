internal import Foundation
internal import Languages

/// Error numbers of system calls, in words.
enum ErrorNumber {
    /// The number that the last failed call of this thread left.
    static var last: Int32 { errno }

    /// The system's description of an error number.
    static func text(_ number: Int32) -> String {
        strerror(number).map { String(cString: $0) } ?? say("error \(String(number))")
    }
}
