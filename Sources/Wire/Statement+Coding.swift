extension Statement {
    func write(_ writer: inout FieldWriter) {
        switch self {
        case .spaceFounded(let founding): writer.message(1) { $0.blob(1, founding) }
        case .personFounded(let founding): writer.message(2) { $0.blob(1, founding) }
        case .vouch(let founding, let how):
            writer.message(3) {
                $0.blob(1, founding)
                $0.number(2, how.number)
            }
        case .keyPublished(let space, let generation, let key):
            writer.message(4) {
                $0.fixed(1, space)
                $0.number(2, generation)
                $0.fixed(3, key)
            }
        case .deviceAdded(let addition): writer.message(5, expected: 220) { addition.write(&$0) }
        case .deviceRevoked(let device, let ends):
            writer.message(6) {
                $0.fixed(1, device)
                LogEnd.write(ends, 2, to: &$0)
            }
        case .personRecovered(let recovery): writer.message(7) { recovery.write(&$0) }
        case .departed(let departure): writer.message(8) { departure.write(&$0) }
        case .departureConfirmed(let person): writer.message(9) { $0.fixed(1, person) }
        case .present: writer.message(10) { _ in }
        case .keySealed(let sealing): writer.message(11) { sealing.write(&$0) }
        case .logsEnded(let ends): writer.message(12) { LogEnd.write(ends, 1, to: &$0) }
        case .memberAdmitted(let person, let invitation):
            writer.message(13) {
                $0.fixed(1, person)
                if let invitation { $0.fixed(2, invitation) }
            }
        case .invitationMade(let terms): writer.message(14) { terms.write(&$0) }
        case .wordsErased(let commits):
            writer.message(15, expected: 128 * commits.count) {
                for commit in commits { $0.message(1, expected: 110) { commit.write(&$0) } }
            }
        case .erasureApplied(let erasures):
            writer.message(16) {
                for erasure in erasures { $0.fixed(1, erasure) }
            }
        case .slipMade(let slip): writer.message(20) { $0.fixed(1, slip) }
        case .slipShown(let shown): writer.message(21, expected: 400) { shown.write(&$0) }
        case .keyOffered(let offer): writer.message(22, expected: 340) { offer.write(&$0) }
        case .unknown: break
        }
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> Statement {
        var statement: Statement?
        while let tag = try reader.next() {
            guard 1...16 ~= tag.number || 20...22 ~= tag.number else {
                try reader.skip(tag)
                continue
            }
            guard statement == nil else { throw .malformed("statement with two contents") }
            try reader.once(tag, .delimited)
            statement = try reader.message("statement") { (inner) throws(WireError) in
                try read(tag.number, &inner)
            }
        }
        return statement ?? .unknown
    }

    private static func read(
        _ number: UInt32, _ reader: inout FieldReader
    ) throws(WireError) -> Statement {
        switch number {
        case 1: .spaceFounded(founding: try readFounding(&reader))
        case 2: .personFounded(founding: try readFounding(&reader))
        case 3: try readVouch(&reader)
        case 4: try readKey(&reader)
        case 5: .deviceAdded(try DeviceAddition.read(&reader))
        case 6: try readRevocation(&reader)
        case 7: .personRecovered(try Recovery.read(&reader))
        case 8: .departed(try Departure.read(&reader))
        case 9: .departureConfirmed(try readPerson(&reader))
        case 10: try readPresent(&reader)
        case 11: .keySealed(try KeySealing.read(&reader))
        case 12: try readEnds(&reader)
        case 13: try readAdmission(&reader)
        case 14: .invitationMade(try InvitationTerms.read(&reader))
        case 15: .wordsErased(try ErasedCommit.readList(&reader))
        case 16: .erasureApplied(try ErasedCommit.readApplied(&reader))
        case 20: .slipMade(try ShownSlip.readMade(&reader))
        case 21: .slipShown(try ShownSlip.read(&reader))
        default: .keyOffered(try KeyOffer.read(&reader))
        }
    }

    private static func readFounding(_ reader: inout FieldReader) throws(WireError) -> Bytes {
        var founding: Bytes = []
        while let tag = try reader.next() {
            if tag.number == 1 {
                try reader.once(tag, .delimited)
                founding = try reader.copy()
            } else {
                try reader.skip(tag)
            }
        }
        return founding
    }

    private static func readVouch(_ reader: inout FieldReader) throws(WireError) -> Statement {
        var founding: Bytes = []
        var how = VouchKind.unknown
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                founding = try reader.copy()
            case 2:
                try reader.once(tag, .varint)
                how = VouchKind(number: try reader.varint())
            default: try reader.skip(tag)
            }
        }
        return .vouch(founding: founding, how: how)
    }

    private static func readKey(_ reader: inout FieldReader) throws(WireError) -> Statement {
        var space: SpaceID?
        var generation: UInt64 = 0
        var key: Bytes32?
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
                key = try reader.fixed("key")
            default: try reader.skip(tag)
            }
        }
        return .keyPublished(
            space: try .required(space, "space"), generation: generation,
            key: try .required(key, "key"))
    }

    private static func readRevocation(
        _ reader: inout FieldReader
    ) throws(WireError) -> Statement {
        var device: DeviceID?
        var ends: [LogEnd] = []
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                device = try reader.fixed("device")
            case 2:
                try reader.many(tag, .delimited)
                ends.append(try reader.message("end", LogEnd.read))
            default: try reader.skip(tag)
            }
        }
        return .deviceRevoked(device: try .required(device, "device"), ends: ends)
    }

    private static func readPerson(_ reader: inout FieldReader) throws(WireError) -> PersonID {
        var person: PersonID?
        while let tag = try reader.next() {
            if tag.number == 1 {
                try reader.once(tag, .delimited)
                person = try reader.fixed("person")
            } else {
                try reader.skip(tag)
            }
        }
        return try .required(person, "person")
    }

    private static func readPresent(_ reader: inout FieldReader) throws(WireError) -> Statement {
        while let tag = try reader.next() { try reader.skip(tag) }
        return .present
    }

    private static func readEnds(_ reader: inout FieldReader) throws(WireError) -> Statement {
        var ends: [LogEnd] = []
        while let tag = try reader.next() {
            if tag.number == 1 {
                try reader.many(tag, .delimited)
                ends.append(try reader.message("end", LogEnd.read))
            } else {
                try reader.skip(tag)
            }
        }
        return .logsEnded(ends)
    }

    private static func readAdmission(
        _ reader: inout FieldReader
    ) throws(WireError) -> Statement {
        var person: PersonID?
        var invitation: Bytes16?
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                person = try reader.fixed("person")
            case 2:
                try reader.once(tag, .delimited)
                invitation = try reader.fixed("invitation")
            default: try reader.skip(tag)
            }
        }
        return .memberAdmitted(try .required(person, "person"), invitation: invitation)
    }
}

extension VouchKind {
    fileprivate var number: UInt64 {
        switch self {
        case .shortCode: 1
        case .verified: 2
        case .unknown: 0
        }
    }

    fileprivate init(number: UInt64) {
        self = number == 1 ? .shortCode : number == 2 ? .verified : .unknown
    }
}

extension Binding {
    func write(_ writer: inout FieldWriter) {
        writer.fixed(1, person)
        writer.fixed(2, device)
        writer.fixed(3, signature)
        writer.number(4, role.number)
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> Binding {
        var person: PersonID?
        var device: DeviceID?
        var signature: Bytes64?
        var role = LogRole.computer
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                person = try reader.fixed("person")
            case 2:
                try reader.once(tag, .delimited)
                device = try reader.fixed("device")
            case 3:
                try reader.once(tag, .delimited)
                signature = try reader.fixed("signature")
            case 4:
                try reader.once(tag, .varint)
                role = LogRole(number: try reader.varint())
            default: try reader.skip(tag)
            }
        }
        return Binding(
            person: try .required(person, "person"), device: try .required(device, "device"),
            signature: try .required(signature, "signature"), role: role)
    }
}
