internal import Foundation
internal import LocalProtocol

/// What is told on the desktop.
extension HearthNode {
    /// Words that come together are told together.
    private static let pause = Duration.seconds(2)

    /// Tells the person at this computer what is new for them, where there is a desktop.
    func followNews() async {
        guard configuration.isDesktopTold,
            let desktop = Desktop(environment: ProcessInfo.processInfo.environment)
        else { return }
        await followNews(by: desktop, await newsPlan())
    }

    /// What there is now, which isn't told.
    func newsPlan() async -> DesktopPlan {
        var plan = DesktopPlan(isSealed: keys.fileKey != nil)
        plan.skip((try? await unread(HearthNode.mostNews).news) ?? [])
        return plan
    }

    /// Tells what comes from now on.
    func followNews(by desktop: Desktop, _ told: DesktopPlan) async {
        var plan = told
        for await _ in newsStream {
            guard (try? await Task.sleep(for: HearthNode.pause)) != nil else { return }
            guard let inbox = try? await unread(HearthNode.mostNews) else { continue }
            for notice in plan.notices(of: inbox.news) { await desktop.show(notice) }
        }
    }
}
