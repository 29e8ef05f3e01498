internal import Languages
internal import LocalProtocol

/// How the public log looks to a person.
enum PublicLogReport {
    /// What `hearth log` prints.
    static func lines(_ page: PublicLogPage, _ style: Style) -> [String] {
        guard !page.entries.isEmpty else {
            guard let community = page.community else {
                return [
                    say("Nothing yet: nobody has been let in, and no computer was added.")
                ]
            }
            return [
                say(
                    "Nothing yet: nobody in \(PlainText.line(community.name)) has proposed, flagged, "
                        + "blurred or taken a role.")
            ]
        }
        return page.entries.map { entry in
            style.faint(style.moment(entry.at)) + "  " + PlainText.line(entry.sentence)
        }
    }
}
