internal import Community
internal import GRDB
internal import Ledger
internal import Wire

extension ViewWriter {
    /// Takes in what a statement says of words that are taken back.
    mutating func note(_ statement: Wire.Statement, _ origin: Origin) throws {
        switch statement {
        case .wordsErased(let commits): try note(commits, origin)
        case .erasureApplied(let erasures): try noteReceipts(erasures, origin)
        default: break
        }
    }

    private func note(_ commits: [ErasedCommit], _ origin: Origin) throws {
        guard let log = state.logNames[origin.log] else { return }
        let name = OperationNaming.id(log: log, sequence: origin.sequence, index: origin.place)
        let erasure = try PreparedStatement(
            """
            INSERT OR IGNORE INTO erasure
                (high, low, space, writer, log, sequence, written, commits)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, in: database)
        erasure.bind(name.prefix, at: 1)
        erasure.bind(name.suffix, at: 2)
        erasure.bind(origin.space, at: 3)
        erasure.bind(origin.writer, at: 4)
        erasure.bind(origin.log, at: 5)
        erasure.bind(origin.sequence, at: 6)
        erasure.bind(origin.written, at: 7)
        erasure.bind(Int64(commits.count), at: 8)
        try erasure.run()
        let record = try PreparedStatement(
            """
            INSERT OR IGNORE INTO erased_record (high, low, space, erasure_high, erasure_low)
            VALUES (?, ?, ?, ?, ?)
            """, in: database)
        for gone in commits.flatMap({ $0.records(in: log) }) {
            record.bind(gone.prefix, at: 1)
            record.bind(gone.suffix, at: 2)
            record.bind(origin.space, at: 3)
            record.bind(name.prefix, at: 4)
            record.bind(name.suffix, at: 5)
            try record.run()
        }
    }

    private func noteReceipts(_ erasures: [OperationID], _ origin: Origin) throws {
        let statement = try PreparedStatement(
            """
            INSERT OR IGNORE INTO erasure_receipt (high, low, space, writer, written)
            VALUES (?, ?, ?, ?, ?)
            """, in: database)
        for erasure in erasures {
            statement.bind(erasure.prefix, at: 1)
            statement.bind(erasure.suffix, at: 2)
            statement.bind(origin.space, at: 3)
            statement.bind(origin.writer, at: 4)
            statement.bind(origin.written, at: 5)
            try statement.run()
        }
    }
}
