internal import LocalProtocol

/// How invitations and keys look to a person.
enum CircleReport {
    /// Names in a row.
    static func names(_ people: [PersonName]) -> String {
        people.map { PlainText.line($0.name) }.joined(separator: ", ")
    }

    /// A member, with who let them in.
    static func member(_ member: CommunityMember) -> String {
        let name = PlainText.line(member.name)
        guard let hosts = member.letInBy, !hosts.isEmpty else { return name }
        return "\(name) (let in by \(names(hosts)))"
    }

    /// What is said to somebody who asked to come into a listed community.
    static func waiting(_ saved: CommunitySaved, _ style: Style) -> [String] {
        [
            "You asked to come into \(style.bold(PlainText.line(saved.community.name))).",
            "It waits for a member: any of them can run hearth community admit "
                + saved.community.code,
        ]
    }

    /// What `hearth community invitations` prints.
    static func lines(_ list: InvitationList, _ style: Style) -> [String] {
        var lines: [String] = []
        if list.invitations.isEmpty {
            lines.append("No invitation waits.")
        } else {
            var table = Table([("COMMUNITY", .left), ("FROM", .left), ("CAME", .left)])
            for invitation in list.invitations {
                table.add(
                    PlainText.line(invitation.name), PlainText.line(invitation.from.name),
                    style.day(invitation.arrivedAt))
            }
            lines += table.lines(style)
            lines += ["", "Accept one: hearth community invitations accept NAME"]
        }
        if list.waitingCodes > 0 {
            let codes = list.waitingCodes == 1 ? "1 code waits" : "\(list.waitingCodes) codes wait"
            lines.append("\(codes) for the computer of a member to come along.")
        }
        return lines
    }

    /// What is said after an answer, or after a code was shown.
    static func lines(_ answer: InvitationAnswer, code: Bool, _ style: Style) -> [String] {
        let name = answer.name.map { style.bold(PlainText.line($0)) } ?? "the community"
        if answer.isAccepted {
            return ["You may come into \(name). It is here as soon as a member is connected."]
        }
        return code
            ? [
                "No member's computer has answered yet. The code is shown to every colleague's",
                "computer that comes along: hearth community invitations says how it stands.",
            ] : ["Declined \(name). Nobody is told."]
    }

    /// What `hearth community invite --code` prints.
    static func lines(_ code: DoorCode, _ style: Style) -> [String] {
        [
            style.bold(code.code),
            "Lets \(code.uses == 1 ? "one colleague" : "\(code.uses) colleagues") into "
                + "\(PlainText.line(code.community.name)) until \(style.day(code.expiresAt)).",
            "They type: hearth community join --code \(code.code)",
        ]
    }

    /// What `hearth community keys` prints.
    static func lines(_ report: KeyReport, _ style: Style) -> [String] {
        var rows = Rows(style)
        rows.add("community", style.bold(PlainText.line(report.community.name)))
        rows.add(
            "key",
            "generation \(report.generation)"
                + (report.since.map { ", since " + style.day($0) } ?? ""))
        rows.add("known here", "\(report.generations) generations")
        rows.add(
            "new key",
            report.isDue
                ? "due"
                    + (report.outsiders.isEmpty
                        ? "" : ": \(names(report.outsiders)) has this one and is out")
                : "not due")
        rows.add("lacking it", report.lacking.isEmpty ? "nobody" : names(report.lacking))
        rows.add("next try", report.nextTryAt.map { style.day($0) })
        return rows.lines
    }
}
