internal import Engine
internal import Logging
internal import Storage

/// When nothing has been written for a while.
struct Rest {
    /// For how long nothing must have been written.
    var patience: Duration = .seconds(10)
    /// When something was stored that is not in the main files of the databases yet.
    var lastWrite: Instant?
    let alarm = Alarm()
}

/// Tidying up when nothing is going on.
///
/// It has a timer of its own, as the engine's is set only while there are peers to think of.
extension HearthNode {
    /// Remembers that something was written just now.
    func noteWrite() {
        let isFirst = rest.lastWrite == nil
        rest.lastWrite = clocks.now
        if isFirst { rest.alarm.set(rest.patience) }
    }

    /// Tidies up each time that nothing has been written for a while.
    func followRest() async {
        for await _ in rest.alarm.rings {
            guard let last = rest.lastWrite else { continue }
            let quiet = clocks.now - last
            guard quiet >= rest.patience else {
                rest.alarm.set(rest.patience - quiet)
                continue
            }
            rest.lastWrite = nil
            await tidy()
        }
    }

    /// Moves what was written into the main files of the databases, and gives memory back.
    private func tidy() async {
        do {
            try await store.checkpoint()
        } catch {
            logger.warning("the databases could not be tidied", metadata: ["error": "\(error)"])
        }
        Allocator.giveBack()
    }
}
