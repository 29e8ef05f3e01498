/// What the first pass over a `Posts.xml` keeps of each row.
struct PostIndex: Sendable {
    /// One row.
    struct Entry: Sendable {
        /// Its bytes in the file.
        var range: Range<Int64>
        /// The id of the question that it answers; `nil` for a question.
        var parent: Int64?
        /// Why it becomes no post.
        var skip: Skip.Reason?
        /// Whether the second pass has yielded it.
        var isDone = false
    }

    /// The attributes that the first pass needs.
    static let attributes: Set<String> = ["Id", "PostTypeId", "ParentId", "OwnerUserId"]

    private(set) var entries: [Entry] = []
    /// The names of the users who have written something here.
    private(set) var names: [Int64: String] = [:]
    private var questions: [Int64: Int] = [:]
    private var answers: Set<Int64> = []
    private var authors: Set<Int64> = []

    /// Takes in the next row of `Posts.xml`.
    mutating func add(_ row: RowScanner.Row) {
        var entry = Entry(range: row.range, parent: nil)
        if row.name != "row" {
            entry.skip = .unknownElement
        } else if let id = row.number("Id"), id > 0, row.isWhole {
            switch row.text("PostTypeId") {
            case "1":
                if questions[id] == nil {
                    questions[id] = entries.count
                } else {
                    entry.skip = .duplicate
                }
            case "2":
                entry.parent = row.number("ParentId") ?? 0
                if !answers.insert(id).inserted { entry.skip = .duplicate }
            default: entry.skip = .otherKind
            }
            if let author = row.number("OwnerUserId") { authors.insert(author) }
        } else {
            entry.skip = .damagedRow
        }
        entries.append(entry)
    }

    /// Takes in the next row of `Users.xml`.
    mutating func name(_ row: RowScanner.Row) {
        guard let id = row.number("Id"), authors.contains(id), row.isWhole else { return }
        let name = PlainText.line(row.text("DisplayName"), limit: ArchiveLimits.nameCharacters)
        if !name.isEmpty { names[id] = name }
    }

    /// The place of the question that an answer belongs to.
    func question(of place: Int) -> Int? {
        guard entries[place].skip == nil else { return nil }
        return entries[place].parent.flatMap { questions[$0] }
    }

    /// Notes that a row is being yielded; an answer without its question is skipped then.
    mutating func markDone(_ place: Int) {
        entries[place].isDone = true
        if entries[place].skip == nil, let parent = entries[place].parent, questions[parent] == nil
        {
            entries[place].skip = .questionMissing
        }
    }
}
