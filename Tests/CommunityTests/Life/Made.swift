import Community
import Merge
import Wire

/// Records that a test makes up, without logs and keys.
enum Made {
    static func person(_ number: UInt64) -> PersonID {
        PersonID(raw: Bytes32(words: (number, 0, 0, 0)))
    }

    static func record(_ number: UInt64) -> RecordID {
        RecordID(raw: Bytes16(high: number, low: 1))
    }

    static func stamp(_ lamport: UInt64) -> WriteStamp {
        WriteStamp(
            lamport: lamport, writer: LogID(raw: Bytes32(words: (9, 0, 0, lamport))), sequence: 1,
            index: 0)
    }

    static func facts(
        _ kind: RecordKind, _ number: UInt64, by person: UInt64, at lamport: UInt64,
        _ values: [String: Value] = [:]
    ) -> RecordFacts {
        var facts = RecordFacts(
            id: record(number), kind: kind, space: SpaceID(raw: Bytes32(words: (5, 0, 0, 0))),
            person: Made.person(person), stamp: stamp(lamport), written: Int64(lamport))
        facts.values = values
        return facts
    }

    static func entry(_ person: UInt64, _ value: Value, at lamport: UInt64) -> RecordFacts.Entry {
        RecordFacts.Entry(
            person: Made.person(person), value: value, stamp: stamp(lamport),
            written: Int64(lamport))
    }
}
