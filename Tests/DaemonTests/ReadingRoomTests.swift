import Foundation
import LocalProtocol
import TestKit
import Testing

@testable import Daemon

/// Communities that were exported and are read elsewhere.
@Suite("Reading rooms", .timeLimit(.minutes(2)))
struct ReadingRoomTests {
    /// A community with some life in it.
    private func living() async throws -> (plant: Plant, community: String, question: String) {
        let plant = try await Plant(["Ada", "Ben"])
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        let community = try await plant.community("Seals", [0, 1])
        let other = try await plant.community("Elsewhere", [0, 1])
        let asked = try await ada.ask(AskRequest(community: community, title: "Rattle at 4?"))
        _ = try await ada.ask(AskRequest(community: other, title: "Somewhere else?"))
        try await plant.sync()
        let answer = try await ben.answer(
            AnswerRequest(question: asked.code, body: "Bearing, not belt."))
        try await plant.sync()
        _ = try await ada.thank(ThanksRequest(post: answer.code))
        _ = try await ada.createItem(
            NewItemRequest(
                kind: .story, community: community,
                fields: [ItemField(name: "title", value: "The hot wash")]))
        try await plant.sync()
        return (plant, community, asked.code)
    }

    private func exported(
        _ community: String, by node: HearthNode
    ) async throws -> (head: ExportHead, pieces: [ExportPiece]) {
        let reference = CommunityReference(community: community)
        let head = try await node.beginExport(reference)
        var pieces: [ExportPiece] = []
        for try await piece in try await node.exportCommits(reference) { pieces.append(piece) }
        return (head, pieces)
    }

    private func text(_ stream: AnswerStream<DumpPiece>) async throws -> String {
        var text = ""
        for try await piece in stream { text += piece.text }
        return text
    }

    private func freshHome() async throws -> (node: HearthNode, folder: TemporaryFolder) {
        let folder = try TemporaryFolder()
        let home = HomeFolders(
            configuration: folder.path + "/hearth.toml", data: folder.path + "/data",
            state: folder.path + "/state", socket: folder.path + "/run/hearth.sock")
        return (try await HearthNode.open(testing: home), folder)
    }

    private func read(
        _ head: ExportHead, _ pieces: [ExportPiece], at node: HearthNode
    ) async throws -> ReadingRoom {
        let room = try await node.newRoom(NewRoomRequest(head: head))
        for piece in pieces {
            _ = try await node.fillRoom(RoomBatch(room: room.id, piece: piece))
        }
        return try await node.openRoom(RoomReference(room: room.id))
    }

    @Test("the records of an export are what show and item give, each once, and nothing of others")
    func records() async throws {
        let (plant, community, question) = try await living()
        let node = plant.nodes[1]
        let twin = try await node.ask(AskRequest(community: community, title: "Noise at 4?"))
        _ = try await node.changeItem(
            ItemChangeRequest(
                reference: twin.code, set: [], add: [ItemField(name: "same_as", value: question)]))
        let ticket = try await node.beginImport(
            ImportRequest(community: community, file: "list.mbox"))
        _ = try await node.importBatch(
            ImportBatch(
                id: ticket.id,
                posts: (1...230).map { number in
                    ImportedPost(
                        source: "\(number)@list", parentSource: nil, kind: .question,
                        author: "Old \(number)", writtenAt: nil, title: "Number \(number)",
                        body: "Once upon a time.", tags: nil)
                }))
        _ = try await node.finishImport(ImportReference(id: ticket.id))

        var found = ExportedRecords(questions: 0)
        var pages = 0
        for try await page in try await node.exportRecords(
            CommunityReference(community: community))
        {
            pages += 1
            #expect(page.questions == 232)
            found.threads += page.threads
            found.items += page.items
            found.proposals += page.proposals
        }
        #expect(pages > 3 && found.threads.count == 232)
        #expect(Set(found.threads.map(\.question.id)).count == 232)
        #expect(found.items.map(\.item.title) == ["The hot wash"])
        for thread in found.threads.suffix(3) + found.threads.prefix(1) {
            let shown = try await node.show(ShowRequest(reference: thread.question.id))
            #expect(shown.thread == thread)
        }
        let threads = Dictionary(
            found.threads.map { ($0.question.code, $0) }, uniquingKeysWith: { first, _ in first })
        #expect(threads[question]?.sameAs == [twin.code])
        #expect(threads[twin.code]?.sameAs == [question])
        #expect(threads[question]?.answers.first?.thanks.count == 1)
    }

