import Community
import TestKit
import Testing
import Wire

@Suite("A text that several people write")
struct SharedTextTests {
    static let rule = Schema.page.fields[1]

    /// Somebody with a log, and everything that they wrote.
    struct Author {
        let log: LogID
        let person: PersonID
        var pieces: [TextPiece] = []

        init(_ number: UInt64) {
            log = LogID(raw: Bytes32(words: (number, 0, 0, 1)))
            person = PersonID(raw: Bytes32(words: (number, 0, 0, 2)))
        }

        /// Writes what turns the text that is made of some pieces into another one.
        mutating func write(_ text: String, having seen: [TextPiece]) throws {
            let before = SharedText(seen + pieces, rule: rule)
            let edits = try before.edits(turning: before.version, into: text, by: log)
            for operation in edits.operations {
                pieces.append(
                    TextPiece(
                        log: log, sequence: UInt64(pieces.count + 1), index: 0, person: person,
                        wallClock: Int64(pieces.count + 1) * 1_000, counts: true,
                        generation: operation.generation, bytes: operation.batch))
            }
        }
    }

    private func text(_ pieces: [TextPiece]) -> SharedText { SharedText(pieces, rule: Self.rule) }

    private func uncounted(_ pieces: [TextPiece]) -> [TextPiece] {
        pieces.map {
            TextPiece(
                log: $0.log, sequence: $0.sequence, index: $0.index, person: $0.person,
                wallClock: $0.wallClock, counts: false, generation: $0.generation, bytes: $0.bytes)
        }
    }

    @Test("words that two people write at the same time are both there, whole")
    func together() throws {
        var (ada, ben) = (Author(1), Author(2))
        try ada.write("Wash at 60 °C.\nGrease after.\n", having: [])
        let seen = ada.pieces
        try ada.write("Wash at 60 °C, never more.\nGrease after.\n", having: [])
        try ben.write("Wash at 60 °C.\nGrease before and after.\n", having: seen)
        let merged = text(ada.pieces + ben.pieces)
        #expect(merged.text == "Wash at 60 °C, never more.\nGrease before and after.\n")
        #expect(merged.authors == [ada.person, ben.person] && merged.waiting == 0)
        #expect(merged.lines.map(\.people) == [[ada.person], [ada.person, ben.person]])
    }

    @Test("somebody who edits an old version changes the words where they stand now")
    func oldVersion() throws {
        var (ada, ben) = (Author(1), Author(2))
        try ada.write("one two three", having: [])
        let version = text(ada.pieces).version
        try ben.write("zero one two three four", having: ada.pieces)
        let now = text(ada.pieces + ben.pieces)
        let edits = try now.edits(turning: version, into: "one TWO three", by: ada.log)
        #expect(edits.text == "zero one TWO three four")
        #expect(try now.text(at: version) == "one two three")
        #expect(throws: CommunityError.unknownVersion) {
            try now.text(at: [OperationID(raw: Bytes16(high: 1, low: 1))])
        }
    }

    @Test("what is based on words that don't count waits, and its author goes on all the same")
    func waiting() throws {
        var (ada, thief) = (Author(1), Author(2))
        try ada.write("Grease.", having: [])
        try thief.write("Grease. Or don't.", having: ada.pieces)
        try ada.write("Grease. Or don't. Do.", having: thief.pieces)
        let cut = uncounted(thief.pieces)
        let now = text(ada.pieces + cut)
        #expect(now.text == "Grease." && now.waiting == 1)
        #expect(now.revisions.filter(\.isWaiting).map(\.excerpt) == ["Do."])
        try ada.write("Grease daily.", having: cut)
        #expect(ada.pieces.last?.generation == 1)
        #expect(text(ada.pieces + cut).text == "Grease daily.")
        // Somebody lets the words in: nothing was lost.
        let released = text(ada.pieces + thief.pieces)
        #expect(released.waiting == 0 && released.text.contains("Or don't. Do."))
        #expect(released.text.contains("daily"))
    }

    @Test("bytes that are no batch, and whatever stands behind them, change nothing")
    func disorder() throws {
        var (ada, ben) = (Author(1), Author(2))
        try ada.write("Grease.", having: [])
        try ben.write("Grease. Daily.", having: ada.pieces)
        let stolen = TextPiece(
            log: ada.log, sequence: 9, index: 0, person: ada.person, wallClock: 0, counts: true,
            bytes: ben.pieces[0].bytes)
        #expect(text(ada.pieces + [stolen]).text == "Grease.")
        let control = try Author(3).writing("a\u{202E}b")
        #expect(text([control]).text.isEmpty, "what may not stand in the field")
        try ada.write("Grease it.", having: [stolen])
        #expect(text(ada.pieces + [stolen]).text == "Grease it.", "as somebody new")
    }

    @Test("whatever comes in whatever order, twice: one text, and every word is somewhere")
    func anyOrder() {
        forAll(cases: 60, "the texts are equal and nothing is lost") { generator in
            var authors = (1...3).map { Author(UInt64($0)) }
            var words: Set<String> = []
            // Words of one letter each: a longer one that is cut in two counts as written anew.
            for letter in "abcdefghijkl" {
                let index = Int.random(in: 0..<3, using: &generator)
                let others = authors.flatMap(\.pieces).filter { _ in generator.next() % 4 > 0 }
                    .filter { $0.log != authors[index].log }
                let before = SharedText(others + authors[index].pieces, rule: Self.rule)
                var wanted = Array(before.text.unicodeScalars)
                let place = Int.random(in: 0...wanted.count, using: &generator)
                let word = "<\(letter)>"
                wanted.insert(contentsOf: word.unicodeScalars, at: place)
                words.insert(word)
                try? authors[index].write(
                    String(String.UnicodeScalarView(wanted)), having: others)
            }
            let pieces = authors.flatMap(\.pieces)
            let all = SharedText(pieces, rule: Self.rule)
            for _ in 0..<3 {
                let other = SharedText(pieces.shuffled(using: &generator), rule: Self.rule)
                guard other.text == all.text, other.version == all.version else { return false }
            }
            let inserted = all.revisions.reduce(0) { $0 + $1.inserted }
            return all.waiting == 0 && inserted == all.text.unicodeScalars.count
                && inserted == words.joined().unicodeScalars.count
        }
    }

    @Test("a text that may not stand in the field is refused before anything is written")
    func refused() {
        let empty = text([])
        for wanted in ["a\u{202E}b", String(repeating: "a", count: 200_001)] {
            #expect(throws: CommunityError.self) {
                try empty.edits(turning: [], into: wanted, by: Author(1).log)
            }
        }
    }
}

extension SharedTextTests.Author {
    /// A batch whose words no field accepts, as a program would write it that doesn't ask.
    fileprivate func writing(_ text: String) throws -> TextPiece {
        // number of the first event 0, no parents, insert at 0, length, bytes (chapter 18).
        let bytes = [0, 0, 0, UInt8(text.utf8.count)] + Array(text.utf8)
        return TextPiece(
            log: log, sequence: 1, index: 0, person: person, wallClock: 0, counts: true,
            bytes: bytes)
    }
}
