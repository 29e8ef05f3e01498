internal import Foundation
internal import Merge

/// What collaborative text costs, beside Loro and Yrs (pycrdt), on two public editing traces.
///
/// automerge-paper: one person types 259,778 keys. It is replayed edit by edit into an empty text;
/// Loro does so in a single transaction, the fastest that it offers, and with a commit an edit, as
/// typing does it. Then the text is stored with its whole history and opened again.
///
/// friendsforever: two people type at the same time, 26,078 updates. A replica that has nothing
/// takes them one by one, from the bytes that travel.
///
/// They take turns with the references, which run in one Python process; a reference's time
/// includes what a call from Python costs, a fraction of a microsecond an edit. Processor time counts
/// on both sides, and the best of the rounds, because other programs only ever take time away.
/// Every result is compared with the end that the trace gives.
struct TextBenchmark: Benchmark {
    let names = ["text"]
    let summary = "collaborative text on public editing traces, beside Loro and Yrs"

    /// How often a document is opened to see what memory one takes.
    private static let copies = 20

    func run(in surroundings: Surroundings) async throws -> [Finding] {
        let paper = try TextTrace("automerge-paper", in: surroundings.traces)
        let friends = try TextTrace("friendsforever", in: surroundings.traces)
        let references = try TextReferences(surroundings, traces: surroundings.traces)
        if references == nil { surroundings.tell("text: no Python with loro and pycrdt") }
        return try await local(paper, references, surroundings)
            + merging(friends, references, surroundings)
            + storing(paper, references, surroundings)
    }

    // MARK: Typing

    private func local(
        _ trace: TextTrace, _ references: TextReferences?, _ surroundings: Surroundings
    ) throws -> [Finding] {
        let author = TextTrace.author(0)
        let patches = trace.transactions.flatMap(\.patches)
        var own = Best()
        var loro = Best()
        var loroEach = Best()
        for round in 1...surroundings.rounds {
            surroundings.tell("text: replay, round \(round)")
            let watch = ProcessorWatch()
            let document = try Self.replay(patches, by: author)
            own.add(watch.milliseconds)
            guard document.text == trace.end else { throw Failed("the replay made another text") }
            loro.add(try references?.measure("loro-local").milliseconds)
            loroEach.add(try references?.measure("loro-local-each").milliseconds)
        }
        return [
            Self.finding(
                "text, local replay of \(patches.count) edits", own, "ms", "Loro, one commit",
                loro.least, bar: .ratioAtMost(0.5)),
            Self.finding(
                "text, the same", own, "ms", "Loro, a commit an edit", loroEach.least),
        ]
    }

    private static func replay(
        _ patches: [TextTrace.Patch], by author: TextAuthor
    ) throws -> TextDocument {
        var document = TextDocument()
        for patch in patches {
            if patch.deleted > 0 {
                try document.delete(at: patch.position, count: patch.deleted, by: author)
            }
            if !patch.inserted.isEmpty {
                try document.insert(patch.inserted, at: patch.position, by: author)
            }
        }
        return document
    }

    // MARK: Merging

    private func merging(
        _ trace: TextTrace, _ references: TextReferences?, _ surroundings: Surroundings
    ) throws -> [Finding] {
        let batches = trace.encodedBatches()
        var own = Best()
        var yrs = Best()
        var loro = Best()
        var yrsBytes: Int?
        for round in 1...surroundings.rounds {
            surroundings.tell("text: merge, round \(round)")
            let watch = ProcessorWatch()
            var document = TextDocument()
            for (author, bytes) in batches {
                _ = try document.merge(TextBatch.decode(bytes, author: author))
            }
            own.add(watch.milliseconds)
            guard document.text == trace.end else { throw Failed("merging made another text") }
            let answer = try references?.measure("pycrdt-merge")
            yrs.add(answer?.milliseconds)
            yrsBytes = answer?.bytes
            loro.add(try references?.measure("loro-merge").milliseconds)
        }
        let bytes = batches.reduce(0) { $0 + $1.bytes.count }
        return [
            Self.finding(
                "text, merging \(batches.count) updates one by one", own, "ms", "Yrs",
                yrs.least, bar: .ratioAtMost(1)),
            Self.finding("text, the same", own, "ms", "Loro", loro.least),
            Self.finding("text, bytes of the updates", Double(bytes), "B", "Yrs", yrsBytes),
        ]
    }

    // MARK: Storing

