import Foundation
import Ledger
import LocalProtocol
import Storage
import Testing
import Wire

@testable import Daemon

/// Commits that travel in a file.
@Suite("Bundles", .timeLimit(.minutes(2)))
struct BundleTests {
    private let folder: TemporaryFolder
    private var file: String { folder.path + "/plant.bundle" }

    init() throws { folder = try TemporaryFolder() }

    @Test("a bundle brings what a colleague lacks, once, and nothing of communities they aren't in")
    func carried() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        _ = try await ada.createCommunity(
            NewCommunityRequest(name: "Hush", visibility: .private))
        let asked = try await ada.ask(
            AskRequest(community: community, title: "Who is zylophagous?"))
        let written = try await ada.exportBundle(BundleRequest(path: file))
        #expect(written.spaces == 3 && written.commits > 5)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        for space in try await #require(ada.membership).openSpaces {
            #expect(bytes.range(of: Data(space.bytes)) == nil)
        }
        let report = try await ben.importBundle(BundleRequest(path: file))
        #expect(report.commits > 0 && report.unknownSpaces == 1)
        try await ben.store.settle()
        #expect(try await ben.show(ShowRequest(reference: asked.code)).thread != nil)
        let again = try await ben.importBundle(BundleRequest(path: file))
        #expect(again.commits == 0)
        let other = try await Plant(["Eve"]).nodes[0]
        let foreign = await #expect(throws: ServiceError.self) {
            try await other.importBundle(BundleRequest(path: file))
        }
        #expect(foreign?.code == .usage)
    }

    @Test("a bundle since a moment is small, and all that whoever had the rest needs")
    func since() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        for number in 1...20 {
            _ = try await ada.ask(AskRequest(community: community, title: "Question \(number)?"))
        }
        try await plant.sync()
        let whole = try await ada.exportBundle(BundleRequest(path: folder.path + "/whole"))
        try await Task.sleep(for: .milliseconds(5))
        let moment = Timestamp(milliseconds: await ada.clocks.wallClock)
        let asked = try await ada.ask(AskRequest(community: community, title: "The last?"))
        let written = try await ada.exportBundle(BundleRequest(path: file, since: moment))
        #expect(written.commits <= whole.commits - 20)
        let report = try await ben.importBundle(BundleRequest(path: file))
        #expect(report.commits == 1 && report.refusedRuns == 0)
        try await ben.store.settle()
        #expect(try await ben.show(ShowRequest(reference: asked.code)).thread != nil)
        // Since ever is everything.
        let all = try await ada.exportBundle(
            BundleRequest(
                path: folder.path + "/all", since: Timestamp(milliseconds: 0)))
        #expect(all.commits == whole.commits + 1)
    }

    @Test("commits that come too early are left out, and that is said")
    func early() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        _ = try await plant.community("Seals", [0, 1])
        for number in 1...3 { _ = try await ada.ask(AskRequest(title: "Question \(number)?")) }
        let member = try #require(await ada.membership)
        let space = try await ada.resolveCommunity("Seals").space
        let log = try #require(await ada.store.ownLog(in: space))
        let length = try #require(try await ada.store.frontier(of: space)[log]?.length)
        let last = try await ada.store.runs(
            of: space, needs: [(log: log, from: length)], after: 0, maxBytes: 1 << 20)
        let nonce = Bytes(repeating: 7, count: 32)
        var writer = try SealedFileWriter.create(
            file, .bundle, head: nonce, key: await ada.bundleKey(nonce, member))
        for run in last.runs {
            let bytes = run.encoded()
            try writer.begin(await ada.tag(space, nonce), size: UInt64(bytes.count))
            try writer.write(bytes)
        }
        try writer.finish()
        let report = try await ben.importBundle(BundleRequest(path: file))
        #expect(report.refusedRuns == 1 && report.commits == 0)
    }

    @Test("what was changed in a bundle is refused, and what came before it is sound")
    func changed() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        _ = try await plant.community("Seals", [0, 1])
        _ = try await ada.ask(AskRequest(title: "Why?"))
        _ = try await ada.exportBundle(BundleRequest(path: file, community: "Seals"))
        let whole = try Bytes(Data(contentsOf: URL(fileURLWithPath: file)))
        for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 40)) {
            var changed = whole
            changed[place] ^= 1
            try PrivateFile.replace(file + ".changed", with: changed)
            await #expect(throws: ServiceError.self, "place \(place)") {
                try await ben.importBundle(BundleRequest(path: file + ".changed"))
            }
        }
        let before = try await ada.store.canonicalDump()
        _ = try await ben.importBundle(BundleRequest(path: file))
        try await ben.store.settle()
        #expect(try await ben.store.canonicalDump() == before)
    }
}
