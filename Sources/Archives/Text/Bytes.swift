internal import Foundation

/// What is asked of bytes so often that going through them one by one would show.
enum Bytes {
    /// The first place of a byte; `nil` if it does not occur.
    static func place(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let start = UnsafeRawPointer(bytes.baseAddress),
            let found = memchr(start, Int32(byte), bytes.count)
        else { return nil }
        return UnsafeRawPointer(found) - start
    }

    /// The first place of a byte; `nil` if it does not occur.
    static func place(of byte: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBufferPointer { place(of: byte, in: $0) }.map { bytes.startIndex + $0 }
    }

    /// A letter of ASCII as its small one; every other byte as it is.
    static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
