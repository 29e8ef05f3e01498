import Merge

/// FugueMax, written down as slowly and plainly as the paper has it, to compare with.
///
/// A tree of characters (Weidner & Kleppmann 2023, "The Art of the Fugue", with the order of right
/// siblings that the paper calls FugueMax). Nothing is ever moved or forgotten; what somebody saw is
/// computed from the whole set of events each time.
struct ReferenceText {
    enum Side { case left, right }

    /// One character.
    final class Node {
        let id: TextPoint
        let value: Unicode.Scalar
        let parent: Node?
        let side: Side
        /// For a right child the character that stood behind it; `nil` for the end.
        let rightOrigin: Node?
        var deletions: [TextPoint] = []
        var children: [Node] = []

        init(
            _ id: TextPoint, _ value: Unicode.Scalar, _ parent: Node?, _ side: Side, _ right: Node?
        ) {
            (self.id, self.value, self.parent, self.side, rightOrigin) =
                (id, value, parent, side, right)
        }
    }

    /// The children of the place before all characters.
    private var roots: [Node] = []
    /// For each event all that it knew of, itself included.
    private(set) var known: [TextPoint: Set<TextPoint>] = [:]

    /// Everything before an author's event and the parents of a batch.
    func past(of batch: TextBatch) -> Set<TextPoint>? {
        var past: Set<TextPoint> = []
        var heads = batch.parents
        if batch.first > 0 {
            heads.append(TextPoint(author: batch.author, sequence: batch.first - 1))
        }
        for head in heads {
            guard let more = known[head] else { return nil }
            past.formUnion(more)
        }
        return past
    }

    /// Takes in a batch; false if something that it is based on hasn't come.
    mutating func merge(_ batch: TextBatch) -> Bool {
        guard var past = past(of: batch) else { return false }
        var sequence = batch.first
        for edit in batch.edits {
            for step in 0..<edit.count {
                let id = TextPoint(author: batch.author, sequence: sequence)
                switch edit {
                case .insert(let text, let position):
                    let scalars = Array(text.unicodeScalars)
                    insert(scalars[step], at: position + step, id, past)
                case .delete(let position, let count, let backward):
                    let place = backward ? position + count - 1 - step : position
                    visible(past)[place].deletions.append(id)
                }
                past.insert(id)
                known[id] = past
                sequence += 1
            }
        }
        return true
    }

    private mutating func insert(
        _ value: Unicode.Scalar, at position: Int, _ id: TextPoint, _ past: Set<TextPoint>
    ) {
        let left = position == 0 ? nil : visible(past)[position - 1]
        let seen = nodes.filter { past.contains($0.id) }
        let place = left.map { left in (seen.firstIndex { $0 === left } ?? -1) + 1 } ?? 0
        let right = place < seen.count ? seen[place] : nil
        let siblings = (left?.children ?? roots).filter { past.contains($0.id) }
        let node: Node
        if let right, siblings.contains(where: { $0.side == .right }) {
            node = Node(id, value, right, .left, nil)
            right.children.append(node)
        } else {
            node = Node(id, value, left, .right, right)
            if let left { left.children.append(node) } else { roots.append(node) }
        }
        nodes = roots.sorted(by: isBefore).flatMap(subtree)
    }

    /// All characters in order.
    private(set) var nodes: [Node] = []

    private func subtree(_ node: Node) -> [Node] {
        node.children.filter { $0.side == .left }.sorted(by: isBefore).flatMap(subtree) + [node]
            + node.children.filter { $0.side == .right }.sorted(by: isBefore).flatMap(subtree)
    }

    /// The order of siblings on one side.
    private func isBefore(_ first: Node, _ second: Node) -> Bool {
        if first.side == .right, first.rightOrigin !== second.rightOrigin {
            guard let one = first.rightOrigin else { return true }
            guard let other = second.rightOrigin else { return false }
            return stands(other, before: one)
        }
        return first.id < second.id
    }

    /// Whether a character stands before another in the tree.
    private func stands(_ first: Node, before second: Node) -> Bool {
        let (one, other) = (path(first), path(second))
        var depth = 0
        while depth < one.count, depth < other.count, one[depth] === other[depth] { depth += 1 }
        if depth == one.count { return depth < other.count && other[depth].side == .right }
        if depth == other.count { return one[depth].side == .left }
        if one[depth].side != other[depth].side { return one[depth].side == .left }
        return isBefore(one[depth], other[depth])
    }

    private func path(_ node: Node) -> [Node] { (node.parent.map(path) ?? []) + [node] }

    /// The characters that somebody saw who knew of some events.
    func visible(_ past: Set<TextPoint>) -> [Node] {
        nodes.filter { past.contains($0.id) && $0.deletions.allSatisfy { !past.contains($0) } }
    }

    /// The text that somebody saw who knew of some events.
    func text(_ past: Set<TextPoint>) -> String { String(visible(past).map(\.value)) }

    /// The text of everything.
    var text: String { String(nodes.filter(\.deletions.isEmpty).map(\.value)) }
}

extension String {
    init(_ scalars: [Unicode.Scalar]) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
