internal import SwiftProtobuf

/// The bytes of a generated message.
///
/// Encoding fails only for a message of 2 GiB, which nothing here can become.
func serialized(_ message: some Message) -> Bytes {
    (try? message.serializedBytes()) ?? []
}

/// Bytes as the generated code holds them.
///
/// Generic, so that the name of that type, and with it the whole of Foundation, stays out.
func blob<Blob: RangeReplaceableCollection>(_ bytes: Bytes) -> Blob where Blob.Element == UInt8 {
    Blob(bytes)
}

/// A value of a fixed number of bytes.
func fixedBytes<Value: FixedBytes>(
    _ bytes: some Collection<UInt8>, _ field: String
) throws(WireError) -> Value {
    guard let value = Value(bytes) else {
        throw .length(field: field, expected: Value.byteCount, actual: bytes.count)
    }
    return value
}

/// Refuses too many texts and texts that are too long.
func checkTexts(_ texts: [String], limit: Int, _ field: String) throws(WireError) {
    try WireError.check(texts.count, within: limit, field)
    for text in texts {
        try WireError.check(text.utf8.count, within: Limits.shortTextBytes, field)
    }
}
