internal import Languages
internal import LocalProtocol

/// How shared terminals and slips look to a person.
enum KioskReport {
    /// What `hearth kiosk` prints.
    static func lines(_ shown: KioskShown, _ style: Style) -> [String] {
        var lines = [style.bold(PlainText.line(shown.kiosk.name))]
        guard !shown.people.isEmpty else {
            return lines + [
                say("Nobody can sign in here yet. With a slip: hearth kiosk begin CODE")
            ]
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
        case (true, true): say("PIN or card")
        case (true, false): say("PIN")
        case (false, true): say("card")
        case (false, false): say("nothing")
        }
    }

    private static func state(_ person: KioskPerson, _ style: Style) -> String {
        if person.isOut { return say("put out") }
        if let words = person.words {
            let shown = words.map { PlainText.line($0) }.joined(separator: " ")
            return say("waits for a word: \(shown)")
        }
        return person.lockedUntil.map { say("no PIN until \(style.clock($0))") } ?? say("ready")
    }

    /// What is said to whoever has signed in.
    static func lines(_ session: KioskSession, _ style: Style) -> [String] {
        [
            style.green(say("\(PlainText.line(session.person.name)) is signed in"))
                + say(
                    session.idleSeconds, one: ", until \(.count) seconds after the last command.",
                    other: ", until \(.count) seconds after the last command."),
            say("For the commands that follow:"),
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
                [say("The card of \(name) is in \($0). Print it, then delete the file.")]
            } ?? [
                say("The card of \(name): \(style.bold(made.card))"),
                say("Write it down now: it is shown this once and kept nowhere."),
            ]
        if let words = made.words {
            lines += [
                "", "    " + style.bold(words.map { PlainText.line($0) }.joined(separator: "   ")),
                "", say("The key counts once these four words were compared:"),
                "  hearth kiosk accept \(name)     "
                    + say("(at a computer of \(name), or of two colleagues)"),
            ]
        }
        if let session = made.session { lines += [""] + self.lines(session, style) }
        return lines
    }

    /// What is said about a new slip.
    ///
    /// - Parameter file: Where the page with the slip lies, if it was written.
    static func lines(_ saved: UnclaimedSaved, _ file: String?, _ style: Style) -> [String] {
        let name = PlainText.line(saved.person.name ?? say("somebody"))
        return [
            say("Noted \(name) as \(style.cyan(saved.person.code))."),
            file.map { say("The slip is in \($0). Print it, then delete the file.") }
                ?? say("The slip for \(name): \(style.bold(saved.slip))"),
            say("Whoever shows it at a terminal is \(name), by your word: hand it over in person."),
        ]
    }

    /// What `hearth slip list` prints.
    static func lines(_ list: UnclaimedList, _ style: Style) -> [String] {
        guard !list.people.isEmpty else { return [say("Nobody was noted.")] }
        var table = Table("CODE", "NAME", "SITE", "NOTED BY", "NOTED", "CAME AS")
        for person in list.people {
            table.add(
                person.code, person.name.map { PlainText.line($0) } ?? say("(taken off)"),
                person.site.map { PlainText.line($0) } ?? "",
                PlainText.line(person.scribe.name), style.day(person.notedAt),
                person.claimedBy.map { PlainText.line($0.name) } ?? "")
        }
        return table.lines(style)
    }

    /// What `hearth kiosk offers` prints.
    static func lines(_ list: KeyOfferList, _ style: Style) -> [String] {
        guard !list.offers.isEmpty else { return [say("No key waits for a word.")] }
        return list.offers.map { offer in
            let said = Style.list(offer.spokenBy.map { PlainText.line($0.name) })
            let name = style.bold(PlainText.line(offer.person.name))
            let words = offer.words.map { PlainText.line($0) }.joined(separator: " ")
            return say("\(name) at \(PlainText.line(offer.kiosk.name)): \(words)")
                + (offer.spokenBy.isEmpty ? "" : style.faint("  " + say("(\(said) said yes)")))
        }
    }

    /// What is compared before somebody gives a word.
    static func lines(comparing offer: KeyOfferShown, _ style: Style) -> [String] {
        [
            say(
                "\(PlainText.line(offer.kiosk.name)) keeps a key for "
                    + "\(PlainText.line(offer.person.name)). Its screen shows:"),
            "",
            "    " + style.bold(offer.words.map { PlainText.line($0) }.joined(separator: "   ")),
            "",
        ]
    }
}
