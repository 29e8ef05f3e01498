internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth event`.
struct EventCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "event", "Call people together: a kick-off, a talk, a visit to a machine.",
        examples: [
            "hearth event new \"Kick-off\" --start 2027-05-04T13:00 --place Canteen --wall "
                + "--rooms 3 --slots 2",
            "hearth event rsvp E-7F3KD yes --plus 1",
            "hearth event ics --out hearth.ics",
        ],
        subcommands: [
            New.self, List.self, Answer.self, Move.self, Checkin.self, Notes.self, Cancel.self,
            Calendar.self, Wall.self, Poster.self, Harvest.self,
        ])

    /// The command `hearth event new`.
    struct New: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "new", "Call a gathering.",
            examples: [
                "hearth event new \"Bearings at press 4\" --start 2027-05-04T13:00 --place \"Press 4\"",
                "hearth event new \"Tea\" --start 2027-05-04T15:00 --every \"FREQ=WEEKLY;BYDAY=TU\"",
            ])

        @Argument(help: .say("What it is, in a line."))
        var title: String
        @Argument(help: .say("More words; - reads them from standard input."))
        var text: String?
        @Option(help: .say("When it begins, such as 2027-05-04T13:00."))
        var start: String
        @Option(help: .say("When it ends."))
        var end: String?
        @Option(help: .say("Where."))
        var place: String?
        @Option(help: .say("How it recurs, as a rule of RFC 5545 such as FREQ=WEEKLY."))
        var every: String?
        @Option(help: .say("Rooms of an open space."))
        var rooms: Int?
        @Option(help: .say("Slots of an open space."))
        var slots: Int?
        @Flag(help: .say("For everybody in the workplace, not for one community."))
        var wall = false
        @OptionGroup var home: PlaceOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("title", title)
            fields.add("body", try TextInput.words(text))
            fields.add("start", try LocalMoment.read(start))
            fields.add("end", try end.map { try LocalMoment.read($0) })
            fields.add("places", place)
            fields.add("series", every)
            fields.add("rooms", rooms.map(String.init))
            fields.add("slots", slots.map(String.init))
            fields.add("tags", each: home.tags)
            try await session.publish(
                .event, fields, community: home.community, wall: wall, say("Called"))
        }
    }

    /// The command `hearth event list`.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "list", "List gatherings, newest first.",
            examples: ["hearth event list --state planned"])

        @OptionGroup var options: ItemListOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try await session.list(
                options.request(.event),
                empty:
                    say(
                        "No gathering here. Call one: hearth event new \"…\" --start 2027-05-04T13:00"
                    ))
        }
    }

    /// The command `hearth event rsvp`.
    struct Answer: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "rsvp", "Say whether you come, and how many you bring.",
            examples: ["hearth event rsvp E-7F3KD yes --plus 1"])

        @Argument(help: .say("Short code of the event."))
        var event: String
        @Argument(help: .say("yes, no or maybe."))
        var answer: String
        @Option(help: .say("How many you bring."))
        var plus: Int?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("rsvp", answer)
            fields.add("guests", plus.map(String.init))
            try await session.change(event, set: fields, say("Answered"))
        }
    }

    /// The command `hearth event move`.
    struct Move: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "move", "Give an event another time or place, or pick one where two stand.",
            examples: [
                "hearth event move E-7F3KD --start 2027-05-04T14:00",
                "hearth event move E-7F3KD --place \"Room 3\"",
            ])

        @Argument(help: .say("Short code of the event."))
        var event: String
        @Option(help: .say("When it begins."))
        var start: String?
        @Option(help: .say("When it ends."))
        var end: String?
        @Option(help: .say("Where."))
        var place: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("start", try start.map { try LocalMoment.read($0) })
            fields.add("end", try end.map { try LocalMoment.read($0) })
            fields.add("places", place)
            try await session.change(event, set: fields, say("Moved"))
        }
    }

    /// The command `hearth event checkin`.
    struct Checkin: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "checkin", "Note who is there, also people who have no computer at work.",
            notes:
                "With --consent each of them is noted as with `hearth slip new` and gets a slip.",
            examples: [
                "hearth event checkin E-7F3KD \"Dana, Line 2\"",
                "hearth event checkin E-7F3KD Dana --site \"Line 2\" --consent spoken",
            ])

        @Argument(help: .say("Short code of the event."))
        var event: String
        @Argument(help: .say("Who is there, as they want to be named."))
        var names: [String]
        @Option(
            help: .say(
                "Make a slip for each of them; they agreed so: spoken, paper, card, pin or kiosk.")
        )
        var consent: String?
        @Option(help: .say("Where they work, for the slips."))
        var site: String?
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if let consent, ConsentKind(rawValue: consent) == nil {
                throw ValidationError(say("--consent is spoken, paper, card, pin or kiosk."))
            }
            if site != nil, consent == nil {
                throw ValidationError(say("--site goes with --consent."))
            }
        }

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("attended", each: names)
            try await session.change(event, add: fields, say("Checked in at"))
            guard let consent = consent.flatMap(ConsentKind.init) else { return }
            for name in names {
                let saved = try await session.client.call(
                    Routes.noteUnclaimed,
                    NoteUnclaimedRequest(name: name, site: site, consent: consent))
                try session.print(saved) { KioskReport.lines(saved, nil, $0) }
            }
        }
    }

    /// The command `hearth event notes`.
    struct Notes: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "notes", "Write down what was said; anybody can.",
            examples: ["hearth event notes E-7F3KD - < notes.txt"])

        @Argument(help: .say("Short code of the event or session."))
        var event: String
        @Argument(help: .say("The notes; - reads them from standard input."))
        var text: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("notes", try TextInput.words(text))
            try await session.change(event, set: fields, say("Noted in"))
        }
    }

    /// The command `hearth event cancel`.
    struct Cancel: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "cancel", "Call an event of yours off.", examples: ["hearth event cancel E-7F3KD"])

        @Argument(help: .say("Short code of the event."))
        var event: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("cancelled", "yes")
            try await session.change(event, set: fields, say("Called off"))
        }
    }

    /// The command `hearth event ics`.
    struct Calendar: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "ics", "Write events as a calendar file: one, or all that you haven't declined.",
            examples: ["hearth event ics E-7F3KD", "hearth event ics --out hearth.ics"])

        @Argument(help: .say("Short code of the event; all when absent."))
        var event: String?
        @Option(help: .say("The file to write; standard output when absent."))
        var out: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let file = try await session.client.call(
                Routes.calendar, CalendarRequest(reference: event))
            guard let out else {
                return try session.print(file) { _ in
                    file.text.split(whereSeparator: \.isNewline).map(String.init)
                }
            }
            do {
                try Data(file.text.utf8).write(
                    to: URL(fileURLWithPath: out), options: .atomic)
            } catch {
                throw ServiceError(
                    .usage, "\(out) could not be written: \(error.localizedDescription)")
            }
            try session.print(file) { _ in [say("Wrote \(out)")] }
        }
    }
}

/// The command `hearth session`.
struct SessionCardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "session", "Put a card on the wall of an open space, give it a slot, say that you go.",
        examples: [
            "hearth session new E-7F3KD \"Why seals leak\" --slot \"1 / Room A\"",
            "hearth session go G-9K2M4",
        ],
        subcommands: [New.self, Place.self, Go.self])

    /// The command `hearth session new`.
    struct New: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "new", "Put up a card.",
            examples: ["hearth session new E-7F3KD \"Why seals leak\" --slot \"1 / Room A\""])

        @Argument(help: .say("Short code of the event."))
        var event: String
        @Argument(help: .say("What you want to talk about."))
        var title: String
        @Option(help: .say("Slot and room."))
        var slot: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("event", event)
            fields.add("title", title)
            fields.add("slot", slot)
            try await session.publish(.session, fields, say("Put up"))
        }
    }

    /// The command `hearth session place`.
    struct Place: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "place", "Give a card a slot and a room.",
            examples: ["hearth session place G-9K2M4 \"2 / Room B\""])

        @Argument(help: .say("Short code of the session."))
        var card: String
        @Argument(help: .say("Slot and room."))
        var slot: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("slot", slot)
            try await session.change(card, set: fields, say("Placed"))
        }
    }

    /// The command `hearth session go`.
    struct Go: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "go", "Say that you go to a session; leaving it is as easy.",
            examples: ["hearth session go G-9K2M4", "hearth session go G-9K2M4 --undo"])

        @Argument(help: .say("Short code of the session."))
        var card: String
        @Flag(help: .say("You don't go after all."))
        var undo = false
        @Flag(help: .say("You take notes there."))
        var notes = false
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var fields = ItemFields()
            fields.add("goes", undo ? "no" : "yes")
            if notes { fields.add("takes_notes", "yes") }
            try await session.change(card, set: fields, undo ? say("Left") : say("Going to"))
        }
    }
}
