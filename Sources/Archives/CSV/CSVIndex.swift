/// What the first pass over a table keeps of each row.
struct CSVIndex: Sendable {
    /// One row.
    struct Entry: Sendable {
        /// Its bytes in the file.
        var range: Range<Int64>
        /// The row that it answers, as the table calls it.
        var parent: MessageKey?
        /// The thread that it belongs to.
        var thread = Thread.unknown
        /// Why it becomes no post.
        var skip: Skip.Reason?
        /// Whether other rows answer it.
        var isAnswered = false
        /// Whether the second pass has yielded it.
        var isDone = false
    }

    /// What is known about a row's thread.
    enum Thread: Equatable, Sendable {
        case unknown
        /// The row is on the way that is being followed.
        case followed
        /// There is no question above it.
        case lost
        /// The place of the row that opens it: its own for a question.
        case question(Int32)
    }

    private(set) var entries: [Entry] = []
    private var places: [MessageKey: Int32] = [:]

    /// Takes in the next row.
    mutating func add(_ row: CSVScanner.Row, _ columns: CSVColumns) {
        let place = Int32(entries.count)
        var entry = Entry(range: row.range)
        let id = CSVIndex.id(of: row, number: entries.count + 1, columns)
        if !row.isWhole {
            entry.skip = .damagedRow
        } else if places[MessageKey(id)] != nil {
            entry.skip = .duplicate
        } else {
            places[MessageKey(id)] = place
            let parent = row.bytes(columns[.parent])
            if !parent.isEmpty, !CSVIndex.isNone(parent) { entry.parent = MessageKey(parent) }
        }
        entries.append(entry)
    }

    /// What a row is called in its table: its id, else its number.
    static func id(
        of row: CSVScanner.Row, number: Int, _ columns: CSVColumns
    ) -> ArraySlice<UInt8> {
        let id = row.bytes(columns[.id])
        if !id.isEmpty { return id }
        // Where others have ids, one of them may look like a number.
        return Array((columns[.id] == nil ? "\(number)" : "row-\(number)").utf8)[...]
    }

    /// Whether a field says in the words of a database that there is nothing.
    private static func isNone(_ bytes: ArraySlice<UInt8>) -> Bool {
        ["0", "null", "none", "-"].contains(String(decoding: bytes, as: UTF8.self).lowercased())
    }

    /// Finds the question of every answer, when all rows are known.
    ///
    /// An answer to an answer belongs to the same question. Rows that answer each other in a
    /// circle have none, and neither have those whose question is missing.
    mutating func resolve() {
        for start in entries.indices where entries[start].thread == .unknown {
            var way: [Int] = []
            let thread = follow(from: start, &way)
            for place in way {
                entries[place].thread = thread
                if case .question(let question) = thread, Int(question) != place {
                    entries[Int(question)].isAnswered = true
                }
                if thread == .lost { entries[place].skip = .questionMissing }
            }
        }
    }

    /// Goes from answers to what they answer, and notes the rows on the way.
    private mutating func follow(from start: Int, _ way: inout [Int]) -> Thread {
        var place = start
        while entries[place].thread == .unknown {
            entries[place].thread = .followed
            way.append(place)
            guard let parent = entries[place].parent else { return .question(Int32(place)) }
            guard let above = places[parent] else { return .lost }
            // Some forums let the first post of a thread answer itself.
            if Int(above) == place { return .question(above) }
            place = Int(above)
        }
        // A row that is met again closes a circle.
        return entries[place].thread == .followed ? .lost : entries[place].thread
    }

    /// The place of the question that an answer belongs to; `nil` for a question.
    func question(of place: Int) -> Int? {
        guard case .question(let question) = entries[place].thread, Int(question) != place else {
            return nil
        }
        return Int(question)
    }

    /// Notes that a row is being yielded.
    mutating func markDone(_ place: Int) { entries[place].isDone = true }
}
