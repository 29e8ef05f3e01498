import LocalProtocol

extension FakeService {
    func createPage(_ request: NewPageRequest) async throws(ServiceError) -> Saved {
        note("createPage", request)
        return Saved(id: "a1", code: "PG-4MZ2T", durability: Self.held)
    }

    func page(_ request: PageReference) async throws(ServiceError) -> Page {
        note("page", request)
        return Page(item: Self.page, text: "60 °C.", version: "3f9a02c1", authors: [])
    }

    func editPage(_ request: EditPageRequest) async throws(ServiceError) -> PageEdited {
        note("editPage", request)
        return PageEdited(
            saved: Saved(id: "a1", code: "PG-4MZ2T", durability: Self.held), text: request.text,
            version: "77b0",
            isMerged: false)
    }

    func pageHistory(_ request: PageReference) async throws(ServiceError) -> PageHistory {
        note("pageHistory", request)
        return PageHistory(code: "PG-4MZ2T", revisions: [])
    }

    func pageBlame(_ request: PageReference) async throws(ServiceError) -> PageBlame {
        note("pageBlame", request)
        return PageBlame(code: "PG-4MZ2T", lines: [])
    }

    func pageDiff(_ request: PageDiffRequest) async throws(ServiceError) -> PageDiff {
        note("pageDiff", request)
        return PageDiff(code: "PG-4MZ2T", lines: [])
    }

    func distil(_ request: DistilRequest) async throws(ServiceError) -> Distilled {
        note("distil", request)
        return Distilled(
            source: PageSource(code: "Q-7F3KD", title: "Rattle?", people: []), text: "## Rattle?\n")
    }

    private static var page: Item {
        Item(
            id: "a1", code: "PG-4MZ2T", kind: .page, title: "Washing press 4",
            author: Byline(name: "Ada"), writtenAt: Timestamp(milliseconds: 0))
    }
}

extension FakeService {
    func ownWords(_ request: OwnWordsRequest) async throws(ServiceError) -> OwnWords {
        note("ownWords", request)
        return OwnWords()
    }

    func tags(_ request: TagsRequest) async throws(ServiceError) -> TagList {
        note("tags", request)
        return TagList(tags: [TagGroup(tag: "press4", uses: 2, others: ["press-4"])])
    }

    func relateTags(_ request: TagRelationRequest) async throws(ServiceError) -> TagList {
        note("relateTags", request)
        return TagList(tags: [])
    }
}
