extension Field {
    func write(_ number: UInt32, _ writer: inout FieldWriter) {
        writer.message(number, expected: value.expectedByteCount) {
            $0.number(1, UInt64(self.number))
            switch value {
            case .text(let text): $0.presentText(2, text)
            case .integer(let integer): $0.presentNumber(3, FieldWriter.zigzag(integer))
            case .bytes(let bytes): $0.presentBlob(4, bytes)
            case .record(let record): $0.fixed(5, record)
            case .flag(let flag): $0.presentNumber(6, flag ? 1 : 0)
            case .unknown: break
            }
        }
    }

    static func read(_ reader: inout FieldReader) throws(WireError) -> Field {
        var number: UInt32 = 0
        var value: Value?
        while let tag = try reader.next() {
            if tag.number == 1 {
                try reader.once(tag, .varint)
                number = try reader.varint32()
            } else if 2...6 ~= tag.number {
                guard value == nil else { throw .malformed("field with two values") }
                value = try Value.read(tag, &reader)
            } else {
                try reader.skip(tag)
            }
        }
        return Field(number, value ?? .unknown)
    }
}

extension Value {
    fileprivate var expectedByteCount: Int {
        switch self {
        case .text(let text): text.utf8.count + 4
        case .bytes(let bytes): bytes.count + 4
        case .integer, .record, .flag, .unknown: 0
        }
    }

    fileprivate static func read(
        _ tag: FieldReader.Tag, _ reader: inout FieldReader
    ) throws(WireError) -> Value {
        switch tag.number {
        case 2:
            try reader.once(tag, .delimited)
            return .text(try reader.text())
        case 3:
            try reader.once(tag, .varint)
            return .integer(try reader.zigzag())
        case 4:
            try reader.once(tag, .delimited)
            return .bytes(try reader.copy())
        case 5:
            try reader.once(tag, .delimited)
            return .record(try reader.fixed("record value"))
        default:
            try reader.once(tag, .varint)
            return .flag(try reader.flag())
        }
    }
}
