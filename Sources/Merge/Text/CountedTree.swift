/// Four sums at once, so that one walk through a ``CountedTree`` answers them together.
typealias Counts = SIMD4<Int32>

/// Sums over a sequence of leaves: finds the leaf at a count, and the counts before a leaf, in time
/// logarithmic in the number of leaves.
///
/// It is a B-tree whose inner nodes lie in flat arrays, sixteen children each. What the leaves hold
/// is kept by the owner under the leaf's number; the tree knows only their counts and their order.
/// Leaves are never empty places: a number of a removed leaf is given out again.
struct CountedTree {
    static let width = 16

    /// The counts of all leaves together.
    private(set) var total = Counts()
    /// The leaf behind a leaf, -1 for none.
    private(set) var next: [Int32] = [-1]
    private(set) var previous: [Int32] = [-1]
    private(set) var first: Int32 = 0

    private var leafParent: [Int32] = [0]
    private var freeLeaves: [Int32] = []
    private var root: Int32 = 0
    /// How many levels of inner nodes there are.
    private var height = 1
    private var children: [Int32]
    private var counts: [Counts]
    private var sizes: [Int32] = [1]
    private var parents: [Int32] = [-1]
    private var freeNodes: [Int32] = []

    /// Starts with one leaf, number 0, that counts nothing.
    init() {
        children = Array(repeating: -1, count: Self.width)
        counts = Array(repeating: Counts(), count: Self.width)
        children[0] = 0
    }

    /// How many numbers of leaves have been given out.
    var leafNumbers: Int { next.count }

    /// Forgets everything but the memory.
    mutating func reset() {
        total = Counts()
        next.removeAll(keepingCapacity: true)
        next.append(-1)
        previous.removeAll(keepingCapacity: true)
        previous.append(-1)
        leafParent.removeAll(keepingCapacity: true)
        leafParent.append(0)
        freeLeaves.removeAll(keepingCapacity: true)
        freeNodes.removeAll(keepingCapacity: true)
        (first, root, height) = (0, 0, 1)
        children.removeAll(keepingCapacity: true)
        children.append(contentsOf: repeatElement(-1, count: Self.width))
        counts.removeAll(keepingCapacity: true)
        counts.append(contentsOf: repeatElement(Counts(), count: Self.width))
        sizes.removeAll(keepingCapacity: true)
        sizes.append(1)
        parents.removeAll(keepingCapacity: true)
        parents.append(-1)
        children[0] = 0
    }

    // MARK: Finding

    /// The leaf that holds the `target`-th item of one of the sums, the first of all being number 1,
    /// and the counts of all leaves before it.
    ///
    /// With target 0 it is the first leaf, beyond the end the last.
    @inline(__always)
    func leaf(
        holding target: Int32, of sum: (Counts) -> Int32
    ) -> (leaf: Int32, before: Counts) {
        var before = Counts()
        var node = root
        for _ in 0..<height {
            let start = Int(node) * Self.width
            let last = start + Int(sizes[Int(node)]) - 1
            var slot = start
            while slot < last {
                let here = counts[slot]
                if sum(before) &+ sum(here) >= target { break }
                before &+= here
                slot += 1
            }
            node = children[slot]
        }
        return (node, before)
    }

    /// The counts of all leaves before a leaf.
    func before(_ leaf: Int32) -> Counts {
        var result = Counts()
        var child = leaf
        var node = leafParent[Int(leaf)]
        while node >= 0 {
            var slot = Int(node) * Self.width
            while children[slot] != child {
                result &+= counts[slot]
                slot += 1
            }
            child = node
            node = parents[Int(node)]
        }
        return result
    }

    // MARK: Changing

    /// Changes the counts of a leaf.
    mutating func add(_ change: Counts, to leaf: Int32) {
        total &+= change
        addUpwards(change, from: leaf, in: leafParent[Int(leaf)])
    }

    /// Puts a new leaf behind another.
    ///
    /// - Returns: The number of the new leaf.
    mutating func insertLeaf(_ count: Counts, after leaf: Int32) -> Int32 {
        let new: Int32
        if let free = freeLeaves.popLast() {
            new = free
        } else {
            new = Int32(next.count)
            next.append(-1)
            previous.append(-1)
            leafParent.append(-1)
        }
        let behind = next[Int(leaf)]
        next[Int(new)] = behind
        previous[Int(new)] = leaf
        next[Int(leaf)] = new
        if behind >= 0 { previous[Int(behind)] = new }
        total &+= count
        insert(new, count, after: leaf, in: leafParent[Int(leaf)], isLeaf: true)
        return new
    }

