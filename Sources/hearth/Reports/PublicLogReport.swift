internal import LocalProtocol

/// How the public log looks to a person.
enum PublicLogReport {
    /// What `hearth log` prints.
    static func lines(_ page: PublicLogPage, _ style: Style) -> [String] {
        guard !page.entries.isEmpty else {
            return [
                "Nothing yet: nobody in \(PlainText.line(page.community.name)) has flagged, "
                    + "blurred or taken a role."
            ]
        }
        return page.entries.map { entry in
            style.faint(style.moment(entry.at)) + "  " + PlainText.line(entry.sentence)
        }
    }
}
