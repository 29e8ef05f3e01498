/// Bytes for one device that travel outside of every space: an invitation, or keys.
public struct Letter: Hashable, Sendable {
    /// Random; the receiver names the letter by it when it has kept it.
    public var id: Bytes16
    /// An encoded ``LetterContent`` in a sealed box for the device's X25519 key.
    public var box: Bytes

    /// Makes a letter.
    public init(id: Bytes16, box: Bytes) {
        self.id = id
        self.box = box
    }
}

/// What stands in a letter: everything that is needed to open a community that isn't open to all.
///
/// It holds secrets: wipe the bytes it came in.
public struct LetterContent: Equatable, Sendable {
    /// The workplace.
    public var workplace: SpaceID
    /// Who writes.
    public var from: PersonID
    /// The community's space.
    public var space: SpaceID
    /// The community's name, to show before anything is in sync.
    public var name: String
    /// Every generation of the community's key that the sender knows.
    public var keys: [SpaceKey]
    /// The encoded ``SpaceFounding`` of the community.
    public var founding: Bytes

    /// Makes a content.
    public init(
        workplace: SpaceID, from: PersonID, space: SpaceID, name: String, keys: [SpaceKey],
        founding: Bytes
    ) {
        self.workplace = workplace
        self.from = from
        self.space = space
        self.name = name
        self.keys = keys
        self.founding = founding
    }
}

extension LetterContent {
    /// The bytes of the message `LetterContent`; they hold secrets.
    public func encoded() -> Bytes {
        var writer = FieldWriter(capacity: 256)
        writer.fixed(1, workplace)
        writer.fixed(2, from)
        writer.fixed(3, space)
        if !name.isEmpty { writer.presentText(4, name) }
        for key in keys {
            writer.message(5, expected: 40) {
                $0.number(1, key.generation)
                $0.fixed(2, key.key)
            }
        }
        writer.blob(6, founding)
        return writer.bytes
    }

    /// Reads the message `LetterContent`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message or larger than the limits.
    public static func decode(_ bytes: Bytes) throws(WireError) -> LetterContent {
        try WireError.check(bytes.count, within: Limits.letterBytes, "letter")
        var reader = FieldReader(bytes)
        var workplace: SpaceID?
        var from: PersonID?
        var space: SpaceID?
        var name = ""
        var keys: [SpaceKey] = []
        var founding: Bytes = []
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                workplace = try reader.fixed("workplace")
            case 2:
                try reader.once(tag, .delimited)
                from = try reader.fixed("sender")
            case 3:
                try reader.once(tag, .delimited)
                space = try reader.fixed("space")
            case 4:
                try reader.once(tag, .delimited)
                name = try reader.text()
            case 5:
                try reader.many(tag, .delimited)
                keys.append(try reader.message("key", readKey))
                try WireError.check(keys.count, within: Limits.spaceKeys, "keys")
            case 6:
                try reader.once(tag, .delimited)
                founding = try reader.copy()
            default: try reader.skip(tag)
            }
        }
        try checkTexts([name], limit: 1, "name")
        try WireError.check(founding.count, within: Limits.foundingBytes, "space founding")
        return LetterContent(
            workplace: try .required(workplace, "workplace"),
            from: try .required(from, "sender"), space: try .required(space, "space"),
            name: name, keys: keys, founding: founding)
    }

    private static func readKey(_ reader: inout FieldReader) throws(WireError) -> SpaceKey {
        var generation: UInt64 = 0
        var key: Bytes32?
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .varint)
                generation = try reader.varint()
            case 2:
                try reader.once(tag, .delimited)
                key = try reader.fixed("key")
            default: try reader.skip(tag)
            }
        }
        return SpaceKey(generation: generation, key: try .required(key, "key"))
    }
}
