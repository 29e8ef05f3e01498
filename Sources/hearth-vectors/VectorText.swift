import Foundation
import Wire

/// The text of a vector file: keys in the order of the alphabet, so that it is always the same.
func vectorText(_ content: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(content), as: UTF8.self) + "\n"
}

/// Bytes that count upwards from a start: a secret that anybody can write down.
func counting(from start: UInt8, count: Int = 32) -> Bytes {
    (0..<count).map { start &+ UInt8(truncatingIfNeeded: $0) }
}

/// Why a vector file can't be made.
enum VectorFailure: Error {
    /// A step of the protocol gave something else than it must.
    case unexpected(String)
}
