internal import Wire

extension [UInt8] {
    /// As `withUnsafeBytes`, keeping the type of what is thrown.
    func withUnsafeOctets<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withUnsafeBufferPointer { (buffer) throws(Failure) in
            try body(UnsafeRawBufferPointer(buffer))
        }
    }

    /// Opens sealed bytes into new bytes that are shorter by the overhead.
    ///
    /// - Throws: ``KeyError/notAuthentic`` for fewer bytes than the overhead, or what `body` throws.
    func openPlain(
        overhead: Int,
        _ body: (UnsafeRawBufferPointer, UnsafeMutableRawBufferPointer) throws(KeyError) -> Void
    ) throws(KeyError) -> Bytes {
        guard count >= overhead else { throw .notAuthentic }
        let size = count - overhead
        return try withUnsafeOctets { (sealed) throws(KeyError) in
            var failure: KeyError?
            let plain = Bytes(unsafeUninitializedCapacity: size) { buffer, initialised in
                do throws(KeyError) {
                    try body(
                        sealed,
                        UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: size))
                    initialised = size
                } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
            return plain
        }
    }
}
