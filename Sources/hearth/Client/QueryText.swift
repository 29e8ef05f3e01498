internal import Foundation
internal import LocalProtocol

/// The query of a GET or DELETE request.
enum QueryText {
    /// Turns the JSON of a flat request into a query with its question mark; empty without fields.
    static func text(of json: Data) throws(ServiceError) -> String {
        guard case .object(let fields) = try JSONText.decode(JSONValue.self, from: json) else {
            return ""
        }
        let items = fields.sorted { $0.key < $1.key }.compactMap { name, value in
            Self.text(of: value).map { name + "=" + encoded($0) }
        }
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }

    private static func text(of value: JSONValue) -> String? {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .boolean(let flag): String(flag)
        case .null, .array, .object: nil
        }
    }

    private static func encoded(_ text: String) -> String {
        // RFC 3986: only unreserved characters go as they are.
        let digits = Array("0123456789ABCDEF")
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
            }
        }
        return result
    }
}
