internal import CSodium
public import Wire

/// Bytes that nobody else may see: guarded, locked in memory where the system lets us, and wiped.
///
/// The memory comes from `sodium_malloc`, so it lies between guard pages and is left out of core
/// dumps. It is read-only from the end of the initialiser on. There is deliberately no description
/// and no conversion to text; ``withUnsafeBytes(_:)`` is the only way in.
public final class SecretBytes: Sendable, Equatable {
    /// How many bytes there are.
    public let count: Int

    /// Where they are.
    ///
    /// A number rather than a pointer, because the memory never changes any more
    /// and may therefore be read from every thread.
    private let address: UInt
    private let isGuarded: Bool

    /// Makes secret memory and lets a closure fill it.
    ///
    /// - Parameters:
    ///   - count: How many bytes.
    ///   - filling: Writes them; the memory holds arbitrary bytes before.
    public init<Failure: Error>(
        count: Int, filling: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        sodiumReady()
        self.count = count
        let size = max(count, 1)
        // `sodium_malloc` takes several mappings each and the system has a limit on those.
        let guarded = sodium_malloc(size)
        isGuarded = guarded != nil
        let memory = guarded ?? UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        address = UInt(bitPattern: memory)
        try filling(UnsafeMutableRawBufferPointer(start: memory, count: count))
        if isGuarded { sodium_mprotect_readonly(memory) }
    }

    /// Makes secret memory with a copy of some bytes.
    ///
    /// The original is the caller's to wipe.
    public convenience init(copying bytes: some Collection<UInt8>) {
        self.init(count: bytes.count) { $0.copyBytes(from: bytes) }
    }

    /// Makes secret memory with so many bytes of a generator.
    public convenience init(
        random count: Int, using generator: inout some RandomNumberGenerator
    ) {
        self.init(count: count) { fill($0, using: &generator) }
    }

    deinit {
        guard let memory = UnsafeMutableRawPointer(bitPattern: address) else { return }
        if isGuarded {
            sodium_free(memory)
        } else {
            sodium_memzero(memory, count)
            memory.deallocate()
        }
    }

    /// Lets a closure read the bytes.
    ///
    /// The pointer must not leave the closure.
    public func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bytes = UnsafeRawBufferPointer(
            start: UnsafeRawPointer(bitPattern: address), count: count)
        return try body(bytes)
    }

    /// A copy outside the protected memory, for a file or a sealed message; ``wipe(_:)`` it.
    public func exposedCopy() -> Bytes { withUnsafeBytes { Bytes($0) } }

    /// Compares in a time that depends only on the number of bytes.
    public static func == (left: SecretBytes, right: SecretBytes) -> Bool {
        guard left.count == right.count else { return false }
        return left.withUnsafeBytes { first in
            right.withUnsafeBytes { second in
                left.count == 0
                    || sodium_memcmp(first.baseAddress, second.baseAddress, left.count) == 0
            }
        }
    }
}

/// Overwrites bytes with zeros in a way that the compiler can't leave out.
public func wipe(_ bytes: inout Bytes) {
    bytes.withUnsafeMutableBytes { buffer in
        guard let start = buffer.baseAddress else { return }
        sodium_memzero(start, buffer.count)
    }
    bytes.removeAll()
}

/// Whether two byte strings are equal, in a time that depends only on their lengths.
public func isEqualInConstantTime(_ left: Bytes, _ right: Bytes) -> Bool {
    guard left.count == right.count else { return false }
    return left.isEmpty || sodium_memcmp(left, right, left.count) == 0
}
