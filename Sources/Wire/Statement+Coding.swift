extension Statement {
    func write(_ writer: inout FieldWriter) {
        switch self {
        case .spaceFounded(let founding): writer.message(1) { $0.blob(1, founding) }
        case .personFounded(let founding): writer.message(2) { $0.blob(1, founding) }
        case .vouch(let founding, let how):
            writer.message(3) {
                $0.blob(1, founding)
                $0.number(2, how == .shortCode ? 1 : 0)
            }
        case .keyPublished(let space, let generation, let key):
            writer.message(4) {
                $0.fixed(1, space)
                $0.number(2, generation)
                $0.fixed(3, key)
            }
        case .unknown: break
        }
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> Statement {
        var statement: Statement?
        while let tag = try reader.next() {
            guard 1...4 ~= tag.number else {
                try reader.skip(tag)
                continue
            }
            guard statement == nil else { throw .malformed("statement with two contents") }
            try reader.once(tag, .delimited)
            statement = try reader.message("statement") { (inner) throws(WireError) in
                switch tag.number {
                case 1: .spaceFounded(founding: try readFounding(&inner))
                case 2: .personFounded(founding: try readFounding(&inner))
                case 3: try readVouch(&inner)
                default: try readKey(&inner)
                }
            }
        }
        return statement ?? .unknown
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
                how = try reader.varint() == 1 ? .shortCode : .unknown
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
}

extension Binding {
    func write(_ writer: inout FieldWriter) {
        writer.fixed(1, person)
        writer.fixed(2, device)
        writer.fixed(3, signature)
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> Binding {
        var person: PersonID?
        var device: DeviceID?
        var signature: Bytes64?
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
            default: try reader.skip(tag)
            }
        }
        return Binding(
            person: try .required(person, "person"), device: try .required(device, "device"),
            signature: try .required(signature, "signature"))
    }
}
