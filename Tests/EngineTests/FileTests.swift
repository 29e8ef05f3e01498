import Engine
import Keys
import Ledger
import Simulation
import TestKit
import Testing
import Wire

/// What a peer may ask of files, and what its answers may do.
@Suite struct FileTests {
    private func member(
        _ stage: inout Stage, capabilities: [String] = [FileMessage.capability]
    ) throws -> Puppet {
        let ben = try stage.colleague()
        var puppet = try stage.meetMember(ben)
        var hello = puppet.hello([stage.home, stage.community])
        hello.capabilities = capabilities
        try stage.say(.hello(hello), &puppet)
        puppet.inbox = []
        stage.effects = []
        return puppet
    }

    private func tell(_ event: Event, _ stage: inout Stage, _ puppet: inout Puppet) throws {
        var puppets = [puppet]
        try stage.deliver(stage.handle(event), to: &puppets)
        puppet = puppets[0]
    }

    private func file(_ chunks: Int) throws -> SampleFile {
        try #require(SampleFile(chunks: chunks, seed: 1))
    }

    private func want(
        _ file: SampleFile, _ stage: inout Stage, _ puppet: inout Puppet
    ) throws {
        let here = ChunkSet(of: file.id.shape.chunkCount)
        let wanted = WantedFile(id: file.id, space: stage.community, here: here)
        try tell(.filesWanted([wanted]), &stage, &puppet)
    }

    private func message(_ chunk: ProvenChunk, of file: SampleFile) -> SessionMessage {
        .file(
            .chunk(
                file.id.address, index: chunk.index, sealed: chunk.sealed, proof: chunk.proof))
    }

    private func wanted(_ puppet: Puppet) -> [Int] {
        puppet.inbox.flatMap { message -> [Int] in
            if case .file(.want(_, _, let chunks)) = message { chunks } else { [] }
        }
    }

    // MARK: This node asks

    @Test func aPeerIsAskedOnceForAFewChunksAtATime() throws {
        var stage = try Stage()
        var puppet = try member(&stage)
        let file = try file(10)
        try want(file, &stage, &puppet)
        let tag = puppet.tag(of: stage.community)
        #expect(puppet.inbox == [.file(.ask(space: tag, file.id.address))])
        puppet.inbox = []
        try stage.say(.file(.have(file.id.address, nil)), &puppet)
        var asked = wanted(puppet)
        #expect(asked.count == Settings().fileWindow)
        // What is being stored still takes its place in the window.
        try stage.say(message(file.chunks[asked[0]], of: file), &puppet)
        #expect(wanted(puppet).count == asked.count)
        let id = puppet.connection
        try tell(
            .fileChunkStored(asked[0], of: file.id.address, from: id, isHere: true), &stage, &puppet
        )
        asked = wanted(puppet)
        #expect(asked.count == Settings().fileWindow + 1 && Set(asked).count == asked.count)
        #expect(stage.node.holders(of: file.id.address).map(\.chunks) == [10])
    }

    @Test func aPeerThatDoesNotKnowFilesIsNeverAsked() throws {
        var stage = try Stage()
        var puppet = try member(&stage, capabilities: ["other"])
        try want(try file(3), &stage, &puppet)
        stage.pass(.seconds(20))
        #expect(puppet.inbox.isEmpty)
    }

    @Test func theHelloNamesTheCapability() throws {
        var stage = try Stage()
        let ben = try stage.colleague()
        let puppet = try stage.greet(ben, spaces: [stage.home])
        let hello = puppet.inbox.lazy.compactMap { message -> Hello? in
            if case .hello(let hello) = message { hello } else { nil }
        }.first
        #expect(hello?.capabilities == [FileMessage.capability, LiveMessage.capability])
    }

