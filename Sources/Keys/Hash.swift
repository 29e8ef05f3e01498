internal import CSodium
public import Wire

/// BLAKE2b-256 (RFC 7693) over a label and parts: every hash of the project (chapter 02).
///
/// The input is ``Label/message(_:)``: a byte with the label's length, the label, the parts.
public enum Hash {
    /// The hash of a label and parts.
    public static func digest(_ label: Label, _ parts: [Bytes]) -> Bytes32 {
        finish { BLAKE2b.hash(key: nil, label.prefix, parts, into: $0) }
    }

    /// The hash of a label and one part that lies in memory anyway: for payloads.
    public static func digest(_ label: Label, _ part: UnsafeRawBufferPointer) -> Bytes32 {
        finish { output in
            BLAKE2b.stream(key: nil, into: output) { absorb in
                label.prefix.withUnsafeBytes(absorb)
                absorb(part)
            }
        }
    }

    /// The hash of a label and parts under a key of 1 to 64 bytes (BLAKE2b's own key parameter).
    public static func keyed(_ key: Bytes, _ label: Label, _ parts: [Bytes]) -> Bytes32 {
        key.withUnsafeBytes { key in
            finish { BLAKE2b.hash(key: key, label.prefix, parts, into: $0) }
        }
    }

    /// The hash of a label and parts under a secret key of 1 to 64 bytes.
    public static func keyed(
        _ key: SecretBytes, _ label: Label, _ parts: [Bytes]
    ) -> Bytes32 {
        key.withUnsafeBytes { key in
            finish { BLAKE2b.hash(key: key, label.prefix, parts, into: $0) }
        }
    }

    /// A secret of 32 bytes derived from a secret key of 1 to 64 bytes, a label and parts.
    public static func secret(
        _ key: SecretBytes, _ label: Label, _ parts: [Bytes]
    ) -> SecretBytes {
        key.withUnsafeBytes { key in
            SecretBytes(count: 32) { BLAKE2b.hash(key: key, label.prefix, parts, into: $0) }
        }
    }

    private static func finish(_ body: (UnsafeMutableRawBufferPointer) -> Void) -> Bytes32 {
        withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { output in
            body(output)
            return Bytes32(exactly: UnsafeRawBufferPointer(output))
        }
    }
}
