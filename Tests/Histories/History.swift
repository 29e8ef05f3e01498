public import Community
public import Keys
public import Ledger
public import TestKit
public import Wire

/// A workplace with people who write at random, some of them against the rules.
///
/// Whatever is written is sealed and signed, and handed back as runs and as opened commits, to be
/// shuffled.
public struct History: Sendable {
    /// A person with a device and a log in each space.
    public struct Author: Sendable {
        /// The device's key.
        public let device: SigningKey
        /// The founding of the person.
        public let founding: Bytes
        /// The person.
        public let person: PersonID
        /// In which capacity they write.
        public let role: LogRole
        /// The keys of their logs, by space, with how many commits each has.
        public fileprivate(set) var logs: [SpaceID: (key: SigningKey, length: UInt64)] = [:]
        var writers: [SpaceID: LogWriter] = [:]
    }

    /// What chance comes from.
    public var generator: SeededGenerator
    /// The workplace's space.
    public let workplace: SpaceID
    /// The community's space.
    public let community: SpaceID
    /// The people; the first has founded both.
    public private(set) var authors: [Author] = []
    /// What was written, as it goes over the network.
    public private(set) var runs: [(space: SpaceID, run: Run)] = []
    /// What was written, as those see it who have the keys.
    public internal(set) var commits: [(space: SpaceID, commit: OpenedCommit)] = []
    /// The keys of both spaces; the community's is also published in the workplace.
    public private(set) var keyrings: [SpaceID: Keyring] = [:]
    private var lamport: UInt64 = 0
    private var records: [(space: SpaceID, id: RecordID)] = []
    private var pages: [RecordID] = []
    private var edits: [(record: RecordID, piece: TextPiece)] = []
    private var dots: [(record: RecordID, field: UInt32, dot: OperationID)] = []

    /// The founder founds the workplace and a community; nobody else is in yet.
    ///
    /// - Parameter hasKiosk: Whether the last two are a shared terminal and somebody whose key it
    ///   keeps.
    public init(seed: UInt64, people: Int = 4, hasKiosk: Bool = false) throws {
        generator = SeededGenerator(seed: seed)
        var founders: [Author] = []
        for _ in 0..<people - (hasKiosk ? 2 : 0) { founders.append(Self.author(&generator)) }
        if hasKiosk {
            let kiosk = Self.author(&generator, as: .kiosk)
            founders += [kiosk, Self.author(&generator, as: .held, at: kiosk.device)]
        }
        let device = DeviceID(raw: founders[0].device.publicKey)
        let (founding, workplace) = Founding.space(
            kind: .workplace, founder: device, workplace: nil, using: &generator)
        let (second, community) = Founding.space(
            kind: .community, founder: device, workplace: workplace, using: &generator)
        self.workplace = workplace
        self.community = community
        authors = founders
        let key = EpochKey.generate(space: community, generation: 1, using: &generator)
        keyrings[community] = Keyring(space: community, [key])
        keyrings[workplace] = Keyring(
            space: workplace,
            [EpochKey.generate(space: workplace, generation: 1, using: &generator)])
        let introduction = try Compose.introduction(
            personFounding: founders[0].founding, name: "Ada", deviceLabel: "laptop")
        write(
            try Compose.workplace(founding: founding, name: "Works", introduction: introduction),
            by: 0, in: workplace)
        write(
            try Compose.community(
                name: "Bearings", founding: second, generation: 1,
                key: key.exposed), by: 0, in: workplace)
    }

    private static func author(
        _ generator: inout SeededGenerator, as role: LogRole = .computer,
        at kiosk: SigningKey? = nil
    ) -> Author {
        let device = SigningKey.generate(using: &generator)
        let card = DeviceCard.make(
            device: device, agreement: AgreementKey.generate(using: &generator))
        let (founding, person) = Founding.person(
            device: card, isKiosk: role == .kiosk,
            hosting: kiosk.map { Hosting.make(kiosk: $0, of: card.device) }, using: &generator)
        return Author(device: device, founding: founding, person: person, role: role)
    }

    /// Writes a commit of one author.
    @discardableResult
    public mutating func write(
        _ operations: [Operation], by index: Int, in space: SpaceID
    ) -> [RecordID] {
        guard let keyring = keyrings[space] else { return [] }
        let author = authors[index]
        let key = author.logs[space]?.key ?? SigningKey.generate(using: &generator)
        var writer = author.writers[space] ?? LogWriter(space: space, key: key)
        lamport += UInt64.random(in: 0...1, using: &generator)
        var operations = operations
        if writer.head.length == 0 {
            let binding = LogBinding.make(
                space: space, log: writer.log, person: author.person, device: author.device,
                role: author.role)
            operations.insert(.binding(binding), at: 0)
        }
        let body = CommitBody(
            lamport: max(1, lamport), wallClock: Int64(lamport) * 1_000, operations: operations)
        let home: RecordKind.Home = space == workplace ? .workplace : .community
        let written = try? writer.append([body], keyring: keyring, using: &generator) {
            $0.mustStay(in: home)
        }
        authors[index].writers[space] = writer
        authors[index].logs[space] = (key, writer.head.length)
        for run in written ?? [] {
            runs.append((space, run))
            commits += opened(run, with: keyring).map { (space, $0) }
        }
        return remember(operations, by: author.person, writer.log, writer.head.length, in: space)
    }

