internal import LocalProtocol

/// How roles look to a person.
enum RoleReport {
    /// What `hearth roles --all` prints.
    static func lines(_ descriptions: RoleDescriptions, _ style: Style) -> [String] {
        var lines: [String] = []
        for role in descriptions.roles {
            lines += [
                style.bold(PlainText.line(role.role))
                    + style.faint(", \(Style.count(role.longestTerm, "month")) at most"),
                "    \(PlainText.line(role.purpose))",
                "    may do what every member may, above all: "
                    + role.verbs.map { PlainText.line($0) }.joined(separator: ", "),
            ]
            if !role.exclusiveVerbs.isEmpty {
                lines.append(
                    style.red("    alone: ")
                        + role.exclusiveVerbs.map { PlainText.line($0) }.joined(separator: ", "))
            }
        }
        if descriptions.roles.allSatisfy(\.exclusiveVerbs.isEmpty) {
            lines += ["", "No role may do anything that a member may not: hearth can --all"]
        }
        return lines
    }

    /// What `hearth roles` prints.
    static func lines(_ list: RoleList, _ style: Style) -> [String] {
        guard !list.communities.isEmpty else {
            return ["You are in no community yet: hearth community list"]
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
        for holder in role.holders { rows.add(role.role, sentence(holder, style)) }
        if role.holders.isEmpty { rows.add(role.role, vacancy(role, style)) }
        for holder in role.asked {
            let asker = holder.askedBy.map { " by " + PlainText.line($0.name) } ?? ""
            rows.add(
                "",
                "\(PlainText.line(holder.person.name)) was asked\(asker)  "
                    + style.cyan(holder.code))
        }
        return rows.lines
    }

    private static func sentence(_ holder: RoleHolder, _ style: Style) -> String {
        let pledge = holder.pledge.map { ", pledges \"\(PlainText.line($0))\"" } ?? ""
        return "\(PlainText.line(holder.person.name)) until \(style.day(holder.until))\(pledge)  "
            + style.cyan(holder.code)
    }

    /// `vacant since 2027-05-04: pick it up with …`.
    static func vacancy(_ role: RoleStanding, _ style: Style) -> String {
        let since = role.vacantSince.map { " since \(style.day($0))" } ?? ""
        let name = PlainText.line(role.role)
        let offer = role.isUpForAll ? "anyone, pick it up" : "pick it up"
        return "vacant\(since): \(offer) with hearth role take \(name)"
    }
}
