internal import Community
internal import Foundation
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// Proposals that are written and not made yet: on this computer only, for nobody else's eyes.
extension HearthNode {
    public func keepDraft(
        _ request: ProposeRequest
    ) async throws(ServiceError) -> ProposalDraftShown {
        let community = try await chosenCommunity(request.community)
        // What could not be proposed is said now, while its author is at it.
        _ = try await draft(of: request, in: community)
        let known = try keptDrafts()
        guard known.count < KeyFolder.mostDrafts else {
            throw ServiceError(
                .usage, "\(known.count) drafts lie here already.",
                hint: "Open or drop some: hearth proposal drafts")
        }
        var request = request
        request.community = community.id.hex
        let draft = KeptDraft(
            number: (known.last?.number ?? 0) + 1,
            content: Bytes(try JSONText.encode(request)), written: clocks.wallClock)
        try keep(draft)
        return try await shown(draft)
    }

    public func drafts() async throws(ServiceError) -> DraftList {
        _ = try member
        var list = DraftList(drafts: [])
        for draft in try keptDrafts() { list.drafts.append(try await shown(draft)) }
        return list
    }

    public func openDraft(_ request: DraftReference) async throws(ServiceError) -> ProposalSaved {
        let draft = try keptDraft(request.number)
        let saved = try await propose(try content(of: draft))
        try forget(draft)
        return saved
    }

    public func dropDraft(_ request: DraftReference) async throws(ServiceError) -> DraftList {
        let draft = try keptDraft(request.number)
        try forget(draft)
        return try await drafts()
    }

    private func keptDrafts() throws(ServiceError) -> [KeptDraft] {
        if let session = try session { return session.chest.drafts }
        return try keeping { () throws(DaemonError) in try keys.drafts() }
    }

    private func keep(_ draft: KeptDraft) throws(ServiceError) {
        guard try session == nil else {
            return try changeChest { $0.drafts.append(draft) }
        }
        try keeping { () throws(DaemonError) in try keys.save(draft) }
    }

    private func forget(_ draft: KeptDraft) throws(ServiceError) {
        guard try session == nil else {
            return try changeChest { $0.drafts.removeAll { $0.number == draft.number } }
        }
        try keeping { () throws(DaemonError) in try keys.removeDraft(draft.number) }
    }

    private func keptDraft(_ number: Int) throws(ServiceError) -> KeptDraft {
        _ = try member
        guard let draft = try keptDrafts().first(where: { $0.number == number }) else {
            throw ServiceError(
                .notFound, "There is no draft \(number) on this computer.",
                hint: "`hearth proposal drafts` shows all.")
        }
        return draft
    }

    private func content(of draft: KeptDraft) throws(ServiceError) -> ProposeRequest {
        try JSONText.decode(ProposeRequest.self, from: Data(draft.content))
    }

    private func shown(_ draft: KeptDraft) async throws(ServiceError) -> ProposalDraftShown {
        let request = try content(of: draft)
        let names = try await communitySummaries()
        let name = names.first { $0.id.hex == request.community }?.communityName
        return ProposalDraftShown(
            number: draft.number, proposal: request,
            community: name
                ?? CommunityName(id: request.community, code: "", name: "a community"),
            writtenAt: Timestamp(milliseconds: draft.written))
    }

    private func keeping<Result>(
        _ body: () throws(DaemonError) -> Result
    ) throws(ServiceError) -> Result {
        do {
            return try body()
        } catch {
            throw ServiceError(.internal, "The drafts could not be kept: \(error.description)")
        }
    }
}
