import LocalProtocol

extension FakeService {
    private static let problem = Item(
        id: "e7", code: "N-7F3KD", kind: .problem, title: "Seal leaks after wash-down",
        author: Byline(name: "Ben", person: ben), writtenAt: noon, state: "adopted",
        notes: ["4 people: name a community for it?"],
        fields: [ItemField(name: "place", value: "Press 4")],
        elements: [ItemField(name: "tags", value: "seals")],
        entries: [ItemEntry(name: "me_too", person: ben, value: "yes", writtenAt: noon)])

    func items(_ request: ItemsRequest) async throws(ServiceError) -> ItemList {
        note("items", request)
        return ItemList(items: request.kind == .problem ? [Self.problem] : [], next: nil)
    }

    func item(_ request: ItemReference) async throws(ServiceError) -> ItemDetails {
        note("item", request)
        return ItemDetails(item: Self.problem)
    }

    func createItem(_ request: NewItemRequest) async throws(ServiceError) -> Saved {
        note("createItem", request)
        return Self.saved("N-7F3KD")
    }

    func changeItem(_ request: ItemChangeRequest) async throws(ServiceError) -> Saved {
        note("changeItem", request)
        return Self.saved("N-7F3KD")
    }

    func calendar(_ request: CalendarRequest) async throws(ServiceError) -> CalendarFile {
        note("calendar", request)
        return CalendarFile(text: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    }

    func openSpace(_ request: ItemReference) async throws(ServiceError) -> OpenSpace {
        note("openSpace", request)
        func item(_ code: String, _ kind: ItemKind, _ title: String) -> LocalProtocol.Item {
            LocalProtocol.Item(
                id: "a1", code: code, kind: kind, title: title, author: Byline(name: "Ada"),
                writtenAt: Timestamp(milliseconds: 0))
        }
        let card = item("G-9K2M4", .session, "Why seals leak")
        return OpenSpace(
            event: item("E-7F3KD", .event, "Kick-off"), workplace: "Plant North",
            slots: ["1", "2"], rooms: ["Room A"],
            cells: [OpenSpaceCell(slot: "1", room: "Room A", cards: [card, card])], unplaced: [])
    }

    func digest(_ request: DigestRequest) async throws(ServiceError) -> Digest {
        note("digest", request)
        let moment = Timestamp(milliseconds: 0)
        return Digest(workplace: "Plant North", from: moment, until: moment, sections: [])
    }

    private var issue: DigestIssueShown {
        let moment = Timestamp(milliseconds: 1_700_000_000_000)
        return DigestIssueShown(
            code: "DI-7F3KD", label: "12-Canteen", number: 12,
            author: Byline(name: "Canteen"), givenOutAt: moment, from: moment, until: moment)
    }

    func issueDigest(_ request: DigestRequest) async throws(ServiceError) -> Digest {
        note("issueDigest", request)
        let moment = Timestamp(milliseconds: 0)
        var digest = Digest(
            workplace: "Plant North", from: moment, until: moment, sections: [])
        digest.issue = issue
        return digest
    }

    func digestIssues() async throws(ServiceError) -> DigestIssueList {
        DigestIssueList(issues: [issue])
    }

    func trace(_ request: TraceRequest) async throws(ServiceError) -> TraceChain {
        note("trace", request)
        return TraceChain(steps: [], links: [], people: [], isCut: false)
    }
}
