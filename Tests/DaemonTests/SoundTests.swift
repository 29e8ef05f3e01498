import Foundation
import LocalProtocol
import Testing

@testable import Daemon

/// Sounds and pictures, at a shared terminal too (S11, C3).
@Suite("Sounds and pictures", .timeLimit(.minutes(2)))
struct SoundTests {
    private func wave(seconds: Int) -> Data {
        func number(_ value: Int, _ count: Int) -> Data {
            Data((0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) })
        }
        let count = seconds * 8_000
        var file = Data("RIFF".utf8) + number(36 + count, 4) + Data("WAVEfmt ".utf8)
        file += number(16, 4) + number(1, 2) + number(1, 2) + number(8_000, 4) + number(8_000, 4)
        file += number(1, 2) + number(8, 2) + Data("data".utf8) + number(count, 4)
        return file + Data(repeating: 128, count: count)
    }

    private func file(_ content: Data, _ name: String, in folder: TemporaryFolder) throws -> String
    {
        let path = folder.path + "/" + name
        try content.write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test("C3: somebody who is signed in attaches a sound; it is theirs, and they take it back")
    func session() async throws {
        let works = try await KioskFlowTests.Works()
        let (token, _) = try await works.begin("Dana")
        let folder = try TemporaryFolder()
        let path = try file(wave(seconds: 40), "noise.wav", in: folder)
        let (asked, attached) = try await works.asked(token, "attach") {
            let asked = try await works.canteen.ask(AskRequest(title: "Bearing or belt?"))
            let attached = try await works.canteen.attach(
                AttachRequest(reference: asked.code, path: path))
            return (asked, attached.file)
        }
        try await works.plant.sync()
        for node in works.plant.nodes {
            let shown = try await node.show(ShowRequest(reference: asked.code)).files?.first
            #expect(shown?.author.name == "Dana" && shown?.name == "noise.wav")
            #expect(shown?.media == MediaShown(kind: .sound, milliseconds: 40_000))
        }
        try await works.asked(token, "erase") {
            _ = try await works.canteen.erase(EraseRequest(reference: attached.code))
        }
        try await works.plant.sync()
        #expect(try await works.ben.show(ShowRequest(reference: asked.code)).files == nil)
        // Nobody who isn't signed in can do anything with what she wrote.
        let refused = try await #require(throws: ServiceError.self) {
            try await works.asked("00", "attach") {
                _ = try await works.canteen.attach(
                    AttachRequest(reference: asked.code, path: path))
            }
        }
        #expect(refused.code == .noSuchRight)
    }

    @Test("a file on a question without a name doesn't name the asker either")
    func unnamed() async throws {
        let works = try await KioskFlowTests.Works()
        let (token, _) = try await works.begin("Dana")
        let folder = try TemporaryFolder()
        let path = try file(wave(seconds: 1), "noise.wav", in: folder)
        let asked = try await works.asked(token, "attach") {
            let asked = try await works.canteen.ask(AskRequest(title: "Is it me?", unnamed: true))
            _ = try await works.canteen.attach(AttachRequest(reference: asked.code, path: path))
            return asked
        }
        try await works.plant.sync()
        for node in works.plant.nodes {
            let shown = try await node.show(ShowRequest(reference: asked.code)).files?.first
            #expect(shown?.author.name == "Canteen")
        }
    }

    @Test("the content says what a file is, and not its name")
    func content() async throws {
        let plant = try await Plant(["Ada"])
        let ada = plant.nodes[0]
        let folder = try TemporaryFolder()
        let community = try await plant.community("Seals", [0])
        let asked = try await ada.ask(AskRequest(community: community, title: "Which?"))
        let picture = Data("GIF89a".utf8) + Data([64, 1, 200, 0, 0, 0, 0])
        for (content, name, type, media) in [
            (
                wave(seconds: 2), "scan.pdf", "audio/wav",
                MediaShown(kind: .sound, milliseconds: 2_000)
            ),
            (picture, "notes", "image/gif", MediaShown(kind: .picture, width: 320, height: 200)),
            (Data("no sound".utf8), "noise.wav", nil, nil),
            (Data("%PDF".utf8), "drawing.pdf", "application/pdf", nil),
            (Data("<svg/>".utf8), "drawing.svg", "image/svg+xml", MediaShown(kind: .picture)),
        ] as [(Data, String, String?, MediaShown?)] {
            let path = try file(content, name, in: folder)
            let shown = try await ada.attach(
                AttachRequest(reference: asked.code, path: path)
            ).file
            #expect(shown.type == type && shown.media == media, "\(name)")
        }
    }
}
