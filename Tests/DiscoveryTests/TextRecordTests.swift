import TestKit
import Testing
import Wire

@testable import Discovery

@Suite("TXT records (RFC 6763, section 6)")
struct TextRecordTests {
    @Test("what is written is read again")
    func roundTrip() {
        forAll(cases: 200, "decode(encode(pairs)) is pairs") { generator in
            var pairs: [String: Bytes] = [:]
            for index in 0..<Int.random(in: 0...5, using: &generator) {
                let count = Int.random(in: 0...200, using: &generator)
                pairs["key\(index)"] = generator.bytes(count)
            }
            return try TextRecord.decode(TextRecord.encode(pairs)) == pairs
        }
    }

    @Test("any bytes are read within the bounds or refused, and never trap")
    func anyBytes() {
        forAll(cases: 500, "a read record is bounded") { generator in
            let record = generator.bytes(Int.random(in: 0...1_400, using: &generator))
            guard let pairs = try? TextRecord.decode(record) else { return true }
            return record.count <= DiscoveryLimits.textBytes
                && pairs.count <= DiscoveryLimits.textPairs
        }
    }

    @Test("equal pairs give equal bytes, sorted by key")
    func canonical() throws {
        let record = try TextRecord.encode(["v": Bytes("1".utf8), "t": Bytes("ab".utf8)])
        #expect(record == [4] + Bytes("t=ab".utf8) + [3] + Bytes("v=1".utf8))
    }

    @Test("the first of equal keys counts, keys are lower case, strings without a key are passed")
    func oddities() throws {
        let strings = ["V=1", "v=2", "=x", "flag", "", "t=a=b"]
        let record = strings.flatMap { [UInt8($0.utf8.count)] + Bytes($0.utf8) }
        let pairs = try TextRecord.decode(record)
        #expect(pairs == ["v": Bytes("1".utf8), "flag": [], "t": Bytes("a=b".utf8)])
    }

    @Test("too many bytes, too many pairs and cut strings are refused")
    func bounds() {
        let long = Bytes(repeating: 0, count: DiscoveryLimits.textBytes + 1)
        #expect(throws: DiscoveryError.textBytes(1_301)) { try TextRecord.decode(long) }
        let many = (0..<17).flatMap { Bytes([2, 65 + UInt8($0), 0x3D]) }
        #expect(throws: DiscoveryError.textPairs(17)) { try TextRecord.decode(many) }
        #expect(throws: DiscoveryError.textTruncated) { try TextRecord.decode([5, 65]) }
        let pair = ["k": Bytes(repeating: 1, count: 254)]
        #expect(throws: DiscoveryError.textPair(key: "k", bytes: 256)) {
            try TextRecord.encode(pair)
        }
        #expect(throws: DiscoveryError.textKey("a=b")) { try TextRecord.encode(["a=b": []]) }
    }
}
