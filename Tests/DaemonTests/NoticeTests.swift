import Community
import LocalProtocol
import Storage
import Testing
import Wire

@testable import Daemon

/// What members tell the workplace of a decision, where one of them is not honest or has seen less.
@Suite("Notices of decisions", .timeLimit(.minutes(5)))
struct NoticeTests: DecidingTogether {
    private func closing(_ plant: Plant, _ community: String) async throws -> String {
        var request = ProposeRequest(community: community, subject: .close)
        (request.harvest, request.farewell) = ("shelf 3", "So long")
        let code = try await plant.pastProposal(by: 0, in: community, request)
        try await plant.sync()
        return code
    }

    private func isArchived(_ node: HearthNode, _ community: String) async throws -> Bool {
        try await node.community(CommunityReference(community: community)).community.isArchived
    }

    @Test("one who closes without a reason, and says so to everybody, stops nothing")
    func baseless() async throws {
        let plant = try await Plant(["Ada", "Ben", "Dana", "Gus"])
        let (ada, ben, dana) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let seals = try await plant.community("Seals", [0, 1, 2])
        let code = try await closing(plant, seals)
        let summary = try await dana.resolveCommunity(seals)
        let proposal = try #require(try await dana.storedProposals(in: summary.space).first)
            .decided.proposal
        // No node would write this: nobody objects, and nobody was asked.
        try await dana.write(
            [
                try Compose.closing(
                    .notAdopted, of: proposal.id, of: proposal.id, round: 0, stances: [], heads: [])
            ], to: summary.space)
        try await dana.tellWorkplace(Notice(.nothing, of: proposal.id), in: summary.space)
        for node in [ada, ben] { try await take(.consent, node, code) }
        try await plant.sync()
        for node in [ada, ben] {
            _ = try await close(node, code)
            try await plant.sync()
        }
        for node in plant.nodes.prefix(3) {
            #expect(try await node.proposal(ProposalReference(proposal: code)).state == .adopted)
        }
        // Gus is outside, and sees the same.
        for node in plant.nodes { #expect(try await isArchived(node, seals)) }
    }

    @Test("whoever closed without having seen an objection says otherwise once they learn of it")
    func mended() async throws {
        let plant = try await Plant(["Ada", "Ben", "Dana", "Gus"])
        let (ada, ben, dana) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        let seals = try await plant.community("Seals", [0, 1, 2])
        let code = try await closing(plant, seals)
        try await take(.objection, dana, code, "We are not done.")
        _ = try await close(dana, code)
        for node in [ada, ben] { try await take(.consent, node, code) }
        try await plant.sync([0, 1])
        for node in [ada, ben] {
            _ = try await close(node, code)
            try await plant.sync([0, 1])
        }
        #expect(try await isArchived(ada, seals))
        try await plant.sync()
        for node in [ada, ben] { await node.followNotices() }
        try await plant.sync()
        for node in plant.nodes.prefix(3) {
            #expect(try await node.proposal(ProposalReference(proposal: code)).state == .notAdopted)
        }
        for node in plant.nodes { #expect(try await !isArchived(node, seals)) }
        // Once is enough: nothing more is said.
        let before = try await ada.dump()
        await ada.followNotices()
        #expect(try await ada.dump() == before)
    }
}

extension HearthNode {
    /// The state of the replica as text.
    fileprivate func dump() async throws -> String {
        try await store.canonicalDump()
    }
}
