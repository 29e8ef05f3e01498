internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth digest`.
struct DigestCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "digest", "What happened, for the wall: questions, answers, what was learned, thanks.",
        notes: """
            Only what everybody in the workplace may read is in it. Every line has its code, by \
            which people find it and answer, and the name of whoever wrote it.
            """,
        examples: [
            "hearth digest", "hearth digest --community Bearings --since 30d",
            "hearth digest --markdown --out week-23.md", "hearth digest --issue --out week-23.txt",
            "hearth digest --issues",
        ])

    @Option(help: .say("Only of this community, which has to be open to everybody."))
    var community: String?
    @Option(help: .say("How far back: 7d, 48h, or a date such as 2027-05-04."))
    var since = "7d"
    @Flag(help: .say("Give it out, under the next number."))
    var issue = false
    @Flag(help: .say("List those that were given out."))
    var issues = false
    @Flag(help: .say("As Markdown."))
    var markdown = false
    @Option(help: .say("The file to write; the screen when absent."))
    var out: String?
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        if issues {
            let list = try await session.client.call(Routes.digestIssues)
            return try session.print(list) { DigestReport.issues(list, $0) }
        }
        let digest = try await session.client.call(
            issue ? Routes.issueDigest : Routes.digest,
            DigestRequest(community: community, since: try LocalMoment.start(of: since)))
        guard let out else {
            return try session.print(digest) { lines(digest, $0) }
        }
        var plain = session.style
        plain.hasColours = false
        let text = lines(digest, plain).joined(separator: "\n") + "\n"
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: out), options: .atomic)
        } catch {
            throw ServiceError(
                .usage, "\(out) could not be written: \(error.localizedDescription)")
        }
        try session.print(digest) { _ in [say("Wrote \(out)")] }
    }

    private func lines(_ digest: Digest, _ style: Style) -> [String] {
        markdown ? DigestReport.markdown(digest, style) : DigestReport.lines(digest, style)
    }
}

/// The command `hearth trace`.
struct TraceCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "trace", "The chain from a problem to what came of it, and the people in it.",
        notes: "From any part of the chain: a problem, an experiment, a story, an answer.",
        examples: ["hearth trace N-7F3KD"])

    @Argument(help: .say("Short code of any part of the chain."))
    var reference: String
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let chain = try await session.client.call(
            Routes.trace, TraceRequest(reference: reference))
        try session.print(chain) { TraceReport.lines(chain, $0) }
    }
}
