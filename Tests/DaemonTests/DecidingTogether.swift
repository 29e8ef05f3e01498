import LocalProtocol
import Testing

@testable import Daemon

/// What suites about decisions do again and again, with nodes that never meet on a network.
protocol DecidingTogether {}

extension DecidingTogether {
    /// Expects that something is refused with a code.
    func fails(
        _ code: ServiceErrorCode, _ body: () async throws -> Void,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async {
        do {
            try await body()
            Issue.record("it was not refused", sourceLocation: sourceLocation)
        } catch let error as ServiceError {
            #expect(error.code == code, "\(error)", sourceLocation: sourceLocation)
        } catch {
            Issue.record("\(error)", sourceLocation: sourceLocation)
        }
    }

    func take(
        _ stance: StanceKind, _ node: HearthNode, _ code: String, _ reason: String? = nil
    ) async throws {
        _ = try await node.takeStance(
            StanceRequest(proposal: code, stance: stance, reason: reason))
    }

    func close(_ node: HearthNode, _ code: String) async throws -> ProposalShown {
        try await node.closeProposal(ProposalReference(proposal: code)).proposal
    }

    func log(_ node: HearthNode, _ community: String) async throws -> [PublicLogEntry] {
        try await node.publicLog(PublicLogRequest(community: community)).entries
    }

    /// Everybody named consents and closes, one after the other.
    func adopt(_ plant: Plant, _ code: String, by people: [Int]) async throws {
        try await plant.sync()
        for person in people { try await take(.consent, plant.nodes[person], code) }
        try await plant.sync()
        for person in people.prefix(2) {
            _ = try await close(plant.nodes[person], code)
            try await plant.sync()
        }
    }
}