    private func storing(
        _ trace: TextTrace, _ references: TextReferences?, _ surroundings: Surroundings
    ) async throws -> [Finding] {
        let document = try Self.replay(
            trace.transactions.flatMap(\.patches), by: TextTrace.author(0))
        let stored = try StoredText(document).bytes
        var text = Best()
        var whole = Best()
        var loro = Best()
        var yrs = Best()
        var answers: (loro: TextReferences.Answer?, yrs: TextReferences.Answer?)
        for round in 1...surroundings.rounds {
            surroundings.tell("text: open, round \(round)")
            var watch = ProcessorWatch()
            let opened = try StoredText(bytes: stored)
            text.add(watch.milliseconds)
            watch = ProcessorWatch()
            let all = try StoredText(bytes: stored).document()
            whole.add(watch.milliseconds)
            guard opened.text == trace.end, all.text == trace.end else {
                throw Failed("the stored text is another")
            }
            answers = (try references?.measure("loro-open"), try references?.measure("pycrdt-open"))
            loro.add(answers.loro?.milliseconds)
            yrs.add(answers.yrs?.milliseconds)
        }
        let bytes = Double(stored.count)
        return [
            Self.finding(
                "text, stored with its history", bytes, "B", "Loro snapshot", answers.loro?.bytes,
                bar: .ratioAtMost(1)),
            Self.finding(
                "text, the same", bytes, "B", "Yrs, without deleted text", answers.yrs?.bytes),
            Self.finding(
                "text, opening to read", text, "ms", "Loro", loro.least, bar: .below(16)),
            Self.finding(
                "text, opening with the whole history", whole, "ms", "Yrs", yrs.least,
                bar: .below(16)),
        ] + (try await memory(stored, surroundings))
    }

    // MARK: Memory

    /// What one open text with its whole history takes of the computer's memory, in processes that
    /// have done nothing else.
    private func memory(
        _ stored: [UInt8], _ surroundings: Surroundings
    ) async throws -> [Finding] {
        try await surroundings.withFolder("text") { folder in
            let file = folder.appendingPathComponent("paper.text")
            try Data(stored).write(to: file)
            let output = try Command(
                path: "/proc/self/exe", arguments: ["--open-text", file.path]
            ).check()
            guard let own = Double(output.trimmingCharacters(in: .whitespacesAndNewlines)) else {
                throw Failed("opening a text in a process of its own says: \(output)")
            }
            let (loro, yrs) = (
                try Self.memory("loro-memory", surroundings),
                try Self.memory("pycrdt-memory", surroundings)
            )
            return [
                Self.finding("text, memory of an open text", own, "B", "Yrs", yrs),
                Self.finding("text, the same", own, "B", "Loro", loro),
            ]
        }
    }

    private static func memory(_ request: String, _ surroundings: Surroundings) throws -> Int? {
        try TextReferences(surroundings, traces: surroundings.traces)?.measure(request).memory
    }

    /// Opens a stored text several times and tells how many bytes of memory each takes.
    static func openText(_ path: String) throws -> Int {
        let stored = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let process = ProcessInfo.processInfo.processIdentifier
        let before = try ProcessUsage(process: process).residentBytes
        let documents = try (0..<copies).map { _ in try StoredText(bytes: stored).document() }
        let after = try ProcessUsage(process: process).residentBytes
        guard documents.allSatisfy({ $0.count == documents[0].count }) else {
            throw Failed("one of the texts is another")
        }
        return Int(after - before) / copies
    }

    // MARK: Findings

    private static func finding(
        _ name: String, _ measured: Best, _ unit: String, _ against: String,
        _ reference: Double?, bar: Finding.Bar? = nil
    ) -> Finding {
        finding(name, measured.least ?? .infinity, unit, against, reference, bar: bar)
    }

    private static func finding(
        _ name: String, _ measured: Double, _ unit: String, _ against: String, _ reference: Int?,
        bar: Finding.Bar? = nil
    ) -> Finding {
        finding(name, measured, unit, against, reference.map(Double.init), bar: bar)
    }

    private static func finding(
        _ name: String, _ measured: Double, _ unit: String, _ against: String,
        _ reference: Double?, bar: Finding.Bar? = nil
    ) -> Finding {
        guard let reference else {
            // A ratio without its reference is neither met nor missed.
            if case .below = bar { return Finding(name, measured, unit, bar: bar) }
            return Finding(name, measured, unit)
        }
        return Finding(name, measured, unit, against: against, reference, bar: bar)
    }
}

/// The least of some measurements.
private struct Best {
    /// The least; `nil` without any.
    private(set) var least: Double?
    /// The last; 0 without any.
    private(set) var last = 0.0

    /// Adds a measurement, if there is one.
    mutating func add(_ value: Double?) {
        guard let value else { return }
        last = value
        least = min(least ?? value, value)
    }
}

/// Measures how much of a processor this process takes for something.
private struct ProcessorWatch {
    private let start = Self.now

    /// Milliseconds of processor time since the watch was made.
    var milliseconds: Double { Self.now - start }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1e6
    }
}
