internal import Languages
internal import LocalProtocol

/// How roles look to a person.
enum RoleReport {
    /// What `hearth roles --all` prints.
    static func lines(_ descriptions: RoleDescriptions, _ style: Style) -> [String] {
        var lines: [String] = []
        for role in descriptions.roles {
            lines += [
                style.bold(PlainText.line(role.role)) + style.faint(", " + term(role)),
                "    \(PlainText.line(role.purpose))",
                "    "
                    + say(
                        "may do what every member may, above all: "
                            + "\(Style.list(role.verbs.map { PlainText.line($0) }))"),
            ]
            if !role.exclusiveVerbs.isEmpty {
                lines.append(
                    style.red("    " + say("alone:") + " ")
                        + Style.list(role.exclusiveVerbs.map { PlainText.line($0) }))
            }
        }
        if descriptions.roles.allSatisfy(\.exclusiveVerbs.isEmpty) {
            lines += ["", say("No role may do anything that a member may not: hearth can --all")]
        }
        return lines
    }

    private static func term(_ role: RoleDescription) -> String {
        say(
            role.longestTerm, one: "\(.count) month at most", other: "\(.count) months at most")
    }

    /// What `hearth roles` prints.
    static func lines(_ list: RoleList, _ style: Style) -> [String] {
        guard !list.communities.isEmpty else {
            return [say("You are in no community yet: hearth community list")]
        }
        var lines: [String] = []
        for community in list.communities {
            if !lines.isEmpty { lines.append("") }
            lines.append(style.bold(PlainText.line(community.community.name)))
            for role in community.roles { lines += self.lines(role, style) }
        }
        return lines
    }

    private static func lines(_ role: RoleStanding, _ style: Style) -> [String] {
        var rows = Rows(style)
        for holder in role.holders { rows.add(named: role.role, sentence(holder, style)) }
        if role.holders.isEmpty { rows.add(named: role.role, vacancy(role, style)) }
        for holder in role.asked {
            let name = PlainText.line(holder.person.name)
            let sentence =
                holder.askedBy.map { say("\(name) was asked by \(PlainText.line($0.name))") }
                ?? say("\(name) was asked")
            rows.add(named: "", "\(sentence)  \(style.cyan(holder.code))")
        }
        return rows.lines
    }

    private static func sentence(_ holder: RoleHolder, _ style: Style) -> String {
        let name = PlainText.line(holder.person.name)
        let until = style.day(holder.until)
        let sentence =
            holder.pledge.map { say("\(name) until \(until), pledges \"\(PlainText.line($0))\"") }
            ?? say("\(name) until \(until)")
        return "\(sentence)  \(style.cyan(holder.code))"
    }

    /// `vacant since 2027-05-04: pick it up with …`.
    static func vacancy(_ role: RoleStanding, _ style: Style) -> String {
        let state =
            role.vacantSince.map { say("vacant since \(style.day($0))") } ?? say("vacant")
        let name = PlainText.line(role.role)
        return role.isUpForAll
            ? say("\(state): anyone, pick it up with hearth role take \(name)")
            : say("\(state): pick it up with hearth role take \(name)")
    }
}
