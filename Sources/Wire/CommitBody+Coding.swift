// Written by hand, because a first synchronisation decodes hundreds of thousands of these. The
// tests hold the result equal to that of the generated code.

extension CommitBody {
    /// The bytes of the message `CommitBody`.
    public func encoded() -> Bytes {
        var largest = 0
        return encoded(largestOperation: &largest)
    }

    /// The bytes of the message `CommitBody`, if other nodes would accept them.
    ///
    /// - Throws: ``WireError/tooLarge(field:limit:actual:)`` for an operation or a whole body above
    ///   its limit.
    public func encodedWithinLimits() throws(WireError) -> Bytes {
        var largest = 0
        let bytes = encoded(largestOperation: &largest)
        try WireError.check(largest, within: Limits.operationBytes, "operation")
        try WireError.check(bytes.count, within: Limits.commitBytes, "commit body")
        return bytes
    }

    /// Reads the message `CommitBody`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message or larger than the limits.
    public static func decode(_ bytes: some Collection<UInt8>) throws(WireError) -> CommitBody {
        try WireError.check(bytes.count, within: Limits.commitBytes, "commit body")
        var reader = FieldReader(Bytes(bytes))
        var body = CommitBody(lamport: 0, wallClock: 0, operations: [])
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .varint)
                body.lamport = try reader.varint()
            case 2:
                try reader.once(tag, .varint)
                body.wallClock = try reader.zigzag()
            case 3:
                try reader.many(tag, .delimited)
                let operation = try reader.message(
                    limit: Limits.operationBytes, "operation", Operation.read)
                body.operations.append(operation)
            default: try reader.skip(tag)
            }
        }
        return body
    }

    private func encoded(largestOperation: inout Int) -> Bytes {
        var writer = FieldWriter(capacity: 32 + 640 * operations.count)
        writer.number(1, lamport)
        writer.number(2, FieldWriter.zigzag(wallClock))
        for operation in operations {
            let length = writer.message(3, expected: 128) { operation.write(&$0) }
            largestOperation = max(largestOperation, length)
        }
        return writer.bytes
    }
}

extension Operation {
    /// How many bytes the operation has inside a commit; at most ``Limits/operationBytes``.
    public var encodedByteCount: Int {
        var writer = FieldWriter()
        write(&writer)
        return writer.bytes.count
    }

    func write(_ writer: inout FieldWriter) {
        switch self {
        case .binding(let binding): writer.message(1) { binding.write(&$0) }
        case .create(let kind, let fields):
            writer.message(2, expected: 128) {
                $0.number(1, UInt64(kind))
                for field in fields { field.write(2, &$0) }
            }
        case .set(let record, let field): Operation.write(3, record, field, &writer)
        case .setPersonal(let record, let field): Operation.write(4, record, field, &writer)
        case .add(let record, let field): Operation.write(5, record, field, &writer)
        case .remove(let record, let field, let dots):
            writer.message(6) {
                $0.fixed(1, record)
                $0.number(2, UInt64(field))
                for dot in dots { $0.fixed(3, dot) }
            }
        case .edit(let record, let text):
            writer.message(7, expected: text.batch.count + 32) {
                $0.fixed(1, record)
                $0.number(2, UInt64(text.field))
                $0.blob(3, text.batch)
                $0.number(4, text.generation)
            }
        case .statement(let statement): writer.message(8) { statement.write(&$0) }
        case .unknown: break
        }
    }

    private static func write(
        _ number: UInt32, _ record: RecordID, _ field: Field, _ writer: inout FieldWriter
    ) {
        writer.message(number) {
            $0.fixed(1, record)
            field.write(2, &$0)
        }
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> Operation {
        var operation: Operation?
        while let tag = try reader.next() {
            guard let read = known(tag.number) else {
                try reader.skip(tag)
                continue
            }
            guard operation == nil else { throw .malformed("operation with two changes") }
            try reader.once(tag, .delimited)
            operation = try reader.message("change", read)
        }
        return operation ?? .unknown
    }

    private typealias Read = (inout FieldReader) throws(WireError) -> Operation

    private static func known(_ number: UInt32) -> Read? {
        switch number {
        case 1: { (reader) throws(WireError) in .binding(try Binding.read(&reader)) }
        case 2: readCreate
        case 3:
            { (reader) throws(WireError) in
                let (record, field) = try readField(&reader)
                return .set(record: record, field: field)
            }
        case 4:
            { (reader) throws(WireError) in
                let (record, field) = try readField(&reader)
                return .setPersonal(record: record, field: field)
            }
        case 5:
            { (reader) throws(WireError) in
                let (record, field) = try readField(&reader)
                return .add(record: record, field: field)
            }
        case 6: readRemove
        case 7: readEdit
        case 8: { (reader) throws(WireError) in .statement(try Statement.read(&reader)) }
        default: nil
        }
    }

    private static func readCreate(_ reader: inout FieldReader) throws(WireError) -> Operation {
        var kind: UInt32 = 0
        var fields: [Field] = []
        fields.reserveCapacity(8)
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .varint)
                kind = try reader.varint32()
            case 2:
                try reader.many(tag, .delimited)
                fields.append(try reader.message("field", Field.read))
            default: try reader.skip(tag)
            }
        }
        return .create(kind: kind, fields: fields)
    }

    private static func readField(
        _ reader: inout FieldReader
    ) throws(WireError) -> (RecordID, Field) {
        var record: RecordID?
        var field: Field?
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                record = try reader.fixed("record")
            case 2:
                try reader.once(tag, .delimited)
                field = try reader.message("field", Field.read)
            default: try reader.skip(tag)
            }
        }
        guard let field else { throw .malformed("change without a field") }
        return (try .required(record, "record"), field)
    }

    private static func readRemove(_ reader: inout FieldReader) throws(WireError) -> Operation {
        var record: RecordID?
        var field: UInt32 = 0
        var dots: [OperationID] = []
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                record = try reader.fixed("record")
            case 2:
                try reader.once(tag, .varint)
                field = try reader.varint32()
            case 3:
                try reader.many(tag, .delimited)
                dots.append(try reader.fixed("dot"))
            default: try reader.skip(tag)
            }
        }
        return .remove(record: try .required(record, "record"), field: field, dots: dots)
    }

    private static func readEdit(_ reader: inout FieldReader) throws(WireError) -> Operation {
        var record: RecordID?
        var text = TextOperation(field: 0, batch: [])
        while let tag = try reader.next() {
            switch tag.number {
            case 1:
                try reader.once(tag, .delimited)
                record = try reader.fixed("record")
            case 2:
                try reader.once(tag, .varint)
                text.field = try reader.varint32()
            case 3:
                try reader.once(tag, .delimited)
                text.batch = try reader.copy()
            case 4:
                try reader.once(tag, .varint)
                text.generation = try reader.varint()
            default: try reader.skip(tag)
            }
        }
        return .edit(record: try .required(record, "record"), text)
    }
}
