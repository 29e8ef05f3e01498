internal import Community
internal import LocalProtocol

/// What of a record everybody may read: fields that are named here, and no others.
///
/// Everybody's own entries are not among them, nor what names another record or a community, for
/// that may be one that nobody is to know of.
enum OpenFields {
    /// The fields of each kind that has a page, in the order in which they are read.
    static let names: [ItemKind: [String]] = [
        .problem: ["body", "place"],
        .story: ["situation", "tried", "happened", "lesson", "outcome", "place"],
        .experiment: ["hypothesis", "worst_case", "stop_rule", "review", "place"],
        .outcome: ["result", "learning", "retry_if"],
        .trial: ["worked", "machine", "date", "note"],
        .event: ["body", "start", "end", "places", "notes"],
        .session: ["slot", "notes"],
        .valueStory: ["immediate", "potential", "applied", "realised", "reframed", "saving"],
        .page: ["place"],
    ]

    /// The numbers of the kinds that have a page, or a place on one.
    static let kinds: Set<UInt32> = Set(
        [Schema.question.number, Schema.answer.number] + names.keys.map(\.rule.number))

    /// A record as strangers read it.
    static func post(_ item: LocalProtocol.Item) -> OpenPost {
        var fields: [ItemField] = []
        for name in names[item.kind] ?? [] {
            fields += (item.fields + item.elements).filter { $0.name == name }
        }
        return OpenPost(
            code: item.code, kind: item.kind.rawValue, title: item.title, fields: fields,
            author: item.author, writtenAt: item.writtenAt, state: item.state, notes: item.notes,
            isFolded: item.folding != nil)
    }
}

extension Post {
    /// The post as strangers read it.
    var open: OpenPost {
        var post = OpenPost(
            code: code, kind: kind.rawValue, title: title ?? "",
            fields: body.isEmpty ? [] : [ItemField(name: "body", value: body)], author: author,
            writtenAt: writtenAt, notes: [mark].compactMap { $0 }, isFolded: folding != nil,
            isAccepted: isAccepted == true, experience: experience)
        post.thankedBy = thanks.filter { $0.folding == nil }.map(\.author.name)
        return post
    }
}

extension LocalProtocol.Community {
    /// The community as strangers see it.
    var open: OpenCommunity {
        OpenCommunity(
            name: CommunityName(id: id, code: code, name: name), about: about,
            questions: questions, lastPostAt: lastPostAt, isArchived: isArchived)
    }
}
