internal import Wire

extension Bytes32 {
    /// Reads a value from 32 bytes of memory that we allocated ourselves.
    init(exactly memory: UnsafeRawBufferPointer) {
        guard let value = Bytes32(memory) else { preconditionFailure("32 bytes expected") }
        self = value
    }
}

extension Bytes64 {
    /// Reads a value from 64 bytes of memory that we allocated ourselves.
    init(exactly memory: UnsafeRawBufferPointer) {
        guard let value = Bytes64(memory) else { preconditionFailure("64 bytes expected") }
        self = value
    }
}

extension UnsafeRawBufferPointer {
    /// The start of bytes as the type that libsodium's functions take; `nil` if there are none.
    var octets: UnsafePointer<UInt8>? { bindMemory(to: UInt8.self).baseAddress }

    /// The start of bytes of which there are always some: a key, a nonce.
    var start: UnsafePointer<UInt8> {
        guard let octets else { preconditionFailure("a key or nonce is never empty") }
        return octets
    }
}

extension UnsafeMutableRawBufferPointer {
    /// The start of bytes as the type that libsodium's functions take; `nil` if there are none.
    var octets: UnsafeMutablePointer<UInt8>? { bindMemory(to: UInt8.self).baseAddress }

    /// The start of bytes of which there are always some: a key, a tag.
    var start: UnsafeMutablePointer<UInt8> {
        guard let octets else { preconditionFailure("a key or tag is never empty") }
        return octets
    }
}
