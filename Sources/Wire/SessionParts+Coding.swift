internal import SwiftProtobuf

extension Proof {
    var message: PBProof {
        var message = PBProof()
        message.device.signingKey = blob(device.bytes)
        message.device.agreementBinding = blob(agreementBinding.bytes)
        message.device.person = blob(person.bytes)
        message.signature = blob(signature.bytes)
        return message
    }

    init(_ message: PBProof) throws(WireError) {
        self.init(
            device: try fixedBytes(message.device.signingKey, "device"),
            agreementBinding: try fixedBytes(message.device.agreementBinding, "agreement binding"),
            person: try fixedBytes(message.device.person, "person"),
            signature: try fixedBytes(message.signature, "signature"))
    }
}

extension Hello {
    var message: PBHello {
        var message = PBHello()
        message.lowestVersion = versions.lowerBound
        message.highestVersion = versions.upperBound
        message.capabilities = capabilities
        message.software = software
        message.spaces = spaces.map(\.raw.word)
        message.addresses = addresses
        message.wallClockMs = wallClock
        message.instance = instance
        return message
    }

    init(_ message: PBHello) throws(WireError) {
        guard message.lowestVersion <= message.highestVersion else {
            throw .malformed("versions")
        }
        try WireError.check(message.spaces.count, within: Limits.sessionSpaces, "spaces")
        try checkTexts(message.capabilities, limit: Limits.capabilities, "capabilities")
        try checkTexts([message.software], limit: 1, "software")
        try checkTexts([message.instance], limit: 1, "instance")
        try checkTexts(message.addresses, limit: Limits.peerAddresses, "addresses")
        self.init(
            versions: message.lowestVersion...message.highestVersion,
            capabilities: message.capabilities, software: message.software,
            spaces: message.spaces.map { SpaceTag($0) }, addresses: message.addresses,
            wallClock: message.wallClockMs, instance: message.instance)
    }
}

extension Offer {
    func fill(_ message: inout PBOffer) {
        message.space = space.raw.word
        message.digest = blob(digest.bytes)
    }

    init(_ message: PBOffer) throws(WireError) {
        self.init(
            space: SpaceTag(message.space), digest: try fixedBytes(message.digest, "digest"))
    }
}

extension FrontierRange {
    var message: PBRange {
        var message = PBRange()
        message.end = end ?? 0
        switch content {
        case .fingerprint(let fingerprint): message.fingerprint = blob(fingerprint.bytes)
        case .entries(let entries, let answer):
            message.entries = PBEntries(entries)
            message.entries.answer = answer
        case .skip: message.skip = true
        }
        return message
    }

    /// Reads pieces of the frontier: ends ascend, and only the last may reach to the end of all.
    static func list(_ messages: [PBRange]) throws(WireError) -> [FrontierRange] {
        try WireError.check(messages.count, within: Limits.rangeEntries, "ranges")
        var ranges: [FrontierRange] = []
        var entryCount = 0
        var previous: UInt64 = 0
        for (index, message) in messages.enumerated() {
            let isLast = index == messages.count - 1
            guard message.end > previous || (message.end == 0 && isLast) else {
                throw .malformed("ranges that do not ascend")
            }
            previous = message.end
            let content: Content
            switch message.content {
            case .fingerprint(let fingerprint):
                content = .fingerprint(try fixedBytes(fingerprint, "fingerprint"))
            case .entries(let entries):
                let list = try Entry.list(entries)
                entryCount += list.count
                try WireError.check(entryCount, within: Limits.rangeEntries, "entries")
                content = .entries(list, answer: entries.answer)
            case .skip: content = .skip
            case nil: throw .malformed("range without content")
            }
            ranges.append(
                FrontierRange(end: message.end == 0 ? nil : message.end, content: content))
        }
        return ranges
    }
}

extension PBEntries {
    init(_ entries: [Entry]) {
        self.init()
        logs = entries.map(\.log)
        lengths = entries.map(\.length)
        heads = entries.map(\.head)
    }
}

extension Entry {
    static func list(_ message: PBEntries) throws(WireError) -> [Entry] {
        try WireError.check(message.logs.count, within: Limits.rangeEntries, "entries")
        guard message.lengths.count == message.logs.count,
            message.heads.count == message.logs.count
        else { throw .malformed("entries of unequal lists") }
        return message.logs.indices.map {
            Entry(log: message.logs[$0], length: message.lengths[$0], head: message.heads[$0])
        }
    }
}

extension Need {
    static func list(_ message: PBWant) throws(WireError) -> [Need] {
        try WireError.check(message.logs.count, within: Limits.rangeEntries, "needs")
        guard message.from.count == message.logs.count else {
            throw .malformed("needs of unequal lists")
        }
        return message.logs.indices.map {
            Need(log: message.logs[$0], from: message.from[$0])
        }
    }
}
