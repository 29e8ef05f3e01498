internal import Foundation

/// Bytes in the character encodings that mail of the last decades was written in.
///
/// UTF-8 is decoded here, all others by the C library's `iconv` from a closed list of names, so
/// that no message chooses a converter that nobody expects.
enum Charset {
    /// The text of some bytes.
    ///
    /// A label is a claim: text that is labelled wrongly, or not at all, is UTF-8 if it is valid
    /// UTF-8, ISO-2022-JP if it holds that encoding's escapes, otherwise Windows-1252. What can't
    /// be decoded becomes U+FFFD.
    static func decode(_ bytes: some Collection<UInt8>, label: String?) -> String {
        let bytes = Array(bytes)
        let name = label.map(normalised) ?? ""
        if utf8Names.contains(name) { return String(decoding: bytes, as: UTF8.self) }
        if let converter = converters[name] {
            // Most of what is labelled so needs no conversion.
            if extendsASCII(converter), bytes.allSatisfy({ $0 < 0x80 }) {
                return String(decoding: bytes, as: UTF8.self)
            }
            if let text = convert(bytes, from: converter) { return text }
            return guess(bytes)
        }
        return guess(bytes)
    }

    /// The bytes without a character of UTF-8 at their end that was cut in two.
    static func withoutTornEnd(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let rest = bytes.suffix(3).reversed().prefix { $0 & 0xC0 == 0x80 }.count
        guard let first = bytes.dropLast(rest).last, first >= 0xC0 else { return bytes }
        let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        return rest + 1 < width ? bytes.dropLast(rest + 1) : bytes
    }

    /// Whether the label names an encoding in which text is decoded as labelled.
    static func isKnown(_ label: String) -> Bool {
        let name = normalised(label)
        return utf8Names.contains(name) || converters[name] != nil
    }

    /// Whether an encoding is one of those in which every ASCII byte stands for itself.
    ///
    /// Windows-1258 is not: its accents follow their letters, for which its converter waits.
    private static func extendsASCII(_ converter: String) -> Bool {
        guard converter != "WINDOWS-1258" else { return false }
        return converter.hasPrefix("ISO-8859-") || converter.hasPrefix("WINDOWS-")
            || converter.hasPrefix("KOI8-")
    }

    private static func guess(_ bytes: [UInt8]) -> String {
        if isJapaneseMail(bytes), let text = convert(bytes, from: "ISO-2022-JP-2") { return text }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return convert(bytes, from: "WINDOWS-1252") ?? String(decoding: bytes, as: UTF8.self)
    }

    /// Whether 7-bit text switches to JIS X 0208 with ESC $ B or ESC $ @.
    private static func isJapaneseMail(_ bytes: [UInt8]) -> Bool {
        guard let escape = Bytes.place(of: 0x1B, in: bytes[...]), escape + 2 < bytes.count else {
            return false
        }
        return bytes[escape + 1] == 0x24 && (bytes[escape + 2] == 0x42 || bytes[escape + 2] == 0x40)
    }

    /// The text by way of `iconv`, with U+FFFD for each byte that has no meaning; `nil` if the C
    /// library lacks the converter.
    static func convert(_ bytes: [UInt8], from name: String) -> String? {
        guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
            return nil
        }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [UInt8](repeating: 0, count: 16 << 10)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 2)
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                run(converter, source, target, into: &result)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func run(
        _ converter: iconv_t, _ source: UnsafeMutableBufferPointer<CChar>,
        _ target: UnsafeMutableBufferPointer<UInt8>, into result: inout [UInt8]
    ) {
        var next = source.baseAddress
        var left = source.count
        func step(isLast: Bool) -> (status: Int, written: Int, error: Int32) {
            target.withMemoryRebound(to: CChar.self) { room in
                var free = room.baseAddress
                var space = room.count
                let status =
                    isLast
                    ? iconv(converter, nil, nil, &free, &space)
                    : iconv(converter, &next, &left, &free, &space)
                return (status, room.count - space, errno)
            }
        }
        let unreadable: [UInt8] = [0xEF, 0xBF, 0xBD]
        var isTorn = false
        while left > 0 {
            let outcome = step(isLast: false)
            result.append(contentsOf: target.prefix(outcome.written))
            guard outcome.status == -1 else { break }
            if outcome.error == E2BIG && outcome.written > 0 { continue }
            isTorn = outcome.error == EINVAL || left == 0
            guard !isTorn else { break }
            result.append(contentsOf: unreadable)
            next = next?.successor()
            left -= 1
        }
        // The last letter may wait for the accent that could follow it.
        result.append(contentsOf: target.prefix(step(isLast: true).written))
        if isTorn { result.append(contentsOf: unreadable) }
    }

    /// A label without case, blanks and the punctuation that programs disagree on.
    private static func normalised(_ label: String) -> String {
        let kept = label.utf8.lazy.filter { Bytes.isLetter($0) || Bytes.isDigit($0) }.prefix(40)
        return String(decoding: kept.map(Bytes.lower), as: UTF8.self)
    }

    private static let utf8Names: Set<String> = ["utf8", "unicode11utf8", "xutf8", "cp65001"]

    /// Labels without punctuation, and what they mean in practice: the larger sets that browsers
    /// and mail programs use in their place.
    static let converters: [String: String] = {
        var table: [String: String] = [:]
        func add(_ name: String, _ labels: String...) {
            for label in labels { table[label] = name }
        }
        add("WINDOWS-1252", "iso88591", "latin1", "windows1252", "cp1252", "l1", "ansi")
        add("WINDOWS-1254", "iso88599", "latin5", "windows1254", "cp1254")
        for part in [2, 3, 4, 5, 6, 7, 10, 13, 14, 15, 16] {
            table["iso8859\(part)"] = "ISO-8859-\(part)"
        }
        add("ISO-8859-8", "iso88598", "iso88598i", "iso88598e")
        add("ISO-8859-15", "latin9", "latin0")
        add("ISO-8859-2", "latin2")
        add("WINDOWS-874", "iso885911", "tis620", "windows874")
        for page in [1250, 1251, 1253, 1255, 1256, 1257, 1258] {
            table["windows\(page)"] = "WINDOWS-\(page)"
            table["cp\(page)"] = "WINDOWS-\(page)"
        }
        for page in [437, 850, 852, 855, 862, 866] {
            table["cp\(page)"] = "CP\(page)"
            table["ibm\(page)"] = "CP\(page)"
        }
        add("KOI8-R", "koi8r", "koi8")
        add("KOI8-U", "koi8u")
        add("MACINTOSH", "macintosh", "xmacroman", "macroman")
        add("GB18030", "gb2312", "gbk", "gb18030", "cp936", "euccn", "xgbk")
        add("BIG5-HKSCS", "big5", "big5hkscs", "xbig5", "cp950")
        add("EUC-JP", "eucjp", "xeucjp", "ujis")
        add("ISO-2022-JP-2", "iso2022jp", "iso2022jp2", "csiso2022jp")
        add("CP932", "shiftjis", "sjis", "xsjis", "cp932", "windows31j", "mskanji")
        add("UHC", "euckr", "ksc56011987", "ksc5601", "cp949", "uhc", "windows949")
        add("ISO-2022-KR", "iso2022kr")
        add("UTF-7", "utf7", "unicode11utf7")
        add("UTF-16", "utf16")
        add("UTF-16LE", "utf16le")
        add("UTF-16BE", "utf16be")
        return table
    }()
}
