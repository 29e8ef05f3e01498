extension Rights {
    /// A verb: something that people do, or would like to do, with the program.
    ///
    /// Its raw value is what people type after `hearth can`; the table says in words what it means.
    public enum Verb: String, CaseIterable, Hashable, Sendable {
        // Reading.
        case readOpen = "read-open"
        case readPrivate = "read-private"

        // Words.
        case ask
        case askUnnamed = "ask-unnamed"
        case reveal
        case answer
        case thanks
        case raiseProblem = "raise-problem"
        case post
        case mark
        case importPosts = "import"
        case acceptAnswer = "accept-answer"
        case edit
        case editPage = "edit-page"
        case tag
        case erase
        case flag
        case blur

        // Communities and who is in them.
        case startCommunity = "start-community"
        case describeCommunity = "describe-community"
        case forkCommunity = "fork-community"
        case reopenCommunity = "reopen-community"
        case joinCommunity = "join-community"
        case leaveCommunity = "leave-community"
        case invite
        case vouch

        // What a community decides together.
        case propose
        case takeStance = "take-stance"
        case closeProposal = "close-proposal"
        case makeRule = "new-rule"
        case mergeCommunities = "merge-communities"
        case closeCommunity = "close-community"
        case changeVisibility = "change-visibility"
        case setAside = "set-aside"
        case restoreWords = "restore-words"

        // Roles and what they stand for.
        case takeRole = "take-role"
        case askForRole = "ask-for-role"
        case acceptRole = "accept-role"
        case layDownRole = "lay-down-role"
        case convene
        case greet
        case weave
        case pledge
        case conditions

        // One's own person, devices and node.
        case editProfile = "edit-profile"
        case addDevice = "add-device"
        case renameDevice = "rename-device"
        case revokeDevice = "revoke-device"
        case recoverPerson = "recover-person"
        case markDeparted = "mark-departed"
        case releaseWords = "release-words"
        case removeKiosk = "remove-kiosk"
        case keepNode = "keep-node"

        // Machines.
        case setPorts = "set-ports"
        case setNetworks = "set-networks"
        case setCaps = "set-caps"
        case setLease = "set-lease"
        case setGateway = "set-gateway"

        // What nobody can do.
        case seeActivity = "see-activity"
        case rankPeople = "rank-people"
        case hide
        case editOthers = "edit-others"
        case deleteOthers = "delete-others"
        case approvePosts = "approve-posts"
        case closeProblem = "close-problem"
        case removeMember = "remove-member"
        case appoint
        case dismiss
        case overrule
        case readUninvited = "read-uninvited"
    }
}
