internal import LocalProtocol

/// How shared terminals and slips look to a person.
enum KioskReport {
    /// What `hearth kiosk` prints.
    static func lines(_ shown: KioskShown, _ style: Style) -> [String] {
        var lines = [style.bold(PlainText.line(shown.kiosk.name))]
        guard !shown.people.isEmpty else {
            return lines + ["Nobody can sign in here yet. With a slip: hearth kiosk begin CODE"]
        }
        var table = Table("NAME", "SIGNS IN WITH", "NEWS", "STATE")
        for person in shown.people {
            table.add(
                PlainText.line(person.person.name), means(person), person.hasNews ? "•" : "",
                state(person, style))
        }
        lines += table.lines(style)
        return lines
    }

    private static func means(_ person: KioskPerson) -> String {
        switch (person.hasPIN, person.hasCard) {
        case (true, true): "PIN or card"
        case (true, false): "PIN"
        case (false, true): "card"
        case (false, false): "nothing"
        }
    }

    private static func state(_ person: KioskPerson, _ style: Style) -> String {
        if person.isOut { return "put out" }
        if let words = person.words {
            return "waits for a word: " + words.map { PlainText.line($0) }.joined(separator: " ")
        }
        return person.lockedUntil.map { "no PIN until \(style.clock($0))" } ?? "ready"
    }

    /// What is said to whoever has signed in.
    static func lines(_ session: KioskSession, _ style: Style) -> [String] {
        [
            style.green("\(PlainText.line(session.person.name)) is signed in")
                + ", until \(session.idleSeconds) seconds after the last command.",
            "For the commands that follow:",
            "  export HEARTH_SESSION=\(session.token)",
        ]
    }

    /// What is said about a new key or card.
    ///
    /// - Parameter file: Where the page with the card lies, if it was written.
    static func lines(_ made: HeldKeyMade, _ file: String?, _ style: Style) -> [String] {
        let name = PlainText.line(made.person.name)
        var lines =
            file.map {
                ["The card of \(name) is in \($0). Print it, then delete the file."]
            } ?? [
                "The card of \(name): \(style.bold(made.card))",
                "Write it down now: it is shown this once and kept nowhere.",
            ]
        if let words = made.words {
            lines += [
                "", "    " + style.bold(words.map { PlainText.line($0) }.joined(separator: "   ")),
                "", "The key counts once these four words were compared:",
                "  hearth kiosk accept \(name)     (at a computer of \(name), or of two colleagues)",
            ]
        }
        if let session = made.session { lines += [""] + self.lines(session, style) }
        return lines
    }

    /// What is said about a new slip.
    ///
    /// - Parameter file: Where the page with the slip lies, if it was written.
    static func lines(_ saved: UnclaimedSaved, _ file: String?, _ style: Style) -> [String] {
        let name = PlainText.line(saved.person.name ?? "somebody")
        return [
            "Noted \(name) as \(style.cyan(saved.person.code)).",
            file.map { "The slip is in \($0). Print it, then delete the file." }
                ?? "The slip for \(name): \(style.bold(saved.slip))",
            "Whoever shows it at a terminal is \(name), by your word: hand it over in person.",
        ]
    }

    /// What `hearth slip list` prints.
    static func lines(_ list: UnclaimedList, _ style: Style) -> [String] {
        guard !list.people.isEmpty else { return ["Nobody was noted."] }
        var table = Table("CODE", "NAME", "SITE", "NOTED BY", "NOTED", "CAME AS")
        for person in list.people {
            table.add(
                person.code, person.name.map { PlainText.line($0) } ?? "(taken off)",
                person.site.map { PlainText.line($0) } ?? "",
                PlainText.line(person.scribe.name), style.day(person.notedAt),
                person.claimedBy.map { PlainText.line($0.name) } ?? "")
        }
        return table.lines(style)
    }

    /// What `hearth kiosk offers` prints.
    static func lines(_ list: KeyOfferList, _ style: Style) -> [String] {
        guard !list.offers.isEmpty else { return ["No key waits for a word."] }
        return list.offers.map { offer in
            let said = offer.spokenBy.map { PlainText.line($0.name) }.joined(separator: ", ")
            return style.bold(PlainText.line(offer.person.name)) + " at "
                + PlainText.line(offer.kiosk.name) + ": "
                + offer.words.map { PlainText.line($0) }.joined(separator: " ")
                + (said.isEmpty ? "" : style.faint("  (\(said) said yes)"))
        }
    }

    /// What is compared before somebody gives a word.
    static func lines(comparing offer: KeyOfferShown, _ style: Style) -> [String] {
        [
            "\(PlainText.line(offer.kiosk.name)) keeps a key for "
                + "\(PlainText.line(offer.person.name)). Its screen shows:",
            "",
            "    " + style.bold(offer.words.map { PlainText.line($0) }.joined(separator: "   ")),
            "",
        ]
    }
}
