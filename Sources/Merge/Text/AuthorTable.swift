/// Whose events a text has, and under which numbers.
///
/// An author numbers their own events of the text from 0; everybody knows an event by author and
/// number. Locally it has another number, its place in the ``EventGraph``.
struct AuthorTable: Sendable {
    /// Consecutive events of one author.
    struct Run: Sendable {
        var event: Int32
        var sequence: Int32
        var author: Int32
    }

    /// Consecutive events of one author as the author's table has them.
    struct OwnRun: Sendable {
        var sequence: Int32
        var event: Int32
    }

    private(set) var authors: [TextAuthor] = []
    private var places: [TextAuthor: Int32] = [:]
    /// All runs, by ascending event.
    private(set) var runs: [Run] = []
    /// For each author the runs by ascending sequence, and how many events there are.
    private(set) var own: [[OwnRun]] = []
    private(set) var counts: [Int] = []
    /// The author of the last event.
    private var last = -1

    /// The index of an author; `nil` for one without events.
    func index(of author: TextAuthor) -> Int? {
        if last >= 0, authors[last] == author { return last }
        return places[author].map(Int.init)
    }

    /// The index of an author, who gets one now if there was none.
    mutating func add(_ author: TextAuthor) -> Int {
        if let index = index(of: author) { return index }
        let index = authors.count
        places[author] = Int32(truncatingIfNeeded: index)
        authors.append(author)
        own.append([])
        counts.append(0)
        return index
    }

    /// Gives the next events of an author their local numbers.
    mutating func append(_ number: Int, author: Int, event: Int) {
        let sequence = counts[author]
        counts[author] = sequence + number
        if last == author { return }
        last = author
        let (event, sequence32) = (
            Int32(truncatingIfNeeded: event), Int32(truncatingIfNeeded: sequence)
        )
        runs.append(
            Run(event: event, sequence: sequence32, author: Int32(truncatingIfNeeded: author)))
        own[author].append(OwnRun(sequence: sequence32, event: event))
    }

    /// The local number of an author's event; `nil` if it has not come.
    func event(_ author: Int, _ sequence: Int) -> Int? {
        guard sequence >= 0, sequence < counts[author] else { return nil }
        let list = own[author]
        var low = 0
        var high = list.count - 1
        if Int(list[high].sequence) <= sequence { low = high }
        while low < high {
            let middle = (low + high + 1) / 2
            if Int(list[middle].sequence) <= sequence { low = middle } else { high = middle - 1 }
        }
        return Int(list[low].event) + sequence - Int(list[low].sequence)
    }

    /// The local number of an author's event; `nil` if it has not come.
    func event(_ point: TextPoint) -> Int? {
        index(of: point.author).flatMap { event($0, point.sequence) }
    }

    /// The index of the run that an event stands in.
    func runIndex(of event: Int) -> Int {
        var low = 0
        var high = runs.count - 1
        if Int(runs[high].event) <= event { return high }
        while low < high {
            let middle = (low + high + 1) / 2
            if Int(runs[middle].event) <= event { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// By whom an event is, and which of theirs.
    func point(_ event: Int) -> TextPoint {
        let run = runs[runIndex(of: event)]
        return TextPoint(
            author: authors[Int(run.author)],
            sequence: Int(run.sequence) + event - Int(run.event))
    }

    /// The run of one author that an event stands in, as far as it goes.
    func stretch(_ event: Int) -> (author: Int, sequence: Int, end: Int) {
        let index = runIndex(of: event)
        let end = index + 1 < runs.count ? Int(runs[index + 1].event) : .max
        return (
            Int(runs[index].author), Int(runs[index].sequence) + event - Int(runs[index].event), end
        )
    }
}
