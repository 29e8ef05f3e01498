internal import Ledger
internal import Wire

/// Attached files: what this node tells and gives to a peer, one chunk at a time and behind commits.
extension Conversation {
    /// The space that a tag names if the peer may have files of it.
    private func fileSpace(_ tag: SpaceTag, in house: House) -> SpaceID? {
        guard let space = space(tag), !isTelling, !house.isOut, let device,
            house.members[device] != nil
        else { return nil }
        return space
    }

    mutating func receive(
        ask address: AttachmentAddress, of tag: SpaceTag, in house: inout House
    ) throws(Violation) {
        guard let space = fileSpace(tag, in: house) else {
            return try refuseFile(address, [], in: &house)
        }
        guard files.looks.count < Limits.attachmentRequests else {
            throw .unexpected("question about one more file")
        }
        let token = house.ask(.look(id))
        files.looks[token] = (space, address)
        house.effects.append(.lookForFile(token: token, space: space, address))
    }

    mutating func receive(
        want chunks: [Int], of address: AttachmentAddress, in tag: SpaceTag,
        of house: inout House
    ) throws(Violation) {
        guard let space = fileSpace(tag, in: house) else {
            return try refuseFile(address, chunks, in: &house)
        }
        let open = files.needs.count + (files.reading == nil ? 0 : 1)
        guard open + chunks.count <= Limits.attachmentRequests else {
            throw .unexpected("want of one more chunk")
        }
        for index in chunks {
            let name = FileTalk.ChunkName(address: address, index: index)
            files.needs.append(FileTalk.Need(space: space, name: name))
        }
    }

    /// Whoever asks for files of others learns nothing of them.
    private mutating func refuseFile(
        _ address: AttachmentAddress, _ chunks: [Int], in house: inout House
    ) throws(Violation) {
        if let device { house.note(.notPermitted(device)) }
        send(.file(.refused(address, chunks: chunks, .notPermitted)), in: &house)
        try strike(in: house)
    }

    /// The shell has looked for a file.
    ///
    /// - Parameter chunks: Those that are here; `nil` if no visible record of the space names it.
    mutating func fileFound(
        _ token: UInt64, _ chunks: ChunkSet?, in house: inout House
    ) {
        guard let (space, address) = files.looks.removeValue(forKey: token) else { return }
        guard let chunks else {
            // Nobody can be blamed for it: the record may be on its way here.
            return send(.file(.refused(address, chunks: [], .unavailable)), in: &house)
        }
        guard shared[space] != nil else {
            return send(.file(.refused(address, chunks: [], .notPermitted)), in: &house)
        }
        files.watch(address, in: space)
        guard !chunks.isEmpty else {
            return send(.file(.refused(address, chunks: [], .unavailable)), in: &house)
        }
        let told = chunks.isComplete ? nil : chunks.bytes
        send(.file(.have(address, told)), in: &house)
    }

    /// Reads the next chunk that the peer wants, if no commits wait to be sent.
    mutating func serveFiles(in house: inout House) {
        guard stage == .sharing, files.reading == nil, !files.needs.isEmpty,
            !shared.values.contains(where: { $0.serving != nil })
        else { return }
        let need = files.needs.removeFirst()
        guard shared[need.space] != nil else {
            send(
                .file(.refused(need.name.address, chunks: [need.name.index], .notPermitted)),
                in: &house)
            return serveFiles(in: &house)
        }
        let token = house.ask(.readFile(id))
        files.reading = (token, need)
        house.effects.append(
            .readFileChunk(
                token: token, space: need.space, need.name.address, chunk: need.name.index))
    }

    mutating func fileRead(_ token: UInt64, _ read: FileRead, in house: inout House) {
        guard let (expected, need) = files.reading, expected == token else { return }
        files.reading = nil
        let address = need.name.address
        let message: FileMessage
        switch read {
        case .chunk(let chunk) where shared[need.space] != nil:
            message = .chunk(
                address, index: chunk.index, sealed: chunk.sealed, proof: chunk.proof)
        case .unavailable:
            message = .refused(address, chunks: [need.name.index], .unavailable)
        case .chunk, .notPermitted:
            message = .refused(address, chunks: [need.name.index], .notPermitted)
        }
        send(.file(message), in: &house)
    }

    /// All of a file is here now: peers that asked about it are told.
    mutating func tell(ofFile address: AttachmentAddress, in house: inout House) {
        let isShared = files.watched.contains {
            $0.address == address && shared[$0.space] != nil
        }
        guard stage == .sharing, isShared else { return }
        send(.file(.have(address, nil)), in: &house)
    }
}
