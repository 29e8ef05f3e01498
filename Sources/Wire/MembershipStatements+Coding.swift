extension LogEnd {
    static func write(_ ends: [LogEnd], _ field: UInt32, to writer: inout FieldWriter) {
        for end in ends {
            writer.message(field, expected: 40) {
                $0.fixed(1, end.log)
                $0.number(2, end.length)
            }
        }
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> LogEnd {
        var log: LogID?
        var length: UInt64 = 0
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                log = try reader.fixed("log")
            case 2:
                try reader.once(tag, .varint)
                length = try reader.varint()
            default: try reader.skip(tag)
            }
        }
        return LogEnd(log: try .required(log, "log"), length: length)
    }
}

extension DeviceUse {
    var number: UInt64 {
        switch self {
        case .computer: 1
        case .sheet: 2
        case .held: 3
        case .kiosk, .unknown: 0
        }
    }

    init(number: UInt64) {
        switch number {
        case 1: self = .computer
        case 2: self = .sheet
        case 3: self = .held
        default: self = .unknown
        }
    }
}

extension LeaversWords {
    var number: UInt64 {
        switch self {
        case .keepName: 1
        case .formerColleague: 2
        case .erase: 3
        case .unknown: 0
        }
    }

    init(number: UInt64) {
        switch number {
        case 1: self = .keepName
        case 2: self = .formerColleague
        case 3: self = .erase
        default: self = .unknown
        }
    }
}

extension DeviceAddition {
    func write(_ writer: inout FieldWriter) {
        writer.message(1, expected: 128) { card.write(&$0) }
        writer.number(2, use.number)
        writer.fixed(3, acceptance)
        Hosting.write(hosting, 4, to: &writer)
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> DeviceAddition {
        var card: DeviceCard?
        var use = DeviceUse.unknown
        var acceptance: Bytes64?
        var hosting: Hosting?
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                card = try reader.message("device", DeviceCard.read)
            case 2:
                try reader.once(tag, .varint)
                use = DeviceUse(number: try reader.varint())
            case 3:
                try reader.once(tag, .delimited)
                acceptance = try reader.fixed("acceptance")
            case 4:
                try reader.once(tag, .delimited)
                hosting = try reader.message("hosting", Hosting.read)
            default: try reader.skip(tag)
            }
        }
        guard let card else { throw .malformed("device added without a card") }
        return DeviceAddition(
            card: card, use: use, acceptance: try .required(acceptance, "acceptance"),
            hosting: hosting)
    }
}

extension Recovery {
    func write(_ writer: inout FieldWriter) {
        writer.fixed(1, person)
        writer.message(2, expected: 128) { card.write(&$0) }
        writer.fixed(3, acceptance)
        LogEnd.write(ends, 4, to: &writer)
        Hosting.write(hosting, 5, to: &writer)
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> Recovery {
        var person: PersonID?
        var card: DeviceCard?
        var acceptance: Bytes64?
        var ends: [LogEnd] = []
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
                try reader.many(tag, .delimited)
                ends.append(try reader.message("end", LogEnd.read))
            case 5:
                try reader.once(tag, .delimited)
                hosting = try reader.message("hosting", Hosting.read)
            default: try reader.skip(tag)
            }
        }
        guard let card else { throw .malformed("recovery without a card") }
        return Recovery(
            person: try .required(person, "person"), card: card,
            acceptance: try .required(acceptance, "acceptance"), ends: ends, hosting: hosting)
    }
}

extension Departure {
    func write(_ writer: inout FieldWriter) {
        writer.fixed(1, person)
        writer.number(2, words.number)
        LogEnd.write(ends, 3, to: &writer)
        if let door {
            writer.message(4, expected: 84) {
                $0.fixed(1, door.nonce)
                $0.fixed(2, door.signature)
            }
        }
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> Departure {
        var person: PersonID?
        var words = LeaversWords.unknown
        var ends: [LogEnd] = []
        var door: Door?
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                person = try reader.fixed("person")
            case 2:
                try reader.once(tag, .varint)
                words = LeaversWords(number: try reader.varint())
            case 3:
                try reader.many(tag, .delimited)
                ends.append(try reader.message("end", LogEnd.read))
            case 4:
                try reader.once(tag, .delimited)
                door = try reader.message("door", readDoor)
            default: try reader.skip(tag)
            }
        }
        return Departure(
            person: try .required(person, "person"), words: words, ends: ends, door: door)
    }

    private static func readDoor(_ reader: inout FieldReader) throws(WireError) -> Door {
        var nonce: Bytes16?
        var signature: Bytes64?
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                nonce = try reader.fixed("nonce")
            case 2:
                try reader.once(tag, .delimited)
                signature = try reader.fixed("signature")
            default: try reader.skip(tag)
            }
        }
        return Door(
            nonce: try .required(nonce, "nonce"),
            signature: try .required(signature, "signature"))
    }
}

extension KeySealing {
    func write(_ writer: inout FieldWriter) {
        if let space { writer.fixed(1, space) }
        writer.number(2, generation)
        writer.fixed(3, epoch)
        for recipient in recipients {
            writer.message(4, expected: 116) {
                $0.fixed(1, recipient.device)
                $0.blob(2, recipient.box)
            }
        }
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> KeySealing {
        var space: SpaceID?
        var generation: UInt64 = 0
        var epoch: EpochID?
        var recipients: [Recipient] = []
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                space = try reader.fixed("space")
            case 2:
                try reader.once(tag, .varint)
                generation = try reader.varint()
            case 3:
                try reader.once(tag, .delimited)
                epoch = try reader.fixed("epoch")
            case 4:
                try reader.many(tag, .delimited)
                recipients.append(try reader.message("recipient", readRecipient))
            default: try reader.skip(tag)
            }
        }
        return KeySealing(
            space: space, generation: generation, epoch: try .required(epoch, "epoch"),
            recipients: recipients)
    }

    private static func readRecipient(
        _ reader: inout FieldReader
    ) throws(WireError) -> Recipient {
        var device: DeviceID?
        var box: Bytes = []
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                device = try reader.fixed("device")
            case 2:
                try reader.once(tag, .delimited)
                box = try reader.copy()
            default: try reader.skip(tag)
            }
        }
        return Recipient(device: try .required(device, "device"), box: box)
    }
}

extension InvitationTerms {
    func write(_ writer: inout FieldWriter) {
        writer.fixed(1, token)
        writer.number(2, UInt64(uses))
        writer.number(3, FieldWriter.zigzag(expires))
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> InvitationTerms {
        var token: Bytes16?
        var uses: UInt32 = 0
        var expires: Int64 = 0
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                token = try reader.fixed("token")
            case 2:
                try reader.once(tag, .varint)
                uses = try reader.varint32()
            case 3:
                try reader.once(tag, .varint)
                expires = try reader.zigzag()
            default: try reader.skip(tag)
            }
        }
        return InvitationTerms(
            token: try .required(token, "token"), uses: uses, expires: expires)
    }
}
