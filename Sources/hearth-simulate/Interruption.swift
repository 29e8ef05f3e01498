internal import Foundation
internal import Synchronization

/// Whether somebody wants the program to end.
enum Interruption {
    private static let flag = Atomic<Bool>(false)

    /// Whether Ctrl-C was pressed.
    static var hasCome: Bool { flag.load(ordering: .relaxed) }

    /// Notes Ctrl-C from now on instead of ending at once; a second one ends at once.
    static func watch() {
        signal(SIGINT) { _ in
            Interruption.flag.store(true, ordering: .relaxed)
            signal(SIGINT, SIG_DFL)
        }
    }
}
