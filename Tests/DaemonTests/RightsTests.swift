import Community
import Foundation
import LocalProtocol
import Testing

@testable import Daemon

/// What a node answers about rights, roles, flags and blurs, without a network.
@Suite("Rights at a node", .timeLimit(.minutes(1)))
struct RightsTests {
    /// A node whose person has founded a workplace and a community and asked a question.
    private struct Desk {
        let folder: TemporaryFolder
        let node: HearthNode
        let question: String

        init() async throws {
            folder = try TemporaryFolder()
            node = try await RightsTests.node(in: folder)
            _ = try await node.initialize(InitializeRequest(name: "Ada"))
            _ = try await node.foundWorkplace(NewWorkplaceRequest(name: "Plant"))
            _ = try await node.createCommunity(NewCommunityRequest(name: "Bearings"))
            question = try await node.ask(AskRequest(title: "Why?", body: "It hums.")).code
        }
    }

    /// A node that nobody lives at yet and that sees no network.
    private static func node(in folder: TemporaryFolder) async throws -> HearthNode {
        let text = "[network]\nport = 0\nmulticast = false\n"
        _ = try folder.write(text, to: "hearth.toml")
        let home = try HomeFolders.locate(environment: ["HEARTH_HOME": folder.path], user: 1)
        return try await HearthNode.open(testing: home)
    }

    /// Expects a refusal of a kind.
    private func expect(
        _ code: ServiceErrorCode, sourceLocation: SourceLocation = #_sourceLocation,
        _ work: () async throws -> Void
    ) async {
        do {
            try await work()
            Issue.record("nothing was refused", sourceLocation: sourceLocation)
        } catch {
            #expect((error as? ServiceError)?.code == code, sourceLocation: sourceLocation)
        }
    }

