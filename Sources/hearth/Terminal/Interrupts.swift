internal import Dispatch
internal import Foundation

/// Ctrl-C and polite requests to end, as values instead of a sudden death.
final class Interrupts {
    /// Yields once for each signal.
    let arrivals: AsyncStream<Void>
    private var sources: [any DispatchSourceSignal] = []

    /// Catches SIGINT, SIGTERM and SIGHUP from now on.
    init() {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        arrivals = stream
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield() }
            source.resume()
            sources.append(source)
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }

    /// Exit code of a command that was interrupted, as shells have it.
    static let exitCode: Int32 = 130
}
