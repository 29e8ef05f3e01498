internal import Dispatch
internal import Foundation
internal import Synchronization

/// Keeps looking for nodes in domains of the site, for networks that multicast doesn't cross.
///
/// One thread asks, and sleeps until the answers are old.
public final class SiteWatch: Sendable {
    /// What was found, a finding for each domain each time that all were asked.
    public let findings: AsyncStream<SiteFinding>

    private let continuation: AsyncStream<SiteFinding>.Continuation
    private let domains: [String]
    private let isStopped = Mutex(false)
    private let bell = DispatchSemaphore(value: 0)

    /// Makes a watch that does nothing yet.
    ///
    /// - Parameter domains: Such as `plant.example`.
    public init(domains: [String]) {
        self.domains = domains
        (findings, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(64))
    }

    deinit { stop() }

    /// Begins to look, unless there is nothing to look at.
    public func start() {
        guard !domains.isEmpty else { return }
        let thread = Thread { [weak self] in
            while let wait = self?.round() { Self.sleep(on: self?.bell, seconds: wait) }
        }
        thread.name = "site"
        thread.start()
    }

    /// Looks again now, as after a change of the network.
    public func look() { bell.signal() }

    /// Ends ``findings`` at once; the thread follows when its question is answered.
    public func stop() {
        isStopped.withLock { $0 = true }
        continuation.finish()
        bell.signal()
    }

    /// Asks all domains once; for how many seconds that is enough, or `nil` at the end.
    private func round() -> Int? {
        var wait = SiteDirectory.validity.upperBound
        for domain in domains {
            guard !isStopped.withLock({ $0 }) else { return nil }
            let finding = SiteDirectory(domain: domain, ask: SiteQuestion().ask).find()
            continuation.yield(finding)
            wait = min(wait, finding.validSeconds)
        }
        return isStopped.withLock { $0 } ? nil : wait
    }

    private static func sleep(on bell: DispatchSemaphore?, seconds: Int) {
        _ = bell?.wait(timeout: .now() + .seconds(seconds))
    }
}
