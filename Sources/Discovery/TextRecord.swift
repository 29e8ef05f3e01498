internal import Wire

/// Reads and writes the TXT record of a service (RFC 6763, section 6).
enum TextRecord {
    /// The record of some pairs, sorted by key, so that equal pairs give equal bytes.
    static func encode(_ pairs: [String: Bytes]) throws(DiscoveryError) -> Bytes {
        guard pairs.count <= DiscoveryLimits.textPairs else { throw .textPairs(pairs.count) }
        var record = Bytes()
        for (key, value) in pairs.sorted(by: { $0.key < $1.key }) {
            guard isKey(key.utf8) else { throw .textKey(key) }
            let length = key.utf8.count + 1 + value.count
            guard let lengthByte = UInt8(exactly: length) else {
                throw .textPair(key: key, bytes: length)
            }
            record.append(lengthByte)
            record.append(contentsOf: key.utf8)
            record.append(UInt8(ascii: "="))
            record.append(contentsOf: value)
        }
        guard record.count <= DiscoveryLimits.textBytes else { throw .textBytes(record.count) }
        return record
    }

    /// The pairs of a stranger's record.
    ///
    /// As section 6.4 demands, strings without a valid key are passed over and the first of
    /// several equal keys counts; keys are compared in lower case. A key without `=` has an
    /// empty value here.
    static func decode(_ record: Bytes) throws(DiscoveryError) -> [String: Bytes] {
        guard record.count <= DiscoveryLimits.textBytes else { throw .textBytes(record.count) }
        var pairs: [String: Bytes] = [:]
        var rest = record[...]
        while let length = rest.popFirst() {
            guard rest.count >= Int(length) else { throw .textTruncated }
            let string = rest.prefix(Int(length))
            rest = rest.dropFirst(Int(length))
            let key = string.prefix { $0 != UInt8(ascii: "=") }
            guard isKey(key) else { continue }
            let name = String(decoding: key, as: UTF8.self).lowercased()
            guard pairs[name] == nil else { continue }
            guard pairs.count < DiscoveryLimits.textPairs else {
                throw .textPairs(pairs.count + 1)
            }
            pairs[name] = Bytes(string.dropFirst(key.count + 1))
        }
        return pairs
    }

    private static func isKey(_ bytes: some Collection<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x3D }
    }
}
