import TestKit
import Testing
import Wire

@testable import Discovery

@Suite("nodes that name servers know (RFC 6763 over unicast)")
struct SiteDirectoryTests {
    @Test("instances lead to services, and those to addresses of both families")
    func journey() throws {
        let zone = Zone()
        zone.add("_hearth._tcp.plant.example", .instance("Canteen._hearth._tcp.plant.example"))
        zone.add(
            "Canteen._hearth._tcp.plant.example", .service(host: "c.plant.example", port: 7117))
        zone.add("c.plant.example", .address([10, 1, 2, 3]), lifetime: 300)
        zone.add("c.plant.example", .address([0xFD] + Bytes(repeating: 0, count: 14) + [9]))
        let finding = SiteDirectory(domain: "plant.example", ask: zone.ask).find()
        #expect(
            try finding.outcome.get() == [
                Address(host: "10.1.2.3", port: 7117), Address(host: "fd00::9", port: 7117),
            ])
        #expect(finding.validSeconds == 300, "the shortest lifetime on the way counts")
        #expect(zone.asked.first == "_hearth._tcp.plant.example")
    }

    @Test("what a server adds about others is not believed")
    func additions() throws {
        let zone = Zone()
        zone.add("_hearth._tcp.plant.example", .instance("a._hearth._tcp.plant.example"))
        zone.add("a._hearth._tcp.plant.example", .service(host: "a.plant.example", port: 7117))
        zone.add("a.plant.example", .address([10, 1, 1, 1]))
        zone.additions = [.address([10, 6, 6, 6])]
        let finding = SiteDirectory(domain: "plant.example", ask: zone.ask).find()
        #expect(try finding.outcome.get() == [Address(host: "10.1.1.1", port: 7117)])
    }

    @Test(
        "a server that answers for one family only, or not for one instance, is believed for the rest"
    )
    func partial() throws {
        let zone = Zone()
        for name in ["a", "b"] {
            zone.add("_hearth._tcp.plant.example", .instance("\(name)._hearth._tcp.plant.example"))
            zone.add(
                "\(name)._hearth._tcp.plant.example",
                .service(host: "\(name).plant.example", port: 7117))
            zone.add("\(name).plant.example", .address([10, 1, 1, 1]))
        }
        zone.silentKinds = [.address6]
        zone.silentNames = ["a._hearth._tcp.plant.example"]
        let finding = SiteDirectory(domain: "plant.example", ask: zone.ask).find()
        #expect(try finding.outcome.get() == [Address(host: "10.1.1.1", port: 7117)])
    }

    @Test("a domain without nodes is no failure, and one whose servers are silent is")
    func outcomes() throws {
        let zone = Zone()
        let nothing = SiteDirectory(domain: "plant.example", ask: zone.ask).find()
        #expect(try nothing.outcome.get().isEmpty)
        #expect(nothing.validSeconds == SiteDirectory.validity.upperBound)
        zone.failure = .noServer
        let silent = SiteDirectory(domain: "plant.example", ask: zone.ask).find()
        #expect(silent.outcome == .failure(.noServer))
        #expect(silent.validSeconds == SiteDirectory.retry, "asked again soon")
    }

    @Test("a server that names nodes without end is asked about some of them")
    func bounds() throws {
        let zone = Zone()
        for number in 0..<200 {
            let name = "n\(number)._hearth._tcp.plant.example"
            zone.add("_hearth._tcp.plant.example", .instance(name))
            zone.add(name, .service(host: "h.plant.example", port: UInt16(number + 1)))
        }
        for number in 0..<100 { zone.add("h.plant.example", .address([10, 0, 0, UInt8(number)])) }
        let finding = SiteDirectory(domain: "plant.example", ask: zone.ask).find()
        let most = SiteDirectory.mostInstances * DiscoveryLimits.addresses
        #expect(try finding.outcome.get().count == most)
    }

    @Test("any bytes are read within the bounds, and never trap")
    func anyBytes() {
        forAll(cases: 500, "records are bounded") { generator in
            let zone = Zone()
            zone.add("x", .service(host: "a.b.example", port: 1))
            zone.add("x", .address([1, 2, 3, 4]))
            var message = try zone.ask("x", .service)
            for _ in 0..<Int.random(in: 0...8, using: &generator) where !message.isEmpty {
                let place = Int.random(in: message.indices, using: &generator)
                message[place] = UInt8.random(in: 0...255, using: &generator)
            }
            message = Bytes(message.prefix(Int.random(in: 0...message.count, using: &generator)))
            return SiteRecord.answers(in: message).count <= SiteRecord.most
        }
    }
}

/// A zone as a name server would answer from it.
private final class Zone {
    var asked: [String] = []
    var failure: SiteError?
    /// What it gives no answer about.
    var silentKinds: [SiteRecord.Kind] = []
    var silentNames: [String] = []
    /// What comes with every answer, about somebody else.
    var additions: [SiteRecord.Content] = []
    private var records: [String: [SiteRecord]] = [:]

    func add(_ name: String, _ content: SiteRecord.Content, lifetime: UInt32 = 3_000) {
        records[name, default: []].append(SiteRecord(lifetime: lifetime, content: content))
    }

    /// An answer in the form of RFC 1035, section 4.
    func ask(_ name: String, _ kind: SiteRecord.Kind) throws(SiteError) -> Bytes {
        asked.append(name)
        if let failure { throw failure }
        guard !silentKinds.contains(kind), !silentNames.contains(name) else { throw .noServer }
        let answers = (records[name] ?? []).filter { $0.kind == kind }
        let extra = additions.map { SiteRecord(lifetime: 3_000, content: $0) }
        var message: Bytes = [0, 1, 0x81, 0x80, 0, 1]
        message += [
            UInt8(answers.count >> 8), UInt8(answers.count & 255), 0, 0, 0, UInt8(extra.count),
        ]
        message += Self.name(name) + [0, UInt8(kind.rawValue), 0, 1]
        for record in answers { message += Self.name(name) + Self.bytes(record) }
        for record in extra { message += Self.name("somebody.else.example") + Self.bytes(record) }
        return message
    }

    private static func bytes(_ record: SiteRecord) -> Bytes {
        let data: Bytes =
            switch record.content {
            case .instance(let text): name(text)
            case .service(let host, let port):
                [0, 0, 0, 0, UInt8(port >> 8), UInt8(port & 255)] + name(host)
            case .address(let bytes): bytes
            }
        let lifetime = (0..<4).map { UInt8(truncatingIfNeeded: record.lifetime >> (24 - 8 * $0)) }
        return [0, UInt8(record.kind.rawValue), 0, 1] + lifetime
            + [UInt8(data.count >> 8), UInt8(data.count & 255)] + data
    }

    private static func name(_ text: String) -> Bytes {
        text.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Bytes($0.utf8) } + [0]
    }
}
