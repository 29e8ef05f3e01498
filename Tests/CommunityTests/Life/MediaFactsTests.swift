import TestKit
import Testing
import Wire

@testable import Community

@Suite("What sounds and pictures say of themselves")
struct MediaFactsTests {
    private func facts(_ bytes: Bytes, size: UInt64? = nil) -> MediaFacts? {
        MediaFacts(
            head: Bytes(bytes.prefix(MediaFacts.headBytes)),
            tail: Bytes(bytes.suffix(MediaFacts.tailBytes)), size: size ?? UInt64(bytes.count))
    }

    private func little(_ number: Int, _ count: Int) -> Bytes {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private func big(_ number: Int, _ count: Int) -> Bytes { little(number, count).reversed() }

    private func wave(seconds: Int, rate: Int = 8_000) -> Bytes {
        let sound = Bytes(repeating: 128, count: seconds * rate)
        return Bytes("RIFF".utf8) + little(36 + 12 + sound.count, 4) + Bytes("WAVEfmt ".utf8)
            + little(16, 4) + little(1, 2) + little(1, 2) + little(rate, 4) + little(rate, 4)
            + little(1, 2) + little(8, 2) + Bytes("LIST".utf8) + little(3, 4)
            + [1, 2, 3, 0] + Bytes("data".utf8) + little(sound.count, 4) + sound
    }

    private func page(_ granule: UInt64, _ body: Bytes) -> Bytes {
        Bytes("OggS".utf8) + [0, 0] + little(Int(bitPattern: UInt(granule)), 8) + little(7, 4)
            + little(0, 4) + little(0, 4) + [1, UInt8(body.count)] + body
    }

    private var opus: Bytes {
        let opening =
            Bytes("OpusHead".utf8) + [1, 1] + little(312, 2) + little(16_000, 4) + [0, 0, 0]
        return page(0, opening) + page(48_000, [1, 2]) + page(40 * 48_000 + 312, [3])
            + page(.max, [4])
    }

    private var vorbis: Bytes {
        let opening = Bytes("\u{1}vorbis".utf8) + little(0, 4) + [1] + little(44_100, 4)
        return page(0, opening) + page(44_100 * 3, [1])
    }

    /// Frames of 128 kbit/s at 44.1 kHz.
    private func mp3(frames: Int, tag: Bool = false, count: Int? = nil) -> Bytes {
        var first: Bytes = [0xFF, 0xFB, 0x90, 0x00] + Bytes(repeating: 0, count: 413)
        let frame = first
        if let count {
            first.replaceSubrange(
                36..<48, with: Bytes("Xing".utf8) + big(1, 4) + big(count, 4))
        }
        let start: Bytes =
            tag ? Bytes("ID3".utf8) + [4, 0, 0, 0, 0, 1, 0] + Bytes(repeating: 0, count: 128) : []
        return start + first + (1..<frames).flatMap { _ in frame }
    }

    private let png: Bytes =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Bytes("IHDR".utf8)
        + [0, 0, 4, 176, 0, 0, 3, 32, 8, 2, 0, 0, 0]
    private let gif: Bytes = Bytes("GIF89a".utf8) + [64, 1, 200, 0, 0, 0, 0]
    private var jpeg: Bytes {
        [0xFF, 0xD8, 0xFF, 0xE1] + big(402, 2) + Bytes(repeating: 9, count: 400)
            + [0xFF, 0xFF, 0xC4] + big(4, 2) + [0, 0] + [0xFF, 0xC2] + big(17, 2) + [8]
            + big(800, 2) + big(1_200, 2) + Bytes(repeating: 0, count: 10)
    }

    @Test("S11: a sound says how long it is, whatever wrote it")
    func sounds() throws {
        let sound = try #require(facts(wave(seconds: 40)))
        #expect(sound.type == "audio/wav" && sound.milliseconds == 40_000)
        // A recorder that was cut off: the header promises more than there is.
        let cut = Bytes(wave(seconds: 40).prefix(56 + 80_000))
        #expect(facts(cut)?.milliseconds == 10_000)
        #expect(facts(opus)?.type == "audio/opus" && facts(opus)?.milliseconds == 40_000)
        #expect(facts(vorbis)?.type == "audio/ogg" && facts(vorbis)?.milliseconds == 3_000)
        let steady = facts(mp3(frames: 100))
        #expect(steady?.type == "audio/mpeg" && steady?.milliseconds == 2_606)
        let variable = facts(mp3(frames: 3, tag: true, count: 1_000))
        #expect(variable?.milliseconds == 26_122)
    }

    @Test("S11: a picture says how large it is")
    func pictures() {
        for (bytes, type, width, height) in [
            (png, "image/png", 1_200, 800), (gif, "image/gif", 320, 200),
            (jpeg, "image/jpeg", 1_200, 800),
        ] as [(Bytes, String, Int64, Int64)] {
            let picture = facts(bytes)
            #expect(picture?.type == type && picture?.width == width, "\(type)")
            #expect(picture?.height == height && picture?.milliseconds == nil, "\(type)")
        }
    }

    @Test("what is called a sound and isn't is none; what can't be read of one is left out")
    func others() {
        for text in ["", "RIFF", "hello, this is no sound at all", "OggS", "GIF", "%PDF-1.7"] {
            #expect(facts(Bytes(text.utf8)) == nil, "\(text)")
        }
        #expect(facts([0xFF, 0xFE, 0x41, 0x00, 0x42, 0x00]) == nil, "UTF-16")
        #expect(facts([0xFF, 0xFB, 0x90, 0x00]) == nil, "one frame proves nothing")
        #expect(facts(Bytes(png.prefix(18)))?.width == nil)
        #expect(facts(Bytes(wave(seconds: 1).prefix(30)))?.milliseconds == nil)
        var endless = png
        endless.replaceSubrange(16..<20, with: [255, 255, 255, 255])
        #expect(facts(endless)?.type == "image/png" && facts(endless)?.width == nil)
    }

    @Test("no bytes make it fail, and no number leaves its bounds")
    func fuzz() {
        let samples = [
            wave(seconds: 1), opus, vorbis, mp3(frames: 4, tag: true, count: 9), png, gif, jpeg,
        ]
        forAll(cases: 3_000, "any file, cut and changed anywhere") { generator in
            var bytes = samples[Int.random(in: 0..<samples.count, using: &generator)]
            for _ in 0..<Int.random(in: 0...8, using: &generator) where !bytes.isEmpty {
                let place = Int.random(in: 0..<min(bytes.count, 120), using: &generator)
                bytes[place] =
                    [0, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &generator)]
                    .randomElement(using: &generator) ?? 0
            }
            bytes = Bytes(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
            let size = [0, UInt64(bytes.count), .max].randomElement(using: &generator)
            guard let found = facts(bytes, size: size) else { return true }
            return MediaFacts.recognised.contains(found.type)
                && found.milliseconds.map { (0...MediaFacts.longest).contains($0) } ?? true
                && found.width.map { (1...MediaFacts.widest).contains($0) } ?? true
                && (found.width == nil) == (found.height == nil)
        }
    }
}
