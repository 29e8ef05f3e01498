internal import CResolv
internal import Wire

/// One record of an answer of the DNS (RFC 1035, section 3.2), of those that DNS-SD needs.
struct SiteRecord: Equatable {
    /// What the record says.
    enum Content: Equatable {
        /// PTR: the name of an instance.
        case instance(String)
        /// SRV (RFC 2782): where an instance is.
        case service(host: String, port: UInt16)
        /// A or AAAA: 4 or 16 bytes in network order.
        case address(Bytes)
    }

    /// A kind of record that can be asked for.
    enum Kind: Int32, CaseIterable {
        case instance = 12
        case service = 33
        case address4 = 1
        case address6 = 28
    }

    /// What kind of record it is.
    var kind: Kind {
        switch content {
        case .instance: .instance
        case .service: .service
        case .address(let bytes): bytes.count == 4 ? .address4 : .address6
        }
    }

    /// Seconds that it may be believed.
    var lifetime: UInt32
    /// What it says.
    var content: Content

    /// Records of an answer that are read.
    static let most = 256

    /// The records that answer the question; others, and what can't be read, are left out.
    ///
    /// What a server sends along may be about anybody.
    static func answers(in message: Bytes) -> [SiteRecord] {
        (0..<Int32(most)).lazy
            .map { Raw(message, number: $0) }
            .prefix { $0 != nil }
            .compactMap { $0?.record(of: message) }
    }

    /// A record as the resolver's library found it.
    private struct Raw {
        var kind: Int32 = 0
        var lifetime: UInt32 = 0
        var offset: Int32 = 0
        var length: Int32 = 0

        init?(_ message: Bytes, number: Int32) {
            let isThere = hearth_record(
                message, Int32(message.count), number, &kind, &lifetime, &offset, &length)
            guard isThere == 1, offset >= 0, length >= 0,
                Int(offset) + Int(length) <= message.count
            else { return nil }
        }

        func record(of message: Bytes) -> SiteRecord? {
            content(of: message).map { SiteRecord(lifetime: lifetime, content: $0) }
        }

        private func content(of message: Bytes) -> Content? {
            let start = Int(offset)
            switch Kind(rawValue: kind) {
            case .instance: return name(in: message, at: offset).map { .instance($0) }
            case .service:
                guard length > 6, let host = name(in: message, at: offset + 6) else { return nil }
                let port = UInt16(message[start + 4]) << 8 | UInt16(message[start + 5])
                return port == 0 ? nil : .service(host: host, port: port)
            case .address4 where length == 4, .address6 where length == 16:
                return .address(Bytes(message[start..<start + Int(length)]))
            default: return nil
            }
        }

        private func name(in message: Bytes, at offset: Int32) -> String? {
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1_025) { text in
                guard let start = text.baseAddress,
                    hearth_name(message, Int32(message.count), offset, start, 1_025) == 1
                else { return nil }
                return String(validatingCString: start)
            }
        }
    }
}
