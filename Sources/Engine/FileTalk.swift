internal import Ledger
internal import Wire

/// What one conversation says about attached files; nothing that a peer sends makes it grow beyond
/// what this node asked for or the protocol allows.
struct FileTalk: Sendable {
    /// One chunk of one file.
    struct ChunkName: Hashable, Comparable, Sendable {
        let address: AttachmentAddress
        let index: Int

        static func < (left: ChunkName, right: ChunkName) -> Bool {
            (left.address, left.index) < (right.address, right.index)
        }
    }

    /// What the peer said of a file.
    enum Standing: Sendable {
        /// It was asked and hasn't answered.
        case asked
        /// It has these chunks, `nil` for none or not for this node; it is asked again later.
        case told(ChunkSet?, at: Instant)
    }

    /// A chunk that was asked for.
    struct Request: Sendable {
        /// When others are asked as well.
        var deadline: Instant
        /// Whether that has come: others may be asked, and the peer still owes an answer.
        var isLate = false
        /// Whether it has come and is being stored.
        var isStoring = false
    }

    /// A chunk that the peer asked for.
    struct Need: Sendable {
        var space: SpaceID
        var name: ChunkName
    }

    // MARK: This node asks

    var standings: [AttachmentAddress: Standing] = [:]
    var requests: [ChunkName: Request] = [:]
    /// Nothing more is asked for before, as the peer is slow; an answer ends it.
    var stalledUntil: Instant?

    /// How many questions the peer hasn't answered.
    var openQuestions: Int {
        standings.values.reduce(0) { count, standing in
            if case .asked = standing { count + 1 } else { count }
        }
    }

    /// Whether the peer said that it has some of a file.
    func offers(_ address: AttachmentAddress) -> Bool {
        guard case .told(.some, _) = standings[address] else { return false }
        return true
    }

    /// Forgets what the peer said of files that nobody wants any more.
    mutating func forget(allBut wanted: [AttachmentAddress: WantedFile]) {
        standings = standings.filter { address, standing in
            if case .asked = standing { true } else { wanted[address] != nil }
        }
    }

    // MARK: The peer asks

    /// The files that it asked about, the last ones at the end, and where.
    var watched: [(space: SpaceID, address: AttachmentAddress)] = []
    /// Questions to the shell that aren't answered.
    var looks: [UInt64: (space: SpaceID, address: AttachmentAddress)] = [:]
    /// The chunks that it asked for, in order.
    var needs: [Need] = []
    /// The one that is being read.
    var reading: (token: UInt64, need: Need)?

    /// Remembers that the peer wants to know when there is more of a file.
    mutating func watch(_ address: AttachmentAddress, in space: SpaceID) {
        watched.removeAll { $0.space == space && $0.address == address }
        watched.append((space, address))
        if watched.count > Limits.attachmentQueries { watched.removeFirst() }
    }
}
