extension Rights {
    /// The table, by subject; every verb stands in it once.
    public static let table: [Row] =
        reading + words + communities + decisions + roles + ownThings + machines + nobody

    private static let reading = [
        Row(
            .readOpen, "read an open community", visitor: .always, guest: .always,
            members: .always),
        Row(
            .readPrivate, "read a private community", kiosk: .never,
            guest: .limited("one thread"), members: .limited("if member")),
    ]

    private static let words = [
        posting(.ask, "ask a question"),
        posting(.answer, "answer a question"),
        posting(.thanks, "thank somebody"),
        posting(.raiseProblem, "raise a problem"),
        posting(.post, "tell a story, try something, and say what came of it"),
        Row(.mark, "say \"me too\", \"I'll work on it\" or \"it worked\"", members: .always),
        Row(.importPosts, "bring in an archive", kiosk: .never, members: .always),
        Row(.acceptAnswer, "accept an answer to a question", members: .own),
        Row(.edit, "change a post", members: .own),
        Row(.editPage, "change a page", members: .always),
        Row(.tag, "tag a question", members: .always),
        Row(
            .erase, "erase words", visitor: Cell(.own, note: "by slip"), guest: .own,
            members: .own),
        Row(.flag, "flag words", guest: .always, members: .always),
        Row(.blur, "blur words for 72 hours", members: .limited("once per item")),
    ]

    private static func posting(_ verb: Verb, _ summary: String) -> Row {
        Row(
            verb, summary, visitor: .limited("kiosk or paper"),
            guest: .limited("invited thread"), members: .always)
    }

    private static let communities = [
        Row(
            .startCommunity, "start a community", kiosk: .limited("open ones"),
            members: .always),
        Row(.describeCommunity, "name a community and say what it is for", members: .always),
        Row(.forkCommunity, "fork a community", members: .always),
        Row(
            .reopenCommunity, "reopen a closed community", members: .limited("former members")),
        Row(.joinCommunity, "join an open community", members: .always),
        Row(.leaveCommunity, "leave a community", guest: .always, members: .always),
        Row(.invite, "invite somebody", kiosk: .never, members: .always),
        Row(.vouch, "vouch for somebody met face to face", kiosk: .never, members: .always),
    ]

    private static let decisions = [
        Row(.propose, "propose something", members: .always),
        Row(
            .takeStance, "consent, object or stand aside",
            members: Cell(.own, note: "those affected")),
        Row(
            .closeProposal, "close a proposal",
            members: Cell(.twoMembers, note: "of those affected")),
        Row(.makeRule, "make a new rule", members: .consent),
        Row(.mergeCommunities, "merge communities", members: .consent),
        Row(.closeCommunity, "close a community", members: .consent),
        Row(.changeVisibility, "change who can see a community", members: .consent),
        Row(
            .setAside, "set somebody aside",
            members: Cell(.consent, note: "read only, 30 days at most")),
        Row(.restoreWords, "show words again that peers have flagged", members: .consent),
    ]

    private static let roles = [
        Row(.takeRole, "take a role", members: .always),
        Row(.askForRole, "ask somebody to take a role", members: .always),
        Row(.acceptRole, "accept a role that one was asked to take", members: .own),
        Row(.layDownRole, "lay down a role", members: .own),
        Row(.convene, "convene an event", members: .always),
        Row(.greet, "greet newcomers", members: .always),
        Row(.weave, "link what belongs together", members: .always),
        Row(.pledge, "pledge time, room or material", members: .always),
        Row(.conditions, "fill in the conditions card", members: .always),
    ]

    private static let ownThings = [
        Row(.editProfile, "change a profile", members: .own),
        Row(.addDevice, "add a device", kiosk: .never, members: .own),
        Row(.renameDevice, "rename a device", kiosk: .never, members: .own),
        Row(.revokeDevice, "revoke a device", kiosk: .never, members: .own),
        Row(
            .recoverPerson, "vouch for the new device of somebody who lost theirs",
            kiosk: .never, members: Cell(.twoMembers)),
        Row(
            .markDeparted, "mark somebody as departed", kiosk: .own,
            members: Cell(.own, .delayed)
        )
        .and(.doorKey, .limited("logged to all")),
        Row(
            .releaseWords, "let words in that somebody wrote before they left", kiosk: .never,
            members: .always),
        Row(
            .removeKiosk, "put a shared terminal out of the workplace", kiosk: .never,
            members: Cell(.twoMembers)),
        Row(
            .keepNode, "look after a node: start, stop, sync, rebuild, dump", kiosk: .never,
            members: .own),
    ]

    private static let machines = [
        machine(.setPorts, "set the ports"),
        machine(.setNetworks, "set the networks"),
        machine(.setCaps, "set the size limits"),
        machine(.setLease, "set the lease"),
        machine(.setGateway, "set the gateway"),
    ]

    private static func machine(_ verb: Verb, _ summary: String) -> Row {
        Row(verb, summary + " of a machine", members: .never)
            .and(.itPolicy, .limited("this machine only"))
    }

    private static let nobody = [
        none(
            .seeActivity, "see what one person does",
            instead: "Ask the person, or look at what the community has learned."),
        none(.rankPeople, "rank people", instead: "Thank them: hearth thanks CODE \"…\"."),
        none(
            .hide, "hide somebody's words",
            instead: "Flag it (hearth flag CODE --reason …) or propose something."),
        none(
            .editOthers, "change somebody else's words",
            instead: "Answer instead (hearth answer CODE \"…\"), or tell the author."),
        none(
            .deleteOthers, "delete somebody else's words",
            instead: "Flag it (hearth flag CODE --reason …); only the author can erase it."),
        none(
            .approvePosts, "approve posts before they appear",
            instead: "Answer after they have appeared, or flag them."),
        none(
            .closeProblem, "close a problem",
            instead: "Whoever raised or adopted it marks it as resolved; flag it or propose."),
        none(
            .removeMember, "remove somebody",
            instead: "Talk first; then propose to set the person aside for a while."),
        none(
            .appoint, "give somebody a role",
            instead: "Ask them (hearth role ask NAME ROLE); they accept by their own word."),
        none(
            .dismiss, "take a role from somebody",
            instead: "Take it up beside them (hearth role take ROLE); every term ends by itself."),
        none(
            .overrule, "overrule an objection",
            instead: "Answer it, make the proposal smaller, or fork the community."),
        none(
            .readUninvited, "read a private community without being in it",
            instead: "Ask a member to invite you."),
    ]

    private static func none(_ verb: Verb, _ summary: String, instead: String) -> Row {
        Row(verb, summary, instead: instead, cells: [:])
    }
}
