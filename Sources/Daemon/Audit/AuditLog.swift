internal import LocalProtocol
internal import Synchronization
internal import Wire

/// The local security log: lines in a hash chain, in files that are continued when one is full.
///
/// It never leaves the machine but by ``SystemLog``, and holds nothing that anybody wrote. The
/// chain shows that lines were changed or taken out; against somebody who can write as this user
/// and recomputes all of it, only a copy elsewhere helps.
final class AuditLog: Sendable {
    private struct State {
        var chain: AuditChain
        var file: String
        var size: Int
        var throttle = AuditThrottle()
        var isMirrored: Bool
    }

    /// Bytes from which on a new file is begun.
    static let fileBytes = 4 << 20

    let folder: AuditFolder
    let head: AuditHead
    private let fileBytes: Int
    private let mirror: @Sendable (String) -> Void
    private let state: Mutex<State>

    /// Opens the log where it ended; what a crash left half written is set aside.
    ///
    /// - Parameters:
    ///   - folder: The folder of its files.
    ///   - head: The file that tells how long it is, apart from it.
    ///   - fileBytes: From how many bytes on a new file is begun.
    ///   - isMirrored: Whether each line also goes to the system's log.
    ///   - mirror: The system's log.
    ///   - wallClock: The time, in milliseconds since 1970.
    init(
        folder: String, head: String, fileBytes: Int = AuditLog.fileBytes,
        isMirrored: Bool = false, mirror: @escaping @Sendable (String) -> Void = SystemLog.write,
        wallClock: Int64
    ) throws(DaemonError) {
        let files = try AuditFolder(path: folder)
        self.folder = files
        self.head = AuditHead(path: head)
        self.fileBytes = fileBytes
        self.mirror = mirror
        let (found, notes) = try Self.resume(files, self.head)
        state = Mutex(
            State(
                chain: found.chain, file: found.file, size: found.size, isMirrored: isMirrored))
        for note in notes { try write(note, at: wallClock) }
    }

    /// From now on each line also goes to the system's log, or no more does.
    func setMirrored(_ isMirrored: Bool) { state.withLock { $0.isMirrored = isMirrored } }

    /// Writes an event; it is on the disk when this returns.
    func write(_ event: AuditEvent, at wallClock: Int64) throws(DaemonError) {
        let time = Timestamp(milliseconds: wallClock).text
        let written = state.withLock { state -> Result<[Bytes], DaemonError> in
            guard state.throttle.admits(event, at: wallClock) else { return .success([]) }
            do throws(DaemonError) {
                return .success(try self.add(event, time, to: &state))
            } catch {
                return .failure(error)
            }
        }
        for line in try written.get() { mirror(String(decoding: line, as: UTF8.self)) }
    }

    /// Adds the line; gives what the system's log is to get.
    private func add(
        _ event: AuditEvent, _ time: String, to state: inout State
    ) throws(DaemonError) -> [Bytes] {
        var events = [event]
        if state.size >= fileBytes {
            state.file = folder.file(from: state.chain.sequence &+ 1)
            state.size = 0
            events.insert(.logContinued(previous: state.chain.hash), at: 0)
        }
        var lines: [Bytes] = []
        for event in events {
            var chain = state.chain
            let line = chain.append(
                AuditEntry(time: time, event: event.name, fields: event.fields))
            try folder.append(line, to: state.file)
            try head.save(chain)
            state.chain = chain
            state.size += line.count + 1
            lines.append(line)
        }
        return state.isMirrored ? lines : []
    }
}

extension AuditLog {
    private struct End {
        var chain: AuditChain
        var file: String
        var size: Int
    }

    /// Where the log ended, and what is to be noted of it.
    private static func resume(
        _ folder: AuditFolder, _ head: AuditHead
    ) throws(DaemonError) -> (End, [AuditEvent]) {
        var notes: [AuditEvent] = []
        let known = try head.read()
        var end = End(chain: .start, file: folder.file(from: 1), size: 0)
        for file in try folder.files().reversed() {
            let (lines, rest) = try folder.lines(of: file)
            if !rest.isEmpty {
                try folder.setAside(rest, of: file)
                notes.append(.logMended(bytes: rest.count))
            }
            guard let last = lines.last else { continue }
            end.file = file
            end.size = lines.reduce(0) { $0 + $1.count + 1 }
            if let chain = AuditChain.after(last) {
                end.chain = chain
            } else {
                // Nothing can follow on this line; what the head tells of is the next best.
                notes.append(.logDamaged)
                end.chain = known ?? .start
            }
            break
        }
        if let known, known.sequence > end.chain.sequence {
            notes.append(.logShortened(expected: known.sequence))
        }
        return (end, notes)
    }
}
