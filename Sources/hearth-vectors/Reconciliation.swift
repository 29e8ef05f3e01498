import Keys
import Ledger
import Sync
import Wire

/// `Protocol/Vectors/reconciliation.json`: whole comparisons of frontiers, and tags.
func reconciliationVectors() throws -> String {
    let shapes: [(name: String, equal: Int, missing: Int, longer: Int, extra: Int)] = [
        ("both empty", 0, 0, 0, 0),
        ("equal", 40, 0, 0, 0),
        ("the dialler has nothing", 0, 0, 0, 5),
        ("the other has nothing", 0, 5, 0, 0),
        ("few logs", 6, 1, 2, 1),
        ("one longer among many", 150, 0, 1, 0),
        ("both lack some", 90, 5, 4, 5),
    ]
    var comparisons: [ReconciliationVectors.Comparison] = []
    for (index, shape) in shapes.enumerated() {
        var dialler = Frontier()
        var other = Frontier()
        var number: UInt64 = UInt64(index) << 32
        for _ in 0..<shape.equal {
            let (log, head) = madeUp(&number)
            dialler.set(log: log, head: head)
            other.set(log: log, head: head)
        }
        for _ in 0..<shape.missing {
            let (log, head) = madeUp(&number)
            dialler.set(log: log, head: head)
        }
        for _ in 0..<shape.longer {
            let (log, head) = madeUp(&number)
            dialler.set(log: log, head: head)
            other.set(log: log, head: Head(length: head.length + 2, hash: madeUp(&number).1.hash))
        }
        for _ in 0..<shape.extra {
            let (log, head) = madeUp(&number)
            other.set(log: log, head: head)
        }
        comparisons.append(try comparison(shape.name, dialler, other))
    }
    return try vectorText(
        ReconciliationVectors(
            chapter: "07-sync", comparisons: comparisons, tags: tagVectors(),
            discovery: discoveryVectors()))
}

/// The file's content; all bytes are hexadecimal.
private struct ReconciliationVectors: Encodable {
    /// One log of a frontier.
    struct Log: Encodable {
        var log: String
        var length: UInt64
        var hash: String
    }
    /// What one side finds that the other has otherwise.
    struct Found: Encodable {
        var log: String
        var length: UInt64
        var head: String
    }
    /// One message on its way.
    struct Message: Encodable { var from, message: String }
    /// A whole comparison.
    struct Comparison: Encodable {
        var name: String
        var dialler, other: [Log]
        var tag: String
        var messages: [Message]
        var diallerFinds, otherFinds: [Found]
    }
    /// A space in a session.
    struct Tag: Encodable { var handshakeHash, space, tag: String }
    /// A service of a workplace.
    struct Discovery: Encodable { var networkKey, instance, tag: String }

    var chapter: String
    var comparisons: [Comparison]
    var tags: [Tag]
    var discovery: [Discovery]
}

/// A log and a head that are hashes of a running number.
private func madeUp(_ number: inout UInt64) -> (LogID, Head) {
    number += 1
    let log = Hash.digest(.frontierItem, [Bytes("log".utf8), bigEndianBytes(number)])
    let hash = Hash.digest(.frontierItem, [Bytes("head".utf8), bigEndianBytes(number)])
    return (LogID(raw: log), Head(length: 1 + number % 1_000, hash: hash))
}

private func comparison(
    _ name: String, _ dialler: Frontier, _ other: Frontier
) throws -> ReconciliationVectors.Comparison {
    let tag = SpaceTag(raw: Bytes8(word: 0x0102_0304_0506_0708))
    var starter = Reconciliation(dialler, isStarter: true)
    var answerer = Reconciliation(other, isStarter: false)
    var messages: [ReconciliationVectors.Message] = []
    func add(_ message: SessionMessage, fromDialler: Bool) {
        messages.append(
            .init(
                from: fromDialler ? "dialler" : "other", message: Hex.encode(message.encoded())))
    }
    add(.offer(Offer(space: tag, digest: starter.digest)), fromDialler: true)
    var ranges = try answerer.receive(offer: starter.digest)
    if ranges.isEmpty {
        add(.offer(Offer(space: tag, digest: answerer.digest)), fromDialler: false)
        _ = try starter.receive(offer: answerer.digest)
    }
    var isDiallersTurn = true
    while !ranges.isEmpty {
        add(.ranges(space: tag, ranges), fromDialler: !isDiallersTurn)
        ranges = isDiallersTurn ? try starter.receive(ranges) : try answerer.receive(ranges)
        isDiallersTurn.toggle()
    }
    guard starter.isSettled, answerer.isSettled else {
        throw VectorFailure.unexpected("a comparison that doesn't end: \(name)")
    }
    return .init(
        name: name, dialler: logs(dialler), other: logs(other), tag: tag.hex, messages: messages,
        diallerFinds: found(starter), otherFinds: found(answerer))
}

private func logs(_ frontier: Frontier) -> [ReconciliationVectors.Log] {
    frontier.entries.map { .init(log: $0.log.hex, length: $0.head.length, hash: $0.head.hash.hex) }
}

private func found(_ side: Reconciliation) -> [ReconciliationVectors.Found] {
    side.differences.values.sorted { $0.log < $1.log }.map {
        .init(
            log: Hex.encode(bigEndianBytes($0.log)), length: $0.length,
            head: Hex.encode(bigEndianBytes($0.head)))
    }
}

private func tagVectors() -> [ReconciliationVectors.Tag] {
    ([0x10, 0x90] as [UInt8]).map { start in
        let hash = counting(from: start)
        let space = counting(from: start &+ 0x40)
        let tag = Hash.keyed(hash, .tag, [space]).bytes.prefix(8)
        return .init(
            handshakeHash: Hex.encode(hash), space: Hex.encode(space), tag: Hex.encode(tag))
    }
}

private func discoveryVectors() -> [ReconciliationVectors.Discovery] {
    ["abcdefghijkmnpqr", "23456789stuvwxyz"].map { instance in
        let key = counting(from: 0x00)
        let tag = Hash.keyed(key, .discovery, [Bytes(instance.utf8)]).bytes.prefix(8)
        return .init(networkKey: Hex.encode(key), instance: instance, tag: Hex.encode(tag))
    }
}
