/// The table of routes: what the server dispatches by, the command calls, and the OpenAPI document
/// is derived from.
public enum Routes {
    /// Most bytes of a request's body where the route doesn't say otherwise: 1 MiB.
    public static let defaultBodyLimit = 1 << 20
    /// Most bytes of a batch of imported posts: 8 MiB.
    public static let importBodyLimit = 8 << 20

    /// All routes, in the order of the documentation.
    public static let all: [any AnyRoute] =
        [
            status, initialize, identity, people,
            foundWorkplace, workplace, invite, join, pairing, watchPairing, judgeWords,
            cancelPairing,
            addDevice, joinAsDevice, devices, renameDevice, revokeDevice, makeSheet,
            person, comparison, verify, recover, confirmRecovery, depart, departures, readmit,
            lateWords, release,
            communities, createCommunity, community, joinCommunity, leaveCommunity,
            admit, inviteInto, makeCode, invitations, acceptInvitation, declineInvitation, showCode,
            communityKeys,
            ask, reveal, answer, thank, edit, questions, show, search,
            beginImport, importBatch, finishImport,
            sync, explainSync, peers, holdings, addStaticPeer, removeStaticPeer, doctor, rebuild,
            dump, events,
        ] + items + pages + reading + exporting + aboutRights + governance + drafting + handing
        + erasing + attachedFiles + kiosks + machine + locking
}

// The node and who lives here.
extension Routes {
    /// `GET /v1/status`: the state of the node at a glance.
    public static let status = Route<Nothing, Status>(
        always: "status", .get, "/v1/status", "The state of the node at a glance"
    ) { gate, _ throws(ServiceError) in try await gate.status() }

    /// `POST /v1/identity`: create the person and the device of this home.
    public static let initialize = Route<InitializeRequest, Identity>(
        "initialize", .post, "/v1/identity", "Create the person and the device of this home"
    ) { service, request throws(ServiceError) in try await service.initialize(request) }

    /// `GET /v1/identity`: the person and the device of this home.
    public static let identity = Route<Nothing, Identity>(
        "identity", .get, "/v1/identity", "The person and the device of this home"
    ) { service, _ throws(ServiceError) in try await service.identity() }

    /// `GET /v1/people`: all people of the workplace.
    public static let people = Route<Nothing, PeopleList>(
        "people", .get, "/v1/people", "All people of the workplace"
    ) { service, _ throws(ServiceError) in try await service.people() }
}

// The workplace and how to come in.
extension Routes {
    /// `POST /v1/workplace`: found a workplace.
    public static let foundWorkplace = Route<NewWorkplaceRequest, Workplace>(
        "foundWorkplace", .post, "/v1/workplace", "Found a workplace"
    ) { service, request throws(ServiceError) in try await service.foundWorkplace(request) }

    /// `GET /v1/workplace`: the workplace of this home.
    public static let workplace = Route<Nothing, Workplace>(
        "workplace", .get, "/v1/workplace", "The workplace of this home"
    ) { service, _ throws(ServiceError) in try await service.workplace() }

    /// `POST /v1/invitations`: make a one-time code for a colleague.
    public static let invite = Route<InviteRequest, Pairing>(
        "invite", .post, "/v1/invitations", "Make a one-time code for a colleague"
    ) { service, request throws(ServiceError) in try await service.invite(request) }

    /// `POST /v1/joins`: look for the inviter of a code.
    public static let join = Route<JoinRequest, Pairing>(
        "join", .post, "/v1/joins", "Look for the inviter of a code"
    ) { service, request throws(ServiceError) in try await service.join(request) }

    /// `GET /v1/pairing`: how far a pairing has come.
    public static let pairing = Route<PairingReference, Pairing>(
        "pairing", .get, "/v1/pairing", "How far a pairing has come"
    ) { service, request throws(ServiceError) in try await service.pairing(request) }

    /// `GET /v1/pairing/watch`: a pairing after each change, until it is over.
    public static let watchPairing = StreamRoute<PairingReference, Pairing>(
        "watchPairing", .get, "/v1/pairing/watch", "A pairing after each change, until it is over"
    ) { service, request throws(ServiceError) in try await service.watchPairing(request) }

    /// `POST /v1/pairing/verdict`: say whether the four words are the same.
    public static let judgeWords = Route<PairingVerdict, Pairing>(
        "judgeWords", .post, "/v1/pairing/verdict", "Say whether the four words are the same"
    ) { service, request throws(ServiceError) in try await service.judgeWords(request) }

