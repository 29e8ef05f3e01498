internal import Languages

extension Rights {
    /// The table, by subject; every verb stands in it once.
    public static let table: [Row] =
        reading + words + communities + decisions + roles + ownThings + machines + nobody

    private static let reading = [
        Row(
            .readOpen, Sentence("read an open community"), visitor: .always, guest: .always,
            members: .always),
        Row(
            .readPrivate, Sentence("read a private community"), kiosk: .never,
            guest: .limited(Sentence("one thread")), members: .limited(Sentence("if member"))),
    ]

    private static let words = [
        posting(.ask, Sentence("ask a question")),
        Row(
            .askUnnamed, Sentence("ask as a colleague without a name"),
            visitor: .limited(Sentence("the terminal, for whoever is signed in")), kiosk: .always,
            members: .limited(Sentence("for somebody else"))),
        Row(.reveal, Sentence("say that one asked without a name"), members: .own),
        posting(.answer, Sentence("answer a question")),
        posting(.thanks, Sentence("thank somebody")),
        posting(.raiseProblem, Sentence("raise a problem")),
        posting(.post, Sentence("tell a story, try something, and say what came of it")),
        Row(
            .mark, Sentence("say \"me too\", \"I'll work on it\" or \"it worked\""),
            members: .always),
        Row(.importPosts, Sentence("bring in an archive"), kiosk: .never, members: .always),
        Row(
            .acceptAnswer, Sentence("accept an answer to a question"), visitor: unnamed,
            members: .own),
        Row(.edit, Sentence("change a post"), visitor: unnamed, members: .own),
        Row(.editPage, Sentence("change a page"), members: .always),
        Row(.tag, Sentence("tag a question"), members: .always),
        Row(
            .erase, Sentence("erase words"), visitor: Cell(.own, note: Sentence("by slip")),
            guest: .own,
            members: .own),
        Row(.flag, Sentence("flag words"), guest: .always, members: .always),
        Row(
            .blur, Sentence("blur words for 72 hours"), members: .limited(Sentence("once per item"))
        ),
    ]

    private static let unnamed = Cell(
        .own, note: Sentence("the terminal, for whoever asked without a name"))

    private static func posting(_ verb: Verb, _ summary: Sentence) -> Row {
        Row(
            verb, summary, visitor: .limited(Sentence("kiosk or paper")),
            guest: .limited(Sentence("invited thread")), members: .always)
    }

    private static let communities = [
        Row(
            .startCommunity, Sentence("start a community"), kiosk: .limited(Sentence("open ones")),
            members: .always),
        Row(
            .describeCommunity, Sentence("name a community and say what it is for"),
            members: .always),
        Row(.forkCommunity, Sentence("fork a community"), members: .always),
        Row(
            .reopenCommunity, Sentence("reopen a closed community"),
            members: .limited(Sentence("former members"))),
        Row(.joinCommunity, Sentence("join an open community"), members: .always),
        Row(.leaveCommunity, Sentence("leave a community"), guest: .always, members: .always),
        Row(.invite, Sentence("invite somebody"), kiosk: .never, members: .always),
        Row(
            .vouch, Sentence("vouch for somebody met face to face"), kiosk: .never, members: .always
        ),
    ]

    private static let decisions = [
        Row(.propose, Sentence("propose something"), members: .always),
        Row(
            .takeStance, Sentence("consent, object or stand aside"),
            members: Cell(.own, note: Sentence("those affected"))),
        Row(
            .closeProposal, Sentence("close a proposal"),
            members: Cell(.twoMembers, note: Sentence("of those affected"))),
        Row(.makeRule, Sentence("make a new rule"), members: .consent),
        Row(.mergeCommunities, Sentence("merge communities"), members: .consent),
        Row(.closeCommunity, Sentence("close a community"), members: .consent),
        Row(.changeVisibility, Sentence("change who can see a community"), members: .consent),
        Row(
            .setAside, Sentence("set somebody aside"),
            members: Cell(.consent, note: Sentence("read only, 30 days at most"))),
        Row(.restoreWords, Sentence("show words again that peers have flagged"), members: .consent),
    ]

