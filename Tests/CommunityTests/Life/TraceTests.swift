import Community
import TestKit
import Testing
import Wire

@Suite struct TraceTests {
    private func link(_ from: UInt64, _ to: UInt64, _ field: String = "about") -> Trace.Link {
        Trace.Link(from: Made.record(from), to: Made.record(to), field: field)
    }

    /// Follows links as the database would give them: all of one record at a time.
    private func trace(_ start: UInt64, _ links: [Trace.Link]) -> Trace {
        var trace = Trace(from: Made.record(start))
        while let record = trace.takeNext() {
            trace.add(links.filter { $0.from == record || $0.to == record })
        }
        return trace
    }

    @Test func aChainIsFollowedInBothDirections() {
        let links = [link(2, 1, "problems"), link(3, 2, "experiment"), link(4, 9)]
        for start in 1...3 as ClosedRange<UInt64> {
            let trace = trace(start, links)
            #expect(Set(trace.records) == Set([1, 2, 3].map(Made.record)))
            #expect(Set(trace.links) == Set(links.prefix(2)) && trace.links.count == 2)
            #expect(trace.records.first == Made.record(start) && !trace.isCut)
        }
    }

    @Test func circlesAndTwoLinksBetweenTheSameEndInTime() {
        let links = [link(1, 2), link(2, 1), link(1, 1), link(1, 2, "same_as")]
        let trace = trace(1, links)
        #expect(trace.records == [1, 2].map(Made.record) && trace.links.count == 4)
    }

    @Test func aLongChainIsCutAndSaysSo() {
        let links = (1...UInt64(Trace.most) + 5).map { link($0, $0 + 1) }
        let trace = trace(1, links)
        #expect(trace.records.count == Trace.most && trace.isCut)
    }

    @Test func whateverTheLinksTheSameRecordsAreReachedFromEachOfThem() {
        forAll(cases: 50, "a chain is the same from all its records") { generator in
            let links = (0..<30).map { _ in
                link(.random(in: 1...20, using: &generator), .random(in: 1...20, using: &generator))
            }
            let first = trace(1, links)
            return first.records.allSatisfy { record in
                let again = trace(record.prefix, links)
                return Set(again.records) == Set(first.records)
                    && Set(again.links) == Set(first.links)
            }
        }
    }

    @Test func everyFieldThatNamesARecordIsALink() {
        var problem = Made.facts(Schema.problem, 1, by: 1, at: 1)
        problem.entries["resolution"] = [
            Made.entry(1, .bytes(Made.record(7).bytes), at: 2),
            Made.entry(2, .bytes(Made.record(7).bytes), at: 3),
        ]
        problem.elements["same_as"] = [.bytes(Made.record(8).bytes)]
        problem.elements["adopted"] = [.bytes(Bytes(repeating: 1, count: 32))]
        let outcome = Made.facts(
            Schema.outcome, 2, by: 1, at: 4, ["experiment": .record(Made.record(9))])
        #expect(problem.namedRecords == [link(1, 7, "resolution"), link(1, 8, "same_as")])
        #expect(outcome.namedRecords == [link(2, 9, "experiment")])
    }
}
