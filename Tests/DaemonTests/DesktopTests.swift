internal import Languages

import Foundation
import LocalProtocol
import Synchronization
import Testing

@testable import Daemon

@Suite("News on the desktop", .timeLimit(.minutes(2)))
struct DesktopTests {
    private func news(_ code: String, _ kind: NewsKind = .answer, _ name: String = "Ben") -> News {
        News(
            code: code, kind: kind, title: "Rattle?", about: "Q-7F3KD", author: Byline(name: name),
            date: Timestamp(milliseconds: 0))
    }

    @Test("each is told once, the oldest first; what was there before is not")
    func once() {
        var plan = DesktopPlan(isSealed: false)
        plan.skip([news("A-1")])
        let told = plan.notices(of: [news("A-3"), news("A-2", .thanks), news("A-1")])
        #expect(told.map(\.title) == ["Ben says thanks", "Ben answered"])
        #expect(told.map(\.body) == ["Rattle?  Q-7F3KD", "Rattle?  Q-7F3KD"])
        #expect(plan.notices(of: [news("A-3"), news("A-1")]).isEmpty)
    }

    @Test("many are told together, and a sealed home shows no words")
    func few() {
        let many = (0..<9).map { news("A-\($0)") }
        var plan = DesktopPlan(isSealed: false)
        let told = plan.notices(of: many)
        #expect(told.count == DesktopPlan.most && told.last?.title == "7 more for you")
        var sealed = DesktopPlan(isSealed: true)
        let quiet = sealed.notices(of: many)
        #expect(quiet.count == 1 && !"\(quiet)".contains("Ben") && !"\(quiet)".contains("Rattle"))
        #expect(sealed.notices(of: many).isEmpty)
    }

    @Test("odd names can't pass for options, markup or further lines")
    func odd() {
        var plan = DesktopPlan(isSealed: false)
        let told = plan.notices(of: [news("A-1", .mention, "--urgency=critical\n\u{1B}[31m")])
        #expect(told.first?.title == "--urgency=critical [31m mentions you")
        let arguments = Desktop.arguments(DesktopNotice(title: "-x", body: "<b>a</b> & b"))
        #expect(arguments.suffix(3) == ["--", "-x", "&lt;b&gt;a&lt;/b&gt; &amp; b"])
    }

    @Test("there is none without a session or without its program; with both it is asked")
    func service() async throws {
        let folder = try TemporaryFolder()
        let bus = "unix:path=/run/user/1/bus"
        #expect(Desktop(environment: ["PATH": folder.path]) == nil)
        let environment = ["PATH": folder.path, "DBUS_SESSION_BUS_ADDRESS": bus]
        #expect(Desktop(environment: environment) == nil)
        let program = try folder.write(
            "#!/bin/sh\nprintf '%s|' \"$@\" > \(folder.path)/told\n", to: "notify-send")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let desktop = try #require(Desktop(environment: environment))
        await desktop.show(DesktopNotice(title: "Ben answered", body: "Rattle?"))
        let told = try String(contentsOfFile: folder.path + "/told", encoding: .utf8)
        #expect(told.hasSuffix("--|Ben answered|Rattle?|"))
    }

    @Test("an answer to one's own question is told by a node, and nothing else that comes")
    func node() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let asked = try await ada.ask(AskRequest(community: community, title: "Rattle?"))
        try await plant.sync()
        let (notices, continuation) = AsyncStream.makeStream(of: DesktopNotice.self)
        let desktop = Desktop { continuation.yield($0) }
        let plan = await ada.newsPlan()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await ada.followNews(by: desktop, plan) }
            _ = try await ben.ask(AskRequest(community: community, title: "Which grease?"))
            _ = try await ben.answer(AnswerRequest(question: asked.code, body: "Bearing."))
            try await plant.sync()
            // The words were carried past the node's own ear.
            await ada.tell(.posted, Sentence(verbatim: "Words came."))
            var iterator = notices.makeAsyncIterator()
            let notice = await iterator.next()
            #expect(notice?.title == "Ben answered" && notice?.body.contains("Rattle?") == true)
            group.cancelAll()
        }
    }
}
