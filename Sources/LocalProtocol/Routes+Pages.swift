// Pages, texts that a community writes together, and the tags by which they are found.
extension Routes {
    /// The routes of this file.
    static let pages: [any AnyRoute] = [
        createPage, page, editPage, pageHistory, pageBlame, pageDiff, distil, tags, relateTags,
        ownWords,
    ]

    /// `GET /v1/tags`: the tags of a community.
    public static let tags = Route<TagsRequest, TagList>(
        "tags", .get, "/v1/tags", "The tags of a community, and which of them mean the same"
    ) { service, request throws(ServiceError) in try await service.tags(request) }

    /// `POST /v1/tags/relate`: say whether two tags mean the same.
    public static let relateTags = Route<TagRelationRequest, TagList>(
        "relateTags", .post, "/v1/tags/relate", "Say whether two tags mean the same"
    ) { service, request throws(ServiceError) in try await service.relateTags(request) }

    /// `GET /v1/me/words`: everything that the person of this home has written.
    public static let ownWords = Route<OwnWordsRequest, OwnWords>(
        "ownWords", .get, "/v1/me/words", "Everything that the person of this home has written"
    ) { service, request throws(ServiceError) in try await service.ownWords(request) }

    /// `POST /v1/pages`: begin a page.
    public static let createPage = Route<NewPageRequest, Saved>(
        "createPage", .post, "/v1/pages", "Begin a page"
    ) { service, request throws(ServiceError) in try await service.createPage(request) }

    /// `GET /v1/page`: a page with its text.
    public static let page = Route<PageReference, Page>(
        "page", .get, "/v1/page", "A page with its text, as it is or as it was"
    ) { service, request throws(ServiceError) in try await service.page(request) }

    /// `POST /v1/pages/edit`: change the text of a page.
    public static let editPage = Route<EditPageRequest, PageEdited>(
        "editPage", .post, "/v1/pages/edit",
        "Change the text of a page; what others write meanwhile stays"
    ) { service, request throws(ServiceError) in try await service.editPage(request) }

    /// `GET /v1/page/history`: everything that was written into a page.
    public static let pageHistory = Route<PageReference, PageHistory>(
        "pageHistory", .get, "/v1/page/history", "Everything that was written into a page"
    ) { service, request throws(ServiceError) in try await service.pageHistory(request) }

    /// `GET /v1/page/blame`: who wrote which line of a page.
    public static let pageBlame = Route<PageReference, PageBlame>(
        "pageBlame", .get, "/v1/page/blame", "Who wrote which line of a page"
    ) { service, request throws(ServiceError) in try await service.pageBlame(request) }

    /// `GET /v1/page/diff`: what differs between two states of a page.
    public static let pageDiff = Route<PageDiffRequest, PageDiff>(
        "pageDiff", .get, "/v1/page/diff", "What differs between two states of a page"
    ) { service, request throws(ServiceError) in try await service.pageDiff(request) }

    /// `GET /v1/distilled`: a thread or a story as a section of a page.
    public static let distil = Route<DistilRequest, Distilled>(
        "distil", .get, "/v1/distilled", "A thread or a story as a section of a page"
    ) { service, request throws(ServiceError) in try await service.distil(request) }
}
