public import Foundation
internal import Languages

/// How values become JSON bytes and back, the same for the server and its clients.
public enum JSONText {
    /// Encodes a value on one line, keys sorted.
    public static func encode(_ value: some Encodable) throws(ServiceError) -> Data {
        try encode(value, formatting: [.sortedKeys, .withoutEscapingSlashes])
    }

    /// Encodes a value indented for people, keys sorted.
    public static func encodePretty(_ value: some Encodable) throws(ServiceError) -> Data {
        try encode(value, formatting: [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
    }

    /// Decodes a value.
    ///
    /// - Throws: ``ServiceError`` with code `usage` that names the field that is wrong.
    public static func decode<Value: Decodable>(
        _ type: Value.Type, from data: Data
    ) throws(ServiceError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch let error as DecodingError {
            throw ServiceError(.usage, said: describe(error))
        } catch {
            throw ServiceError(.usage, "The body is not valid JSON.")
        }
    }

    private static func encode(
        _ value: some Encodable, formatting: JSONEncoder.OutputFormatting
    ) throws(ServiceError) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        do {
            return try encoder.encode(value)
        } catch {
            throw ServiceError(.internal, "A value could not be written as JSON.")
        }
    }

    private static func describe(_ error: DecodingError) -> String {
        func field(_ path: [any CodingKey], _ last: (any CodingKey)? = nil) -> String {
            (path + [last].compactMap { $0 }).map(\.stringValue).joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context):
            return say("The field \(field(context.codingPath, key)) is missing.")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return say("The field \(field(context.codingPath)) has a value of the wrong type.")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            return say("The field \(field(context.codingPath)) has a value that is not allowed.")
        default:
            return say("The body is not valid JSON.")
        }
    }
}
