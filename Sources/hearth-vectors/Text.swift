import Merge
import Wire

/// `Protocol/Vectors/text.json`: batches of edits with the text that they make, and refused bytes.
func textVectors() throws -> String {
    var scenarios = [try typing(), try deletions(), try words(backward: false)]
    scenarios += [try words(backward: true), try latecomers(), try crowd()]
    return try vectorText(
        TextVectors(
            chapter: "18-text", refused: refusedBatches().map { .init(bytes: $1, reason: $0) },
            scenarios: scenarios))
}

/// The file's content; bytes, texts included, are hexadecimal.
private struct TextVectors: Encodable {
    struct Refused: Encodable {
        var bytes: String
        var reason: String

        init(bytes: Bytes, reason: String) {
            self.bytes = Hex.encode(bytes)
            self.reason = reason
        }
    }

    struct Point: Encodable {
        var author: String
        var sequence: Int
    }

    struct Edit: Encodable {
        var at: Int
        var backward: Bool?
        var delete: Int?
        var insert: String?
    }

    struct Batch: Encodable {
        var author: String
        var bytes: String
        var edits: [Edit]
        var first: Int
        var parents: [Point]
    }

    struct Scenario: Encodable {
        var batches: [Batch]
        var name: String
        var text: String
    }

    var chapter: String
    var refused: [Refused]
    var scenarios: [Scenario]
}

/// A world in which batches are written and arrive.
private struct TextStory {
    private var batches: [TextBatch] = []

    static func author(_ number: Int) -> TextAuthor {
        TextAuthor(words: (0x0101_0101_0101_0101 &* UInt64(number + 1), 0, 0, UInt64(number)))
    }

    /// A new batch of somebody who has seen the batches with some indexes, and their own.
    mutating func write(_ who: Int, after seen: [Int] = [], _ edits: [TextEdit]) -> Int {
        let author = Self.author(who)
        let own = batches.filter { $0.author == author }
        batches.append(
            TextBatch(
                author: author, first: own.reduce(0) { $0 + $1.count },
                parents: seen.map { index in
                    let batch = batches[index]
                    return TextPoint(
                        author: batch.author, sequence: batch.first + batch.count - 1)
                }, edits: edits))
        return batches.count - 1
    }

    /// The story with its end, which must be the same for whoever hears it in another order.
    func told(_ name: String) throws -> TextVectors.Scenario {
        var text = TextDocument()
        for batch in batches {
            guard case .merged = try text.merge(batch) else {
                throw VectorFailure.unexpected("a batch of \"\(name)\" is not merged")
            }
        }
        var other = TextDocument()
        var waiting = batches
        while !waiting.isEmpty {
            var later: [TextBatch] = []
            for batch in waiting.reversed() {
                if case .waiting = try other.merge(batch) { later.insert(batch, at: 0) }
            }
            waiting = later
        }
        guard other.text == text.text else {
            throw VectorFailure.unexpected("\"\(name)\" has two ends")
        }
        return TextVectors.Scenario(
            batches: batches.map(Self.vector), name: name, text: Hex.encode(Bytes(text.text.utf8)))
    }

    private static func vector(_ batch: TextBatch) -> TextVectors.Batch {
        TextVectors.Batch(
            author: Hex.encode(batch.author.bytes), bytes: Hex.encode(batch.encoded()),
            edits: batch.edits.map { edit in
                switch edit {
                case .insert(let text, let at):
                    .init(at: at, insert: Hex.encode(Bytes(text.utf8)))
                case .delete(let at, let count, let backward):
                    .init(at: at, backward: backward, delete: count)
                }
            }, first: batch.first,
            parents: batch.parents.map {
                .init(author: Hex.encode($0.author.bytes), sequence: $0.sequence)
            })
    }
}

private func typing() throws -> TextVectors.Scenario {
    var story = TextStory()
    _ = story.write(0, [.insert("Grüß", at: 0)])
    _ = story.write(0, [.insert("e 😀!", at: 4), .delete(at: 5, count: 2, backward: true)])
    _ = story.write(0, [.delete(at: 0, count: 1), .insert("g", at: 0)])
    return try story.told("one person types")
}

