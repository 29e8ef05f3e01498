import Keys
import Ledger
import TestKit
import Testing
import Wire

@testable import Community

/// What counts of what is written at a shared terminal follows from the table of rights, whatever
/// arrives first.
@Suite("Records from shared terminals")
struct KioskRecordTests {
    private func creation(_ kind: RecordKind) -> Creation {
        Creation(
            record: RecordID(raw: Bytes16(high: 1, low: UInt64(kind.number))), kind: kind.number,
            rule: kind, fields: [])
    }

    @Test("every kind counts from a terminal, or a key that it keeps, as its column says")
    func kinds() throws {
        for kind in Schema.kinds {
            let verb = try #require(Rights.creating[kind.name])
            #expect(Rights.permits(.computer, creating: creation(kind)))
            #expect(!Rights.permits(.unknown, creating: creation(kind)))
            #expect(
                Rights.permits(.held, creating: creation(kind)) == Rights.cell(verb, .kiosk).exists,
                "\(kind.name)")
            let introduces = [Schema.person, Schema.device].contains(kind)
            #expect(
                Rights.permits(.kiosk, creating: creation(kind))
                    == (introduces || Rights.cell(verb, .visitor).exists), "\(kind.name)")
        }
    }

    @Test("every field counts as its column says")
    func fields() throws {
        for kind in Schema.kinds {
            for rule in kind.fields {
                let verb = try #require(Rights.verb(writing: rule, of: kind))
                #expect(
                    Rights.permits(.held, writing: rule, of: kind)
                        == Rights.cell(verb, .kiosk).exists, "\(kind.name).\(rule.name)")
                guard ![Schema.person, Schema.device].contains(kind) else { continue }
                // Of its own words a terminal changes questions alone (chapter 22, K7).
                let isLeft = verb == .edit && kind != Schema.question
                #expect(
                    Rights.permits(.kiosk, writing: rule, of: kind)
                        == (Rights.cell(verb, .visitor).exists && !isLeft),
                    "\(kind.name).\(rule.name)")
            }
        }
        // A terminal marks nothing, and takes names off by slip.
        let problem = Schema.problem
        let (mark, disown) = (try #require(problem.field(named: "me_too")), problem.field(18))
        #expect(!Rights.permits(.kiosk, writing: mark, of: problem))
        #expect(Rights.permits(.held, writing: mark, of: problem))
        #expect(Rights.permits(.kiosk, writing: try #require(disown), of: problem))
    }

    @Test("archives are not brought in, and no closed community is founded, at a terminal")
    func origins() {
        for name in ["original_author", "original_date", "source"] {
            var imported = creation(Schema.question)
            let field = Field(Schema.question.number(of: name) ?? 0, .text("x"))
            imported = Creation(
                record: imported.record, kind: imported.kind, rule: imported.rule, fields: [field])
            #expect(!Rights.permits(.held, creating: imported), "\(name)")
        }
        for level in 0...2 as ClosedRange<Int64> {
            let founded = Creation(
                record: creation(Schema.community).record, kind: Schema.community.number,
                rule: Schema.community, fields: [Field(6, .integer(level))])
            #expect(Rights.permits(.held, creating: founded) == (level == 0))
        }
    }

    // Goal: no order of arrival lets a key that a terminal keeps do more than its column says.
    // Method: Dana at the terminal, and the terminal, write one of everything; the same commits come
    // in random orders, what says who they are first or last, and what counts is always the same.
    @Test("whatever comes first, the same counts")
    func orders() throws {
        var generator = SeededGenerator(seed: 21)
        var site = try KioskSite(&generator)
        for author in [\KioskSite.dana, \KioskSite.canteen] {
            site.write(Schema.kinds.map { .create(kind: $0.number, fields: $0.sample) }, by: author)
            site.write(
                Schema.problem.fields.filter { $0.merge == .personal && $0.type == .flag }
                    .map {
                        .setPersonal(record: site.problem, field: Field($0.number, .flag(true)))
                    },
                by: author)
        }
        let expected = site.dump(site.commits)
        #expect(expected.contains("question hidden") == false, "both may ask")
        #expect(expected.contains("me_too of \(site.dana.person.hex) = yes"))
        #expect(!expected.contains("me_too of \(site.canteen.person.hex)"))
        #expect(expected.contains("record") && expected.contains("unclaimed_person hidden"))
        for _ in 0..<20 {
            let shuffled = (site.commits + site.commits).shuffled(using: &generator)
            #expect(site.dump(shuffled) == expected)
        }
    }
}

