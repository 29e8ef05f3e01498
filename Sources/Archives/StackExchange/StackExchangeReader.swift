/// Both passes over a `Posts.xml` and the one over the `Users.xml` beside it.
struct StackExchangeReader: ArchivePasses {
    private let posts: ArchiveFile
    private let users: ArchiveFile?
    private let site: String
    private let latest: Int64
    private var stage = Stage.indexing
    private var scanner: RowScanner
    private var index = PostIndex()
    private var following = 0
    private var done: Int64 = 0

    private enum Stage: Sendable {
        case indexing
        case naming
        case reading
    }

    /// Opens `Users.xml` if it is there; without it, authors without a name of their own post
    /// are "user" and their number.
    init(file: ArchiveFile, site: String, latest: Int64) throws(ArchiveError) {
        posts = file
        let usersPath = file.sibling("Users.xml")
        do {
            users = try ArchiveFile(path: usersPath)
        } catch .notFound, .empty {
            users = nil
        }
        self.site = StackExchangeReader.siteName(site)
        self.latest = latest
        scanner = RowScanner(file, wanted: PostIndex.attributes)
        var probe = RowScanner(file, wanted: [])
        _ = try probe.next()
        guard probe.root == "posts" else { throw .unknownFormat(path: file.path) }
    }

    var bytesDone: Int64 { done + (stage == .reading ? 0 : scanner.bytesDone) }

    var bytesTotal: Int64 { posts.size * 2 + (users?.size ?? 0) }

    mutating func next() throws(ArchiveError) -> ArchiveItem? {
        switch stage {
        case .indexing: try indexRows()
        case .naming: try nameUsers()
        case .reading: return try emit()
        }
        return .working
    }

    /// The name of a site as a part of source ids: lower-case letters, digits, "-" and ".".
    private static func siteName(_ name: String) -> String {
        let kept = name.lowercased().unicodeScalars.map { scalar in
            let isPlain = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            return isPlain || scalar == "-" || scalar == "." ? Character(scalar) : "-"
        }
        return kept.isEmpty ? "site" : String(kept.prefix(80))
    }

    // MARK: First pass

    private mutating func indexRows() throws(ArchiveError) {
        let pause = scanner.bytesDone + ArchiveLimits.stepBytes
        while scanner.bytesDone < pause {
            guard let row = try scanner.next() else {
                done += posts.size
                stage = .reading
                if let users {
                    stage = .naming
                    scanner = RowScanner(users, wanted: ["Id", "DisplayName"])
                }
                return
            }
            index.add(row)
        }
    }

    private mutating func nameUsers() throws(ArchiveError) {
        let pause = scanner.bytesDone + ArchiveLimits.stepBytes
        while scanner.bytesDone < pause {
            guard let row = try scanner.next() else {
                done += users?.size ?? 0
                stage = .reading
                return
            }
            index.name(row)
        }
    }

    // MARK: Second pass

    private mutating func emit() throws(ArchiveError) -> ArchiveItem? {
        while following < index.entries.count, index.entries[following].isDone { following += 1 }
        guard following < index.entries.count else {
            done = bytesTotal
            return nil
        }
        var place = following
        if let question = index.question(of: place), !index.entries[question].isDone {
            place = question
        }
        index.markDone(place)
        let entry = index.entries[place]
        done += entry.range.upperBound - entry.range.lowerBound
        var rows = RowScanner(posts, wanted: PostRow.attributes, range: entry.range)
        guard let row = try rows.next() else { throw .changedWhileReading(path: posts.path) }
        let post = PostRow(row: row, site: site, latest: latest)
        if let reason = entry.skip { return .skipped(skip(reason, entry, post)) }
        let names = index.names
        guard let made = post.post(nameOfUser: { names[$0] }) else {
            return .skipped(skip(.empty, entry, post))
        }
        return .post(made)
    }

    private func skip(_ reason: Skip.Reason, _ entry: PostIndex.Entry, _ post: PostRow) -> Skip {
        Skip(
            reason: reason, path: posts.path, byteOffset: entry.range.lowerBound,
            excerpt: post.excerpt)
    }
}
