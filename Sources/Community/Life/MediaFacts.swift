public import Wire

/// What a sound or a picture says of itself: its media type, and how long or how large it is.
///
/// Read off the first and the last bytes of a file, whatever it is called. Nothing of it is trusted: a
/// header can lie, so every number has bounds, and what can't be read is left out.
public struct MediaFacts: Equatable, Sendable {
    /// How many of the first bytes are looked at: a photograph has its thumbnail before its size.
    public static let headBytes = 262_144
    /// How many of the last: a page of Ogg is at most 65,307 long.
    public static let tailBytes = 65_536
    /// The longest sound that is believed, a week in milliseconds.
    public static let longest: Int64 = 7 * 86_400_000
    /// The widest picture that is believed, in pixels.
    public static let widest: Int64 = 1_000_000

    /// The media type, such as `audio/wav`.
    public let type: String
    /// How long a sound is, in milliseconds.
    public private(set) var milliseconds: Int64?
    /// How wide a picture is, in pixels.
    public private(set) var width: Int64?
    /// How high a picture is, in pixels.
    public private(set) var height: Int64?

    /// The media types that are told by content: a file that is called so and isn't is none.
    public static let recognised: Set<String> = [
        "audio/wav", "audio/ogg", "audio/opus", "audio/mpeg", "image/png", "image/jpeg",
        "image/gif",
    ]

    /// Looks at a file; `nil` if it is no sound or picture of a kind that is known.
    ///
    /// - Parameters:
    ///   - head: Its first bytes, up to ``headBytes``.
    ///   - tail: Its last bytes, up to ``tailBytes``; they may be among the first.
    ///   - size: How many bytes it has.
    public init?(head: Bytes, tail: Bytes, size: UInt64) {
        let head = Head(head)
        if let sound = Self.wave(head, size) ?? Self.ogg(head, Head(tail)) ?? Self.mp3(head, size) {
            self = sound
        } else if let picture = Self.png(head) ?? Self.gif(head) ?? Self.jpeg(head) {
            self = picture
        } else {
            return nil
        }
    }

    private init(_ type: String, milliseconds: Int64? = nil) {
        self.type = type
        if let milliseconds, (0...Self.longest).contains(milliseconds) {
            self.milliseconds = milliseconds
        }
    }

    private init(_ type: String, width: UInt64?, height: UInt64?) {
        self.type = type
        guard let width, let height, (1...UInt64(Self.widest)).contains(width),
            (1...UInt64(Self.widest)).contains(height)
        else { return }
        self.width = Int64(width)
        self.height = Int64(height)
    }

    /// So many units of which so many are a second, in milliseconds; `nil` if that is none.
    private static func length(_ units: UInt64, perSecond: UInt64) -> Int64? {
        let (product, isTooLong) = units.multipliedReportingOverflow(by: 1_000)
        return isTooLong || perSecond == 0 ? nil : Int64(exactly: product / perSecond)
    }

    // MARK: Sounds

    /// RIFF WAVE: the bytes of a second stand in `fmt `, those of the sound in `data`.
    private static func wave(_ head: Head, _ size: UInt64) -> MediaFacts? {
        guard head.has("RIFF", at: 0), head.has("WAVE", at: 8) else { return nil }
        var place = 12
        var perSecond: UInt64?
        // No program writes more parts before the sound.
        for _ in 0..<64 {
            guard let length = head.little(4, at: place + 4) else { break }
            if head.has("fmt ", at: place) { perSecond = head.little(4, at: place + 16) }
            if head.has("data", at: place) {
                // A recorder that was cut off never wrote how much there is.
                let rest = size - min(size, UInt64(place + 8))
                return MediaFacts(
                    "audio/wav",
                    milliseconds: perSecond.flatMap {
                        Self.length(min(length, rest), perSecond: $0)
                    })
            }
            guard length < UInt64(head.count) else { break }
            place += 8 + Int(length) + Int(length % 2)
        }
        return MediaFacts("audio/wav")
    }

    /// Ogg with Opus or Vorbis: the last page says how many samples there are.
    private static func ogg(_ head: Head, _ tail: Head) -> MediaFacts? {
        guard head.has("OggS", at: 0), let parts = head.little(1, at: 26) else { return nil }
        let start = 27 + Int(parts)
        let isOpus = head.has("OpusHead", at: start)
        guard isOpus || head.has("\u{1}vorbis", at: start) else { return nil }
        let type = isOpus ? "audio/opus" : "audio/ogg"
        let perSecond = isOpus ? 48_000 : head.little(4, at: start + 12)
        let skipped = isOpus ? head.little(2, at: start + 10) : 0
        guard let perSecond, let skipped, let stream = head.little(4, at: 14) else {
            return MediaFacts(type)
        }
        var place = tail.count - 27
        while place >= 0 {
            if tail.has("OggS", at: place), tail.little(4, at: place + 14) == stream,
                let samples = tail.little(8, at: place + 6), samples != .max
            {
                return MediaFacts(
                    type,
                    milliseconds: length(samples - min(samples, skipped), perSecond: perSecond))
            }
            place -= 1
        }
        return MediaFacts(type)
    }