    private func opened(_ run: Run, with keyring: Keyring) -> [OpenedCommit] {
        let opener = CommitOpener(keyring)
        return run.commits.enumerated().compactMap { index, commit in
            try? opener.open(log: run.log, sequence: run.first + UInt64(index), commit).get()
        }
    }

    /// A fold over everything that was written.
    public func replica() -> Replica {
        var replica = Replica(workplace: workplace)
        for (space, commit) in commits { replica.apply(commit, in: space) }
        return replica
    }

    private mutating func remember(
        _ operations: [Operation], by person: PersonID, _ log: LogID, _ sequence: UInt64,
        in space: SpaceID
    ) -> [RecordID] {
        var created: [RecordID] = []
        for (index, operation) in operations.enumerated() {
            let id = OperationNaming.id(log: log, sequence: sequence, index: index)
            switch operation {
            case .create(let kind, _):
                created.append(id)
                records.append((space, id))
                if kind == Schema.page.number { pages.append(id) }
            case .edit(let record, let text):
                edits.append(
                    (
                        record,
                        TextPiece(
                            log: log, sequence: sequence, index: index, person: person,
                            wallClock: Int64(lamport) * 1_000, counts: true,
                            generation: text.generation, bytes: text.batch)
                    ))
            case .add(let record, let field): dots.append((record, field.number, id))
            default: continue
            }
        }
        return created
    }

    /// One commit by chance, which can be left out without changing what the others try.
    public struct Step: Sendable, CustomStringConvertible {
        let seed: UInt64

        /// Draws some steps.
        public static func draw(
            _ count: Int, using generator: inout SeededGenerator
        ) -> [Step] {
            (0..<count).map { _ in Step(seed: generator.next()) }
        }

        public var description: String { "a commit of chance \(seed)" }
    }

    /// Lets everybody write at random, in turn.
    public mutating func run(steps: Int) throws {
        try run(Step.draw(steps, using: &generator))
    }