    @Test func aForgedChunkEndsTheSessionAndIsNotStored() throws {
        var stage = try Stage()
        var puppet = try member(&stage)
        let file = try file(4)
        try want(file, &stage, &puppet)
        try stage.say(.file(.have(file.id.address, nil)), &puppet)
        var chunk = file.chunks[try #require(wanted(puppet).first)]
        chunk.sealed[7] ^= 4
        stage.effects = []
        try stage.say(message(chunk, of: file), &puppet)
        #expect(stage.endings == [.violation(.forgedChunk(file.id.address))])
        #expect(!stage.effects.contains { if case .storeFileChunk = $0 { true } else { false } })
    }

    @Test func chunksThatNobodyAskedForAreUseless() throws {
        var settings = Settings()
        settings.patience = 8
        var stage = try Stage(settings: settings)
        var puppet = try member(&stage)
        let file = try file(4)
        for _ in 0..<9 { try stage.say(message(file.chunks[0], of: file), &puppet) }
        #expect(stage.endings == [.violation(.useless(9))])
        #expect(!stage.effects.contains { if case .storeFileChunk = $0 { true } else { false } })
    }

    @Test func chunksThatAFileDoesNotHaveAreAViolation() throws {
        var stage = try Stage()
        var puppet = try member(&stage)
        let file = try file(4)
        try want(file, &stage, &puppet)
        try stage.say(.file(.have(file.id.address, [0b1_0000])), &puppet)
        #expect(stage.endings.count == 1)
    }

    @Test func aSlowPeerLosesItsChunksToOthersAndAnAnswerBringsItBack() throws {
        var stage = try Stage()
        var puppet = try member(&stage)
        let file = try file(12)
        try want(file, &stage, &puppet)
        try stage.say(.file(.have(file.id.address, nil)), &puppet)
        let asked = wanted(puppet)
        // It is alive: it answers pings, only not this.
        for _ in 0..<7 {
            var puppets = [puppet]
            try stage.pass(.seconds(5), puppets: &puppets)
            puppet = puppets[0]
            for case .ping(let nonce) in puppet.inbox {
                try stage.say(.pong(nonce: nonce), &puppet)
            }
        }
        #expect(!puppet.isClosed && wanted(puppet) == asked, "nothing more while it is slow")
        try stage.say(message(file.chunks[asked[0]], of: file), &puppet)
        try tell(
            .fileChunkStored(
                asked[0], of: file.id.address, from: puppet.connection, isHere: true), &stage,
            &puppet)
        #expect(wanted(puppet).count > asked.count)
    }

    // MARK: The peer asks

    private func looks(_ stage: Stage) -> [(token: UInt64, space: SpaceID)] {
        stage.effects.compactMap {
            if case .lookForFile(let token, let space, _) = $0 { (token, space) } else { nil }
        }
    }

    private func reads(_ stage: Stage) -> [(token: UInt64, chunk: Int)] {
        stage.effects.compactMap {
            if case .readFileChunk(let token, _, _, let chunk) = $0 { (token, chunk) } else { nil }
        }
    }

    @Test func aPeerGetsOneChunkAfterTheOther() throws {
        var stage = try Stage()
        var puppet = try member(&stage)
        let file = try file(5)
        let tag = puppet.tag(of: stage.community)
        try stage.say(.file(.ask(space: tag, file.id.address)), &puppet)
        let look = try #require(looks(stage).first)
        #expect(look.space == stage.community)
        try tell(.fileFound(token: look.token, ChunkSet(allOf: 5)), &stage, &puppet)
        #expect(puppet.inbox == [.file(.have(file.id.address, nil))])
        puppet.inbox = []
        try stage.say(.file(.want(space: tag, file.id.address, chunks: [3, 1])), &puppet)
        #expect(reads(stage).map(\.chunk) == [3], "one at a time")
        let read = try #require(reads(stage).first)
        try tell(.fileRead(token: read.token, .chunk(file.chunks[3])), &stage, &puppet)
        #expect(puppet.inbox == [message(file.chunks[3], of: file)])
        #expect(reads(stage).map(\.chunk) == [3, 1])
        let second = try #require(reads(stage).last)
        try tell(.fileRead(token: second.token, .notPermitted), &stage, &puppet)
        #expect(
            puppet.inbox.last == .file(.refused(file.id.address, chunks: [1], .notPermitted)))
    }

