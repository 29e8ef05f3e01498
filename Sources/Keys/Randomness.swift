internal import CSodium
public import Wire

/// Random numbers of the operating system through libsodium, fit for keys.
public struct SecureGenerator: RandomNumberGenerator, Sendable {
    /// Makes a generator; all of them draw from the same source.
    public init() { sodiumReady() }

    public mutating func next() -> UInt64 {
        var word: UInt64 = 0
        randombytes_buf(&word, MemoryLayout<UInt64>.size)
        return word
    }
}

/// So many bytes of a generator.
public func randomBytes(
    _ count: Int, using generator: inout some RandomNumberGenerator
) -> Bytes {
    Bytes(unsafeUninitializedCapacity: count) { buffer, initialised in
        fill(UnsafeMutableRawBufferPointer(buffer), using: &generator)
        initialised = count
    }
}

/// Fills memory from a generator, the least significant byte of each number first.
func fill(
    _ memory: UnsafeMutableRawBufferPointer, using generator: inout some RandomNumberGenerator
) {
    for start in stride(from: 0, to: memory.count, by: 8) {
        let word = generator.next()
        for index in start..<min(start + 8, memory.count) {
            memory[index] = UInt8(truncatingIfNeeded: word >> (8 * UInt64(index - start)))
        }
    }
}
