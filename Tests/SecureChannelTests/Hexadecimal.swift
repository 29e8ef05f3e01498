import Foundation
import TestKit
import Testing
import Wire

/// The bytes of hexadecimal digits in a test, in any case.
func bytes(_ hex: String) throws -> Bytes { try #require(Hex.decode(hex)) }

/// The 32 bytes of hexadecimal digits in a test.
func bytes32(_ hex: String) throws -> Bytes32 { try #require(Bytes32(hex: hex)) }

/// The bytes with one bit turned round.
func flipped(_ bytes: Bytes, _ bit: Int) -> Bytes {
    var bytes = bytes
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return bytes
}

/// A file of `Protocol/Vectors`.
func protocolVectors<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
    let url = SharedFolder.repository.appendingPathComponent("Protocol/Vectors/\(name)")
    return try JSONDecoder().decode(type, from: Data(contentsOf: url))
}
