/// What the author of a message made: three fields of its head, and the text.
///
/// Most messages are known by their id. The content is read again, and hashed, only of those that
/// have none or share it with another.
enum MessageContent {
    /// The hash of the content of the message at a place.
    static func digest(
        _ file: ArchiveFile, _ range: Range<Int64>
    ) throws(ArchiveError) -> Digest.Half {
        var lines = LineReader(file, from: range.lowerBound, to: range.upperBound)
        var builder = MessageHead.Builder()
        var digest = Digest()
        var isHead = true
        var isFirst = true
        var blankLines = 0
        while var line = try lines.next()?.bytes {
            if isFirst {
                isFirst = false
                line = line.withoutByteOrderMark
                if FromLine(line) != nil { continue }
            }
            if isHead {
                if builder.take(line) { continue }
                isHead = false
                digest.add(builder.head)
                if line.isEmpty { continue }
            }
            // Blank lines at the end belong to the mailbox, not to the message.
            if line.isEmpty {
                blankLines += 1
                continue
            }
            for _ in 0..<blankLines { digest.addLineFeed() }
            blankLines = 0
            digest.add(line)
            digest.addLineFeed()
        }
        if isHead { digest.add(builder.head) }
        return digest.finish()
    }
}

extension Digest {
    /// Appends the fields that an author writes; mail servers change all others on the way.
    fileprivate mutating func add(_ head: MessageHead) {
        for field in [MessageHead.Field.from, .date, .subject] {
            add(head.raw(field))
            addLineFeed()
        }
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without the mark at the beginning of a file that says that it is UTF-8.
    var withoutByteOrderMark: ArraySlice<UInt8> {
        starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self
    }
}