    @Test("J10.7: a home where nobody lives reads the same, and nothing of other communities")
    func equal() async throws {
        let (plant, community, question) = try await living()
        let (head, pieces) = try await exported(community, by: plant.nodes[1])
        let (node, folder) = try await freshHome()
        let room = try await read(head, pieces, at: node)
        #expect(room.name == "Seals" && room.workplace == "Plant North")
        #expect(room.questions == 1 && room.answers == 1 && room.commits == head.commits)
        let reference = RoomReference(room: "seals")
        let there = try await text(plant.nodes[0].dump(DumpRequest(community: community)))
        #expect(try await text(node.dumpRoom(reference)) == there)
        let thread = try await node.showInRoom(
            RoomShowRequest(room: room.id, reference: question))
        #expect(thread.question.author.name == "Ada")
        #expect(thread.answers.map(\.body) == ["Bearing, not belt."])
        let hits = try await node.searchRoom(
            RoomSearchRequest(room: room.id, text: "belt")
        ).hits
        #expect(hits.map(\.question) == [question])
        let all = try await node.searchRoom(RoomSearchRequest(room: room.id)).hits
        #expect(all.map(\.title) == ["Rattle at 4?"])
        await node.close()
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        for file in files where !file.hasSuffix("/") {
            let content = FileManager.default.contents(atPath: folder.path + "/" + file) ?? Data()
            #expect(content.range(of: Data("Somewhere else".utf8)) == nil, "\(file)")
        }
    }

