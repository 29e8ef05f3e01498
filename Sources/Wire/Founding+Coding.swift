// The encoded foundings are hashed to make identifiers: keep the bytes as they came.

extension SpaceFounding {
    /// The bytes of the message `SpaceFounding`.
    public func encoded() -> Bytes {
        var writer = FieldWriter(capacity: 128)
        writer.number(1, kind == .workplace ? 1 : 2)
        writer.fixed(2, founder)
        writer.fixed(3, nonce)
        if let workplace { writer.fixed(4, workplace) }
        if let doorKey { writer.fixed(5, doorKey) }
        return writer.bytes
    }

    /// Reads the message `SpaceFounding`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message, for an unknown kind, for a
    ///   workplace inside a workplace and for a community without one.
    public static func decode(_ bytes: some Collection<UInt8>) throws(WireError) -> SpaceFounding {
        try WireError.check(bytes.count, within: Limits.foundingBytes, "space founding")
        var reader = FieldReader(Bytes(bytes))
        var kind: UInt64 = 0
        var founder: DeviceID?
        var nonce: Bytes32?
        var workplace: SpaceID?
        var doorKey: Bytes32?
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .varint)
                kind = try reader.varint()
            case 2:
                try reader.once(tag, .delimited)
                founder = try reader.fixed("founder")
            case 3:
                try reader.once(tag, .delimited)
                nonce = try reader.fixed("nonce")
            case 4:
                try reader.once(tag, .delimited)
                workplace = try reader.fixed("workplace")
            case 5:
                try reader.once(tag, .delimited)
                doorKey = try reader.fixed("door key")
            default: try reader.skip(tag)
            }
        }
        switch (kind, workplace, doorKey) {
        case (1, nil, _), (2, .some, nil): break
        default: throw .malformed("kind of a space")
        }
        return SpaceFounding(
            kind: kind == 1 ? .workplace : .community, founder: try .required(founder, "founder"),
            nonce: try .required(nonce, "nonce"), workplace: workplace, doorKey: doorKey)
    }
}

extension PersonFounding {
    /// The bytes of the message `PersonFounding`.
    public func encoded() -> Bytes {
        var writer = FieldWriter(capacity: 192)
        writer.message(1, expected: 128) { device.write(&$0) }
        writer.fixed(2, nonce)
        writer.number(3, isKiosk ? 1 : 0)
        Hosting.write(hosting, 4, to: &writer)
        return writer.bytes
    }

    /// Reads the message `PersonFounding`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message, and for a terminal whose key
    ///   another one keeps.
    public static func decode(_ bytes: some Collection<UInt8>) throws(WireError) -> PersonFounding {
        try WireError.check(bytes.count, within: Limits.foundingBytes, "person founding")
        var reader = FieldReader(Bytes(bytes))
        var device: DeviceCard?
        var nonce: Bytes32?
        var isKiosk = false
        var hosting: Hosting?
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                device = try reader.message("device", DeviceCard.read)
            case 2:
                try reader.once(tag, .delimited)
                nonce = try reader.fixed("nonce")
            case 3:
                try reader.once(tag, .varint)
                isKiosk = try reader.flag()
            case 4:
                try reader.once(tag, .delimited)
                hosting = try reader.message("hosting", Hosting.read)
            default: try reader.skip(tag)
            }
        }
        guard let device else { throw .malformed("person without a device") }
        guard !(isKiosk && hosting != nil) else { throw .malformed("terminal kept by another") }
        return PersonFounding(
            device: device, nonce: try .required(nonce, "nonce"), isKiosk: isKiosk,
            hosting: hosting)
    }
}

extension DeviceCard {
    /// The bytes of the message `DeviceCard`.
    public func encoded() -> Bytes {
        var writer = FieldWriter(capacity: 160)
        write(&writer)
        return writer.bytes
    }

    /// Reads the message `DeviceCard`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message.
    public static func decode(_ bytes: some Collection<UInt8>) throws(WireError) -> DeviceCard {
        try WireError.check(bytes.count, within: Limits.foundingBytes, "device card")
        var reader = FieldReader(Bytes(bytes))
        return try read(&reader)
    }

    func write(_ writer: inout FieldWriter) {
        writer.fixed(1, device)
        writer.fixed(2, agreementKey)
        writer.fixed(3, binding)
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> DeviceCard {
        var device: DeviceID?
        var agreementKey: Bytes32?
        var binding: Bytes64?
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                device = try reader.fixed("device")
            case 2:
                try reader.once(tag, .delimited)
                agreementKey = try reader.fixed("agreement key")
            case 3:
                try reader.once(tag, .delimited)
                binding = try reader.fixed("binding")
            default: try reader.skip(tag)
            }
        }
        return DeviceCard(
            device: try .required(device, "device"),
            agreementKey: try .required(agreementKey, "agreement key"),
            binding: try .required(binding, "binding"))
    }
}
