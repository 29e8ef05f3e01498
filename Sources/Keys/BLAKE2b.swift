internal import CSodium
public import Wire

/// BLAKE2b (RFC 7693) with 32 or 64 bytes of output and HMAC over it: what Noise builds on.
///
/// For everything that is the project's own, use ``Hash``, which demands a label.
public enum BLAKE2b {
    /// BLAKE2b-512 of the parts, one after the other.
    public static func hash512(_ parts: [Bytes]) -> Bytes {
        Bytes(unsafeUninitializedCapacity: 64) { buffer, initialised in
            hash(key: nil, [], parts, into: UnsafeMutableRawBufferPointer(buffer))
            initialised = 64
        }
    }

    /// HMAC (RFC 2104) with BLAKE2b-512, whose block has 128 bytes.
    ///
    /// - Parameter key: At most 128 bytes; Noise's have 64.
    public static func authenticate512(
        key: UnsafeRawBufferPointer, _ parts: [UnsafeRawBufferPointer],
        into output: UnsafeMutableRawBufferPointer
    ) {
        precondition(key.count <= 128 && output.count == 64, "HMAC-BLAKE2b-512 sizes")
        withUnsafeTemporaryAllocation(byteCount: 128, alignment: 16) { pad in
            pad.initializeMemory(as: UInt8.self, repeating: 0)
            pad.copyMemory(from: key)
            for index in pad.indices { pad[index] ^= 0x36 }
            stream(key: nil, into: output) { absorb in
                absorb(UnsafeRawBufferPointer(pad))
                for part in parts { absorb(part) }
            }
            for index in pad.indices { pad[index] ^= 0x36 ^ 0x5c }
            stream(key: nil, into: output) { absorb in
                absorb(UnsafeRawBufferPointer(pad))
                absorb(UnsafeRawBufferPointer(output))
            }
            wipe(pad)
        }
    }

    static func hash(
        key: UnsafeRawBufferPointer?, _ prefix: Bytes, _ parts: [Bytes],
        into output: UnsafeMutableRawBufferPointer
    ) {
        stream(key: key, into: output) { absorb in
            prefix.withUnsafeBytes(absorb)
            for part in parts { part.withUnsafeBytes(absorb) }
        }
    }

    /// Hashes what the closure hands over piece by piece.
    ///
    /// The output may be among the pieces.
    static func stream(
        key: UnsafeRawBufferPointer?, into output: UnsafeMutableRawBufferPointer,
        _ body: ((UnsafeRawBufferPointer) -> Void) -> Void
    ) {
        let size = crypto_generichash_blake2b_statebytes()
        withUnsafeTemporaryAllocation(byteCount: size, alignment: 64) { memory in
            let state = OpaquePointer(memory.start)
            let keyed = key?.count ?? 0
            let begun = crypto_generichash_blake2b_init(
                state, key?.bindMemory(to: UInt8.self).baseAddress, keyed, output.count)
            precondition(begun == 0, "BLAKE2b takes keys of up to 64 bytes")
            body { piece in
                guard let start = piece.bindMemory(to: UInt8.self).baseAddress else { return }
                crypto_generichash_blake2b_update(state, start, UInt64(piece.count))
            }
            crypto_generichash_blake2b_final(state, output.start, output.count)
            wipe(memory)
        }
    }

    private static func wipe(_ memory: UnsafeMutableRawBufferPointer) {
        guard let start = memory.baseAddress else { return }
        sodium_memzero(start, memory.count)
    }
}