    /// MPEG layer III: a second frame behind the first proves it; a variable one says how many follow.
    private static func mp3(_ head: Head, _ size: UInt64) -> MediaFacts? {
        var start = 0
        let isTagged = head.has("ID3", at: 0)
        if isTagged {
            guard let length = head.sevenBits(at: 6) else { return nil }
            start = 10 + Int(length)
        }
        guard let frame = MPEGFrame(head, at: start) else {
            return isTagged ? MediaFacts("audio/mpeg") : nil
        }
        guard MPEGFrame(head, at: start + frame.length) != nil else {
            return isTagged ? MediaFacts("audio/mpeg") : nil
        }
        let mark = start + frame.mark
        if head.has("Xing", at: mark) || head.has("Info", at: mark),
            let flags = head.big(4, at: mark + 4), flags & 1 == 1,
            let frames = head.big(4, at: mark + 8)
        {
            return MediaFacts(
                "audio/mpeg",
                milliseconds: length(frames * UInt64(frame.samples), perSecond: frame.rate))
        }
        let rest = size - min(size, UInt64(start))
        return MediaFacts(
            "audio/mpeg", milliseconds: length(rest, perSecond: UInt64(frame.bitRate / 8)))
    }

    // MARK: Pictures

    private static func png(_ head: Head) -> MediaFacts? {
        guard head.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0),
            head.has("IHDR", at: 12)
        else { return nil }
        return MediaFacts("image/png", width: head.big(4, at: 16), height: head.big(4, at: 20))
    }

    private static func gif(_ head: Head) -> MediaFacts? {
        guard head.has("GIF87a", at: 0) || head.has("GIF89a", at: 0) else { return nil }
        return MediaFacts(
            "image/gif", width: head.little(2, at: 6), height: head.little(2, at: 8))
    }

    /// JPEG: the first start of a frame has the size.
    private static func jpeg(_ head: Head) -> MediaFacts? {
        guard head.has([0xFF, 0xD8, 0xFF], at: 0) else { return nil }
        var place = 2
        while head.big(1, at: place) == 0xFF, let mark = head.big(1, at: place + 1) {
            if mark == 0xFF {
                place += 1
                continue
            }
            let isFrame = (0xC0...0xCF).contains(mark) && ![0xC4, 0xC8, 0xCC].contains(mark)
            if isFrame {
                return MediaFacts(
                    "image/jpeg", width: head.big(2, at: place + 7),
                    height: head.big(2, at: place + 5))
            }
            guard let length = head.big(2, at: place + 2), length >= 2, mark != 0xDA else { break }
            place += 2 + Int(length)
        }
        return MediaFacts("image/jpeg")
    }
}

/// The first frame of an MPEG layer III sound, as its four bytes say.
private struct MPEGFrame {
    /// Samples of a second.
    let rate: UInt64
    /// Bits of a second.
    let bitRate: Int
    /// Samples in a frame.
    let samples: Int
    /// Bytes of the frame.
    let length: Int
    /// Where a variable sound says how many frames it has.
    let mark: Int

    private static let bitRates = [
        [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
        [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    ]
    private static let rates = [44_100, 48_000, 32_000]

    init?(_ head: Head, at place: Int) {
        guard let word = head.big(4, at: place), word >> 21 == 0x7FF else { return nil }
        let (version, layer) = (word >> 19 & 3, word >> 17 & 3)
        let (bits, rate) = (Int(word >> 12 & 15), Int(word >> 10 & 3))
        // Version 1 is none, and layer III has the number 1.
        guard version != 1, layer == 1, (1...14).contains(bits), rate < 3 else { return nil }
        let isFirst = version == 3
        let isMono = word >> 6 & 3 == 3
        let perSecond = Self.rates[rate] / (isFirst ? 1 : version == 2 ? 2 : 4)
        self.rate = UInt64(perSecond)
        bitRate = Self.bitRates[isFirst ? 0 : 1][bits] * 1_000
        samples = isFirst ? 1_152 : 576
        length = samples / 8 * bitRate / perSecond + Int(word >> 9 & 1)
        mark = 4 + (isFirst ? isMono ? 17 : 32 : isMono ? 9 : 17)
    }
}

/// Bytes of a file, read without ever reaching behind their end.
private struct Head {
    private let bytes: Bytes

    init(_ bytes: Bytes) { self.bytes = bytes }

    var count: Int { bytes.count }

    func has(_ text: String, at place: Int) -> Bool { has(Bytes(text.utf8), at: place) }

    func has(_ wanted: Bytes, at place: Int) -> Bool {
        place >= 0 && place <= bytes.count - wanted.count
            && bytes[place..<place + wanted.count].elementsEqual(wanted)
    }

    /// A number of so many bytes, the most significant first.
    func big(_ count: Int, at place: Int) -> UInt64? {
        slice(count, place)?.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A number of so many bytes, the least significant first.
    func little(_ count: Int, at place: Int) -> UInt64? {
        slice(count, place)?.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A number of four bytes of which each has seven bits.
    func sevenBits(at place: Int) -> UInt64? {
        guard let slice = slice(4, place), slice.allSatisfy({ $0 < 128 }) else { return nil }
        return slice.reduce(0) { $0 << 7 | UInt64($1) }
    }

    private func slice(_ count: Int, _ place: Int) -> Bytes.SubSequence? {
        guard place >= 0, place <= bytes.count - count else { return nil }
        return bytes[place..<place + count]
    }
}
