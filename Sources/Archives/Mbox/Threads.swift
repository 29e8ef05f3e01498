/// Which messages of an archive belong together, and which one opens each thread.
///
/// Messages are joined by the ids that they refer to, also where the message referred to is
/// missing; replies whose references lead nowhere are joined by their subject. Joined are sets,
/// not trees: an answer belongs to its thread's question whatever it answers directly.
struct Threads: Sendable {
    /// For each message the one that opens its thread: itself, for a question.
    private(set) var question: [Int]

    /// How long after a thread's beginning a reply can join it by its subject: 90 days.
    private static let window: Int64 = 90 * 86_400_000

    /// Joins the messages of an index.
    init(_ index: MessageIndex) {
        var sets = Sets(count: index.entries.count)
        var missing: [MessageKey: Int] = [:]
        for (child, entry) in index.entries.enumerated() where entry.skip == nil {
            var isJoined = false
            for reference in index.references[entry.references].reversed() {
                guard let parent = index.place(reference) else { continue }
                isJoined = sets.join(child, below: parent)
                if isJoined { break }
            }
            guard !isJoined, let oldest = index.references[entry.references].first,
                index.place(oldest) == nil
            else { continue }
            let node = missing[oldest] ?? sets.addNode()
            missing[oldest] = node
            _ = sets.join(child, below: node)
        }
        question = Array(0..<index.entries.count)
        let times = Threads.times(index)
        var first = Threads.first(&sets, times, index)
        Threads.joinBySubject(&sets, &first, times, index)
        for message in question.indices where index.entries[message].skip == nil {
            question[message] = first[sets.root(message)] ?? message
        }
    }

    /// A time for each message: its own, else that of the message before it.
    private static func times(_ index: MessageIndex) -> [Int64] {
        var last = index.entries.lazy.compactMap(\.milliseconds).first ?? 0
        return index.entries.map { entry in
            last = entry.milliseconds ?? last
            return last
        }
    }

    /// For each set the message that opens it: its root, or the earliest if the root is missing.
    private static func first(
        _ sets: inout Sets, _ times: [Int64], _ index: MessageIndex
    ) -> [Int: Int] {
        var first: [Int: Int] = [:]
        for message in index.entries.indices where index.entries[message].skip == nil {
            let root = sets.root(message)
            if root < index.entries.count {
                first[root] = root
            } else if let other = first[root] {
                if times[message] < times[other] { first[root] = message }
            } else {
                first[root] = message
            }
        }
        return first
    }

    /// Joins threads that begin with a reply to the thread that has the subject without "Re:".
    private static func joinBySubject(
        _ sets: inout Sets, _ first: inout [Int: Int], _ times: [Int64], _ index: MessageIndex
    ) {
        var openers: [MessageKey: [Int]] = [:]
        var orphans: [Int] = []
        for message in index.entries.indices where index.entries[message].skip == nil {
            guard first[sets.root(message)] == message, let key = index.entries[message].subject
            else { continue }
            if index.entries[message].isReply {
                orphans.append(message)
            } else {
                openers[key, default: []].append(message)
            }
        }
        for key in openers.keys { openers[key]?.sort { (times[$0], $0) < (times[$1], $1) } }
        orphans.sort { (times[$0], $0) < (times[$1], $1) }
        for orphan in orphans {
            guard let key = index.entries[orphan].subject else { continue }
            let candidates = openers[key] ?? []
            // Clocks differ: a reply may seem a day older than what it answers.
            let end = candidates.partitioningIndex { times[$0] > times[orphan] + 86_400_000 }
            if end > 0, times[candidates[end - 1]] >= times[orphan] - window,
                let opener = candidates[..<end].last
            {
                let thread = sets.root(opener)
                if sets.join(sets.root(orphan), below: thread) { continue }
            }
            // The first reply of a thread whose question is missing stands for it.
            openers[key, default: []].insert(orphan, at: end)
        }
    }

    /// Disjoint sets of messages, each with a root.
    private struct Sets: Sendable {
        private var parents: [Int]

        init(count: Int) { parents = Array(0..<count) }

        /// A node for a message that is referred to but missing.
        mutating func addNode() -> Int {
            parents.append(parents.count)
            return parents.count - 1
        }

        /// The root of a node's set; the way to it becomes shorter each time.
        mutating func root(_ node: Int) -> Int {
            var node = node
            while parents[node] != node {
                parents[node] = parents[parents[node]]
                node = parents[node]
            }
            return node
        }

        /// Puts a set below a node of another; false if that would close a circle, or if the
        /// child's place is known already.
        mutating func join(_ child: Int, below parent: Int) -> Bool {
            let root = root(parent)
            guard parents[child] == child, root != child else { return false }
            parents[child] = root
            return true
        }
    }
}

extension Array {
    /// The first index whose element fulfils a condition that all later ones fulfil too.
    fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
