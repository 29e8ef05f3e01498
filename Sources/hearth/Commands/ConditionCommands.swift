internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth conditions`.
struct ConditionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "conditions", "What helps a community, what is in its way, and who can change it.",
        notes: """
            A card of six lines: social, cultural, technical, physical, economic, political. \
            Everybody who reads the community reads it; every member fills it in, a sponsor too.
            """,
        examples: [
            "hearth conditions show --community Bearings",
            "hearth conditions set physical \"No room after five\" --changed-by \"Eli\"",
        ],
        subcommands: [Show.self, Put.self, Settle.self], defaultSubcommand: Show.self)

    /// The command `hearth conditions show`.
    struct Show: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "show", "Show the card.", examples: ["hearth conditions show"])

        @Option(help: .say("Only of this community."))
        var community: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let list = try await session.client.call(
                Routes.listItems, ItemsRequest(kind: .condition, community: community, limit: 500))
            try session.print(list) { ConditionReport.lines(list, $0) }
        }
    }

    /// The command `hearth conditions set`.
    struct Put: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "set", "Fill in a line of the card; a line that is there is changed.",
            examples: [
                "hearth conditions set economic \"One afternoon a month is paid\" --helps "
                    + "--changed-by \"the line manager\""
            ])

        @Argument(help: .say("social, cultural, technical, physical, economic or political."))
        var aspect: String
        @Argument(help: .say("What helps or is in the way, in a line."))
        var text: String
        @Flag(help: .say("It helps; otherwise it is in the way."))
        var helps = false
        @Option(name: .customLong("changed-by"), help: .say("Who can change it."))
        var changedBy: String?
        @Option(
            help: .say("Short code or name of the community; not needed by a member of just one."))
        var community: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let home = try await home(session)
            let known = try await known(in: home, session)
            var fields = ItemFields()
            fields.add("title", text)
            fields.add("helps", helps ? "yes" : "no")
            fields.add("changed_by", changedBy)
            if let known {
                try await session.change(known.code, set: fields, say("Changed"))
            } else {
                fields.add("aspect", aspect)
                try await session.publish(.condition, fields, community: home, say("Noted"))
            }
        }

        /// The community that was named, or the only one.
        private func home(_ session: Session) async throws -> String? {
            if let community { return community }
            let joined = try await session.client.call(Routes.communities).communities
                .filter(\.isMember)
            return joined.count == 1 ? joined.first?.code : nil
        }

        private func known(in home: String?, _ session: Session) async throws -> Item? {
            guard let home else { return nil }
            let list = try await session.client.call(
                Routes.listItems, ItemsRequest(kind: .condition, community: home, limit: 500))
            return list.items.first { item in
                item.state != "settled" && item.value("aspect") == aspect
            }
        }
    }

    /// The command `hearth conditions settle`.
    struct Settle: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "settle", "Say that a line of the card is settled, which makes room for another.",
            examples: ["hearth conditions settle CD-7F3KD"])

        @Argument(help: .say("Short code of the line."))
        var line: String
        @Flag(help: .say("It is back."))
        var undo = false
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("settled", undo ? "no" : "yes")
            try await session.change(line, set: fields, undo ? say("Back:") : say("Settled"))
        }
    }
}

extension Item {
    /// The value of a field, if it has one.
    fileprivate func value(_ field: String) -> String? {
        fields.first { $0.name == field }?.value
    }
}

/// How a conditions card looks to a person.
enum ConditionReport {
    private static let aspects = [
        "social", "cultural", "technical", "physical", "economic", "political",
    ]

    /// What `hearth conditions show` prints: one card for each community.
    static func lines(_ list: ItemList, _ style: Style) -> [String] {
        let open = list.items.filter { $0.state != "settled" }
        guard !open.isEmpty else {
            return [
                say("The card is empty. Fill it in: hearth conditions set physical \"…\"")
            ]
        }
        var table = Table([
            ("WHERE", .left), ("SIDE", .left), ("", .left), ("CODE", .left), ("LINE", .left),
            ("CHANGED BY", .left),
        ])
        let order = open.sorted { one, two in
            let places = [one, two].map { item in
                (
                    item.community?.name ?? "",
                    aspects.firstIndex(of: item.value("aspect") ?? "") ?? aspects.count
                )
            }
            return places[0] < places[1]
        }
        for item in order {
            let helps = item.value("helps") == "yes"
            table.add(
                DisplayWidth.cut(PlainText.line(item.community?.name ?? ""), to: 20),
                PlainText.line(Words.value(item.value("aspect") ?? "", of: "aspect")),
                helps ? style.green(Words.state("helps")) : style.yellow(Words.state("in the way")),
                item.code,
                PlainText.line(item.title), PlainText.line(item.value("changed_by") ?? ""))
        }
        return table.lines(style)
    }
}