    /// Lets everybody write what the steps say.
    public mutating func run(_ steps: [Step]) throws {
        for step in steps {
            generator = SeededGenerator(seed: step.seed)
            let author = Int.random(in: authors.indices, using: &generator)
            let isHome = Int.random(in: 0..<4, using: &generator) == 0
            var operations: [Operation] = []
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let isObjection = !isHome && Int.random(in: 0..<4, using: &generator) == 0
                operations.append(
                    isObjection ? objection() : try operation(by: author, isHome: isHome))
            }
            write(operations, by: author, in: isHome ? workplace : community)
        }
    }

    /// A role, a flag or a blur, or a word on one.
    private mutating func objection() -> Operation {
        let known = records.filter { $0.space == community }.map(\.id)
        guard let record = known.randomElement(using: &generator) else { return .unknown }
        let author = authors[Int.random(in: authors.indices, using: &generator)]
        let flag = Bool.random(using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0:
            return .create(
                kind: 12,
                fields: [
                    Field(1, .text(["coordinator", "scribe"][flag ? 0 : 1])),
                    Field(3, .integer(0)), Field(4, .integer(Int64(generator.next() % 9))),
                ] + (flag ? [Field(2, .bytes(author.person.bytes))] : [Field(5, .flag(true))]))
        case 1, 2:
            let version = Value.bytes(flag ? record.bytes : generator.bytes(16))
            return .create(
                kind: flag ? 13 : 14,
                fields: [Field(1, .record(record)), Field(2, version), Field(3, .text("wrong"))]
                    + (Bool.random(using: &generator) ? [Field(5, .flag(flag))] : []))
        case 3: return .set(record: record, field: Field(5, .flag(flag)))
        default:
            return .setPersonal(
                record: record, field: Field(flag ? 5 : 6, flag ? .flag(true) : .text("2 h")))
        }
    }

    private mutating func operation(by author: Int, isHome: Bool) throws -> Operation {
        let space = isHome ? workplace : community
        let known = records.filter { $0.space == space }.map(\.id)
        let record =
            known.randomElement(using: &generator)
            ?? RecordID(raw: Bytes16(high: generator.next(), low: generator.next()))
        let number = UInt32.random(in: 1...16, using: &generator)
        switch Int.random(in: 0..<(isHome ? 9 : 11), using: &generator) {
        case 0, 1:
            return .create(
                kind: UInt32.random(in: 1...12, using: &generator), fields: fields(record))
        case 2:
            if isHome { return home() }
            return Bool.random(using: &generator)
                ? .create(kind: 5, fields: question()) : consent(record)
        case 3: return .set(record: record, field: Field(number, value(record)))
        case 4: return .set(record: record, field: Field(1, .text("edit \(generator.next() % 9)")))
        case 5: return .setPersonal(record: record, field: Field(number, value(record)))
        case 6:
            return .add(
                record: record, field: Field(isHome ? 5 : 3, .text("tag \(generator.next() % 5)")))
        case 7:
            guard let dot = dots.randomElement(using: &generator) else { return .unknown }
            return .remove(record: dot.record, field: dot.field, dots: [dot.dot])
        case 8...10 where !isHome: return page(by: author)
        default:
            let other = authors[Int.random(in: authors.indices, using: &generator)]
            return .statement(.vouch(founding: other.founding, how: .shortCode))
        }
    }

    /// A page, or an edit of one by somebody who has seen some of the others.
    private mutating func page(by author: Int) -> Operation {
        guard let page = pages.randomElement(using: &generator), generator.next() % 4 > 0,
            let log = authors[author].logs[community].map({ LogID(raw: $0.key.publicKey) }),
            let rule = Schema.page.fields.first(where: { $0.merge == .collaborative })
        else {
            return .create(
                kind: Schema.page.number, fields: [Field(1, .text("page \(generator.next() % 9)"))])
        }
        let pieces = edits.filter { $0.record == page }.map(\.piece)
        if generator.next() % 8 == 0 {
            // Somebody else's batch, or bytes that are none.
            let bytes = pieces.randomElement(using: &generator)?.bytes ?? generator.bytes(9)
            return .edit(record: page, TextOperation(field: rule.number, batch: bytes))
        }
        var seen: [TextPiece] = []
        for piece in pieces where piece.log == log || generator.next() % 4 > 0 {
            seen.append(piece)
        }
        let text = SharedText(seen, rule: rule)
        var wanted = Array(text.text.unicodeScalars)
        let place = Int.random(in: 0...wanted.count, using: &generator)
        let end = min(wanted.count, place + Int.random(in: 0...6, using: &generator))
        if Bool.random(using: &generator) { wanted.removeSubrange(place..<end) }
        let words = ["wash ", "60 °C\n", "שטיפה ", "🔧"]
        wanted.insert(
            contentsOf: words.randomElement(using: &generator)?.unicodeScalars.map(\.self) ?? [],
            at: place)
        let new = String(String.UnicodeScalarView(wanted))
        let made = try? text.edits(turning: text.version, into: new, by: log)
        return made?.operations.first.map { .edit(record: page, $0) } ?? .unknown
    }

    /// Records of the kinds by which a community decides.
    private mutating func consent(_ record: RecordID) -> Operation {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0:
            .create(
                kind: 8,
                fields: [
                    Field(1, .text("agreement")), Field(2, .text("rule \(generator.next() % 9)")),
                    Field(3, .integer(Int64(generator.next() % 9))),
                    Field(4, .bytes(generator.bytes(Bool.random(using: &generator) ? 64 : 33))),
                ])
        case 1: .set(record: record, field: Field(2, .text("rule \(generator.next() % 9)")))
        case 2:
            .create(
                kind: 9,
                fields: [
                    Field(1, .record(record)), Field(2, .bytes(record.bytes)),
                    Field(3, .text("consent")),
                ])
        default:
            .create(
                kind: 10,
                fields: [
                    Field(1, .record(record)), Field(2, .bytes(record.bytes)),
                    Field(3, .text("adopted")), Field(5, .bytes(generator.bytes(32))),
                ])
        }
    }

    private mutating func home() -> Operation {
        let number: Int64 = Bool.random(using: &generator) ? 1 : 0
        let communities = records.filter { $0.space == workplace }.map(\.id)
        guard let record = communities.randomElement(using: &generator) else { return .unknown }
        return .setPersonal(record: record, field: Field(3, .integer(number)))
    }

    private mutating func question() -> [Field] {
        [
            Field(1, .text("Why \(generator.next() % 100)?")),
            Field(3, .text("tag \(generator.next() % 5)")),
            Field(3, .text("tag \(generator.next() % 5)")),
            Field(5, .flag(Bool.random(using: &generator))),
        ]
    }

    /// Fields that may or may not suit the kind they are given to.
    private mutating func fields(_ record: RecordID) -> [Field] {
        (1...UInt32.random(in: 1...4, using: &generator)).map { Field($0, value(record)) }
    }

    private mutating func value(_ record: RecordID) -> Value {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0, 1, 2: .text("text \(generator.next() % 50)")
        case 3: .integer(Int64(generator.next() % 6))
        case 4: .record(record)
        case 5: .flag(Bool.random(using: &generator))
        case 6: .bytes(generator.bytes(Bool.random(using: &generator) ? 32 : 3))
        default:
            .text(
                ["", "a\u{202E}b", "e\u{301}", "é", "line\nbreak"].randomElement(using: &generator)
                    ?? "")
        }
    }
}
