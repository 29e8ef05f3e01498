internal import Wire

/// The end of the security log as kept apart from it, in the folder of keys: it shows when lines
/// were taken off the end.
struct AuditHead: Sendable {
    let path: String

    /// The end as it was noted last; `nil` if nothing was ever noted.
    func read() throws(DaemonError) -> AuditChain? {
        guard let content = try PrivateFile.read(path) else { return nil }
        let words = String(decoding: content, as: UTF8.self).split { $0 == " " || $0 == "\n" }
        guard words.count == 2, let sequence = UInt64(words[0]),
            let hash = Hex.decode(words[1]).flatMap({ Bytes32($0) })
        else { throw .damagedKeyFile(path: path) }
        return AuditChain(sequence: sequence, hash: hash)
    }

    /// Notes a new end.
    func save(_ chain: AuditChain) throws(DaemonError) {
        try PrivateFile.replace(path, with: Bytes("\(chain.sequence) \(chain.hash.hex)\n".utf8))
    }
}
