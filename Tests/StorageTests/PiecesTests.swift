import Community
import Dispatch
import Testing
import Wire

@testable import Storage

/// What is read out of the database piece by piece.
@Suite("Pieces", .timeLimit(.minutes(1)))
struct PiecesTests {
    @Test("pieces come in their order, and then the end")
    func order() async throws {
        let pieces = Pieces<Int>()
        let source = pieces.source
        for number in 1...3 { try source.give(number) }
        source.finish()
        var taken: [Int] = []
        while let piece = try await pieces.next() { taken.append(piece) }
        #expect(taken == [1, 2, 3])
    }

    @Test("no more than a few wait: whoever takes nothing gets no more")
    func waiting() async throws {
        let pieces = Pieces<Int>(patience: .milliseconds(20))
        let source = pieces.source
        for number in 1...4 { try source.give(number) }
        #expect(throws: CancellationError.self) { try source.give(5) }
        // A place is free again for each that is taken.
        #expect(try await pieces.next() == 1)
        try source.give(6)
        source.finish(StorageError.cancelled)
        for expected in [2, 3, 4, 6] { #expect(try await pieces.next() == expected) }
        await #expect(throws: StorageError.self) { _ = try await pieces.next() }
    }

    @Test("where nobody is left to take, giving ends")
    func gone() throws {
        var pieces: Pieces<Int>? = Pieces<Int>()
        let source = try #require(pieces?.source)
        try source.give(1)
        pieces = nil
        #expect(throws: CancellationError.self) { for number in 2...9 { try source.give(number) } }
    }

    @Test("a dump in pieces is the whole dump, of all or of one space, and each piece whole lines")
    func dump() async throws {
        let world = try await World()
        for number in 1...300 {
            let question = try await world.write(
                try Compose.question(
                    title: "Number \(number)", body: "\u{1F600}\nand a \\ line",
                    tags: ["a\(number)", "e\u{301}", "\u{E9}"]))
            if number % 3 == 0 {
                try await world.write(try Compose.answer(question: question, body: "So."))
            }
        }
        for space in [nil, world.community, world.workplace] {
            let pieces = try await world.store.canonicalDumpPieces(of: space)
            var texts: [String] = []
            while let piece = try await pieces.next() { texts.append(piece) }
            #expect(texts.joined() == (try await world.store.canonicalDump(of: space)))
            #expect(texts.allSatisfy { $0.hasSuffix("\n") })
            #expect(texts.first?.hasPrefix("hearth dump 1\n") == true)
            if space != world.workplace { #expect(texts.count > 1) }
        }
    }

    @Test("a dump that nobody reads to its end keeps no rebuilt view from its place")
    func abandoned() async throws {
        let world = try await World()
        for number in 1...400 {
            try await world.write(
                try Compose.question(title: "Number \(number)", body: "", tags: ["t"]))
        }
        let expected = try await world.store.canonicalDump()
        do {
            let pieces = try await world.store.canonicalDumpPieces()
            _ = try await pieces.next()
        }
        try await world.store.rebuild()
        #expect(try await world.store.canonicalDump() == expected)
    }

    @Test("threads of a page are the same as one by one")
    func threads() async throws {
        let world = try await World()
        var questions: [RecordID] = []
        for number in 1...5 {
            let question = try await world.write(
                try Compose.question(title: "Number \(number)", body: "b", tags: ["x", "y"]))
            for answer in 0..<number {
                let id = try await world.write(
                    try Compose.answer(question: question, body: "Answer \(answer)"))
                try await world.write(try Compose.thanks(for: id, text: "Thanks"))
            }
            questions.append(question)
        }
        try await world.write(
            try Compose.edit(
                "title", to: .text("Changed"), of: questions[0], kind: Schema.question))
        var filter = QuestionFilter()
        filter.space = world.community
        filter.limit = 2
        var found: [QuestionDetails] = []
        while true {
            let page = try await world.store.threads(filter)
            found += page
            guard page.count == filter.limit, let last = page.last else { break }
            filter.after = last.summary.cursor
        }
        #expect(found.map(\.summary.id) == questions.reversed())
        for thread in found {
            let alone = try #require(try await world.store.question(thread.summary.id))
            #expect(String(describing: thread) == String(describing: alone))
        }
        #expect(found.last?.editCount == 1 && found.first?.answers.count == 5)
    }
}
