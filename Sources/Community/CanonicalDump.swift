public import Wire

/// Writes the state of a replica as text that is the same wherever the same commits are.
///
/// People come first, then records by space and id, then refused operations by place, then erasures;
/// the caller hands them over in that order.
public struct CanonicalDump: Sendable {
    private var lines: [String] = ["hearth dump 1"]

    /// An empty dump.
    public init() {}

    /// The text that was not taken yet, ending in a line feed; empty where nothing waits.
    public var text: String {
        lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    }

    /// How many lines wait.
    public var waiting: Int { lines.count }

    /// Hands over what waits, so that a long dump never lies in memory as a whole.
    public mutating func take() -> String {
        defer { lines = [] }
        return text
    }

    /// Adds a person; devices come by their ids, vouchers sorted.
    public mutating func person(
        _ person: PersonID, _ standing: Membership.Standing, isFounder: Bool,
        devices: [(id: DeviceID, use: String, isIn: Bool)], vouchers: [PersonID]
    ) {
        let state =
            switch standing {
            case .waiting: "waiting"
            case .admitted: isFounder ? "founder" : "admitted"
            case .departed: "departed"
            }
        lines.append("person \(person.hex) \(state)")
        for device in devices {
            lines.append(
                "  \(device.use) \(device.id.hex)"
                    + (device.isIn ? "" : " revoked"))
        }
        for voucher in vouchers { lines.append("  vouched by \(voucher.hex)") }
    }

    /// Adds a person as the membership has it.
    mutating func person(_ person: Membership.Person) {
        self.person(
            person.id, person.standing, isFounder: person.isFounder,
            devices: person.devices.map { ($0.card.device, $0.use.dumped, $0.isIn) }
                .sorted { $0.0 < $1.0 },
            vouchers: person.vouchers)
    }

    /// Adds a record; its fields follow.
    public mutating func record(
        _ record: RecordID, in space: SpaceID, kind: UInt32, by writer: Writer, isHidden: Bool,
        log: LogID, sequence: UInt64, index: Int, lamport: UInt64, wallClock: Int64
    ) {
        let name = Schema.kind(kind)?.name ?? "kind \(kind)"
        lines.append("record \(record.hex) \(name)\(isHidden ? " hidden" : "")")
        lines.append("  space \(space.hex)")
        lines.append("  person \(writer.person.hex) device \(writer.device.hex)")
        lines.append("  log \(log.hex) \(sequence) \(index)")
        lines.append("  clock \(lamport) \(wallClock)")
    }

    /// Adds a field that holds one value.
    public mutating func field(_ name: String, _ value: Value) {
        lines.append("  \(name) = \(value.dumped)")
    }

    /// Adds one person's entry of a personal field.
    public mutating func entry(_ name: String, of person: PersonID, _ value: Value) {
        lines.append("  \(name) of \(person.hex) = \(value.dumped)")
    }

    /// Adds an element of a set; elements come in the order of ``Value/dumped``.
    public mutating func element(_ name: String, dumped: String) {
        lines.append("  \(name) has \(dumped)")
    }

    /// Adds a statement by which words were taken back; they come by space and id.
    public mutating func erasure(_ taken: WordsTakenBack, in space: SpaceID) {
        lines.append("erasure \(taken.statement.hex)")
        lines.append("  space \(space.hex)")
        lines.append("  person \(taken.writer.person.hex) device \(taken.writer.device.hex)")
        for record in taken.records { lines.append("  record \(record.hex)") }
        for device in taken.devices { lines.append("  done on \(device.hex)") }
    }

    /// Adds an operation that is not applied.
    public mutating func refused(
        in space: SpaceID, log: LogID, sequence: UInt64, index: Int, reason: String
    ) {
        lines.append("refused \(space.hex) \(log.hex) \(sequence) \(index) \(reason)")
    }
}

extension DeviceUse {
    /// What a device is in a dump.
    fileprivate var dumped: String {
        switch self {
        case .computer, .unknown: "device"
        case .sheet: "sheet"
        case .held: "held"
        case .kiosk: "kiosk"
        }
    }
}

extension Value {
    /// The value in a dump: on one line, and different for different values.
    public var dumped: String {
        switch self {
        case .text(let text): "\"\(Self.escaped(text))\""
        case .integer(let number): String(number)
        case .bytes(let bytes): "bytes \(Hex.encode(bytes))"
        case .record(let record): "record \(record.hex)"
        case .flag(let flag): flag ? "yes" : "no"
        case .unknown: "?"
        }
    }

    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
            case "\t": escaped.append(contentsOf: "\\t".unicodeScalars)
            case "\\", "\"":
                escaped.append("\\")
                escaped.append(scalar)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
