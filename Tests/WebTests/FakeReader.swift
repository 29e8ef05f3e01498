import LocalProtocol

/// A reader that shows what it is given.
struct FakeReader: OpenReader {
    static let noon = Timestamp(milliseconds: 1_800_000_000_000)

    /// What stands in every text field of every page.
    var words = "Which grease?"
    var isEmpty = false
    var error: ServiceError?

    var frame: OpenFrame {
        OpenFrame(workplace: words, terminal: words, madeAt: Self.noon, connected: 2)
    }

    private var byline: Byline {
        var byline = Byline(
            name: words, person: PersonName(id: "ada-id", code: "M-ADA", name: words), via: words)
        byline.onBehalf = BehalfShown(name: words, consent: "paper")
        return byline
    }

    private var name: CommunityName { CommunityName(id: "id", code: "C-7F3KD", name: words) }

    private var community: OpenCommunity {
        OpenCommunity(name: name, about: words, questions: 3, lastPostAt: Self.noon)
    }

    private var digest: Digest {
        let entry = DigestEntry(
            code: "Q-7F3KD", title: words, author: byline, date: Self.noon, community: name,
            line: words)
        let topics: [DigestTopic] = [
            .openQuestions, .answered, .learned, .thanks, .events, .problems,
        ]
        return Digest(
            workplace: words, from: Self.noon, until: Self.noon,
            sections: isEmpty
                ? []
                : topics.map { DigestSection(topic: $0, entries: [entry], hasMore: true) })
    }

    private func post(_ kind: String) -> OpenPost {
        OpenPost(
            code: kind == "question" ? "Q-7F3KD" : "A-9Z9Z9", kind: kind, title: words,
            fields: ["body", "place", "note"].map { ItemField(name: $0, value: words) },
            author: byline, writtenAt: Self.noon, state: words, notes: [words], isAccepted: true,
            experience: words, thankedBy: [words])
    }

    private func check() throws(ServiceError) {
        if let error { throw error }
    }

    func openFrame() async throws(ServiceError) -> OpenFrame {
        try check()
        return frame
    }

    func openFront() async throws(ServiceError) -> OpenFront {
        try check()
        return OpenFront(frame: frame, communities: isEmpty ? [] : [community], digest: digest)
    }

    func openCommunity(_ reference: String) async throws(ServiceError) -> OpenCommunityPage {
        try check()
        return OpenCommunityPage(
            frame: frame, community: community, charter: words, digest: digest)
    }

    func openItem(_ code: String) async throws(ServiceError) -> OpenFound {
        try check()
        switch code {
        case "C-7F3KD": return .community(code: code)
        case "22222": return .several(frame, codes: ["Q-22222", "N-22222"])
        case "00000": throw ServiceError(.notFound, said: "secret")
        default:
            return .item(
                OpenItem(
                    frame: frame, community: name, whole: post("question"),
                    parts: isEmpty ? [] : [post("answer")]))
        }
    }

    func openFindings(_ words: String) async throws(ServiceError) -> OpenFindings {
        try check()
        let hit = OpenHit(
            code: "A-9Z9Z9", kind: "answer", title: self.words, author: byline,
            writtenAt: Self.noon, community: name,
            snippet: [
                SnippetPiece(text: self.words, isMatch: true),
                SnippetPiece(text: self.words, isMatch: false),
            ])
        return OpenFindings(
            frame: frame, hits: isEmpty ? [] : [hit], correction: self.words)
    }
}
