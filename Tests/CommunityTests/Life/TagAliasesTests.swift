import Community
import TestKit
import Testing

@Suite("Tags that mean the same")
struct TagAliasesTests {
    private func claim(_ tag: String, _ other: String, split: Bool = false) -> TagAliases.Claim {
        TagAliases.Claim(tag, other, isSplit: split)
    }

    @Test("chains and circles are one group; a split wins, whoever says it, in either direction")
    func groups() {
        let chain = [claim("a", "b"), claim("c", "b"), claim("c", "a"), claim("x", "y")]
        #expect(TagAliases(chain).group(of: "a") == ["a", "b", "c"])
        #expect(TagAliases(chain).all == [["a", "b", "c"], ["x", "y"]])
        let split = chain + [claim("y", "x", split: true)]
        #expect(TagAliases(split).group(of: "x") == ["x"])
        #expect(TagAliases([]).group(of: "a") == ["a"])
    }

    @Test("tags are told apart by their bytes")
    func bytes() {
        let aliases = TagAliases([claim("caf\u{E9}", "coffee")])
        #expect(aliases.group(of: "cafe\u{301}") == ["cafe\u{301}"])
    }

    @Test("a group goes by the tag that is used most, of equals by the first")
    func name() {
        let aliases = TagAliases([claim("press4", "press-4")])
        #expect(aliases.name(of: "press-4", uses: ["press4": 3, "press-4": 1]) == "press4")
        #expect(aliases.name(of: "press4", uses: [:]) == "press-4")
        #expect(aliases.name(of: "other", uses: ["press4": 3]) == "other")
    }

    @Test("invariant 21: any order, any repetition, and either direction give the same groups")
    func order() {
        forAll(cases: 200, "groups are equal, and a split pair is joined by others only") {
            generator in
            let tags = ["a", "b", "c", "d", "e"]
            var claims: [TagAliases.Claim] = []
            for _ in 0..<Int.random(in: 0...10, using: &generator) {
                let pair = tags.shuffled(using: &generator).prefix(2).map(\.self)
                claims.append(
                    claim(pair[0], pair[1], split: Int.random(in: 0..<4, using: &generator) == 0))
            }
            let first = TagAliases(claims)
            let again = TagAliases((claims + claims.prefix(3)).shuffled(using: &generator))
            return tags.allSatisfy { tag in
                first.group(of: tag) == again.group(of: tag)
                    && first.group(of: tag).allSatisfy {
                        first.group(of: $0) == first.group(of: tag)
                    }
            }
        }
    }
}
