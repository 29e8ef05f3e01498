import Archives
import Foundation
import TestKit
import Testing

/// Dumps of StackExchange, as they should be and as they should not.
struct StackExchangeTests {
    private func reading(_ rows: String, users: String? = nil) throws -> Reading {
        let fixture = try ArchiveFixture(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<posts>\n\(rows)\n</posts>\n",
            named: "Posts.xml")
        if let users {
            _ = try fixture.add("<users>\(users)</users>", named: "Users.xml")
        }
        return try Reading([fixture.path])
    }

    @Test("reads a question and its answer with their authors, tags and marks")
    func thread() throws {
        let reading = try reading(
            """
            <row Id="12" PostTypeId="2" ParentId="20" CreationDate="2015-01-27T20:09:33.720" \
            Body="&lt;p&gt;One &amp;amp; two&lt;/p&gt;&#xA;" OwnerDisplayName="Gone" />
            <row Id="20" PostTypeId="1" AcceptedAnswerId="12" Body="&lt;p&gt;b&#233;&lt;/p&gt;" \
            CreationDate="2015-01-27T20:09:32.720" Title='A &quot;title&quot;' OwnerUserId="4" \
            Tags="&lt;Dough&gt;&lt;rest-time&gt;" />
            <row Id="21" PostTypeId="1" Title="b" Body="x" OwnerUserId="5" Tags="|a|b|" />
            """,
            users: "<row Id=\"4\" DisplayName=\"Ada &amp; Bob\"/><row Id=\"9\" DisplayName=\"z\"/>")
        #expect(
            reading.posts == [
                ArchivedPost(
                    sourceID: "stackexchange:shop:20", kind: .question, authorName: "Ada & Bob",
                    milliseconds: 1_422_389_372_000, title: "A \"title\"", body: "bé",
                    tags: ["dough", "rest-time"], acceptedSourceID: "stackexchange:shop:12"),
                ArchivedPost(
                    sourceID: "stackexchange:shop:12", parentSourceID: "stackexchange:shop:20",
                    kind: .answer, authorName: "Gone", milliseconds: 1_422_389_373_000, title: "",
                    body: "One & two"),
                ArchivedPost(
                    sourceID: "stackexchange:shop:21", kind: .question, authorName: "user 5",
                    title: "b", body: "x", tags: ["a", "b"]),
            ])
    }

    @Test("says why a row is no post")
    func skips() throws {
        let reading = try reading(
            """
            <row Id="1" PostTypeId="5" Body="wiki"/>
            <row Id="2" PostTypeId="2" ParentId="99" Body="lost"/>
            <row PostTypeId="1" Title="no id"/>
            <row Id="x" PostTypeId="1" Title="odd id"/>
            <other Id="3"/>
            <row Id="4" PostTypeId="1" Title="whole" Body="b"/>
            <row Id="4" PostTypeId="1" Title="again" Body="b"/>
            <row Id="5" PostTypeId="1" Title="" Body=""/>
            <row Id="6" PostTypeId="1" Title="broken
            <row Id="7" PostTypeId="1" Title=unquoted />
            <row Id="8" PostTypeId="1" Title="last" Body="b"/>
            """)
        #expect(reading.posts.map(\.title) == ["whole", "last"])
        #expect(
            reading.skips.map(\.reason) == [
                .otherKind, .questionMissing, .damagedRow, .damagedRow, .unknownElement, .duplicate,
                .empty, .damagedRow, .damagedRow,
            ])
        #expect(reading.skips.first?.excerpt == "wiki")
    }

    @Test("reads what there is of a file that was cut off")
    func cutOff() throws {
        let whole = "<posts><row Id=\"1\" PostTypeId=\"1\" Title=\"a\" Body=\"b\"/>"
        for end in ["", "<row Id=\"2\" PostTypeId=\"1\" Ti", "<row Id=\"2", "<", "<!-- ", "</pos"] {
            let fixture = try ArchiveFixture(whole + end, named: "Posts.xml")
            #expect(try Reading([fixture.path]).posts.map(\.title) == ["a"])
        }
    }

    @Test("refuses entities, which could expand without bound, before it reads a row")
    func entityBomb() throws {
        let bomb = """
            <?xml version="1.0"?>
            <!DOCTYPE posts [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">
            <!ENTITY c SYSTEM "file:///etc/passwd">]>
            <posts><row Id="1" PostTypeId="1" Title="&b;" Body="&c;"/></posts>
            """
        let fixture = try ArchiveFixture(bomb, named: "Posts.xml")
        #expect(throws: ArchiveError.declaresEntities(path: fixture.path)) {
            _ = try ArchiveReader(path: fixture.path)
        }
        let late = try ArchiveFixture(
            "<posts><row Id=\"1\"/><![CDATA[x]]></posts>", named: "Posts.xml")
        #expect(throws: ArchiveError.declaresEntities(path: late.path)) {
            _ = try Reading([late.path])
        }
        #expect(
            try reading("<row Id=\"1\" PostTypeId=\"1\" Title=\"&b; &lol9;\" Body=\"&amp;x\"/>")
                .posts.map(\.title) == ["&b; &lol9;"])
    }

    @Test("refuses nesting")
    func nesting() throws {
        let deep = "<posts>" + String(repeating: "<row>", count: 100_000)
        let fixture = try ArchiveFixture(deep, named: "Posts.xml")
        #expect(throws: ArchiveError.nestedTooDeep(path: fixture.path)) {
            _ = try Reading([fixture.path])
        }
    }

    @Test("turns the HTML of a post into Markdown")
    func markdown() throws {
        let html = """
            <p>See <a href="https://host/x">this</a> and <code>rm -i</code>, <strong>now</strong>.</p>
            <pre><code>if a &lt; b {
              knead()
            }
            </code></pre>
            <blockquote>
              <p>quoted<br>twice</p>
              <p>more</p>
            </blockquote>
            <ol><li>one</li><li>two<ul><li>inner</li></ul></li></ol>
            <p><img src="x" alt="a loaf"> <a href="javascript:alert(1)">bad</a></p>
            <script>alert("x < y")</script><!-- <p>hidden</p> -->
            """
        let escaped = html.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing("\"", with: "&quot;").replacing("\n", with: "&#xA;")
        let post = try reading("<row Id=\"1\" PostTypeId=\"1\" Title=\"t\" Body=\"\(escaped)\"/>")
            .posts
        #expect(
            post.first?.body == """
                See [this](https://host/x) and `rm -i`, **now**.

                ```
                if a < b {
                  knead()
                }
                ```

                > quoted
                > twice
                >
                > more

                1. one
                2. two
                  - inner

                [a loaf] bad
                """)
    }

    @Test("never traps on a file whose bytes are changed at random")
    func mutations() {
        let rows = """
            <posts><row Id="1" PostTypeId="1" Title="a&#x41;&amp;" Body="&lt;p&gt;b&lt;/p&gt;"/>
            <row Id="2" PostTypeId="2" ParentId="1" Body="x" Tags="|a|"/></posts>
            """
        forAllBytes(Array(rows.utf8)) { bytes in
            let fixture = try ArchiveFixture(bytes, named: "Posts.xml")
            do {
                _ = try Reading([fixture.path])
            } catch is ArchiveError {}
        }
    }
}
