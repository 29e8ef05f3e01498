public import Engine
internal import Keys
public import Ledger
public import TestKit
public import Wire

/// Writes one log as an honest device would.
public struct Pen: Sendable {
    /// The writer with its key and head.
    public private(set) var writer: LogWriter
    private let identity: LocalIdentity
    private let keyring: Keyring
    private var lamport: UInt64 = 0

    /// A new log of a device in a space.
    public init(
        _ identity: LocalIdentity, in space: SpaceID, of workplace: Workplace,
        using generator: inout SeededGenerator
    ) {
        self.identity = identity
        keyring = workplace.keyring(of: space)
        writer = LogWriter(space: space, key: .generate(using: &generator))
    }

    /// Writes so many commits with a text of so many bytes each.
    public mutating func write(
        _ count: Int, bytes: Int = 100, using generator: inout SeededGenerator
    ) throws(LedgerError) -> [Run] {
        var bodies: [CommitBody] = []
        for index in 0..<count {
            lamport += 1
            let text = Bytes((0..<bytes).map { _ in UInt8.random(in: 97...122, using: &generator) })
            var operations: [Operation] = [
                .create(
                    kind: 5, fields: [Field(1, .text(String(decoding: text, as: UTF8.self)))])
            ]
            if index == 0, writer.head.length == 0 {
                let binding = LogBinding.make(
                    space: writer.space, log: writer.log, person: identity.person,
                    device: identity.device)
                operations.insert(.binding(binding), at: 0)
            }
            bodies.append(CommitBody(lamport: lamport, wallClock: 0, operations: operations))
        }
        return try writer.append(bodies, keyring: keyring, using: &generator)
    }
}
