internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth tag`.
struct TagCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "tag", "The tags of a community, and which of them mean the same.",
        notes: "Whoever looks for one tag of a group finds them all. Whoever splits two wins.",
        examples: ["hearth tag list", "hearth tag same press4 press-4"],
        subcommands: [List.self, Same.self, Split.self], defaultSubcommand: List.self)

    /// The command `hearth tag list`.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "list", "List the tags, the most used first.",
            examples: ["hearth tag list --community Bearings"])

        @Option(
            help: .say("Short code or name of the community; not needed by a member of just one."))
        var community: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let list = try await session.client.call(
                Routes.tags, TagsRequest(community: community))
            try session.print(list) { TagReport.lines(list, $0) }
        }
    }

    /// The command `hearth tag same`.
    struct Same: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "same", "Say that two tags mean the same.",
            examples: ["hearth tag same press4 press-4 --community Bearings"])

        @Argument(help: .say("A tag."))
        var tag: String
        @Argument(help: .say("The other."))
        var other: String
        @Option(
            help: .say("Short code or name of the community; not needed by a member of just one."))
        var community: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try await session.relate(tag, other, isSplit: false, community)
        }
    }

    /// The command `hearth tag split`.
    struct Split: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "split", "Say that two tags don't mean the same after all.",
            examples: ["hearth tag split press4 press-7"])

        @Argument(help: .say("A tag."))
        var tag: String
        @Argument(help: .say("The other."))
        var other: String
        @Option(
            help: .say("Short code or name of the community; not needed by a member of just one."))
        var community: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try await session.relate(tag, other, isSplit: true, community)
        }
    }
}

extension Session {
    fileprivate func relate(
        _ tag: String, _ other: String, isSplit: Bool, _ community: String?
    ) async throws {
        let list = try await client.call(
            Routes.relateTags,
            TagRelationRequest(tag: tag, other: other, isSplit: isSplit, community: community))
        try print(list) { TagReport.lines(list, $0) }
    }
}

/// How tags look to a person.
enum TagReport {
    /// What the commands of `hearth tag` print.
    static func lines(_ list: TagList, _ style: Style) -> [String] {
        guard !list.tags.isEmpty else { return [say("No tag here.")] }
        var table = Table([("TAG", .left), ("USED", .right), ("SAME AS", .left)])
        for group in list.tags {
            table.add(
                PlainText.line(group.tag), Style.number(group.uses),
                group.others.isEmpty ? "" : Style.list(group.others.map { PlainText.line($0) }))
        }
        return table.lines(style)
    }
}

/// The command `hearth same`.
struct SameCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "same", "Say that two questions, or two problems, are the same; both stay.",
        examples: ["hearth same Q-7F3KD Q-9K2M4"])

    @Argument(help: .say("Short code of one."))
    var post: String
    @Argument(help: .say("Short code of the other."))
    var other: String
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        var fields = ItemFields()
        fields.add("same_as", other)
        try await session.change(post, add: fields, say("Linked"))
    }
}