    @Test("a verb that exists for nobody is refused with what there is instead; others have cells")
    func rights() async throws {
        let folder = try TemporaryFolder()
        let node = try await Self.node(in: folder)
        let table = try await node.rights()
        #expect(table.rights.count == Rights.table.count && table.roles.count == 8)
        for row in Rights.table {
            let request = RightRequest(verb: row.verb.rawValue, role: "sponsor", about: "A-1")
            do throws(ServiceError) {
                let right = try await node.right(request)
                #expect(!row.isForNobody && right.cells.count == 1, "\(row.verb)")
                #expect(right.cells.first?.text == row.cell(.sponsor).text, "\(row.verb)")
            } catch {
                #expect(row.isForNobody && error.code == .noSuchRight, "\(row.verb)")
                #expect(error.message.contains("such right exists for anyone"), "\(row.verb)")
                #expect(error.message.hasPrefix("A-1") && error.hint == row.instead)
            }
        }
        await expect(.notFound) { _ = try await node.right(RightRequest(verb: "sing")) }
        let roles = try await node.roleDescriptions().roles
        #expect(
            roles.map(\.role) == ["coordinator", "scribe", "steward", "greeter", "sponsor"])
        let exclusive = roles.flatMap(\.exclusiveVerbs)
        #expect(exclusive == [])
    }

    @Test("a blurred question is folded in show, list and search, and opened on demand")
    func folding() async throws {
        let desk = try await Desk()
        let node = desk.node
        let request = ObjectionRequest(
            reference: desk.question, reason: "safety", text: "Wait for Ben")
        let blur = try await node.blur(request)
        let folded = try await node.show(ShowRequest(reference: blur.code)).thread?.question
        #expect(folded?.title == nil && folded?.body == "")
        #expect(folded?.folding?.cause == .blurred && folded?.folding?.reasons == ["safety"])
        #expect(folded?.folding?.people.map(\.name) == ["Ada"])
        let listed = try await node.questions(ListRequest()).questions.first
        #expect(listed?.title == "" && listed?.folding != nil)
        let hit = try await node.search(SearchRequest(text: "hums")).hits.first
        #expect(hit?.title == "" && hit?.snippet == [] && hit?.folding != nil)
        let open = try await node.show(
            ShowRequest(reference: desk.question, collapsed: true)
        ).thread?.question
        #expect(open?.title == "Why?" && open?.body == "It hums." && open?.folding != nil)
        #expect(
            try await node.questions(ListRequest(collapsed: true)).questions.first?.title
                == "Why?")
        #expect(
            try await node.search(SearchRequest(text: "hums", collapsed: true)).hits.first?
                .snippet.isEmpty == false)
        await expect(.noSuchRight) { _ = try await node.blur(request) }
        _ = try await node.unblur(WithdrawalRequest(reference: blur.code))
        #expect(
            try await node.show(ShowRequest(reference: desk.question)).thread?.question.folding
                == nil)
    }

    @Test("one flag folds nothing, is not raised twice, and can be taken back")
    func flags() async throws {
        let desk = try await Desk()
        let node = desk.node
        let request = ObjectionRequest(reference: desk.question, reason: "wrong")
        let flag = try await node.flag(request)
        #expect(flag.code.hasPrefix("F-"))
        #expect(
            try await node.show(ShowRequest(reference: desk.question)).thread?.question.folding
                == nil)
        await expect(.usage) { _ = try await node.flag(request) }
        let unlisted = ObjectionRequest(reference: desk.question, reason: "ugly")
        await expect(.usage) { _ = try await node.flag(unlisted) }
        let withdrawal = WithdrawalRequest(reference: flag.code)
        _ = try await node.unflag(withdrawal)
        await expect(.notFound) { _ = try await node.unflag(withdrawal) }
        _ = try await node.edit(EditRequest(reference: desk.question, body: "It rattles."))
        _ = try await node.flag(request)
        let entries = try await node.publicLog(PublicLogRequest(community: "Bearings")).entries
        #expect(entries.map(\.act) == [.flagged, .flagWithdrawn, .flagged])
        #expect(entries.allSatisfy { $0.code == desk.question && $0.person.name == "Ada" })
        #expect(entries.first?.version != entries.last?.version)
        #expect(entries.last?.reason == "wrong")
        let role = ObjectionRequest(reference: "R-00000", reason: "wrong")
        await expect(.notFound) { _ = try await node.flag(role) }
    }

    @Test("a role is taken for a term, laid down at once, and the log tells both")
    func roles() async throws {
        let desk = try await Desk()
        let node = desk.node
        await expect(.usage) { _ = try await node.takeRole(RoleRequest(role: "boss")) }
        let tooLong = RoleRequest(role: "scribe", months: 7)
        await expect(.usage) { _ = try await node.takeRole(tooLong) }
        let stranger = RoleRequest(role: "scribe", person: "Zoe")
        await expect(.notFound) { _ = try await node.takeRole(stranger) }
        let saved = try await node.takeRole(
            RoleRequest(role: "coordinator", pledge: "Fridays at ten"))
        let standing = try await node.roles(RolesRequest()).communities.first?.roles.first
        #expect(standing?.role == "coordinator")
        #expect(standing?.holders.map(\.person.name) == ["Ada"])
        #expect(standing?.holders.first?.pledge == "Fridays at ten")
        let shown = try await node.show(ShowRequest(reference: saved.code)).community
        #expect(shown?.coordinator?.holders.count == 1)
        _ = try await node.layDownRole(RoleAnswer(reference: saved.code))
        let after = try await node.roles(RolesRequest(community: "Bearings")).communities.first
        #expect(after?.roles.first?.holders.isEmpty == true)
        #expect(after?.roles.first?.vacantSince != nil)
        #expect(after?.roles.first?.isUpForAll == false)
        _ = try await node.acceptRole(RoleAnswer(reference: saved.code))
        let entries = try await node.publicLog(
            PublicLogRequest(community: "Bearings", limit: 2)
        ).entries
        #expect(entries.map(\.act) == [.roleTaken, .roleLaidDown])
        _ = try await node.leaveCommunity(CommunityReference(community: "Bearings"))
        await expect(.usage) { _ = try await node.takeRole(RoleRequest(role: "scribe")) }
        await expect(.noSuchRight) {
            _ = try await node.publicLog(PublicLogRequest(community: "Bearings"))
        }
    }
}