    private static let roles = [
        Row(.takeRole, Sentence("take a role"), members: .always),
        Row(.askForRole, Sentence("ask somebody to take a role"), members: .always),
        Row(.acceptRole, Sentence("accept a role that one was asked to take"), members: .own),
        Row(.layDownRole, Sentence("lay down a role"), members: .own),
        Row(.convene, Sentence("convene an event"), members: .always),
        Row(.greet, Sentence("greet newcomers"), members: .always),
        Row(.weave, Sentence("link what belongs together"), members: .always),
        Row(.pledge, Sentence("pledge time, room or material"), members: .always),
        Row(.conditions, Sentence("fill in the conditions card"), members: .always),
    ]

    private static let ownThings = [
        Row(.editProfile, Sentence("change a profile"), members: .own),
        Row(.addDevice, Sentence("add a device"), kiosk: .never, members: .own),
        Row(.renameDevice, Sentence("rename a device"), kiosk: .never, members: .own),
        Row(.revokeDevice, Sentence("revoke a device"), kiosk: .never, members: .own),
        Row(
            .recoverPerson, Sentence("vouch for the new device of somebody who lost theirs"),
            kiosk: .never, members: Cell(.twoMembers)),
        Row(
            .markDeparted, Sentence("mark somebody as departed"), kiosk: .own,
            members: Cell(.own, .delayed)
        )
        .and(.doorKey, .limited(Sentence("logged to all"))),
        Row(
            .releaseWords, Sentence("let words in that somebody wrote before they left"),
            kiosk: .never,
            members: .always),
        Row(
            .removeKiosk, Sentence("put a shared terminal out of the workplace"), kiosk: .never,
            members: Cell(.twoMembers)),
        Row(
            .keepNode, Sentence("look after a node: start, stop, sync, rebuild, dump"),
            kiosk: .never,
            members: .own),
    ]

    private static let machines = [
        machine(.setPorts, Sentence("set the ports of a machine")),
        machine(.setNetworks, Sentence("set the networks of a machine")),
        machine(.setCaps, Sentence("set the size limits of a machine")),
        machine(.setLease, Sentence("set the lease of a machine")),
        machine(.setGateway, Sentence("set the gateway of a machine")),
    ]

    private static func machine(_ verb: Verb, _ summary: Sentence) -> Row {
        Row(verb, summary, members: .never)
            .and(.itPolicy, .limited(Sentence("this machine only")))
    }

    private static let nobody = [
        none(
            .seeActivity, Sentence("see what one person does"),
            instead: Sentence("Ask the person, or look at what the community has learned.")),
        none(
            .rankPeople, Sentence("rank people"),
            instead: Sentence("Thank them: hearth thanks CODE \"…\".")),
        none(
            .hide, Sentence("hide somebody's words"),
            instead: Sentence("Flag it (hearth flag CODE --reason …) or propose something.")),
        none(
            .editOthers, Sentence("change somebody else's words"),
            instead: Sentence("Answer instead (hearth answer CODE \"…\"), or tell the author.")),
        none(
            .deleteOthers, Sentence("delete somebody else's words"),
            instead: Sentence(
                "Flag it (hearth flag CODE --reason …); only the author can erase it.")),
        none(
            .approvePosts, Sentence("approve posts before they appear"),
            instead: Sentence("Answer after they have appeared, or flag them.")),
        none(
            .closeProblem, Sentence("close a problem"),
            instead: Sentence(
                "Whoever raised or adopted it marks it as resolved; flag it or propose.")),
        none(
            .removeMember, Sentence("remove somebody"),
            instead: Sentence("Talk first; then propose to set the person aside for a while.")),
        none(
            .appoint, Sentence("give somebody a role"),
            instead: Sentence(
                "Ask them (hearth role ask NAME ROLE); they accept by their own word.")),
        none(
            .dismiss, Sentence("take a role from somebody"),
            instead: Sentence(
                "Take it up beside them (hearth role take ROLE); every term ends by itself.")),
        none(
            .overrule, Sentence("overrule an objection"),
            instead: Sentence("Answer it, make the proposal smaller, or fork the community.")),
        none(
            .readUninvited, Sentence("read a private community without being in it"),
            instead: Sentence("Ask a member to invite you.")),
    ]

    private static func none(_ verb: Verb, _ summary: Sentence, instead: Sentence) -> Row {
        Row(verb, summary, instead: instead, cells: [:])
    }
}
