import Merge
import TestKit
import Testing

@Suite("A text is a function of the set of its events")
struct TextLaws {
    /// Random steps, and the world after them with everything delivered everywhere.
    private func check(
        _ name: String, cases: Int, people: Int = 3, steps: Int = 40,
        _ holds: (TextWorld, inout SeededGenerator) throws -> Bool
    ) {
        forAllSteps(cases: cases, name) { generator in
            (0..<steps).map { _ in TextStep.random(&generator, people: people) }
        } holds: { steps, generator in
            var world = TextWorld(people)
            for step in steps { try world.take(step) }
            try world.settle(&generator)
            return try holds(world, &generator)
        }
    }

    private func reference(_ world: TextWorld) -> ReferenceText {
        var reference = ReferenceText()
        var waiting = world.batches
        while !waiting.isEmpty { waiting.removeAll { reference.merge($0) } }
        return reference
    }

    @Test func everybodyHasTheTextOfTheReference() {
        check("all orders of arrival give the text of FugueMax", cases: 60) { world, _ in
            let text = reference(world).text
            return world.people.allSatisfy {
                $0.document.text == text && String($0.shown) == text && $0.isConsistent
                    && $0.waiting.isEmpty && $0.document.version == world.people[0].document.version
            }
        }
    }

    @Test func batchesBasedOnPartsOfBatches() {
        check("a batch may know of a part of another", cases: 80, steps: 25) { world, generator in
            var world = world
            var reference = reference(world)
            let events = reference.known.keys.sorted()
            guard !events.isEmpty else { return true }
            for who in 10..<14 {
                let parents = (0...small(&generator, 2)).map { _ in
                    events[small(&generator, events.count)]
                }
                let batch = TextBatch(author: author(who), first: 0, parents: parents, edits: [])
                let length = reference.visible(reference.past(of: batch) ?? []).count
                var edits: [TextEdit] = [.insert("in", at: small(&generator, length + 1))]
                if length > 1 {
                    edits.append(
                        .delete(
                            at: small(&generator, length), count: 2,
                            backward: Bool.random(using: &generator)))
                }
                world.batches.append(
                    TextBatch(author: author(who), first: 0, parents: parents, edits: edits))
                guard reference.merge(world.batches[world.batches.count - 1]) else { return false }
            }
            try world.settle(&generator)
            return try world.people.allSatisfy {
                try $0.document.text == reference.text && $0.isConsistent
                    && StoredText($0.document).document().passages() == $0.document.passages()
            }
        }
    }

    @Test func manyPeopleAndLongHistories() {
        check("five people, many steps", cases: 10, people: 5, steps: 120) { world, _ in
            let text = reference(world).text
            return world.people.allSatisfy { $0.document.text == text && $0.isConsistent }
        }
    }

    @Test func nothingIsLost() {
        check("each character is there, or covered by deletions", cases: 60) { world, _ in
            let nodes = reference(world).nodes
            return try world.people.allSatisfy { person in
                let passages = try person.document.passages()
                let found = passages.flatMap { passage in
                    passage.text.unicodeScalars.enumerated().map { index, scalar in
                        let id = TextPoint(
                            author: passage.first.author, sequence: passage.first.sequence + index)
                        return Fate(id: id, scalar: scalar, deletedBy: passage.deletedBy)
                    }
                }
                let expected = nodes.map { node in
                    let who = Set(node.deletions.map(\.author)).sorted()
                    return Fate(id: node.id, scalar: node.value, deletedBy: who)
                }
                return found == expected
                    && passages.filter(\.isVisible).map(\.text).joined() == person.document.text
            }
        }
    }

    private struct Fate: Equatable {
        var id: TextPoint
        var scalar: Unicode.Scalar
        var deletedBy: [TextAuthor]
    }

    @Test func creditsNameTheAuthorOfEachCharacter() {
        check("credits", cases: 50) { world, _ in
            let visible = reference(world).nodes.filter(\.deletions.isEmpty).map(\.id)
            return try world.people.allSatisfy { person in
                let credits = try person.document.credits()
                let found = credits.flatMap { credit in
                    credit.range.indices.map { index in
                        TextPoint(
                            author: credit.first.author,
                            sequence: credit.first.sequence + index - credit.range.lowerBound)
                    }
                }
                let positions = Array(credits.map(\.range).joined())
                return found == visible && positions == Array(0..<person.document.count)
            }
        }
    }

    @Test func earlierVersionsAndDifferences() {
        check("checkout and diff", cases: 50, steps: 30) { world, generator in
            let reference = reference(world)
            for _ in 0..<6 {
                let pair = (0..<2).map { _ in
                    world.versions[small(&generator, world.versions.count)]
                }
                let texts = pair.map { version in
                    reference.text(
                        version.heads.reduce(into: []) { $0.formUnion(reference.known[$1] ?? []) })
                }
                for person in world.people {
                    guard try person.document.text(at: pair[0]) == texts[0] else { return false }
                    var shown = Array(texts[0].unicodeScalars)
                    let edits = try person.document.edits(from: pair[0], to: pair[1])
                    for edit in edits { shown.apply(edit) }
                    guard String(shown) == texts[1] else { return false }
                }
            }
            return true
        }
    }

    @Test func everyoneSeesWhatAnAuthorDid() {
        check("changes by author", cases: 50) { world, _ in
            let nodes = reference(world).nodes
            let values = Dictionary(uniqueKeysWithValues: nodes.map { ($0.id, $0.value) })
            let deleted = Dictionary(
                uniqueKeysWithValues: nodes.flatMap { node in
                    node.deletions.map { ($0, node.value) }
                })
            for (who, person) in world.people.enumerated() {
                let changes = try world.people[0].document.changes(by: author(who))
                var next = 0
                for change in changes {
                    guard change.first == TextPoint(author: author(who), sequence: next) else {
                        return false
                    }
                    let count = change.text.unicodeScalars.count
                    if change.kind == .inserted {
                        let letters = (0..<count).compactMap {
                            values[TextPoint(author: author(who), sequence: next + $0)]
                        }
                        guard String(letters) == change.text else { return false }
                    } else {
                        let gone = (next..<next + count).compactMap {
                            deleted[TextPoint(author: author(who), sequence: $0)]
                        }
                        // It reads from left to right, however it was deleted.
                        guard change.text == String(gone) || change.text == String(gone.reversed())
                        else { return false }
                    }
                    next += count
                }
                guard next == person.document.nextEvent(of: author(who)) else { return false }
            }
            return true
        }
    }

    @Test func storedTextsComeBack() {
        check("stored", cases: 60) { world, generator in
            let person = world.people[small(&generator, world.people.count)]
            let stored = try StoredText(person.document)
            let again = try StoredText(bytes: stored.bytes)
            var document = try again.document()
            guard again.text == person.document.text, document.text == again.text,
                document.version == person.document.version,
                try document.passages() == person.document.passages(),
                try StoredText(document).bytes == stored.bytes
            else { return false }
            // It goes on like the one that was stored.
            var other = TextWorld(1)
            other.people[0].document = person.document
            other.people[0].shown = Array(person.document.text.unicodeScalars)
            let late = TextBatch(
                author: author(9), first: 0,
                parents: world.versions[small(&generator, world.versions.count)].heads,
                edits: [.insert("late", at: 0)])
            try other.give(late, to: 0)
            _ = try document.merge(late)
            return document.text == other.people[0].document.text && other.people[0].isConsistent
        }
    }
}
