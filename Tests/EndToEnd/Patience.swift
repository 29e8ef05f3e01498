import Foundation

/// Waiting for what another process does: the one place in which a test sleeps between two looks.
enum Patience {
    /// Looks again and again until a condition holds.
    ///
    /// - Returns: Whether it did before the time was over.
    static func holds(
        within seconds: Double, _ condition: () throws -> Bool
    ) rethrows -> Bool {
        let deadline = Date().addingTimeInterval(seconds)
        while try !condition() {
            guard Date() < deadline else { return false }
            Thread.sleep(forTimeInterval: 0.1)
        }
        return true
    }
}
