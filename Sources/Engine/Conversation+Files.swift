internal import Ledger
internal import Wire

/// Attached files: whom this node asks, and what it does with what comes (chapter 21).
extension Conversation {
    /// Whether the two can talk about files of a space.
    func sharesFiles(of space: SpaceID, in house: House) -> Bool {
        guard stage == .sharing, !isTelling, !house.isOut, shared[space] != nil,
            let device, house.members[device] != nil
        else { return false }
        return hello?.capabilities.contains(FileMessage.capability) == true
    }

    /// Handles a message about files.
    mutating func receive(_ message: FileMessage, in house: inout House) throws(Violation) {
        house.mayAsk = true
        switch message {
        case .ask(let tag, let address): try receive(ask: address, of: tag, in: &house)
        case .want(let tag, let address, let chunks):
            try receive(want: chunks, of: address, in: tag, of: &house)
        case .have(let address, let chunks): try receive(have: chunks, of: address, in: &house)
        case .chunk(let address, let index, let sealed, let proof):
            let chunk = ProvenChunk(index: index, sealed: sealed, proof: proof)
            try receive(chunk, of: address, in: &house)
        case .refused(let address, let chunks, let reason):
            try receive(refused: chunks, of: address, reason, in: &house)
        }
    }

    // MARK: Asking

    /// Asks whether the peer has a file, unless it was asked or is busy with other questions.
    mutating func ask(about file: WantedFile, in house: inout House) {
        let address = file.id.address
        guard files.standings[address] == nil, sharesFiles(of: file.space, in: house),
            files.openQuestions < Limits.attachmentRequests
        else { return }
        files.standings[address] = .asked
        send(.file(.ask(space: tag(of: file.space), address)), in: &house)
    }

    /// Asks for chunks of a file that aren't here and that nobody was asked for.
    ///
    /// - Parameter claimed: The chunks that others were asked for; what is asked for here is added.
    mutating func want(
        _ file: WantedFile, claimed: inout ChunkSet, in house: inout House
    ) {
        let address = file.id.address
        guard case .told(let chunks?, _) = files.standings[address], files.stalledUntil == nil,
            sharesFiles(of: file.space, in: house)
        else { return }
        var asked: [Int] = []
        while files.requests.count < house.settings.fileWindow,
            let chunk = chunks.first(from: nextChunk, without: file.here, and: claimed)
        {
            claimed.insert(chunk)
            asked.append(chunk)
            files.requests[FileTalk.ChunkName(address: address, index: chunk)] = FileTalk.Request(
                deadline: house.now + house.settings.requestTimeout)
        }
        guard !asked.isEmpty else { return }
        send(.file(.want(space: tag(of: file.space), address, chunks: asked)), in: &house)
    }

    /// Peers begin at different ends of a file, so that they soon have something for each other.
    private var nextChunk: Int { Int(truncatingIfNeeded: id.raw &* 0x9E37_79B9 & 0xFF_FFFF) }

    // MARK: Answers

    private mutating func receive(
        have chunks: Bytes?, of address: AttachmentAddress, in house: inout House
    ) throws(Violation) {
        guard files.standings[address] != nil else { return try strike(in: house) }
        guard let wanted = house.files.files[address] else {
            files.standings[address] = nil
            return
        }
        let count = wanted.id.shape.chunkCount
        let set = chunks.map { ChunkSet($0, of: count) } ?? ChunkSet(allOf: count)
        guard let set else { throw .unexpected("chunks that a file doesn't have") }
        files.standings[address] = .told(set, at: house.now)
    }

    private mutating func receive(
        _ chunk: ProvenChunk, of address: AttachmentAddress, in house: inout House
    ) throws(Violation) {
        let name = FileTalk.ChunkName(address: address, index: chunk.index)
        guard let request = files.requests[name], !request.isStoring else {
            return try strike(in: house)
        }
        files.stalledUntil = nil
        files.requests[name] = nil
        guard let wanted = house.files.files[address], !wanted.here.contains(chunk.index) else {
            return
        }
        do {
            _ = try chunk.check(against: wanted.id)
        } catch {
            throw .forgedChunk(address)
        }
        files.requests[name] = FileTalk.Request(deadline: request.deadline, isStoring: true)
        house.effects.append(.storeFileChunk(from: id, wanted.id, chunk))
    }

    private mutating func receive(
        refused chunks: [Int], of address: AttachmentAddress, _ reason: Reason,
        in house: inout House
    ) throws(Violation) {
        guard let standing = files.standings[address] else { return try strike(in: house) }
        files.stalledUntil = nil
        if chunks.isEmpty {
            files.standings[address] = .told(nil, at: house.now)
            return
        }
        var left: ChunkSet?
        if case .told(let set, _) = standing { left = set }
        for index in chunks {
            let name = FileTalk.ChunkName(address: address, index: index)
            guard files.requests[name]?.isStoring == false else { return try strike(in: house) }
            files.requests[name] = nil
            left?.remove(index)
        }
        if reason == .notPermitted { left = nil }
        files.standings[address] = .told(left, at: house.now)
    }

    /// A chunk of this peer was stored, or this computer couldn't.
    mutating func fileChunkStored(_ name: FileTalk.ChunkName, isHere: Bool) {
        files.requests[name] = nil
        if isHere { strikes = 0 }
    }

    // MARK: The clock

    /// When something about files has to be done although nothing comes.
    func fileDeadline(_ settings: Settings) -> Instant? {
        var instants = [files.stalledUntil]
        instants += files.requests.values.map { $0.isLate || $0.isStoring ? nil : $0.deadline }
        for case .told(let set, let at) in files.standings.values where set?.isComplete != true {
            instants.append(at + settings.requestPause)
        }
        return instants.compactMap { $0 }.min()
    }

    /// Turns to others for what doesn't come, and asks again about what wasn't there.
    mutating func wakeFiles(in house: inout House) {
        if let until = files.stalledUntil, house.now >= until { files.stalledUntil = nil }
        for name in files.requests.keys.sorted() {
            guard let request = files.requests[name], !request.isLate, !request.isStoring,
                house.now >= request.deadline
            else { continue }
            files.requests[name]?.isLate = true
            files.stalledUntil = house.now + house.settings.requestPause
        }
        for address in files.standings.keys.sorted() {
            guard case .told(let set, let at) = files.standings[address],
                set?.isComplete != true, house.now >= at + house.settings.requestPause
            else { continue }
            files.standings[address] = nil
        }
    }
}
