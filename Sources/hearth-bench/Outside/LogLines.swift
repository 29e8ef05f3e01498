internal import Foundation
internal import Synchronization

/// What a daemon logs, each line with the instant at which it came.
///
/// The instants are this process's own, so they are finer than what a log writes and comparable
/// with everything else that is measured here.
final class LogLines: Sendable {
    /// One line.
    struct Line: Sendable {
        let instant: ContinuousClock.Instant
        let text: String
    }

    private struct State {
        var lines: [Line] = []
        var rest = Data()
    }

    private let state = Mutex(State())
    private let pipe = Pipe()

    /// Takes over a process's standard output and error.
    init(of process: Process) {
        process.standardOutput = pipe
        process.standardError = pipe
        pipe.fileHandleForReading.readabilityHandler = { [weak self] file in
            let instant = ContinuousClock.now
            let piece = file.availableData
            guard !piece.isEmpty else {
                file.readabilityHandler = nil
                return
            }
            self?.take(piece, at: instant)
        }
    }

    private func take(_ piece: Data, at instant: ContinuousClock.Instant) {
        state.withLock { state in
            state.rest.append(piece)
            while let end = state.rest.firstIndex(of: 10) {
                let text = String(decoding: state.rest[..<end], as: UTF8.self)
                state.lines.append(Line(instant: instant, text: text))
                state.rest = Data(state.rest[state.rest.index(after: end)...])
            }
        }
    }

    /// The lines so far.
    var all: [Line] { state.withLock { $0.lines } }

    /// The last lines, for a message.
    var tail: String { all.suffix(12).map(\.text).joined(separator: "\n") }
}
