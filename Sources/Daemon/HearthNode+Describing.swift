internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// What a community says of itself.
extension HearthNode {
    public func describeCommunity(
        _ request: DescribeRequest
    ) async throws(ServiceError) -> CommunityDetails {
        let summary = try await chosenCommunity(request.community)
        try await checkPosting(in: summary)
        if request.stage == LifeStage.archived {
            throw ServiceError(
                .needsConsent, "A community is archived by consent, not by somebody's word.",
                hint: "Propose it: hearth propose \(summary.code) --close")
        }
        let form = try chosen(
            request.form, "form", GroupForm.self)
        let stage = try chosen(
            request.stage, "stage", LifeStage.self)
        let charter = request.charter.map { String($0.trimming { $0.isWhitespace }) }
        let operations = try composed { () throws(CommunityError) in
            try Compose.description(of: summary.id, form: form, charter: charter, stage: stage)
        }
        guard !operations.isEmpty else {
            throw ServiceError(
                .usage, "Nothing was to be changed.", hint: "Give --form, --charter or --stage.")
        }
        try await write([operations], to: recordSpace(of: summary))
        return try await details(try await resolveCommunity(summary.id.hex))
    }

    /// The value that a word means, or a refusal that names those that there are.
    private func chosen<Choice: RawRepresentable<String> & CaseIterable>(
        _ word: String?, _ what: String, _ type: Choice.Type
    ) throws(ServiceError) -> Choice? {
        guard let word else { return nil }
        if let choice = Choice(rawValue: word.lowercased()) { return choice }
        let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw ServiceError(.usage, "\"\(word)\" is no \(what).", hint: "There are: \(all).")
    }

    /// Adds what a community says of itself to what is shown of it.
    func describe(_ details: inout CommunityDetails, _ summary: CommunitySummary) {
        details.charter = summary.charter.isEmpty ? nil : summary.charter
        guard summary.isJoined, !details.community.isArchived else { return }
        let suggested = LifeStage.suggested(
            members: details.community.members, questions: details.community.questions,
            age: max(0, clocks.wallClock.subtractingReportingOverflow(summary.date).partialValue),
            isQuiet: details.community.isQuiet)
        let declared = details.community.stage ?? .potential
        if suggested.rawValue != declared.rawValue {
            details.suggestedStage = CommunityStage(rawValue: suggested.rawValue)
        }
    }
}
