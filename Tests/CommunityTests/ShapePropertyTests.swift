import Community
import Merge
import TestKit
import Testing
import Wire

/// Invariants 10 and 11, and what notices of members amount to, over random histories.
@Suite("Shape of communities, as properties")
struct ShapePropertyTests {
    static func space(_ number: Int) -> SpaceID {
        SpaceID(raw: Bytes32(words: (UInt64(number), 1, 0, 0)))
    }

    /// One side's decision to become one with the other.
    private struct Merge {
        let from: Int
        let to: Int
    }

    private func groups(_ merges: [Merge], _ generator: inout SeededGenerator) -> AliasGroups {
        let nodes = (0..<8).map { number in
            AliasGroups.Node(
                space: Self.space(number), record: ConsentWorld.id(UInt64(number % 3), 1),
                lamport: UInt64((number * 5) % 4),
                merges: merges.filter { $0.from == number }.map { Self.space($0.to) })
        }
        return AliasGroups(nodes.shuffled(using: &generator))
    }

    @Test("chains, circles and both directions make one group, found from every member")
    func aliasGroups() {
        forAllSteps(
            cases: 2_000, "groups are what can be reached",
            generate: { generator in
                (0..<Int.random(in: 0...14, using: &generator)).flatMap { _ -> [Merge] in
                    let from = Int.random(in: 0..<8, using: &generator)
                    let to = Int.random(in: 0..<9, using: &generator)
                    let isMutual = Int.random(in: 0..<3, using: &generator) > 0
                    return [Merge(from: from, to: to)]
                        + (isMutual ? [Merge(from: to, to: from)] : [])
                }
            },
            holds: { merges, generator in
                let groups = groups(merges, &generator)
                guard groups == self.groups(merges.shuffled(using: &generator), &generator) else {
                    return false
                }
                return (0..<8).allSatisfy { start in
                    let reached = reach(from: start, merges)
                    let group = groups.group(of: Self.space(start))
                    let name = reached.min {
                        (($0 * 5) % 4, $0 % 3, $0) < (($1 * 5) % 4, $1 % 3, $1)
                    }
                    let isNamed = reached.contains {
                        groups.canonical(of: Self.space(start)) == Self.space($0)
                            && ($0 * 5) % 4 == ((name ?? 0) * 5) % 4
                            && $0 % 3 == (name ?? 0) % 3
                    }
                    return Set(group) == Set(reached.map(Self.space)) && isNamed
                }
            })
    }

    /// Everything that both sides' decisions lead to, found the slow way.
    private func reach(from start: Int, _ merges: [Merge]) -> Set<Int> {
        var reached: Set<Int> = [start]
        var hasGrown = true
        while hasGrown {
            let more = merges.filter { merge in
                reached.contains(merge.from) && merge.to < 8
                    && merges.contains { $0.from == merge.to && $0.to == merge.from }
            }.map(\.to)
            hasGrown = !Set(more).isSubset(of: reached)
            reached.formUnion(more)
        }
        return reached
    }

    // MARK: Notices

    private struct Given {
        let person: Int
        let proposal: UInt64
        let matter: Notice.Matter
        let lamport: UInt64
    }

    private func notices(_ given: [Given]) -> [GivenNotice] {
        given.enumerated().map { index, given in
            GivenNotice(
                Notice(
                    given.matter, of: ConsentWorld.id(1, given.proposal),
                    other: given.matter == .merged ? Self.space(Int(given.proposal)) : nil),
                by: ConsentWorld.person(given.person),
                at: ConsentWorld.stamp(given.lamport, by: given.person, UInt64(index)))
        }
    }

    private let joined: [PersonID: UInt64] = [
        ConsentWorld.person(0): 1, ConsentWorld.person(1): 4, ConsentWorld.person(2): 6,
    ]

    private static func given(_ generator: inout SeededGenerator) -> [Given] {
        (0..<Int.random(in: 0...8, using: &generator)).map { _ in
            Given(
                person: Int.random(in: 0..<4, using: &generator),
                proposal: UInt64.random(in: 0..<2, using: &generator),
                matter: [.nothing, .merged, .merged, .merged, .closed, .closed, .reopened]
                    .randomElement(using: &generator) ?? .merged,
                lamport: UInt64.random(in: 2...9, using: &generator))
        }
    }

    @Test("nobody merges or archives a community alone, and strangers not at all")
    func notAlone() {
        forAllSteps(
            cases: 3_000, "notices take two members", generate: Self.given,
            holds: { given, generator in
                let shape = PublicShape(notices(given), joined: joined)
                let shuffled = notices(given).shuffled(using: &generator)
                guard PublicShape(shuffled + shuffled.prefix(2), joined: joined) == shape else {
                    return false
                }
                let members = given.filter { $0.person < 3 }
                func tellers(_ proposal: UInt64, _ matter: Notice.Matter) -> Bool {
                    let these = members.filter {
                        $0.proposal == proposal && $0.matter == matter
                    }
                    return Set(these.map(\.person)).count >= 2
                        || these.contains { $0.person == 0 && $0.lamport <= 4 }
                }
                let merges = shape.merges.allSatisfy { other in
                    (0..<2).contains {
                        Self.space($0) == other && tellers(UInt64($0), .merged)
                    }
                }
                let closes =
                    shape.archivedBy.map { id in
                        (UInt64(0)..<2).contains { number in
                            ConsentWorld.id(1, number) == id && tellers(number, .closed)
                                && !members.contains {
                                    $0.matter == .reopened && $0.proposal == number
                                }
                        }
                    } ?? true
                return merges && closes
            })
    }

