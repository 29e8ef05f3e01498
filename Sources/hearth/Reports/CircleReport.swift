internal import Languages
internal import LocalProtocol

/// How invitations and keys look to a person.
enum CircleReport {
    /// Names in a row.
    static func names(_ people: [PersonName]) -> String {
        Style.list(people.map { PlainText.line($0.name) })
    }

    /// A member, with who let them in.
    static func member(_ member: CommunityMember) -> String {
        let name = PlainText.line(member.name)
        guard let hosts = member.letInBy, !hosts.isEmpty else { return name }
        return say("\(name) (let in by \(names(hosts)))")
    }

    /// What is said to somebody who asked to come into a listed community.
    static func waiting(_ saved: CommunitySaved, _ style: Style) -> [String] {
        [
            say("You asked to come into \(style.bold(PlainText.line(saved.community.name)))."),
            say(
                "It waits for a member: any of them can run hearth community admit "
                    + "\(saved.community.code)"),
        ]
    }

    /// What `hearth community invitations` prints.
    static func lines(_ list: InvitationList, _ style: Style) -> [String] {
        var lines: [String] = []
        if list.invitations.isEmpty {
            lines.append(say("No invitation waits."))
        } else {
            var table = Table([("COMMUNITY", .left), ("FROM", .left), ("CAME", .left)])
            for invitation in list.invitations {
                table.add(
                    PlainText.line(invitation.name), PlainText.line(invitation.from.name),
                    style.day(invitation.arrivedAt))
            }
            lines += table.lines(style)
            lines += ["", say("Accept one: hearth community invitations accept NAME")]
        }
        if list.waitingCodes > 0 {
            lines.append(
                say(
                    list.waitingCodes,
                    one: "\(.count) code waits for the computer of a member to come along.",
                    other: "\(.count) codes wait for the computer of a member to come along."))
        }
        return lines
    }

    /// What is said after an answer, or after a code was shown.
    static func lines(_ answer: InvitationAnswer, code: Bool, _ style: Style) -> [String] {
        let name = answer.name.map { style.bold(PlainText.line($0)) } ?? say("the community")
        if answer.isAccepted {
            return [
                say("You may come into \(name). It is here as soon as a member is connected.")
            ]
        }
        return code
            ? [
                say(
                    "No member's computer has answered yet. The code is shown to every colleague's\n"
                        + "computer that comes along: hearth community invitations says how it "
                        + "stands.")
            ] : [say("Declined \(name). Nobody is told.")]
    }

    /// What `hearth community invite --code` prints.
    static func lines(_ code: DoorCode, _ style: Style) -> [String] {
        let name = PlainText.line(code.community.name)
        return [
            style.bold(code.code),
            say(
                code.uses,
                one: "Lets one colleague into \(name) until \(style.day(code.expiresAt)).",
                other: "Lets \(.count) colleagues into \(name) until "
                    + "\(style.day(code.expiresAt))."),
            say("They type: hearth community join --code \(code.code)"),
        ]
    }

    /// What `hearth community keys` prints.
    static func lines(_ report: KeyReport, _ style: Style) -> [String] {
        var rows = Rows(style)
        rows.add("community", style.bold(PlainText.line(report.community.name)))
        rows.add(
            "key",
            report.since.map { say("generation \(report.generation), since \(style.day($0))") }
                ?? say("generation \(report.generation)"))
        rows.add(
            "known here",
            say(
                report.generations, one: "\(.count) generations", other: "\(.count) generations"))
        rows.add("new key", due(report))
        rows.add("lacking it", report.lacking.isEmpty ? say("nobody") : names(report.lacking))
        rows.add("next try", report.nextTryAt.map { style.day($0) })
        return rows.lines
    }

    private static func due(_ report: KeyReport) -> String {
        guard report.isDue else { return say("not due") }
        return report.outsiders.isEmpty
            ? say("due") : say("due: \(names(report.outsiders)) has this one and is out")
    }
}
