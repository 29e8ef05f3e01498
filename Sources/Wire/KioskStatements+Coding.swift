extension LogRole {
    var number: UInt64 { UInt64(rawValue) }

    init(number: UInt64) {
        self = Int(exactly: number).flatMap(LogRole.init(rawValue:)) ?? .unknown
    }
}

extension Hosting {
    func write(_ writer: inout FieldWriter) {
        writer.fixed(1, kiosk)
        writer.fixed(2, signature)
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> Hosting {
        var kiosk: DeviceID?
        var signature: Bytes64?
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                kiosk = try reader.fixed("kiosk")
            case 2:
                try reader.once(tag, .delimited)
                signature = try reader.fixed("signature")
            default: try reader.skip(tag)
            }
        }
        return Hosting(
            kiosk: try .required(kiosk, "kiosk"), signature: try .required(signature, "signature"))
    }

    /// Writes the message where there is one.
    static func write(_ hosting: Hosting?, _ field: UInt32, to writer: inout FieldWriter) {
        guard let hosting else { return }
        writer.message(field, expected: 100) { hosting.write(&$0) }
    }
}

extension ShownSlip {
    func write(_ writer: inout FieldWriter) {
        writer.blob(1, founding)
        writer.fixed(2, slip)
        writer.fixed(3, signature)
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> ShownSlip {
        var founding: Bytes = []
        var slip: Bytes32?
        var signature: Bytes64?
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                founding = try reader.copy()
            case 2:
                try reader.once(tag, .delimited)
                slip = try reader.fixed("slip")
            case 3:
                try reader.once(tag, .delimited)
                signature = try reader.fixed("signature")
            default: try reader.skip(tag)
            }
        }
        return ShownSlip(
            founding: founding, slip: try .required(slip, "slip"),
            signature: try .required(signature, "signature"))
    }

    static func readMade(_ reader: inout FieldReader) throws(WireError) -> Bytes32 {
        var slip: Bytes32?
        while let tag = try reader.next() {
            if tag.number == 1 {
                try reader.once(tag, .delimited)
                slip = try reader.fixed("slip")
            } else {
                try reader.skip(tag)
            }
        }
        return try .required(slip, "slip")
    }
}

extension KeyOffer {
    func write(_ writer: inout FieldWriter) {
        writer.fixed(1, person)
        writer.message(2, expected: 128) { card.write(&$0) }
        writer.fixed(3, acceptance)
        Hosting.write(hosting, 4, to: &writer)
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> KeyOffer {
        var person: PersonID?
        var card: DeviceCard?
        var acceptance: Bytes64?
        var hosting: Hosting?
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                person = try reader.fixed("person")
            case 2:
                try reader.once(tag, .delimited)
                card = try reader.message("device", DeviceCard.read)
            case 3:
                try reader.once(tag, .delimited)
                acceptance = try reader.fixed("acceptance")
            case 4:
                try reader.once(tag, .delimited)
                hosting = try reader.message("hosting", Hosting.read)
            default: try reader.skip(tag)
            }
        }
        guard let card, let hosting else { throw .malformed("key offered without its cards") }
        return KeyOffer(
            person: try .required(person, "person"), card: card,
            acceptance: try .required(acceptance, "acceptance"), hosting: hosting)
    }
}
