import Community
import Ledger
import TestKit
import Testing
import Wire

/// Words that came behind the end of a removed device's log, and members who let them in.
@Suite("Releases of late words")
struct ReleaseTests {
    private func logs(
        of society: Society
    ) -> [(log: LogID, writer: Writer, length: UInt64)] {
        society.devices.indices.filter { society.devices[$0].length > 0 }.map { index in
            let device = society.devices[index]
            let writer = Writer(
                person: society.people[device.person].id, device: device.card.device)
            return (society.log(of: index), writer, device.length)
        }
    }

    /// A device of person 1 that was revoked after two commits and wrote two more.
    private func revoked() throws -> (society: Society, laptop: Int) {
        var society = try Society(people: 3, seed: 21)
        let laptop = society.addDevice(to: 1, by: 1)
        for _ in 0..<2 { society.say(.present, by: laptop, about: 0) }
        society.hear(1, from: laptop)
        society.say(.revoke, by: 1, about: laptop)
        for _ in 0..<2 { society.say(.present, by: laptop, about: 0) }
        society.hear(2, from: 1)
        return (society, laptop)
    }

    @Test("what a member names counts, and who did so is told")
    func released() throws {
        var (society, laptop) = try revoked()
        let log = society.log(of: laptop)
        let verdicts = society.verdicts(society.all)
        let late = verdicts.lateLogs(of: logs(of: society), in: society.workplace)
        #expect(late.map(\.log) == [log] && late.map(\.end) == [2] && late.map(\.length) == [4])
        let release = try #require(late.first?.release)
        society.write([.logsEnded([release])], by: 2)
        let after = society.verdicts(society.all)
        #expect(after.end(of: log, in: society.workplace) == 4)
        #expect(after.lateLogs(of: logs(of: society), in: society.workplace).isEmpty)
        let releases = after.releases[society.workplace, default: []]
        #expect(releases.map(\.by) == [society.people[2].id])
        #expect(releases.map(\.first) == [3] && releases.map(\.last) == [4])
        let steps = PublicLog.steps(of: releases)
        #expect(steps.map(\.act) == releases.map { .released($0) })
    }

    @Test("neither the removed device nor a stranger can; its owner can, with another computer")
    func whoMay() throws {
        let (society, laptop) = try revoked()
        let log = society.log(of: laptop)
        let device = society.devices[laptop]
        let writer = Writer(person: society.people[1].id, device: device.card.device)
        #expect(!society.verdicts(society.all).mayRelease(writer))
        var own = society
        own.write([.logsEnded([LogEnd(log: log, length: 9)])], by: laptop)
        #expect(own.membership.end(of: log) == 2)
        var owner = society
        owner.write([.logsEnded([LogEnd(log: log, length: 4)])], by: 1)
        #expect(owner.membership.end(of: log) == 4)
        var left = society
        left.say(.departOneself, by: 2, about: 2)
        left.write([.logsEnded([LogEnd(log: log, length: 4)])], by: 2)
        #expect(left.membership.end(of: log) == 2)
    }

    @Test("in any history a release lets more count, never less, whatever came first")
    func laws() {
        var count = 0
        forAll(cases: 150, "ends rise with releases, and order doesn't matter") { generator in
            var society = try Society(people: 4, seed: generator.next())
            society.take(Society.steps(40, &generator))
            let before = society.verdicts(society.all)
            let late = before.lateLogs(of: logs(of: society), in: society.workplace)
            let speaker = society.devices.indices.first { index in
                let device = society.devices[index]
                let writer = Writer(
                    person: society.people[device.person].id, device: device.card.device)
                return before.mayRelease(writer)
                    && before.end(of: society.log(of: index), in: society.workplace) == nil
            }
            guard let speaker, !late.isEmpty else { return true }
            count += 1
            for index in society.devices.indices { society.hear(speaker, from: index) }
            society.write([.logsEnded(late.map(\.release))], by: speaker)
            let after = society.verdicts(society.all)
            var shuffled = society.all
            shuffled.shuffle(using: &generator)
            guard society.verdicts(shuffled) == after else { return false }
            func counting(_ log: LogID, _ writer: Writer, _ verdicts: Verdicts) -> UInt64 {
                guard verdicts.membership.wasAdmitted(writer) else { return 0 }
                return verdicts.end(of: log, in: society.workplace) ?? .max
            }
            let neverLess = logs(of: society).allSatisfy { known in
                counting(known.log, known.writer, after)
                    >= counting(known.log, known.writer, before)
            }
            let isTold = late.allSatisfy { log in
                after.releases[society.workplace, default: []].contains { $0.log == log.log }
            }
            let isLate = Set(
                after.lateLogs(of: logs(of: society), in: society.workplace).map(\.log))
            // Words count, and nothing about people: who belongs is decided without them.
            let isDecidedAlike =
                after.membership.people == before.membership.people
                && after.membership.steps == before.membership.steps
            return neverLess && isTold && isDecidedAlike && isLate.isDisjoint(with: late.map(\.log))
        }
        #expect(count > 20)
    }
}