    /// `POST /v1/pairing/cancel`: call a pairing off.
    public static let cancelPairing = Route<PairingReference, Pairing>(
        "cancelPairing", .post, "/v1/pairing/cancel", "Call a pairing off"
    ) { service, request throws(ServiceError) in try await service.cancelPairing(request) }
}

// Communities.
extension Routes {
    /// `GET /v1/communities`: all communities that this node knows.
    public static let communities = Route<Nothing, CommunityList>(
        "communities", .get, "/v1/communities", "All communities that this node knows"
    ) { service, _ throws(ServiceError) in try await service.communities() }

    /// `POST /v1/communities`: create a community.
    public static let createCommunity = Route<NewCommunityRequest, CommunitySaved>(
        "createCommunity", .post, "/v1/communities", "Create a community"
    ) { service, request throws(ServiceError) in try await service.createCommunity(request) }

    /// `GET /v1/community`: one community with its members.
    public static let community = Route<CommunityReference, CommunityDetails>(
        "community", .get, "/v1/community", "One community with its members"
    ) { service, request throws(ServiceError) in try await service.community(request) }

    /// `POST /v1/community/join`: become a member of a community.
    public static let joinCommunity = Route<CommunityReference, CommunitySaved>(
        "joinCommunity", .post, "/v1/community/join", "Become a member of a community"
    ) { service, request throws(ServiceError) in try await service.joinCommunity(request) }

    /// `POST /v1/community/leave`: end the membership in a community.
    public static let leaveCommunity = Route<CommunityReference, CommunitySaved>(
        "leaveCommunity", .post, "/v1/community/leave", "End the membership in a community"
    ) { service, request throws(ServiceError) in try await service.leaveCommunity(request) }
}

// Words.
extension Routes {
    /// `POST /v1/questions`: publish a question.
    public static let ask = Route<AskRequest, Saved>(
        "ask", .post, "/v1/questions", "Publish a question"
    ) { service, request throws(ServiceError) in try await service.ask(request) }

    /// `POST /v1/reveals`: say that one asked a question that names nobody.
    public static let reveal = Route<RevealRequest, Saved>(
        "reveal", .post, "/v1/reveals", "Say that you asked a question that names nobody"
    ) { service, request throws(ServiceError) in try await service.reveal(request) }

    /// `POST /v1/answers`: publish an answer.
    public static let answer = Route<AnswerRequest, Saved>(
        "answer", .post, "/v1/answers", "Publish an answer"
    ) { service, request throws(ServiceError) in try await service.answer(request) }

    /// `POST /v1/thanks`: publish a thank-you.
    public static let thank = Route<ThanksRequest, Saved>(
        "thank", .post, "/v1/thanks", "Publish a thank-you"
    ) { service, request throws(ServiceError) in try await service.thank(request) }

    /// `POST /v1/edits`: change the person's own words.
    public static let edit = Route<EditRequest, Saved>(
        "edit", .post, "/v1/edits", "Change the person's own words"
    ) { service, request throws(ServiceError) in try await service.edit(request) }

    /// `GET /v1/questions`: a page of questions, newest first.
    public static let questions = Route<ListRequest, QuestionList>(
        "questions", .get, "/v1/questions", "A page of questions, newest first"
    ) { service, request throws(ServiceError) in try await service.questions(request) }

    /// `GET /v1/show`: what a short code or identifier leads to.
    public static let show = Route<ShowRequest, Shown>(
        "show", .get, "/v1/show", "What a short code or identifier leads to"
    ) { service, request throws(ServiceError) in try await service.show(request) }

    /// `GET /v1/search`: a page of posts that hold some words.
    public static let search = Route<SearchRequest, SearchResults>(
        "search", .get, "/v1/search", "A page of posts that hold some words"
    ) { service, request throws(ServiceError) in try await service.search(request) }
}

// Archives.
extension Routes {
    /// `POST /v1/imports`: begin an import into a community.
    public static let beginImport = Route<ImportRequest, ImportTicket>(
        "beginImport", .post, "/v1/imports", "Begin an import into a community"
    ) { service, request throws(ServiceError) in try await service.beginImport(request) }

    /// `POST /v1/imports/batch`: add the posts that aren't here yet.
    public static let importBatch = Route<ImportBatch, ImportProgress>(
        "importBatch", .post, "/v1/imports/batch", "Add the posts that aren't here yet",
        bodyLimit: importBodyLimit
    ) { service, request throws(ServiceError) in try await service.importBatch(request) }

    /// `POST /v1/imports/finish`: end an import.
    public static let finishImport = Route<ImportReference, ImportSummary>(
        "finishImport", .post, "/v1/imports/finish", "End an import"
    ) { service, request throws(ServiceError) in try await service.finishImport(request) }
}
