import TestKit
import Testing

@testable import Merge

@Suite("The characters of a text, and sums over leaves")
struct TextBufferTests {
    private static let pieces = ["a", "word ", "ä", "€uro", "😀", "日本語のテキスト", "\u{301}", "\n"]

    @Test func likeAPlainList() {
        forAll(cases: 60, "a buffer is a list of characters") { generator in
            var buffer = TextBuffer()
            var plain: [Unicode.Scalar] = []
            for _ in 0..<400 {
                if !plain.isEmpty, small(&generator, 3) == 0 {
                    let start = small(&generator, plain.count)
                    let count = min(
                        plain.count - start,
                        small(&generator, 20) == 0 ? 900 : 1 + small(&generator))
                    buffer.remove(count, at: start)
                    plain.removeSubrange(start..<start + count)
                } else {
                    var text = Self.pieces[small(&generator, Self.pieces.count)]
                    if small(&generator, 20) == 0 { text = String(repeating: text, count: 300) }
                    let place = small(&generator, plain.count + 1)
                    let scalars = Array(text.unicodeScalars)
                    text.withUTF8 { buffer.insert($0, characters: scalars.count, at: place) }
                    plain.insert(contentsOf: scalars, at: place)
                }
                guard buffer.count == plain.count else { return false }
            }
            return buffer.string == String(plain)
        }
    }

    @Test("Typing and deleting a long text leaves no heap of empty pieces")
    func piecesAreJoined() {
        var buffer = TextBuffer()
        var letter = "x"
        for index in 0..<100_000 {
            letter.withUTF8 { buffer.insert($0, characters: 1, at: index) }
        }
        for _ in 0..<99_990 { buffer.remove(1, at: 5) }
        #expect(buffer.string == "xxxxxxxxxx" && buffer.byteCount == 10)
        #expect(buffer.pieceCount <= 2)
    }

    @Test func treeOfSums() {
        forAll(cases: 60, "a tree of sums is a list of counts") { generator in
            var tree = CountedTree()
            var leaves: [Int32] = [0]
            var counts: [Int32: Counts] = [0: Counts()]
            for _ in 0..<600 {
                let place = small(&generator, leaves.count)
                let leaf = leaves[place]
                let change = Counts(Int32(small(&generator, 9)), Int32(small(&generator, 2)), 0, 1)
                switch small(&generator, 5) {
                case 0...1:
                    let new = tree.insertLeaf(change, after: leaf)
                    leaves.insert(new, at: place + 1)
                    counts[new] = change
                case 2:
                    guard tree.removeLeaf(leaf) == (leaves.count > 1) else { return false }
                    if leaves.count > 1 { leaves.remove(at: place) }
                default:
                    tree.add(change, to: leaf)
                    counts[leaf, default: Counts()] &+= change
                }
            }
            return isEqual(tree, leaves, counts)
        }
    }

    private func isEqual(
        _ tree: CountedTree, _ leaves: [Int32], _ counts: [Int32: Counts]
    ) -> Bool {
        var before = Counts()
        var leaf = tree.first
        for expected in leaves {
            let own = counts[expected] ?? Counts()
            guard leaf == expected, tree.before(leaf) == before else { return false }
            if own[0] > 0 {
                for target in [before[0] + 1, before[0] + own[0]] {
                    let found = tree.leaf(holding: target) { $0[0] }
                    guard found.leaf == leaf, found.before == before else { return false }
                }
            }
            before &+= own
            leaf = tree.next[Int(leaf)]
        }
        return leaf == -1 && tree.total == before
    }
}
