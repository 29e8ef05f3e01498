internal import Foundation
internal import Languages
internal import LocalProtocol

/// Turns the query of a GET or DELETE request into the JSON of its request type.
struct QueryReader: Sendable {
    private let fields: [Schema.Field]

    /// Prepares to read the fields of a request type.
    init(of type: any Message.Type) {
        if case .object(_, let fields) = Schema(of: type) {
            self.fields = fields
        } else {
            fields = []
        }
    }

    /// Reads a query such as `text=press%204&limit=5`.
    ///
    /// - Throws: ``ServiceError`` with code `usage` for a field that the request doesn't have, that
    ///   is there twice, or whose value has the wrong type.
    func json(of query: String) throws(ServiceError) -> Data {
        var values: [String: JSONValue] = [:]
        for item in query.split(separator: "&") {
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]),
                let text = parts.count == 2 ? Self.decoded(parts[1]) : ""
            else { throw ServiceError(.usage, "The query is not validly encoded.") }
            guard let field = fields.first(where: { $0.name == name }) else {
                throw ServiceError(
                    .usage, said: say("There is no field \(name) in this request."), hint: known)
            }
            guard values[name] == nil else {
                throw ServiceError(.usage, "The field \(name) is given twice.")
            }
            guard let value = Self.value(text, as: field.schema) else {
                throw ServiceError(.usage, "The field \(name) has a value of the wrong type.")
            }
            values[name] = value
        }
        return try JSONText.encode(JSONValue.object(values))
    }

    private var known: String? {
        fields.isEmpty ? nil : say("It has: \(fields.map(\.name).joined(separator: ", ")).")
    }

    private static func decoded(_ text: Substring) -> String? {
        String(text).replacingOccurrences(of: "+", with: " ").removingPercentEncoding
    }

    private static func value(_ text: String, as schema: Schema) -> JSONValue? {
        switch schema {
        case .string, .date, .kind: .string(text)
        case .integer: Int64(text).map { .integer($0) }
        case .number: Double(text).map { .number($0) }
        case .boolean: Bool(text).map { .boolean($0) }
        case .array, .object: nil
        }
    }
}
