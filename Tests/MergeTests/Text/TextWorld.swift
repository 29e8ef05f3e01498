import Merge
import TestKit

/// What happens in a world of several people with one text.
enum TextStep: CustomStringConvertible {
    case insert(Int, String, at: Int)
    case delete(Int, at: Int, count: Int, backward: Bool)
    /// Several edits that travel as one.
    case both(Int, String, at: Int, count: Int)
    /// One batch reaches somebody, whether it can be used yet or not.
    case deliver(Int, batch: Int)
    /// Everything that one has reaches another.
    case meet(Int, Int)

    var description: String {
        switch self {
        case .insert(let who, let text, let at): "\(who) inserts \(text) at \(at)"
        case .delete(let who, let at, let count, let backward):
            "\(who) deletes \(count) at \(at)\(backward ? ", backward" : "")"
        case .both(let who, let text, let at, let count):
            "\(who) inserts \(text) at \(at) and deletes \(count) before"
        case .deliver(let who, let batch): "\(who) gets batch \(batch)"
        case .meet(let from, let to): "\(from) gives everything to \(to)"
        }
    }

    static func random(_ generator: inout SeededGenerator, people: Int) -> TextStep {
        let who = Int.random(in: 0..<people, using: &generator)
        let at = Int.random(in: 0..<1_000, using: &generator)
        switch Int.random(in: 0..<10, using: &generator) {
        case 0...3: return .insert(who, word(&generator), at: at)
        case 4...5:
            return .delete(
                who, at: at, count: 1 + small(&generator, 4),
                backward: Bool.random(using: &generator))
        case 6: return .both(who, word(&generator), at: at, count: small(&generator, 3))
        case 7...8: return .deliver(who, batch: at)
        default: return .meet(who, Int.random(in: 0..<people, using: &generator))
        }
    }

    private static func word(_ generator: inout SeededGenerator) -> String {
        let letters: [Character] = ["a", "b", "c", "ä", "€", "😀", "e\u{301}"]
        let count = 1 + small(&generator, 4)
        return String((0..<count).map { _ in letters[small(&generator, letters.count)] })
    }
}

/// A name for tests; a higher number stands behind a lower one.
func author(_ number: Int) -> TextAuthor { TextAuthor(words: (UInt64(number) + 1, 7, 7, 7)) }

/// Several people with one text, and all batches that were ever written.
struct TextWorld {
    struct Person {
        var document = TextDocument()
        /// What a program shows that only applies the edits that come out.
        var shown: [Unicode.Scalar] = []
        var waiting: [TextBatch] = []
        var isConsistent = true
    }

    var people: [Person]
    var batches: [TextBatch] = []
    /// Versions that somebody had at some time.
    var versions: [TextVersion] = [.beginning]

    init(_ count: Int) { people = (0..<count).map { _ in Person() } }

    mutating func take(_ step: TextStep) throws {
        switch step {
        case .insert(let who, let text, let at):
            let position = at % (people[who].shown.count + 1)
            try edit(who, [.insert(text, at: position)])
        case .delete(let who, let at, let count, let backward):
            let length = people[who].shown.count
            guard length > 0 else { return }
            let position = at % length
            let part = min(count, length - position)
            try edit(who, [.delete(at: position, count: part, backward: backward)])
        case .both(let who, let text, let at, let count):
            let position = at % (people[who].shown.count + 1)
            let part = min(count, position)
            var edits: [TextEdit] = [.insert(text, at: position)]
            if part > 0 { edits.append(.delete(at: position - part, count: part)) }
            try edit(who, edits)
        case .deliver(let who, let batch):
            if !batches.isEmpty { try give(batches[batch % batches.count], to: who) }
        case .meet(let from, let to):
            for batch in batches
            where people[from].document.nextEvent(of: batch.author) >= batch.first + batch.count {
                try give(batch, to: to)
            }
        }
    }

    /// Somebody edits; edits that delete backward come as from another program of the same person.
    private mutating func edit(_ who: Int, _ edits: [TextEdit]) throws {
        let next = people[who].document.nextEvent(of: author(who))
        let moment = Int64(batches.count / 3)
        let isLocal = edits.allSatisfy {
            if case .delete(_, _, true) = $0 { false } else { true }
        }
        if isLocal {
            for edit in edits {
                switch edit {
                case .insert(let text, let at):
                    try people[who].document.insert(
                        text, at: at, by: author(who), moment: moment)
                case .delete(let at, let count, _):
                    try people[who].document.delete(
                        at: at, count: count, by: author(who), moment: moment)
                }
                people[who].show(edit)
            }
            batches += people[who].document.batches(by: author(who), from: next)
        } else {
            let batch = TextBatch(
                author: author(who), first: next,
                parents: people[who].document.version.heads, edits: edits)
            batches.append(batch)
            try people[who].take(batch)
        }
        versions.append(people[who].document.version)
    }

    mutating func give(_ batch: TextBatch, to who: Int) throws {
        // What travels is bytes.
        let copy = try TextBatch.decode(batch.encoded(), author: batch.author)
        people[who].isConsistent = people[who].isConsistent && copy == batch
        try people[who].take(copy)
        versions.append(people[who].document.version)
    }

    /// Everything reaches everybody, in any order, some of it twice.
    mutating func settle(_ generator: inout SeededGenerator) throws {
        for who in people.indices {
            let twice = batches.filter { _ in Bool.random(using: &generator) }
            for batch in (batches + twice).shuffled(using: &generator) { try give(batch, to: who) }
        }
    }
}

extension TextWorld.Person {
    mutating func take(_ batch: TextBatch) throws {
        waiting.append(batch)
        var hasMoved = true
        while hasMoved {
            hasMoved = false
            for (index, batch) in waiting.enumerated().reversed() {
                switch try document.merge(batch, moment: 5) {
                case .merged(let edits):
                    for edit in edits { show(edit) }
                    waiting.remove(at: index)
                    hasMoved = true
                case .known:
                    waiting.remove(at: index)
                case .waiting(let points):
                    isConsistent = isConsistent && !points.isEmpty
                }
            }
        }
        isConsistent = isConsistent && String(shown) == document.text
        isConsistent = isConsistent && shown.count == document.count
    }

    mutating func show(_ edit: TextEdit) { shown.apply(edit) }
}

extension [Unicode.Scalar] {
    mutating func apply(_ edit: TextEdit) {
        switch edit {
        case .insert(let text, let position):
            insert(contentsOf: text.unicodeScalars, at: position)
        case .delete(let position, let count, _):
            removeSubrange(position..<position + count)
        }
    }
}
