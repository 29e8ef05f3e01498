internal import Ledger
public import Wire

/// Attached files: which peer is asked for which chunk.
extension Node {
    /// Asks about all files that are wanted, and for the chunks that are missing: each of one peer,
    /// of all that have some at once.
    mutating func askForFiles() {
        let peers = conversations.keys.sorted().filter { conversations[$0]?.stage == .sharing }
        for id in peers { conversations[id]?.serveFiles(in: &house) }
        for address in house.files.order {
            guard let file = house.files.files[address] else { continue }
            for id in peers { conversations[id]?.ask(about: file, in: &house) }
            guard file.isFetched, !file.here.isComplete,
                peers.contains(where: { hasRoom($0) })
            else { continue }
            var claimed = claimedChunks(of: file.id)
            for id in peers where hasRoom(id) {
                conversations[id]?.want(file, claimed: &claimed, in: &house)
            }
        }
    }

    private func hasRoom(_ id: ConnectionID) -> Bool {
        (conversations[id]?.files.requests.count ?? 0) < house.settings.fileWindow
    }

    private func claimedChunks(of file: AttachmentID) -> ChunkSet {
        var claimed = ChunkSet(of: file.shape.chunkCount)
        for conversation in conversations.values {
            for (name, request) in conversation.files.requests
            where name.address == file.address && !request.isLate {
                claimed.insert(name.index)
            }
        }
        return claimed
    }

    mutating func want(_ files: [WantedFile]) {
        house.files.replace(with: files, limit: house.settings.wantedFiles)
        let wanted = house.files.files
        for id in conversations.keys { conversations[id]?.files.forget(allBut: wanted) }
    }

    mutating func fileFound(_ token: UInt64, _ chunks: ChunkSet?) {
        guard case .look(let id) = house.jobs[token] else { return }
        house.jobs[token] = nil
        conversations[id]?.fileFound(token, chunks, in: &house)
    }

    mutating func fileRead(_ token: UInt64, _ read: FileRead) {
        guard case .readFile(let id) = house.jobs[token] else { return }
        house.jobs[token] = nil
        conversations[id]?.fileRead(token, read, in: &house)
    }

    mutating func fileChunkStored(
        _ index: Int, of address: AttachmentAddress, from id: ConnectionID, isHere: Bool
    ) {
        if isHere { house.files.insert(index, of: address) }
        conversations[id]?.fileChunkStored(
            FileTalk.ChunkName(address: address, index: index), isHere: isHere)
        if house.files.files[address]?.here.isComplete == true { fileCompleted(address) }
    }

    mutating func fileCompleted(_ address: AttachmentAddress) {
        for id in conversations.keys.sorted() {
            conversations[id]?.tell(ofFile: address, in: &house)
        }
    }

    /// The peers that say that they have some of a file, those with most of it first.
    public func holders(of address: AttachmentAddress) -> [FileHolder] {
        conversations.values.compactMap { conversation -> FileHolder? in
            guard let device = conversation.device,
                case .told(let set?, _) = conversation.files.standings[address], !set.isEmpty
            else { return nil }
            return FileHolder(device: device, chunks: set.count)
        }.sorted { ($1.chunks, $0.device) < ($0.chunks, $1.device) }
    }
}
