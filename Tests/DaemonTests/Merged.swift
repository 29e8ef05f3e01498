import LocalProtocol
import Testing

@testable import Daemon

/// Two communities that have merged while Ben, who is only in Seals, was off site; his objection
/// has not reached the others yet.
struct Merged {
    let plant: Plant
    /// The code of the community that is named first, of which Ben is no member.
    let bearings: String
    /// The code of the other one.
    let seals: String
    /// A question of Seals.
    let question: String
    /// The proposal in Seals.
    let proposal: String

    /// Ada, who proposes in both; Ben; and Dana, who is in both.
    var people: (ada: HearthNode, ben: HearthNode, dana: HearthNode) {
        (plant.nodes[0], plant.nodes[1], plant.nodes[2])
    }

    init() async throws {
        plant = try await Plant(["Ada", "Ben", "Dana"])
        let (ada, ben, dana) = (plant.nodes[0], plant.nodes[1], plant.nodes[2])
        bearings = try await plant.community("Bearings", [0, 2])
        seals = try await plant.community("Seals", [0, 1, 2])
        question = try await ben.ask(AskRequest(community: seals, title: "Which seal?")).code
        try await plant.sync()
        var request = ProposeRequest(community: seals, subject: .merge)
        request.other = bearings
        proposal = try await plant.pastProposal(by: 0, in: seals, request)
        var back = ProposeRequest(community: bearings, subject: .merge)
        back.other = seals
        let twin = try await plant.pastProposal(by: 0, in: bearings, back)
        try await plant.sync()
        // Ben is off site from here on.
        _ = try await ben.takeStance(
            StanceRequest(
                proposal: proposal, stance: .objection, reason: "Our members would drown."))
        for node in [ada, dana] {
            for code in [proposal, twin] {
                _ = try await node.takeStance(StanceRequest(proposal: code, stance: .consent))
            }
        }
        try await plant.sync([0, 2])
        for node in [ada, dana] {
            // One alone has not merged them.
            #expect(try await node.communities().communities.count == 2)
            for code in [proposal, twin] {
                _ = try await node.closeProposal(ProposalReference(proposal: code))
            }
            try await plant.sync([0, 2])
        }
    }
}
