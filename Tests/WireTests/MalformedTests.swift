import TestKit
import Testing
import Wire

@Suite("Bytes from outside are refused with a type, or they are a value")
struct MalformedTests {
    private func tryAll(_ bytes: Bytes) throws -> Bool {
        try isStable(bytes, CommitBody.decode, { $0.encoded() })
            && isStable(bytes, SessionMessage.decode, { $0.encoded() })
            && isStable(bytes, Run.decode, { $0.encoded() })
            && isStable(bytes, SpaceFounding.decode, { $0.encoded() })
            && isStable(bytes, PersonFounding.decode, { $0.encoded() })
            && isStable(bytes, DeviceCard.decode, { $0.encoded() })
            && isStable(bytes, PairingShare.decode, { $0.encoded() })
            && isStable(bytes, PairingConfirmation.decode, { $0.encoded() })
            && isStable(bytes, Newcomer.decode, { $0.encoded() })
            && isStable(bytes, Welcome.decode, { $0.encoded() })
            && isStable(bytes, PairingVerdict.decode, { $0.encoded() })
    }

    /// Whatever decodes must re-encode to something that decodes to the same.
    private func isStable<Value>(
        _ bytes: Bytes, _ decode: (Bytes) throws(WireError) -> Value, _ encode: (Value) -> Bytes
    ) throws -> Bool {
        let value: Value
        do { value = try decode(bytes) } catch { return true }
        let canonical = encode(value)
        return try encode(decode(canonical)) == canonical
    }

    @Test func randomBytes() {
        forAll(cases: 10_000, "random bytes never trap a decoder") { generator in
            let count = Int.random(in: 0...200, using: &generator)
            return try tryAll(generator.bytes(count))
        }
    }

    @Test(arguments: 0..<16)
    func damagedMessages(kind: Int) {
        forAll(cases: 2, "each byte changed and each prefix cut") { generator in
            var samples = Samples(generator: generator)
            let bytes = kind < 14 ? samples.session(kind).encoded() : samples.body().encoded()
            for index in bytes.indices.prefix(600) {
                guard try tryAll(Bytes(bytes[..<index])) else { return false }
                var damaged = bytes
                damaged[index] ^= UInt8(1) << UInt8(samples.count(0...7))
                guard try tryAll(damaged) else { return false }
                damaged[index] = 0xff
                guard try tryAll(damaged) else { return false }
            }
            return true
        }
    }
}