private func deletions() throws -> TextVectors.Scenario {
    var story = TextStory()
    let start = story.write(0, [.insert("one two three", at: 0)])
    let inner = story.write(1, after: [start], [.insert("and a half ", at: 8)])
    let outer = story.write(2, after: [start], [.delete(at: 4, count: 9)])
    let same = story.write(0, [.delete(at: 3, count: 4, backward: true)])
    _ = story.write(1, after: [outer, same], [.insert("!", at: 14)])
    _ = inner
    return try story.told("deletions around an insertion, and twice of the same")
}

private func words(backward: Bool) throws -> TextVectors.Scenario {
    var story = TextStory()
    let start = story.write(0, [.insert("[]", at: 0)])
    for letter in 0..<4 {
        for who in 1...3 {
            let text = String(UnicodeScalar(UInt8(96 + who)))
            let place = backward ? 1 : 1 + letter
            _ = story.write(who, after: letter == 0 ? [start] : [], [.insert(text, at: place)])
        }
    }
    let name = backward ? "words typed backward" : "words typed"
    return try story.told("\(name) at one place by three people, a letter at a time")
}

/// Insertions that know of different neighbours: what FugueMax orders by the right one.
private func latecomers() throws -> TextVectors.Scenario {
    var story = TextStory()
    let start = story.write(4, [.insert("LR", at: 0)])
    let first = story.write(3, after: [start], [.insert("a", at: 1)])
    let other = story.write(1, after: [start], [.insert("b", at: 1)])
    let between = story.write(2, after: [first], [.insert("c", at: 1)])
    let behind = story.write(0, after: [first], [.insert("d", at: 2)])
    let gone = story.write(3, after: [between], [.delete(at: 0, count: 2)])
    _ = story.write(5, after: [other, behind], [.insert("e", at: 2), .insert("f", at: 4)])
    _ = story.write(1, after: [gone], [.insert("g", at: 0)])
    return try story.told("insertions beside neighbours that others don't know")
}

private func crowd() throws -> TextVectors.Scenario {
    var story = TextStory()
    var state: UInt64 = 18
    func draw(_ limit: Int) -> Int {
        // The generator of Knuth's MMIX; only its upper bits are good.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
    var documents = (0..<4).map { _ in TextDocument() }
    var written: [(index: Int, batch: TextBatch)] = []
    for _ in 0..<60 {
        let who = draw(4)
        for (_, batch) in written where draw(3) == 0 { _ = try documents[who].merge(batch) }
        let length = documents[who].count
        let edit: TextEdit =
            length > 3 && draw(3) == 0
            ? .delete(at: draw(length - 2), count: 1 + draw(2), backward: draw(2) == 0)
            : .insert(["x", "yz", "ä", "long"][draw(4)], at: draw(length + 1))
        let author = TextStory.author(who)
        let heads = documents[who].version.heads
        let seen = written.filter { heads.contains($0.batch.last) }.map(\.index)
        let batch = TextBatch(
            author: author, first: documents[who].nextEvent(of: author), parents: heads,
            edits: [edit])
        _ = try documents[who].merge(batch)
        written.append((story.write(who, after: seen, [edit]), batch))
    }
    return try story.told("four people who hear of each other late")
}

extension TextBatch {
    fileprivate var last: TextPoint { TextPoint(author: author, sequence: first + count - 1) }
}

private func refusedBatches() -> [(String, Bytes)] {
    let one = TextStory.author(1).bytes
    let two = TextStory.author(2).bytes
    return [
        ("no edit", [0, 0]),
        ("a number longer than it need be", [0x80, 0, 0, 0, 1, 0x61]),
        ("an empty insertion", [0, 0, 0, 0]),
        ("a deletion of nothing", [0, 0, 1, 0]),
        ("a text that is cut off", [0, 0, 0, 5, 0x61]),
        ("a text that is not UTF-8", [0, 0, 0, 1, 0xFF]),
        ("half of a surrogate pair", [0, 0, 0, 3, 0xED, 0xA0, 0xBD]),
        ("an unknown kind of edit", [0, 0, 3, 1]),
        ("a position before the beginning", [0, 0, 4, 1, 0x61]),
        ("parents out of order", [0, 2] + two + [0] + one + [0, 0, 1, 0x61]),
        ("a parent that is cut off", [0, 1] + one.dropLast()),
        ("a million parents", [0, 0xC0, 0x84, 0x3D] + one),
    ]
}
