internal import Foundation
internal import Merge

/// What real people typed, key by key, and the text that came out.
///
/// The traces are by Martin Kleppmann (automerge-paper), Joseph Gentle and collaborators (others),
/// CC BY 4.0, https://github.com/josephg/editing-traces; positions are in Unicode scalars.
struct TextTrace {
    /// One key, or one paste.
    struct Patch: Decodable {
        var position: Int
        var deleted: Int
        var inserted: String

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            position = try list.decode(Int.self)
            deleted = try list.decode(Int.self)
            inserted = try list.decode(String.self)
        }

        var edits: [TextEdit] {
            (deleted > 0 ? [.delete(at: position, count: deleted)] : [])
                + (inserted.isEmpty ? [] : [.insert(inserted, at: position)])
        }
    }

    /// What one person did in one go, knowing some others.
    struct Transaction: Decodable {
        var patches: [Patch]
        var parents: [Int]?
        var agent: Int?
    }

    private struct Content: Decodable {
        var endContent: String
        var txns: [Transaction]
    }

    /// What happened, in order.
    let transactions: [Transaction]
    /// The text that must come out.
    let end: String

    /// Reads a trace of a folder.
    ///
    /// - Throws: ``Skipped`` if it is not there.
    init(_ name: String, in folder: URL) throws {
        let file = folder.appendingPathComponent("\(name).json.gz")
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw Skipped("\(file.path) is missing: give the folder of the traces with --traces")
        }
        let json = try Command(path: "/usr/bin/env", arguments: ["gzip", "-dc", file.path]).check()
        let content = try JSONDecoder().decode(Content.self, from: Data(json.utf8))
        (transactions, end) = (content.txns, content.endContent)
    }

    /// Who writes as a number of the trace.
    static func author(_ agent: Int) -> TextAuthor {
        TextAuthor(words: (UInt64(agent) + 1, 0, 0, 0))
    }

    /// Each transaction as the bytes that travel, with their author.
    func encodedBatches() -> [(author: TextAuthor, bytes: [UInt8])] {
        var last: [TextPoint] = []
        var next: [Int: Int] = [:]
        return transactions.map { transaction in
            let agent = transaction.agent ?? 0
            let batch = TextBatch(
                author: Self.author(agent), first: next[agent, default: 0],
                parents: (transaction.parents ?? []).map { last[$0] },
                edits: transaction.patches.flatMap(\.edits))
            next[agent, default: 0] += batch.count
            last.append(
                TextPoint(author: batch.author, sequence: batch.first + batch.count - 1))
            return (batch.author, batch.encoded())
        }
    }
}
