import Community
import Foundation
import Keys
import Ledger
import LocalProtocol
import Storage
import TestKit
import Testing
import Wire

@testable import Daemon

/// Attached files, at nodes that never meet on a network: chunks are carried by hand.
@Suite("Attached files", .timeLimit(.minutes(2)))
struct FileFlowTests {
    private func refusal(_ body: () async throws -> Void) async throws -> ServiceError {
        try await #require(throws: ServiceError.self) { try await body() }
    }

    /// A file outside of every home.
    private func file(_ bytes: Int, in folder: TemporaryFolder, name: String) throws -> String {
        var generator = SeededGenerator(seed: UInt64(bytes))
        let path = folder.path + "/" + name
        try Data(generator.bytes(bytes)).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func content(_ path: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: path))
    }

    /// Carries chunks of a file from one computer to another.
    private func carry(
        _ chunks: Range<Int>, from source: HearthNode, to target: HearthNode
    ) async throws {
        let (from, into) = await (source.files, target.files)
        let kept = try #require(from.kept.first)
        for index in chunks {
            guard case .here(let chunk) = try from.chunk(index, of: kept.id) else { continue }
            try into.take(chunk, of: kept.id)
        }
    }

    @Test("a file is found by its name, and by nobody any more once it was taken back")
    func search() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let folder = try TemporaryFolder()
        let community = try await plant.community("Pumps", [0, 1])
        let question = try await ada.ask(AskRequest(community: community, title: "Which seal?"))
        let answer = try await ada.answer(
            AnswerRequest(question: question.code, body: "The green one."))
        let path = try file(200, in: folder, name: "zapfenplan.pdf")
        var codes: [String] = []
        for target in [question, answer] {
            codes.append(
                try await ada.attach(AttachRequest(reference: target.code, path: path)).file.code)
        }
        try await plant.sync()
        for node in [ada, ben] {
            let hits = try await node.search(SearchRequest(text: "zapfenplan")).hits
            #expect(Set(hits.map(\.code)) == Set(codes))
            #expect(hits.allSatisfy { $0.kind == .attachment && $0.title == "Which seal?" })
            #expect(Set(hits.map(\.question)) == [question.code, answer.code])
            #expect(hits.allSatisfy { $0.author.name == "Ada" })
        }
        var narrow = SearchRequest(text: "zapfenplan")
        narrow.kind = .question
        #expect(try await ben.search(narrow).hits.isEmpty)
        narrow.kind = .attachment
        #expect(try await ben.search(narrow).hits.count == 2)
        _ = try await ada.erase(EraseRequest(reference: codes[0]))
        try await plant.sync()
        #expect(
            try await ben.search(SearchRequest(text: "zapfenplan")).hits.map(\.code) == [codes[1]])
    }

    @Test("invariant 24: what isn't here is shown with name and size; it comes, and is the same")
    func journey() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let folder = try TemporaryFolder()
        let community = try await plant.community("Pumps", [0, 1])
        let question = try await ada.ask(AskRequest(community: community, title: "Which seal?"))
        let path = try file(200_000, in: folder, name: "pump.jpg")
        let attached = try await ada.attach(
            AttachRequest(reference: question.code, path: path)
        ).file
        #expect(attached.name == "pump.jpg" && attached.type == nil && attached.isHere)
        #expect(attached.bytes == 200_000 && attached.chunks == 4)
        #expect(attached.attachedTo == question.code && attached.author.name == "Ada")
        try await plant.sync()

        let reference = FileReference(reference: attached.code)
        let seen = try await ben.file(reference)
        #expect(seen.name == "pump.jpg" && seen.bytes == 200_000 && seen.chunksHere == 0)
        let shown = try await ben.show(ShowRequest(reference: question.code))
        #expect(shown.files?.map(\.code) == [attached.code])
        #expect(try await ben.show(ShowRequest(reference: attached.code)).thread != nil)
        let target = folder.path + "/copy.jpg"
        let save = SaveFileRequest(reference: attached.code, path: target)
        #expect(try await refusal { _ = try await ben.saveFile(save) }.code == .offline)
        let asked = try await ben.fetchFile(reference)
        #expect(asked.isFetched && !asked.isHere)
        try await carry(0..<3, from: ada, to: ben)
        #expect(try await ben.file(reference).chunksHere == 3)
        try await carry(3..<4, from: ada, to: ben)
        #expect(try await ben.saveFile(save).bytes == 200_000)
        #expect(try content(target) == content(path))
        #expect(try await refusal { _ = try await ben.saveFile(save) }.code == .usage)
        let list = try await ben.attachedFiles()
        #expect(list.files.map(\.code) == [attached.code] && list.bytes > 200_000)
        #expect(list.unnamed == 0)
    }

    @Test(
        "a file that is taken back goes at once from every computer, and so does one with its words"
    )
    func erased() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let folder = try TemporaryFolder()
        let community = try await plant.community("Pumps", [0, 1])
        let question = try await ada.ask(AskRequest(community: community, title: "Which seal?"))
        for (round, reference) in [nil, question.code].enumerated() {
            let path = try file(70_000 + round, in: folder, name: "\(round).pdf")
            let attached = try await ada.attach(
                AttachRequest(reference: question.code, path: path))
            try await plant.sync()
            await ben.followFileRecords()
            try await carry(0..<2, from: ada, to: ben)
            #expect(await ben.files.kept.count == 1)
            _ = try await ada.erase(
                EraseRequest(reference: reference ?? attached.file.code))
            #expect(await ada.files.kept.isEmpty)
            try await plant.sync()
            await ben.followFileRecords()
            #expect(await ben.files.kept.isEmpty)
            #expect(try await ben.attachedFiles().files.isEmpty)
        }
    }

    @Test("a file that nothing names is kept for a day, as its record may be on its way")
    func unnamed() async throws {
        let plant = try await Plant(["Ada"])
        let ada = plant.nodes[0]
        let folder = try TemporaryFolder()
        let path = try file(100, in: folder, name: "x")
        let key = SecretBytes(copying: Bytes(repeating: 1, count: 32))
        _ = try await ada.files.add(path, key: key)
        await ada.followFileRecords()
        #expect(try await ada.attachedFiles().unnamed == 1)
        let now = await ada.clocks.wallClock
        let files = await ada.files
        let day = FileWishList.grace
        #expect(try files.sweep(keeping: [], at: now + day - 60_000, grace: day).isEmpty)
        #expect(try files.sweep(keeping: [], at: now + day + 60_000, grace: day).count == 1)
    }

    @Test("what can't be attached, and where nothing can, is said")
    func refusals() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let ada = plant.nodes[0]
        let folder = try TemporaryFolder()
        let community = try await plant.community("Pumps", [0, 1])
        let question = try await ada.ask(AskRequest(community: community, title: "Which seal?"))
        let keys = await ada.home.data + "/log.sqlite"
        let link = folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: keys)
        for path in ["relative", folder.path, folder.path + "/none", keys, link] {
            let refused = try await refusal {
                _ = try await ada.attach(AttachRequest(reference: question.code, path: path))
            }
            #expect(refused.code == .usage && refused.hint != nil, "\(path)")
        }
        let path = try file(10, in: folder, name: "x")
        let person = try await ada.identity().person.code
        let wrong = try await refusal {
            _ = try await ada.attach(AttachRequest(reference: person, path: path))
        }
        #expect(wrong.code == .notFound || wrong.code == .usage)
        let foreign = try await refusal {
            _ = try await ada.file(FileReference(reference: question.code))
        }
        #expect(foreign.code == .usage)
        #expect(await ada.files.kept.isEmpty)
    }

    @Test("the policy of the machine bounds a file, and its quota counts what is kept")
    func policy() async throws {
        let folder = try TemporaryFolder()
        let text = "[storage]\nattachment-size = \"30 KiB\"\nquota = \"40 KiB\"\n"
        let home = folder.path + "/home"
        let ada = try await HearthNode.open(
            testing: HomeFolders(
                configuration: home + "/hearth.toml", data: home + "/data",
                state: home + "/state", socket: home + "/s"),
            policy: try Policy(text: text, path: "policy.toml"))
        _ = try await ada.initialize(InitializeRequest(name: "Ada"))
        _ = try await ada.foundWorkplace(NewWorkplaceRequest(name: "Works"))
        let community = try await ada.createCommunity(NewCommunityRequest(name: "Pumps"))
            .community.code
        let question = try await ada.ask(AskRequest(community: community, title: "Which seal?"))
        func attach(_ bytes: Int) async throws {
            let path = try file(bytes, in: folder, name: "\(bytes).bin")
            _ = try await ada.attach(AttachRequest(reference: question.code, path: path))
        }
        let large = try await refusal { try await attach(30_721) }
        #expect(large.code == .noSuchRight && large.message.contains("forbidden by policy.toml"))
        try await attach(30_720)
        try await attach(10_000)
        let full = try await refusal { try await attach(10) }
        #expect(full.code == .noSuchRight && full.message.contains("quota"))
        let words = try await refusal {
            _ = try await ada.ask(AskRequest(community: community, title: "And words?"))
        }
        #expect(words.code == .noSuchRight)
        let list = try await ada.attachedFiles()
        #expect(list.files.count == 2 && list.bytes == 40_720 + 32)
    }

    @Test("small files come by themselves, large ones only if somebody asks")
    func byItself() async throws {
        let text = "[attachments]\nfetch-below = \"100 KiB\"\n"
        let configuration = try Configuration(text: text, path: "hearth.toml")
        #expect(configuration.fetchBelow == 102_400)
        #expect(try Configuration(text: "", path: "hearth.toml").fetchBelow == 1_048_576)
        #expect(throws: DaemonError.self) {
            try Configuration(
                text: "[attachments]\nfetch-below = \"much\"\n", path: "hearth.toml")
        }
    }
}