    @Test("attached files come along: the same bytes or none, and what isn't there is named")
    func files() async throws {
        let (plant, community, question) = try await living()
        let (node, folder) = try await freshHome()
        let ada = plant.nodes[0]
        let path = folder.path + "/pump manual.pdf"
        var generator = SeededGenerator(seed: 20)
        let content = Data(generator.bytes(150_000))
        try content.write(to: URL(fileURLWithPath: path))
        let attached = try await ada.attach(AttachRequest(reference: question, path: path)).file
        let (head, pieces) = try await exported(community, by: ada)
        let room = try await read(head, pieces, at: node)
        let reference = RoomReference(room: room.id)
        let listed = try await node.roomFiles(reference).files
        #expect(listed.map(\.name) == ["pump manual.pdf"] && listed.first?.isHere == false)
        #expect(listed.first?.attachedTo == question && listed.first?.author.name == "Ada")

        let copy = folder.path + "/copy.pdf"
        let save = RoomFileRequest(room: room.id, reference: attached.code, path: copy)
        await #expect(throws: ServiceError.self) { _ = try await node.saveRoomFile(save) }
        var changed = content
        changed[70_000] ^= 1
        let other = folder.path + "/other"
        for bytes in [changed, content + Data([0]), Data(content.dropLast())] {
            try bytes.write(to: URL(fileURLWithPath: other))
            await #expect(throws: ServiceError.self, "it is another file") {
                _ = try await node.addRoomFile(
                    RoomFileRequest(room: room.id, reference: attached.id, path: other))
            }
        }
        #expect(try await node.roomFiles(reference).bytes == 0, "nothing of them is kept")
        let added = try await node.addRoomFile(
            RoomFileRequest(room: room.id, reference: attached.id, path: path))
        #expect(added.isHere)
        #expect(try await node.saveRoomFile(save).bytes == 150_000)
        #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == content)
        await #expect(throws: ServiceError.self, "something is there") {
            _ = try await node.saveRoomFile(save)
        }
        _ = try await node.removeRoom(reference)
        let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        #expect(!left.contains { $0.contains(room.id) })
        await node.close()
    }

    @Test("a room is there again after a restart, and gone with all its files when it is removed")
    func restart() async throws {
        let (plant, community, _) = try await living()
        let (head, pieces) = try await exported(community, by: plant.nodes[0])
        let (node, folder) = try await freshHome()
        let room = try await read(head, pieces, at: node)
        await #expect(throws: ServiceError.self, "it is there already") {
            _ = try await node.newRoom(NewRoomRequest(head: head))
        }
        let dump = try await text(node.dumpRoom(RoomReference(room: room.id)))
        await node.close()
        let again = try await HearthNode.open(
            testing: HomeFolders(
                configuration: folder.path + "/hearth.toml", data: folder.path + "/data",
                state: folder.path + "/state", socket: folder.path + "/run/hearth.sock"))
        #expect(try await again.rooms().rooms == [room])
        #expect(try await text(again.dumpRoom(RoomReference(room: room.id))) == dump)
        #expect(try await again.removeRoom(RoomReference(room: "Seals")).rooms.isEmpty)
        let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        #expect(!left.contains { $0.contains(room.id) })
        await again.close()
    }

    @Test("one byte that was changed in the commits is refused, wherever it is")
    func altered() async throws {
        let (plant, community, _) = try await living()
        let (head, pieces) = try await exported(community, by: plant.nodes[0])
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20 {
            var changed = pieces
            let piece = Int.random(in: changed.indices, using: &generator)
            let run = Int.random(in: changed[piece].runs.indices, using: &generator)
            var bytes = try #require(Data(base64Encoded: changed[piece].runs[run]))
            bytes[Int.random(in: bytes.indices, using: &generator)] ^= 0x20
            changed[piece].runs[run] = bytes.base64EncodedString()
            let (node, folder) = try await freshHome()
            do {
                let room = try await read(head, changed, at: node)
                // A changed id of a log is another log: then what belongs to this one is missing.
                #expect(
                    try await text(node.dumpRoom(RoomReference(room: room.id)))
                        != text(plant.nodes[0].dump(DumpRequest(community: community))))
            } catch let error as ServiceError {
                #expect(error.code == .usage)
                #expect(try await node.rooms().rooms.isEmpty)
            }
            await node.close()
            _ = folder
        }
    }

    @Test("commits behind the end of a log come along, so that a run is whole where it is cut")
    func ended() async throws {
        let (plant, community, _) = try await living()
        let (ada, ben) = (plant.nodes[0], plant.nodes[1])
        _ = try await ben.depart(DepartRequest(words: .keep))
        try await plant.sync()
        let (head, pieces) = try await exported(community, by: ada)
        let (node, folder) = try await freshHome()
        let room = try await read(head, pieces, at: node)
        let there = try await text(ada.dump(DumpRequest(community: community)))
        #expect(try await text(node.dumpRoom(RoomReference(room: room.id))) == there)
        await node.close()
        _ = folder
    }

    @Test("heads that can't be are refused, and a room that isn't full is not shown")
    func heads() async throws {
        let (plant, community, _) = try await living()
        let (head, _) = try await exported(community, by: plant.nodes[0])
        let (node, folder) = try await freshHome()
        var bad: [ExportHead] = []
        for change in [
            { (head: inout ExportHead) in head.spaces = [] },
            { $0.spaces = ["00"] }, { $0.workplace = $0.spaces[0] },
            { $0.keys[0].key = "00" }, { $0.keys[0].generation = -1 },
            { $0.keys[0].space = String(repeating: "ab", count: 32) },
        ] {
            var changed = head
            change(&changed)
            bad.append(changed)
        }
        for head in bad {
            await #expect(throws: ServiceError.self) {
                _ = try await node.newRoom(NewRoomRequest(head: head))
            }
        }
        let room = try await node.newRoom(NewRoomRequest(head: head))
        #expect(try await node.rooms().rooms.isEmpty)
        await #expect(throws: ServiceError.self) {
            _ = try await node.dumpRoom(RoomReference(room: room.id))
        }
        await node.close()
        _ = folder
    }

    @Test("who isn't a member of a private community can't take it along")
    func others() async throws {
        let plant = try await Plant(["Ada", "Ben"])
        let circle = try await plant.nodes[0].createCommunity(
            NewCommunityRequest(name: "Secret", visibility: .listed)
        ).community.code
        try await plant.sync()
        await #expect(throws: ServiceError.self) {
            _ = try await plant.nodes[1].beginExport(CommunityReference(community: circle))
        }
        let open = try await plant.community("Open", [0])
        do {
            _ = try await plant.nodes[1].beginExport(CommunityReference(community: open))
            Issue.record("what isn't here was exported")
        } catch {
            #expect(error.code == .offline)
        }
        #expect(
            try await plant.nodes[0].beginExport(CommunityReference(community: circle)).keys.count
                >= 2)
    }
}