    @Test func aSpaceThatIsNotSharedGivesNothing() throws {
        var stage = try Stage()
        var puppet = try member(&stage)
        let other = try #require(SpaceID(stage.generator.bytes(32)))
        let address = try file(5).id.address
        try tell(.audiencesChanged([other: []]), &stage, &puppet)
        try tell(.spaceOpened(other, Frontier()), &stage, &puppet)
        let tag = puppet.tag(of: other)
        try stage.say(.file(.ask(space: tag, address)), &puppet)
        try stage.say(.file(.want(space: tag, address, chunks: [0])), &puppet)
        #expect(looks(stage).isEmpty && reads(stage).isEmpty)
        #expect(puppet.inbox.contains(.file(.refused(address, chunks: [], .notPermitted))))
        #expect(puppet.inbox.contains(.file(.refused(address, chunks: [0], .notPermitted))))
    }

    @Test func aDeviceThatNobodyKnowsGetsNoFilesOfTheWorkplace() throws {
        var stage = try Stage()
        let stranger = try stage.colleague()
        var puppet = try stage.greet(stranger, spaces: [stage.home])
        let address = try file(5).id.address
        try stage.say(.file(.ask(space: puppet.tag(of: stage.home), address)), &puppet)
        #expect(looks(stage).isEmpty)
        #expect(puppet.inbox.contains(.file(.refused(address, chunks: [], .notPermitted))))
    }

    @Test func aRightThatEndsWhileAChunkIsReadHolds() throws {
        var stage = try Stage()
        var puppet = try member(&stage)
        let file = try file(5)
        let tag = puppet.tag(of: stage.community)
        try stage.say(.file(.want(space: tag, file.id.address, chunks: [2])), &puppet)
        let read = try #require(reads(stage).first)
        try tell(.audiencesChanged([stage.community: []]), &stage, &puppet)
        puppet.inbox = []
        try tell(.fileRead(token: read.token, .chunk(file.chunks[2])), &stage, &puppet)
        #expect(
            puppet.inbox == [.file(.refused(file.id.address, chunks: [2], .notPermitted))])
    }

    @Test func whoeverAsksForTooMuchAtOnceIsLeft() throws {
        var stage = try Stage()
        var puppet = try member(&stage)
        let address = try file(5).id.address
        let tag = puppet.tag(of: stage.community)
        let most = Array(0..<Limits.attachmentRequests)
        try stage.say(.file(.want(space: tag, address, chunks: most)), &puppet)
        #expect(stage.endings.isEmpty && reads(stage).count == 1)
        try stage.say(.file(.want(space: tag, address, chunks: [99])), &puppet)
        #expect(stage.endings.count == 1)

        stage.effects = []
        var second = try member(&stage)
        for _ in 0...Limits.attachmentRequests {
            try stage.say(.file(.ask(space: second.tag(of: stage.community), address)), &second)
        }
        #expect(stage.endings.count == 1 && looks(stage).count == Limits.attachmentRequests)
    }

    @Test func whoAskedIsToldWhenAllIsHere() throws {
        var stage = try Stage()
        var puppet = try member(&stage)
        let address = try file(5).id.address
        try stage.say(.file(.ask(space: puppet.tag(of: stage.community), address)), &puppet)
        let look = try #require(looks(stage).first)
        var some = ChunkSet(of: 5)
        some.insert(0)
        some.insert(4)
        try tell(.fileFound(token: look.token, some), &stage, &puppet)
        #expect(puppet.inbox == [.file(.have(address, [0b1_0001]))])
        try tell(.fileCompleted(address), &stage, &puppet)
        #expect(puppet.inbox.last == .file(.have(address, nil)))
    }
}
