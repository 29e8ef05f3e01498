/// Subjects of ASCII, which nearly all are, taken apart as bytes.
///
/// The steps are those of ``Subject/init(general:)``, and so is the result; marks with numbers or
/// signs in them are left to it.
extension Subject {
    /// Takes a line apart; `nil` if it is not of the simple kind.
    init?(plain line: String) {
        let marks = line.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.allSatisfy { $0 < 0x80 } ? Marks(bytes) : nil
        }
        guard let marks = marks ?? nil else { return nil }
        func text(_ range: Range<Int>) -> String {
            let bytes = line.utf8.dropFirst(range.lowerBound).prefix(range.count)
            return String(decoding: bytes, as: UTF8.self)
        }
        let rest = marks.end == 0 ? line : text(marks.end..<line.utf8.count)
        let tags = marks.tags.map(text)
        isReply = marks.isReply
        tag = tags.first
        key = rest.lowercased()
        title = rest
        let others = tags.dropFirst().filter { $0 != tags.first }
        if !others.isEmpty { title = (others + [rest]).joined(separator: " ") }
    }

    /// What stands before the subject's own words.
    private struct Marks {
        var isReply = false
        var tags: [Range<Int>] = []
        /// Where the subject's own words begin.
        var end = 0

        /// Finds the marks of a line; `nil` if one of them may be of the kind that needs more care.
        init?(_ bytes: UnsafeBufferPointer<UInt8>) {
            while end < bytes.count {
                var next = end
                if bytes[end] == UInt8(ascii: "[") {
                    let window = bytes[end...].prefix(40)
                    guard let close = window.firstIndex(of: UInt8(ascii: "]")),
                        close + 1 < bytes.count
                    else { return }
                    next = close + 1
                    tags.append(end..<next)
                } else {
                    let window = bytes[end...].prefix(16)
                    guard let colon = window.firstIndex(of: UInt8(ascii: ":")) else { return }
                    let mark = bytes[end..<colon]
                    guard mark.allSatisfy(Bytes.isLetter) else { return nil }
                    guard Subject.isReplyMark(mark) else { return }
                    next = colon + 1
                    isReply = true
                }
                if next < bytes.count, bytes[next] == 0x20 { next += 1 }
                end = next
            }
        }
    }

    /// Whether letters mean a reply.
    private static func isReplyMark(_ mark: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        if mark.count == 2, Bytes.lower(mark[mark.startIndex]) == UInt8(ascii: "r"),
            Bytes.lower(mark[mark.startIndex + 1]) == UInt8(ascii: "e")
        {
            return true
        }
        return replies.contains(String(decoding: mark, as: UTF8.self).lowercased())
    }
}
