import TestKit
import Testing
import Transport
import Wire

@Suite("Which addresses a node talks to")
struct AddressPolicyTests {
    @Test(
        "private, unique local and link-local addresses are allowed",
        arguments: [
            "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.7.9",
            "169.254.10.20", "fd00::1", "fc12:3456::1", "fe80::1", "febf::1", "::ffff:10.0.0.1",
        ])
    func inside(host: String) { #expect(AddressPolicy().allows(host)) }

    @Test(
        "public, multicast, unspecified and malformed addresses are never allowed",
        arguments: [
            "8.8.8.8", "172.15.255.255", "172.32.0.0", "192.167.1.1", "11.0.0.1", "169.253.1.1",
            "100.64.0.1", "192.0.2.2", "2001:db8::1", "2a00::1", "fec0::1", "fb00::1",
            "224.0.0.251", "239.255.255.255", "255.255.255.255", "0.0.0.0", "0.1.2.3", "::",
            "ff02::fb", "ff05::1", "::ffff:8.8.8.8", "::ffff:224.0.0.1", "::8.8.8.8",
            "64:ff9b::10.0.0.1", "2002:0a00:0001::1", "", "10.0.0", "10.0.0.1.", "0x0a000001",
            "167772161", "10.0.0.1:80", "fe80::1%eth0", "localhost", "10.0.0.1\0", "[fd00::1]",
            "127.0.0.1", "127.255.0.3", "::1", "::ffff:127.0.0.1",
        ])
    func outside(host: String) { #expect(!AddressPolicy().allows(host)) }

    @Test("loopback is allowed when it is configured, in every form")
    func loopback() {
        let policy = AddressPolicy(allowsLoopback: true)
        for host in ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"] {
            #expect(policy.allows(host))
        }
        #expect(!policy.allows("8.8.8.8"))
    }

    @Test("further ranges are allowed when configured, but never multicast")
    func additional() throws {
        let ranges = try ["100.64.0.0/10", "0.0.0.0/0", "2001:db8:7::/48"].map {
            try #require(AddressRange($0))
        }
        let policy = AddressPolicy(additionalRanges: ranges)
        #expect(policy.allows("100.64.0.1"))
        #expect(policy.allows("2001:db8:7::5"))
        #expect(!policy.allows("2001:db8:8::5"))
        #expect(!policy.allows("224.0.0.1"))
        #expect(!policy.allows("0.0.0.0"))
        #expect(!policy.allows("127.0.0.1"))
    }

    @Test("port 0 leads nowhere")
    func ports() {
        #expect(!AddressPolicy().allows(Address(host: "10.0.0.1", port: 0)))
        #expect(AddressPolicy().allows(Address(host: "10.0.0.1", port: 1)))
    }

    @Test("a range holds what its prefix says", arguments: 0...32)
    func prefixes(length: Int) throws {
        let base = try #require(NumericAddress("10.77.3.200"))
        let range = try #require(AddressRange(address: base, prefixLength: length))
        forAll(cases: 20, "contains agrees with integers") { generator in
            let bits = generator.next()
            let bytes = (0..<4).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) }
            let other = zip(base.bytes, bytes).map { $0 ^ ($1 & UInt8(bits >> 56)) }
            guard let address = NumericAddress(bytes: other) else { return false }
            func number(_ bytes: Bytes) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
            let shift = UInt64(32 - length)
            let expected = number(base.bytes) >> shift == number(other) >> shift
            return range.contains(address) == expected
        }
    }

    @Test(
        "what is not a range is refused",
        arguments: [
            "10.0.0.0/33", "fd00::/129", "x/8", "/8", "1.2.3.4/", "1.2.3.4/-1", "1.2.3.4/8/8",
            "1.2.3.4/+8",
        ])
    func malformed(text: String) { #expect(AddressRange(text) == nil) }
}
