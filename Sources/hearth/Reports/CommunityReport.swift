internal import Languages
internal import LocalProtocol

/// How communities look to a person.
enum CommunityReport {
    /// What `hearth community list` prints.
    static func lines(_ list: CommunityList, _ style: Style) -> [String] {
        guard !list.communities.isEmpty else {
            return [say("No community yet. Start one: hearth community new \"NAME\"")]
        }
        var table = Table([
            ("CODE", .left), ("MEMBER", .left), ("MEMBERS", .right), ("QUESTIONS", .right),
            ("UNANSWERED", .right), ("NAME", .left),
        ])
        for community in list.communities {
            table.add(
                community.code, community.isMember ? say("yes") : say("no"),
                Style.number(community.members), Style.number(community.questions),
                Style.number(community.unanswered), name(community))
        }
        return table.lines(style)
    }

    /// What `hearth community show` prints.
    static func lines(_ details: CommunityDetails, _ style: Style) -> [String] {
        let community = details.community
        var rows = Rows(style)
        rows.add("community", "\(style.bold(name(community)))  \(community.code)")
        rows.add("about", community.about.map { PlainText.line($0) })
        if let visibility = community.visibility, visibility != .open {
            rows.add(
                "visibility",
                visibility == .listed
                    ? say("listed: members let people in")
                    : say("private: only members know of it"))
        }
        rows.add("created", beginning(by: details.createdBy, at: community.createdAt, style))
        rows.add("form", community.form.map { Words.form($0) })
        rows.add("stage", stage(details))
        addShape(details, to: &rows)
        rows.add(
            "questions",
            say(
                "\(Style.number(community.questions)), \(Style.number(community.unanswered)) "
                    + "without an answer"))
        addPeople(details, to: &rows, style)
        return rows.lines + charter(details) + next(details)
    }

    /// Who began something and when, as far as that is known.
    static func beginning(
        by person: PersonName?, at moment: Timestamp?, _ style: Style
    ) -> String {
        let name = person.map { PlainText.line($0.name) }
        let day = moment.map { style.day($0) }
        switch (name, day) {
        case (let name?, let day?): return say("by \(name) on \(day)")
        case (let name?, nil): return say("by \(name)")
        case (nil, let day?): return say("on \(day)")
        case (nil, nil): return ""
        }
    }

    /// Where its members say that it stands and, if that is different, what the signs speak for.
    private static func stage(_ details: CommunityDetails) -> String {
        let community = details.community
        if community.isArchived { return say("archived") }
        let declared = Words.stage(community.stage ?? .potential)
        guard let suggested = details.suggestedStage else { return declared }
        return say(
            "\(declared); it looks like \(Words.stage(suggested)): "
                + "hearth community stage \(community.code) \(suggested.rawValue)")
    }

    private static func charter(_ details: CommunityDetails) -> [String] {
        guard let charter = details.charter else { return [] }
        return [""]
            + PlainText.block(charter).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    " + $0 }
    }

    /// What members decided on the community's shape.
    private static func addShape(_ details: CommunityDetails, to rows: inout Rows) {
        let community = details.community
        rows.add(
            "archived",
            community.isArchived ? say("by its members; hearth reopen \(community.code)") : nil)
        if let closing = details.closing {
            rows.add("decided", "\(closing.code), \(closing.state.words)")
            rows.add("farewell", closing.farewell.map { PlainText.line($0) })
            rows.add("harvest", closing.harvest.map { PlainText.line($0) })
            rows.add(
                "goes on in",
                closing.other.map { "\(PlainText.line($0.name)) \($0.code)" })
        }
        rows.add(
            "merged with",
            community.merged.isEmpty
                ? nil : Style.list(community.merged.map { "\(PlainText.line($0.name)) \($0.code)" })
        )
        rows.add(
            "goes on from", community.forkedFrom.map { "\(PlainText.line($0.name)) \($0.code)" })
    }

    /// Who is in, who wants to be, and who coordinates.
    private static func addPeople(
        _ details: CommunityDetails, to rows: inout Rows, _ style: Style
    ) {
        rows.add("members", details.members.isEmpty ? nil : members(details.members))
        let waiting = details.waiting ?? []
        rows.add("waiting", waiting.isEmpty ? nil : CircleReport.names(waiting))
        let invited = details.invited ?? []
        rows.add("invited", invited.isEmpty ? nil : CircleReport.names(invited))
        if let coordinator = details.coordinator {
            let names = coordinator.holders.map { PlainText.line($0.person.name) }
            rows.add(
                "coordinator",
                names.isEmpty ? RoleReport.vacancy(coordinator, style) : Style.list(names))
        }
    }

    private static func members(_ members: [CommunityMember]) -> String {
        Style.list(members.map { CircleReport.member($0) })
    }

    private static func next(_ details: CommunityDetails) -> [String] {
        let community = details.community
        if community.isWaiting == true {
            return ["", say("You wait for a member to let you in.")]
        }
        guard community.isMember else {
            return ["", say("Join it: hearth community join \(community.code)")]
        }
        guard let first = details.waiting?.first else { return [] }
        return [
            "",
            say(
                "Let them in: hearth community admit \(community.code) "
                    + "\"\(PlainText.line(first.name))\""),
        ]
    }

    /// What `hearth rehome` prints.
    static func lines(_ moved: Rehomed, _ style: Style) -> [String] {
        let home = PlainText.line(moved.home.name)
        guard !moved.questions.isEmpty else {
            return [
                say(
                    "No open question of \(PlainText.line(moved.community.name)) is missing in "
                        + "\(home).")
            ]
        }
        return moved.questions.map {
            say("\($0.from) goes on in \(home) as \(style.cyan($0.to))") + "  "
                + PlainText.line($0.title)
        } + [moved.durability.sentence]
    }

    /// What is said after a change.
    static func lines(_ saved: CommunitySaved, _ verb: String, _ style: Style) -> [String] {
        [
            "\(verb) \(style.bold(name(saved.community)))  \(style.cyan(saved.community.code))",
            saved.durability.sentence,
        ]
    }

    private static func name(_ community: Community) -> String {
        let others = community.otherNames.map { PlainText.line($0) }
        let suffix = others.isEmpty ? "" : " " + say("(also named \(Style.list(others)))")
        let state =
            community.isArchived
            ? " " + say("(archived)")
            : community.isMember && community.isQuiet
                ? " " + say("(quiet, see hearth pulse)") : ""
        return PlainText.line(community.name) + suffix + state
    }
}
