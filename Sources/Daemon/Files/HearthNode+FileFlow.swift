internal import Community
internal import Engine
internal import Languages
internal import Ledger
internal import LocalProtocol
internal import Logging
internal import Storage
internal import Wire

/// What this node wants of attached files, beside what their records say.
struct FileWishList: Sendable {
    /// Until when files are wanted that somebody has asked for.
    var asked: [AttachmentAddress: Instant] = [:]
    /// The records that named each address when they were looked at last.
    var named: [AttachmentAddress: Set<RecordID>] = [:]
    /// Whether this node is about to look at them.
    var isFollowing = false
    /// When it looked last.
    var followed: Instant?

    /// How long a file is fetched after somebody has asked for it the last time.
    static let patience: Duration = .seconds(30)
    /// How long a file is kept that no record names, in milliseconds.
    static let grace: Int64 = 86_400_000
    /// How often a node looks for files that nothing names, although nothing happens.
    static let round: Duration = .seconds(3_600)
}

/// Attached files on their way here, and out of the house.
extension HearthNode {
    /// Does what the engine wants of files, until the node stops.
    func followFiles() async {
        await fileQueue.run(
            files, store, logger: logger,
            hasRoom: { [weak self] in await self?.hasRoomForFiles() ?? false }
        ) { [weak self] event, news in
            await self?.handle(event, news)
        }
    }

    private func handle(_ event: Event, _ news: FileQueue.News?) async {
        await membership?.loop.handle(event)
        switch news {
        case .complete(let address):
            fileWishes.asked[address] = nil
            followFilesSoon()
        case .damaged: followFilesSoon()
        case nil: break
        }
    }

    /// Whether this machine may keep more of files: what its policy says of all spaces counts them.
    func hasRoomForFiles() -> Bool {
        guard quota.isLimited else { return true }
        quota.files = Int64(clamping: files.bytes)
        return !quota.isFull
    }

    /// Looks in a moment which files records name; many may come at once.
    func followFilesSoon() {
        guard membership != nil, !fileWishes.isFollowing else { return }
        fileWishes.isFollowing = true
        later.yield { [weak self] in
            guard (try? await Task.sleep(for: .milliseconds(200))) != nil else { return }
            await self?.followFileRecords()
        }
    }

    /// Looks at the records now and then, too, as a file that none names has its day.
    func followFilesIfDue() {
        guard fileWishes.followed.map({ clocks.now - $0 > FileWishList.round }) ?? true else {
            return
        }
        followFilesSoon()
    }

    /// Removes what nothing names any more, and tells the engine what is wanted.
    func followFileRecords() async {
        fileWishes.isFollowing = false
        fileWishes.followed = clocks.now
        guard let member = membership else { return }
        do {
            try await store.settle()
            let attached = try await store.attachedFiles().compactMap { AttachedFile($0.item) }
            try await removeFiles(notIn: attached)
            await member.loop.handle(.filesWanted(wantedFiles(attached, of: member)))
        } catch {
            logger.error("attached files could not be followed", metadata: ["error": "\(error)"])
        }
    }

    /// A file goes at once when its last record was taken back, and otherwise after its day of grace.
    private func removeFiles(notIn attached: [AttachedFile]) async throws(StorageError) {
        var named: [AttachmentAddress: Set<RecordID>] = [:]
        for file in attached { named[file.file.address, default: []].insert(file.record) }
        for (address, records) in fileWishes.named where named[address] == nil {
            for record in records where try await store.erasure(of: record) != nil {
                if try files.remove(address) {
                    logger.info("a file went with its record", metadata: ["address": "\(address)"])
                }
            }
        }
        fileWishes.named = named
        let removed = try files.sweep(
            keeping: Set(named.keys), at: clocks.wallClock, grace: FileWishList.grace)
        for address in removed {
            logger.info("a file that nothing names is gone", metadata: ["address": "\(address)"])
        }
    }

    /// What is wanted: first what comes by itself, small ones first, then what was asked for; about
    /// the rest peers are only asked whether they have it.
    private func wantedFiles(_ attached: [AttachedFile], of member: Membership) -> [WantedFile] {
        fileWishes.asked = fileWishes.asked.filter { $0.value > clocks.now }
        let hasRoom = hasRoomForFiles()
        var byItself: [WantedFile] = []
        var asked: [WantedFile] = []
        var others: [WantedFile] = []
        for file in attached.reversed() where member.openSpaces.contains(file.space) {
            let here = files.chunks(of: file.file)
            guard !here.isComplete else { continue }
            var wanted = WantedFile(id: file.file, space: file.space, here: here)
            let isAsked = fileWishes.asked[file.file.address] != nil
            wanted.isFetched = hasRoom && (isAsked || comesByItself(file))
            if !wanted.isFetched {
                others.append(wanted)
            } else if isAsked {
                asked.append(wanted)
            } else {
                byItself.append(wanted)
            }
        }
        byItself.sort { $0.id.shape.size < $1.id.shape.size }
        return byItself + asked + others
    }

    /// Whether a file is fetched without anybody asking for it.
    private func comesByItself(_ file: AttachedFile) -> Bool {
        let limit = machine.policy.attachmentSize.map { UInt64(clamping: $0) } ?? .max
        return file.file.shape.size <= min(configuration.fetchBelow, limit)
    }
}