    /// Takes out a leaf, unless it is the only one.
    ///
    /// - Returns: Whether it was taken out.
    mutating func removeLeaf(_ leaf: Int32) -> Bool {
        let (left, right) = (previous[Int(leaf)], next[Int(leaf)])
        guard left >= 0 || right >= 0 else { return false }
        if left >= 0 { next[Int(left)] = right } else { first = right }
        if right >= 0 { previous[Int(right)] = left }
        let parent = leafParent[Int(leaf)]
        add(Counts() &- counts[slot(of: leaf, in: parent)], to: leaf)
        remove(leaf, from: parent)
        freeLeaves.append(leaf)
        return true
    }

    private mutating func addUpwards(_ change: Counts, from child: Int32, in parent: Int32) {
        var child = child
        var node = parent
        while node >= 0 {
            counts[slot(of: child, in: node)] &+= change
            child = node
            node = parents[Int(node)]
        }
    }

    @inline(__always)
    private func slot(of child: Int32, in node: Int32) -> Int {
        var slot = Int(node) * Self.width
        while children[slot] != child { slot += 1 }
        return slot
    }

    private mutating func insert(
        _ child: Int32, _ count: Counts, after sibling: Int32, in parent: Int32, isLeaf: Bool
    ) {
        var node = parent
        if sizes[Int(node)] == Int32(Self.width) {
            let upper = split(node, holdsLeaves: isLeaf)
            node = isLeaf ? leafParent[Int(sibling)] : parents[Int(sibling)]
            assert(node == parent || node == upper)
        }
        let start = Int(node) * Self.width
        let place = slot(of: sibling, in: node) + 1
        var slot = start + Int(sizes[Int(node)])
        while slot > place {
            children[slot] = children[slot - 1]
            counts[slot] = counts[slot - 1]
            slot -= 1
        }
        children[place] = child
        counts[place] = count
        sizes[Int(node)] += 1
        if isLeaf { leafParent[Int(child)] = node } else { parents[Int(child)] = node }
        addUpwards(count, from: node, in: parents[Int(node)])
    }

    /// Moves the upper half of a full node into a new one behind it; all sums stay as they are.
    private mutating func split(_ node: Int32, holdsLeaves: Bool) -> Int32 {
        let half = Self.width / 2
        let upper = newNode()
        let source = Int(node) * Self.width + half
        let target = Int(upper) * Self.width
        var moved = Counts()
        for offset in 0..<half {
            let child = children[source + offset]
            children[target + offset] = child
            counts[target + offset] = counts[source + offset]
            moved &+= counts[source + offset]
            if holdsLeaves { leafParent[Int(child)] = upper } else { parents[Int(child)] = upper }
        }
        sizes[Int(node)] = Int32(half)
        sizes[Int(upper)] = Int32(half)
        if node == root {
            let top = newNode()
            children[Int(top) * Self.width] = node
            counts[Int(top) * Self.width] = sum(of: node) &+ moved
            sizes[Int(top)] = 1
            parents[Int(top)] = -1
            parents[Int(node)] = top
            root = top
            height += 1
        }
        // The new sibling brings what the old one loses, so nothing changes above their parent.
        addUpwards(Counts() &- moved, from: node, in: parents[Int(node)])
        insert(upper, moved, after: node, in: parents[Int(node)], isLeaf: false)
        return upper
    }

    private func sum(of node: Int32) -> Counts {
        let start = Int(node) * Self.width
        return counts[start..<start + Int(sizes[Int(node)])].reduce(Counts(), &+)
    }

    private mutating func newNode() -> Int32 {
        if let free = freeNodes.popLast() { return free }
        let node = Int32(sizes.count)
        children.append(contentsOf: repeatElement(-1, count: Self.width))
        counts.append(contentsOf: repeatElement(Counts(), count: Self.width))
        sizes.append(0)
        parents.append(-1)
        return node
    }

    /// Takes out a child that counts nothing any more.
    private mutating func remove(_ child: Int32, from parent: Int32) {
        let place = slot(of: child, in: parent)
        let end = Int(parent) * Self.width + Int(sizes[Int(parent)]) - 1
        var slot = place
        while slot < end {
            children[slot] = children[slot + 1]
            counts[slot] = counts[slot + 1]
            slot += 1
        }
        children[end] = -1
        sizes[Int(parent)] -= 1
        guard sizes[Int(parent)] == 0, parent != root else { return }
        remove(parent, from: parents[Int(parent)])
        freeNodes.append(parent)
    }
}
