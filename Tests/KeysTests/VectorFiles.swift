import Foundation
import Testing
import Wire

/// Reads the public test vectors.
enum VectorFiles {
    static func json<Content: Decodable>(_ url: URL, as type: Content.Type) throws -> Content {
        try JSONDecoder().decode(type, from: Data(contentsOf: url))
    }

    /// The stanzas of a text file with lines `NAME = value`, each beginning with a `COUNT`.
    static func stanzas(_ url: URL) throws -> [[String: String]] {
        var stanzas: [[String: String]] = []
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, !line.hasPrefix("#") else { continue }
            let name = parts[0].trimmingCharacters(in: .whitespaces).uppercased()
            let value = parts[1].trimmingCharacters(in: .whitespaces)
            if name == "COUNT" {
                stanzas.append([:])
            } else if !stanzas.isEmpty {
                stanzas[stanzas.count - 1][name] = value
            }
        }
        return stanzas
    }
}

/// The bytes of hexadecimal digits in a test.
func bytes(_ hex: String) throws -> Bytes { try #require(Hex.decode(hex)) }

/// The 32 bytes of hexadecimal digits in a test.
func bytes32(_ hex: String) throws -> Bytes32 { try #require(Bytes32(hex: hex)) }

/// The 64 bytes of hexadecimal digits in a test.
func bytes64(_ hex: String) throws -> Bytes64 { try #require(Bytes64(hex: hex)) }

/// A file of the Wycheproof project.
struct Wycheproof<Group: Decodable>: Decodable {
    var numberOfTests: Int
    var testGroups: [Group]
}