/// Ada with a computer, the terminal Canteen, and Dana at it, in the workplace's space.
private struct KioskSite {
    struct Author {
        let device: SigningKey
        let founding: Bytes
        let person: PersonID
        let role: LogRole
        var log: SigningKey
        var length: UInt64 = 0
    }

    let workplace: SpaceID
    var ada: Author
    var canteen: Author
    var dana: Author
    var commits: [OpenedCommit] = []
    var lamport: UInt64 = 0
    var problem = RecordID(raw: Bytes16(high: 0, low: 0))

    init(_ generator: inout SeededGenerator) throws {
        func author(_ role: LogRole, at kiosk: SigningKey? = nil) -> Author {
            let device = SigningKey.generate(using: &generator)
            let card = DeviceCard.make(
                device: device, agreement: AgreementKey.generate(using: &generator))
            let (founding, person) = Founding.person(
                device: card, isKiosk: role == .kiosk,
                hosting: kiosk.map { Hosting.make(kiosk: $0, of: card.device) },
                using: &generator)
            return Author(
                device: device, founding: founding, person: person, role: role,
                log: SigningKey.generate(using: &generator))
        }
        ada = author(.computer)
        canteen = author(.kiosk)
        dana = author(.held, at: canteen.device)
        let (founding, workplace) = Founding.space(
            kind: .workplace, founder: DeviceID(raw: ada.device.publicKey), workplace: nil,
            using: &generator)
        self.workplace = workplace
        write(
            [
                .statement(.spaceFounded(founding: founding)),
                .statement(.personFounded(founding: ada.founding)),
                .statement(.vouch(founding: canteen.founding, how: .shortCode)),
                .statement(.vouch(founding: dana.founding, how: .shortCode)),
                .create(kind: Schema.problem.number, fields: [Field(1, .text("Seal leaks"))]),
            ], by: \.ada)
        problem = OperationNaming.id(log: LogID(raw: ada.log.publicKey), sequence: 1, index: 5)
    }

    mutating func write(
        _ operations: [Wire.Operation], by author: WritableKeyPath<KioskSite, Author>
    ) {
        self[keyPath: author].length += 1
        lamport += 1
        let writer = self[keyPath: author]
        let log = LogID(raw: writer.log.publicKey)
        var operations = operations
        if writer.length == 1 {
            operations.insert(
                .binding(
                    LogBinding.make(
                        space: workplace, log: log, person: writer.person, device: writer.device,
                        role: writer.role)), at: 0)
        }
        commits.append(
            OpenedCommit(
                log: log, sequence: writer.length, epoch: EpochID(raw: Bytes8(word: 1)),
                body: CommitBody(lamport: lamport, wallClock: 0, operations: operations),
                plaintextBytes: 0))
    }

    func dump(_ commits: [OpenedCommit]) -> String {
        var replica = Replica(workplace: workplace)
        for commit in commits { replica.apply(commit, in: workplace) }
        return replica.canonicalDump()
    }
}

extension RecordKind {
    /// The required fields with something in them.
    fileprivate var sample: [Field] {
        fields.filter(\.isRequired).map { rule in
            let value: Value =
                switch rule.type {
                case .line, .text: .text("x")
                case .integer(let range): .integer(range.lowerBound)
                case .bytes(let count): .bytes(Bytes(repeating: 1, count: count))
                case .list(let count, _): .bytes(Bytes(repeating: 1, count: count))
                case .record: .record(RecordID(raw: Bytes16(high: 1, low: 1)))
                case .flag: .flag(true)
                }
            return Field(rule.number, value)
        }
    }
}
