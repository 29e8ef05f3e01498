internal import CZlib

/// Unpacks what was packed by the method DEFLATE (RFC 1951), with zlib.
///
/// The caller says how much comes out, so a small file can't fill the memory.
enum Inflate {
    /// Why bytes can't be unpacked.
    enum Failure: Error {
        /// They are no whole DEFLATE, or more or less comes out than was said.
        case damaged
    }

    /// Bits of the window, negative for bytes without a head of zlib's own.
    private static let rawWindow: Int32 = -15

    /// The bytes that were packed.
    ///
    /// - Parameter size: How many they are.
    static func unpacked(_ packed: [UInt8], size: Int) throws(Failure) -> [UInt8] {
        guard let packedCount = UInt32(exactly: packed.count),
            let room = UInt32(exactly: size + 1)
        else { throw .damaged }
        var packed = packed
        var stream = z_stream()
        guard
            inflateInit2_(
                &stream, rawWindow, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw .damaged }
        defer { inflateEnd(&stream) }
        // One byte more than is wanted tells whether there is more.
        var output = [UInt8](repeating: 0, count: size + 1)
        let (status, written) = packed.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = packedCount
                stream.next_out = output.baseAddress
                stream.avail_out = room
                let status = inflate(&stream, Z_FINISH)
                return (status, Int(room - stream.avail_out))
            }
        }
        guard status == Z_STREAM_END, stream.avail_in == 0, written == size else {
            throw .damaged
        }
        output.removeLast()
        return output
    }
}
