internal import Community
internal import Keys
internal import Ledger
public import Wire

extension History {
    /// Lets an author take some of their commits in the community back, and perhaps some that
    /// nobody can.
    ///
    /// What is erased is in no fold over the history any more; the runs are left as they were
    /// written.
    ///
    /// - Returns: The statement; `nil` if the author has written nothing there.
    @discardableResult
    public mutating func takeBack(by index: Int) -> OperationID? {
        guard let pen = authors[index].logs[community] else { return nil }
        let log = LogID(raw: pen.key.publicKey)
        var erased: [ErasedCommit] = []
        for (sequence, commit) in written(by: log)
        where Int.random(in: 0..<3, using: &generator) == 0 {
            let hash = Chain.payloadHash(commit.content)
            // The first commit can't be erased, others perhaps under a false signature.
            let named =
                sequence > 1 && Int.random(in: 0..<6, using: &generator) > 0
                ? sequence : sequence + 1
            guard
                let signature = try? Erasure.sign(
                    space: community, sequence: named, payloadHash: hash, key: pen.key)
            else { continue }
            let created = commits.first { $0.space == community && $0.commit.isAt(log, sequence) }
                .map { $0.commit.created.map(\.index) }
            erased.append(
                ErasedCommit(
                    sequence: sequence, payloadHash: hash, signature: signature,
                    records: created ?? []))
        }
        let gone = erased.filter { one in
            written(by: log).contains {
                $0.sequence == one.sequence
                    && Erasure.remains(of: $0.commit, after: one, space: community, log: log) != nil
            }
        }
        write([.statement(.wordsErased(erased))], by: index, in: community)
        commits.removeAll { entry in
            entry.space == community && gone.contains { entry.commit.isAt(log, $0.sequence) }
        }
        return written(by: log).last.map {
            OperationNaming.id(log: log, sequence: $0.sequence, index: 0)
        }
    }

    private func written(by log: LogID) -> [(sequence: UInt64, commit: Commit)] {
        runs.filter { $0.run.log == log }.flatMap { item in
            item.run.commits.enumerated().map {
                (item.run.first + UInt64($0.offset), $0.element)
            }
        }
    }
}

extension OpenedCommit {
    fileprivate func isAt(_ log: LogID, _ sequence: UInt64) -> Bool {
        self.log == log && self.sequence == sequence
    }
}
