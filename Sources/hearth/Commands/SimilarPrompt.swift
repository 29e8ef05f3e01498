internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// What is here already, shown before something is written again.
struct SimilarPrompt: ParsableArguments {
    @Flag(
        name: [.customLong("new"), .customLong("yes-new")],
        help: .say(
            "Don't look for what is here already. Without it, --json tells what is here, writes "
                + "nothing, and ends with exit code 7."))
    var isNew = false

    /// The exit code of a command that found something like it and wrote nothing.
    static let exitCode: Int32 = 7

    /// Shows up to three records that are like a draft.
    ///
    /// On a terminal the person can open one of them instead of writing. A script that reads JSON gets
    /// them, and writes with the option that says that it is new.
    ///
    /// - Parameter ofCommunity: Whether the draft is the name of a community.
    /// - Returns: Whether to go on and write.
    func goesOn(
        with draft: String, ofCommunity: Bool = false, in session: Session
    ) async throws -> Bool {
        guard !isNew else { return true }
        let found = try await session.client.call(
            Routes.similar, SimilarRequest(text: draft, ofCommunity: ofCommunity ? true : nil)
        ).items
        let people =
            ofCommunity
            ? []
            : try await session.client.call(
                Routes.whoKnows, WhoKnowsRequest(text: draft)
            ).people
        guard !found.isEmpty || !people.isEmpty else { return true }
        try session.print(FoundBefore(similar: found, people: people)) { lines(found, people, $0) }
        if session.isJSON { throw ExitCode(Self.exitCode) }
        guard !found.isEmpty else { return true }
        guard Terminal.isInputTerminal, Terminal.isOutputTerminal else { return true }
        let numbers = found.indices.map { String($0 + 1) }.joined(separator: "/")
        while true {
            Terminal.write(say("Use one of these? [\(numbers)/new]") + " ")
            guard let answer = readLine(strippingNewline: true) else {
                throw ExitCode(Interrupts.exitCode)
            }
            let choice = answer.trimmingCharacters(in: .whitespaces).lowercased()
            if ["", "n", "new", say("new", context: "an answer")].contains(choice) { return true }
            guard let number = Int(choice), found.indices.contains(number - 1) else { continue }
            let shown = try await session.client.call(
                Routes.show, ShowRequest(reference: found[number - 1].code))
            try session.print(shown) { PostReport.lines(shown, $0) }
            return false
        }
    }

    private func origin(_ item: SimilarItem, _ style: Style) -> String {
        let kind = Words.kind(item.kind)
        let author = PlainText.line(item.author.name)
        let day = style.day(item.writtenAt)
        let shared = Style.list(item.shared.map(PlainText.block))
        guard let community = item.community.map({ PlainText.line($0.name) }) else {
            return say("\(kind) by \(author), \(day); shares: \(shared)")
        }
        return say("\(kind) by \(author), \(day), \(community); shares: \(shared)")
    }

    private func lines(
        _ items: [SimilarItem], _ people: [Knower], _ style: Style
    ) -> [String] {
        var lines = items.isEmpty ? [] : [style.faint(say("Here already:"))]
        for (index, item) in items.enumerated() {
            lines.append(
                "\(index + 1). \(style.cyan(item.code)) \(style.bold(PlainText.line(item.title)))")
            for note in item.notes { lines.append("   " + PlainText.line(note)) }
            lines.append(style.faint("   " + origin(item, style)))
        }
        if !people.isEmpty { lines.append(style.faint(say("Who can help:"))) }
        return lines + people.prefix(3).flatMap { KnowingReport.lines($0, style) }
    }
}

/// What a script reads before it writes something again: `{"similar": […], "people": […]}`.
struct FoundBefore: Message {
    /// What is like it, the likeliest first.
    var similar: [SimilarItem]
    /// Who can help.
    var people: [Knower]
}
