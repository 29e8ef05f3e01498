internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth why`, also `hearth help why`.
struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "why", "Why something here is as it is: the principle, and where it comes from.",
        examples: ["hearth why leave", "hearth help why pledge", "hearth why"])

    @Argument(help: .say("A command or a feature; all of them when absent."))
    var feature: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let reasons = try chosen()
        if output.json {
            Terminal.write(
                String(decoding: try JSONText.encode(ReasonList(reasons: reasons)), as: UTF8.self)
                    + "\n")
            return
        }
        for (index, reason) in reasons.enumerated() {
            if index > 0 { Terminal.write("\n") }
            Terminal.write(
                "\(reason.features.joined(separator: ", "))\n    \(reason.principle)\n"
                    + "    \(reason.source)\n")
        }
    }

    private func chosen() throws -> [Reason] {
        guard let feature else { return Reason.all }
        let wanted = feature.lowercased()
        let found = Reason.all.filter { $0.features.contains(wanted) }
        guard !found.isEmpty else {
            let names = Reason.all.flatMap(\.features).joined(separator: ", ")
            throw ServiceError(
                .notFound, "Nothing is written about \"\(feature)\".", hint: "There is: \(names).")
        }
        return found
    }
}

/// Reasons as JSON.
struct ReasonList: Message {
    /// The reasons.
    var reasons: [Reason]
}

/// Why something is as it is.
struct Reason: Message {
    /// The commands and features that it is about.
    var features: [String]
    /// The principle in a sentence or two.
    var principle: String
    /// Where it comes from, in a line.
    var source: String

    private init(_ features: [String], _ principle: String, _ source: String) {
        self.features = features
        self.principle = principle
        self.source = source
    }

    /// All that is written, in the order of the commands.
    static let all = [
        Reason(
            ["community", "new", "name"],
            say(
                "A community begins with a name and grows into what it needs: purpose, "
                    + "rhythm and roles come later, and nothing has to be reached first."),
            "Design for evolution: Wenger, McDermott & Snyder, Cultivating Communities of Practice, 2002."
        ),
        Reason(
            ["leave", "join"],
            say(
                "Whoever neither learns nor contributes where they are goes where they do; "
                    + "nobody has to say why."),
            "The law of two feet: Owen, Open Space Technology, 1997."),
        Reason(
            ["levels", "membership", "reading"],
            say(
                "A small core, some who are active, and many at the edge is what healthy "
                    + "communities look like. Who only reads belongs, and is never listed."),
            "Levels of participation: Wenger, McDermott & Snyder, 2002."),
        Reason(
            ["event", "session", "kick-off", "open-space"],
            say("Whoever comes is the right people, and the agenda is what they put on the wall."),
            "Owen, Open Space Technology, 1997."),
        Reason(
            ["stage", "pulse"],
            say(
                "Communities go through potential, coalescing, maturing, stewardship and "
                    + "transformation, in their own time. A program may suggest a stage; only "
                    + "members declare one."),
            "Wenger, McDermott & Snyder, 2002."),
        Reason(
            ["catchup", "newcomer"],
            say("People become members by doing small tasks that are real."),
            "Legitimate peripheral participation: Lave & Wenger, Situated Learning, 1991."),
        Reason(
            ["ask", "answer", "page", "distil", "story"],
            say(
                "What people can do is shared by doing it together, told in stories, put "
                    + "into words, and tried again by others. Each step has its own form; none "
                    + "replaces the others."),
            "Nonaka & Takeuchi, The Knowledge-Creating Company, 1995."),
        Reason(
            ["worked", "trial", "confirmed"],
            say(
                "What peers tried and signed with their names is trusted and used; what "
                    + "contradicts it stands beside it."),
            "Repair tips at Xerox (Eureka): Orr, Talking about Machines, 1996; Bobrow & Whalen, 2002."
        ),
        Reason(
            ["thanks", "byline", "mirror", "rank"],
            say(
                "The name on a tip is what makes people share; prizes did not, and counting "
                    + "people stops them."),
            "Bobrow & Whalen, Community Knowledge Sharing in Practice, 2002."),
        Reason(
            ["experiment", "pledge"],
            say(
                "Ideas attract time, skill and material from whoever believes in them; "
                    + "nobody allots them."),
            "Hamel, Bringing Silicon Valley Inside, 1999."),
        Reason(
            ["outcome", "failure", "learning"],
            say(
                "An experiment that failed and was told saves the next person the same way; "
                    + "so none ends without what was learned, and that appears when somebody "
                    + "begins the same."),
            "Edmondson, Strategies for Learning from Failure, 2011."),
        Reason(
            ["value"],
            say(
                "What a community is worth shows in what people do differently, told by "
                    + "those who have the use of it. A story may begin anywhere."),
            "Wenger, Trayner & de Laat, Promoting and Assessing Value Creation, 2011."),
        Reason(
            ["propose", "consent", "object", "agreements"],
            say(
                "A decision stands if nobody has a reason why it would harm; an objection "
                    + "is answered, not outvoted, and every rule ends by itself."),
            "Consent: Endenburg, Sociocracy, 1998."),
        Reason(
            ["conditions", "sponsor"],
            say(
                "A manager can hinder a community or help it live, and can't make it. What "
                    + "helps or is in the way has a name, and somebody who can change it."),
            "Enabling environments: Mitleton-Kelly, Complex Systems and Evolutionary Perspectives on Organisations, 2003."
        ),
        Reason(
            ["problem", "wall", "adopt"],
            say(
                "People who have the same problem find each other, name what they do, and "
                    + "it grows from there."),
            "Wheatley & Frieze, Using Emergence to Take Social Innovation to Scale, 2006."),
        Reason(
            ["charter", "purpose"],
            say("What organises itself needs to be clear about who it is; the rest may change."),
            "Wheatley & Kellner-Rogers, A Simpler Way, 1996."),
        Reason(
            ["role", "coordinator", "steward", "scribe", "greeter"],
            say("A role is a promise for a while. It carries no right that others don't have."),
            "Stewards of tools and coordinators: Wenger, White & Smith, Digital Habitats, 2009."),
        Reason(
            ["invite", "verify", "vouch"],
            say("Trust comes from people who have met; so it is people who let people in."),
            "Legitimate peripheral participation: Lave & Wenger, 1991."),
    ]
}