    @Test("who joins later takes back nothing, and one former member reopens")
    func laterAndReopen() {
        forAllSteps(
            cases: 2_000, "later members change nothing", generate: Self.given,
            holds: { given, _ in
                for known in [joined, [ConsentWorld.person(0): 1]] {
                    var more = known
                    more[ConsentWorld.person(8)] = 10
                    let before = PublicShape(notices(given), joined: known)
                    guard PublicShape(notices(given), joined: more) == before else {
                        return false
                    }
                }
                let shape = PublicShape(notices(given), joined: joined)
                guard let id = shape.archivedBy else { return true }
                let reopened =
                    notices(given) + [
                        GivenNotice(
                            Notice(.reopened, of: id), by: ConsentWorld.person(2),
                            at: ConsentWorld.stamp(99, by: 2, 99))
                    ]
                return PublicShape(reopened, joined: joined).archivedBy != id
            })
    }

    @Test("a community is opened by two members or by one who was alone, and then for good")
    func opening() {
        var opened = 0
        forAllSteps(
            cases: 3_000, "what was opened stays open",
            generate: { generator -> [Given] in
                Self.given(&generator).map { given in
                    let isOpening = Int.random(in: 0..<3, using: &generator) == 0
                    return Given(
                        person: given.person, proposal: given.proposal,
                        matter: isOpening ? .opened : given.matter, lamport: given.lamport)
                }
            },
            holds: { given, generator in
                func opening(_ notices: [GivenNotice]) -> Opening? {
                    Opening(Opening.words(notices, joined: joined), joined: joined)
                }
                let all = notices(given)
                let whole = opening(all)
                let shuffled = all.shuffled(using: &generator)
                guard opening(shuffled + shuffled.prefix(3)) == whole else { return false }
                let part = opening(Array(shuffled.prefix(all.count / 2)))
                guard part == nil || whole != nil else { return false }
                if whole != nil { opened += 1 }
                let mayOpen = (UInt64(0)..<2).contains { proposal in
                    let words = given.filter {
                        $0.person < 3 && $0.proposal == proposal && $0.matter == .opened
                    }
                    return Set(words.map(\.person)).count >= 2
                        || words.contains { $0.person == 0 && $0.lamport <= 4 }
                }
                return mayOpen == (whole != nil)
            })
        #expect(opened > 100)
    }

    @Test("each closing is reopened once in the log, by who said so first")
    func reopenings() {
        forAllSteps(
            cases: 1_000, "reopenings are told once", generate: Self.given,
            holds: { given, generator in
                let all = notices(given)
                let told = PublicShape(all.shuffled(using: &generator), joined: joined).reopenings
                let wanted = (UInt64(0)..<2).compactMap { proposal -> GivenNotice? in
                    let own = all.filter {
                        $0.notice.proposal == ConsentWorld.id(1, proposal)
                            && joined[$0.person] != nil
                    }
                    guard own.contains(where: { $0.notice.matter == .closed }) else { return nil }
                    return own.filter { $0.notice.matter == .reopened }
                        .min { $0.stamp < $1.stamp }
                }
                return told == wanted.sorted { $0.stamp < $1.stamp }
            })
    }

    @Test("a notice keeps its bytes, also one of a later version")
    func packing() {
        let notice = Notice(.merged, of: ConsentWorld.id(1, 2), other: Self.space(3))
        #expect(Notice(notice.bytes) == notice)
        #expect(notice.bytes.count == 49)
        #expect(Notice(Array(notice.bytes.dropLast())) == nil)
        var later = notice.bytes
        later[16] = 200
        #expect(Notice(later)?.matter == nil)
        let heads = [
            LogLength(log: LogID(raw: Bytes32(words: (2, 0, 0, 0))), length: 7),
            LogLength(log: LogID(raw: Bytes32(words: (1, 0, 0, 0))), length: .max),
        ]
        #expect(LogLength.list(LogLength.pack(heads)) == heads.sorted())
        #expect(LogLength.list([1, 2, 3]).isEmpty)
        let people = [ConsentWorld.person(2), ConsentWorld.person(1), ConsentWorld.person(2)]
        #expect(PersonID.list(PersonID.pack(people)) == Set(people).sorted())
    }

    @Test("what the closing had not seen is marked, and nothing else (invariant 10)")
    func afterClosing() {
        forAll(cases: 300, "after means beyond the heads") { generator in
            let logs = (0..<4).map { LogID(raw: Bytes32(words: (UInt64($0), 0, 0, 0))) }
            var heads: [LogID: UInt64] = [:]
            for log in logs.dropLast() {
                heads[log] = UInt64.random(in: 1...5, using: &generator)
            }
            let archiving = Archiving(proposal: ConsentWorld.id(1, 1), heads: heads)
            for log in logs {
                for sequence in UInt64(1)...7 {
                    let isSeen = sequence <= heads[log] ?? 0
                    guard archiving.isAfter(log: log, sequence: sequence) != isSeen else {
                        return false
                    }
                }
            }
            return true
        }
    }
}
