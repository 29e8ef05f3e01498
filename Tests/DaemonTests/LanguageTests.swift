import Foundation
import Languages
import LocalProtocol
import Phrasebook
import Testing

@testable import Daemon

/// What a node says itself, in the language of whoever asks and of whoever watches.
@Suite("What a node says in another language", .timeLimit(.minutes(1)))
struct LanguageTests {
    private let hebrew = Phrasebook.language("he")

    private func isHebrew(_ text: String?) -> Bool {
        text?.unicodeScalars.contains { (0x05D0...0x05EA).contains($0.value) } ?? false
    }

    private func node(in folder: TemporaryFolder) async throws -> HearthNode {
        let text = "[network]\nport = 0\nmulticast = false\n"
        _ = try folder.write(text, to: "hearth.toml")
        let home = try HomeFolders.locate(environment: ["HEARTH_HOME": folder.path], user: 1)
        let node = try await HearthNode.open(testing: home)
        _ = try await node.initialize(InitializeRequest(name: "Ada"))
        _ = try await node.foundWorkplace(NewWorkplaceRequest(name: "Plant"))
        _ = try await node.createCommunity(NewCommunityRequest(name: "Bearings"))
        return node
    }

    @Test("every right and every role has words, and JSON keeps its names")
    func rights() async throws {
        let folder = try TemporaryFolder()
        let node = try await node(in: folder)
        let english = try await node.rights()
        let table = try await Language.$current.withValue(hebrew) { try await node.rights() }
        let roles = try await Language.$current.withValue(hebrew) {
            try await node.roleDescriptions()
        }
        #expect(table.rights.map(\.verb) == english.rights.map(\.verb))
        for (right, same) in zip(table.rights, english.rights) {
            #expect(isHebrew(right.summary) && !isHebrew(same.summary), "\(right.verb)")
            #expect(right.instead.map(isHebrew) ?? true, "\(right.verb)")
            for (cell, other) in zip(right.cells, same.cells) {
                #expect(isHebrew(cell.text) && cell.ways == other.ways, "\(right.verb)")
                #expect(cell.note.map(isHebrew) ?? true, "\(right.verb)")
            }
        }
        #expect(roles.roles.allSatisfy { isHebrew($0.purpose) })
    }

    @Test("two who watch the same node read each their own language")
    func events() async throws {
        let folder = try TemporaryFolder()
        let node = try await node(in: folder)
        let mine = try await node.events(EventsRequest())
        let theirs = try await node.events(EventsRequest())
        let code = try await node.ask(AskRequest(title: "Why?")).code
        var (one, other) = (mine.makeAsyncIterator(), theirs.makeAsyncIterator())
        let english = try await one.next()
        let event = try await Language.$current.withValue(hebrew) { try await other.next() }
        #expect(english?.sentence == "You wrote \(code).")
        #expect(event?.code == code && isHebrew(event?.sentence))
    }

    @Test("a refused write, the policy and a configuration are explained")
    func refusals() async throws {
        let folder = try TemporaryFolder()
        let node = try await node(in: folder)
        try await Language.$current.withValue(hebrew) {
            let refused = await #expect(throws: ServiceError.self) {
                try await node.ask(AskRequest(title: String(repeating: "x", count: 5_000)))
            }
            #expect(isHebrew(refused?.message))
            let report = try await node.policy()
            #expect(report.rules.allSatisfy { isHebrew($0.source) })
            let wrong = #expect(throws: DaemonError.self) {
                try Configuration(text: "[kiosk]\nsign-out-after = \"1s\"\n", path: "hearth.toml")
            }
            #expect(isHebrew(wrong.map(\.description)))
        }
    }

    @Test("what is told on the desktop is in the language of the node")
    func desktop() {
        let news = News(
            code: "A-1", kind: .answer, title: "Rattle?", about: "", author: Byline(name: "Ben"),
            date: Timestamp(milliseconds: 0))
        var plan = DesktopPlan(isSealed: false)
        let notices = Language.$current.withValue(hebrew) { plan.notices(of: [news]) }
        #expect(notices.count == 1 && isHebrew(notices.first?.title))
    }
}
