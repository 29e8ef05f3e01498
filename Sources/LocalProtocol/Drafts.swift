/// A proposal that is written and not made yet; it lies on this computer only.
public struct ProposalDraftShown: Message {
    /// Its number on this computer.
    public var number: Int
    /// What is to be proposed.
    public var proposal: ProposeRequest
    /// Where.
    public var community: CommunityName
    /// When it was written.
    public var writtenAt: Timestamp

    /// Creates the value from its parts.
    public init(
        number: Int, proposal: ProposeRequest, community: CommunityName, writtenAt: Timestamp
    ) {
        self.number = number
        self.proposal = proposal
        self.community = community
        self.writtenAt = writtenAt
    }
}

/// The drafts on this computer.
public struct DraftList: Message {
    /// One entry each, by number.
    public var drafts: [ProposalDraftShown]

    /// Creates the value from its parts.
    public init(drafts: [ProposalDraftShown]) {
        self.drafts = drafts
    }
}

/// Names one draft.
public struct DraftReference: Message {
    /// Its number on this computer.
    public var number: Int

    /// Creates the value from its parts.
    public init(number: Int) {
        self.number = number
    }
}
