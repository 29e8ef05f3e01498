import Testing

@testable import Languages

/// A small catalogue of a language with three forms of a plural.
let smallCatalogue = """
    # A comment before the head.
    msgid ""
    msgstr ""
    "Language: he\\n"
    "Content-Type: text/plain; charset=UTF-8\\n"
    "Plural-Forms: nplurals=3; plural=n == 1 ? 0 : n == 2 ? 1 : 2;\\n"

    #: Sources/Somewhere.swift
    msgid "%1 answered %2"
    msgstr "על %2 ענו: %1"

    msgid "open"
    msgstr "פתוח"

    msgctxt "a door"
    msgid "open"
    msgstr "לפתוח"

    msgid "%n question of %1"
    msgid_plural "%n questions of %1"
    msgstr[0] "שאלה אחת של %1"
    msgstr[1] "שתי שאלות של %1"
    msgstr[2] "%n שאלות של %1"

    #, fuzzy
    msgid "doubtful"
    msgstr "בספק"

    msgid "two\\n"
    "lines \\"quoted\\""
    msgstr ""
    "שתי\\n"
    "שורות \\\\ \\t"

    msgid "100 %%"
    msgstr "%%100"

    msgid "not yet"
    msgstr ""

    #~ msgid "gone"
    #~ msgstr "נעלם"

    """

@Suite("Catalogues")
struct CatalogueTests {
    private func error(_ text: String) -> CatalogueError? {
        do {
            _ = try Catalogue(text)
            return nil
        } catch {
            return error
        }
    }

    private static let head = smallCatalogue.prefix { $0 != "ע" }
        .split(separator: "\n", omittingEmptySubsequences: false).prefix(7)
        .joined(separator: "\n")

    @Test("hold what is translated, and nothing that is fuzzy")
    func holds() throws {
        let catalogue = try Catalogue(smallCatalogue)
        #expect(catalogue.language == "he")
        #expect(catalogue.count == 6)
        #expect(catalogue.translation(of: "open", nil) == Template("פתוח"))
        #expect(catalogue.translation(of: "open", "a door") == Template("לפתוח"))
        #expect(catalogue.translation(of: "open", "a shop") == nil)
        #expect(catalogue.translation(of: "doubtful", nil) == nil)
        #expect(catalogue.translation(of: "not yet", nil) == nil)
        #expect(catalogue.translation(of: "gone", nil) == nil)
        #expect(
            catalogue.translation(of: "two\nlines \"quoted\"", nil)
                == Template("שתי\nשורות \\ \t"))
    }

    @Test("say on which line they are wrong")
    func refuses() {
        typealias Reason = CatalogueError.Reason
        let cases: [(lines: [String], line: Int, reason: Reason)] = [
            (["msgid \"a\"", "msgstr \"b\"", "nonsense"], 10, .unknownLine),
            (["msgidx \"a\""], 8, .unknownLine),
            (["msgid \"a"], 8, .quotes),
            (["msgid \"a\" b"], 8, .quotes),
            (["msgid \"a\\x\""], 8, .escape),
            (["\"a\""], 8, .unknownLine),
            (["msgstr \"a\""], 8, .outOfPlace(keyword: "msgstr")),
            (["msgid \"a\"", "msgid \"b\""], 9, .outOfPlace(keyword: "msgid")),
            (["msgid \"a\"", "msgstr[0] \"b\""], 9, .outOfPlace(keyword: "msgstr[0]")),
            (["msgid \"a\"", "# late", "msgstr \"b\""], 9, .outOfPlace(keyword: "#")),
            (["msgid \"a\"", ""], 8, .incomplete),
            (
                ["msgid \"a\"", "msgstr \"b\"", "", "msgid \"a\"", "msgstr \"c\""], 11,
                .repeated(key: "a")
            ),
            (
                ["msgid \"a\"", "msgid_plural \"b\"", "msgstr[0] \"c\""], 8,
                .forms(found: 1, expected: 3)
            ),
            (
                ["msgid \"a\"", "msgid_plural \"b\"", "msgstr[1] \"c\""], 10,
                .outOfPlace(keyword: "msgstr[1]")
            ),
            (["msgid \"a %1\"", "msgstr \"b\""], 8, .placeholders(key: "a %1")),
            (["msgid \"a\"", "msgstr \"b %1\""], 8, .placeholders(key: "a")),
            (["msgid \"a\"", "msgstr \"b %n\""], 8, .placeholders(key: "a")),
            (["msgid \"a\"", "msgstr \"b %x\""], 8, .placeholders(key: "a")),
            (["msgid \"a\"", "msgstr \"b %\""], 8, .placeholders(key: "a")),
        ]
        for (lines, line, reason) in cases {
            let text = Self.head + "\n" + lines.joined(separator: "\n") + "\n"
            #expect(error(text) == CatalogueError(line: line, reason: reason), "\(lines)")
        }
    }

    @Test("begin with a head that says what they are")
    func heads() {
        #expect(error("") == CatalogueError(line: 1, reason: .noHead))
        #expect(
            error("msgid \"a\"\nmsgstr \"b\"\n") == CatalogueError(line: 1, reason: .noHead))
        for (name, piece) in [
            ("charset=UTF-8", "UTF-8"), ("Language", "Language: "),
            ("Plural-Forms", "plural=n =="),
        ] {
            let text = Self.head.replacing(piece, with: "?")
            #expect(error(text)?.reason == .head(name: name))
            #expect(error(text)?.line == 2)
        }
    }
}

@Suite("Rules of plurals")
struct PluralRuleTests {
    @Test("give each number its form")
    func forms() throws {
        let hebrew = try #require(
            PluralRule("nplurals=3; plural=n == 1 ? 0 : n == 2 ? 1 : 2;"))
        #expect([0, 1, 2, 3, 11, 1_000_000].map { hebrew.form($0) } == [2, 0, 1, 2, 2, 2])
        #expect([0, 1, 2].map { PluralRule.english.form($0) } == [1, 0, 1])
        let polish = try #require(
            PluralRule(
                "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20)"
                    + " ? 1 : 2);"))
        #expect([1, 2, 5, 12, 22, 25, 112].map { polish.form($0) } == [0, 1, 2, 2, 1, 2, 2])
        let short = try #require(PluralRule("nplurals=2; plural=n != 1"))
        #expect([0, 1, 2, -1].map { short.form($0) } == [1, 0, 1, 0])
    }

    @Test("never name a form that there isn't")
    func bounds() throws {
        let rule = try #require(PluralRule("nplurals=2; plural=n;"))
        #expect([0, 1, 7, Int.min].map { rule.form($0) } == [0, 1, 1, 0])
    }

    @Test("are expressions about n, and nothing else")
    func refuses() {
        for text in [
            "", "nplurals=2", "plural=n", "nplurals=0; plural=0", "nplurals=9; plural=0",
            "nplurals=2; plural=m", "nplurals=2; plural=n %", "nplurals=2; plural=n % 0",
            "nplurals=2; plural=(n", "nplurals=2; plural=n ? 1", "nplurals=2; plural=n n",
            "nplurals=2; plural=99999999999999999999",
        ] {
            #expect(PluralRule(text) == nil, "\(text)")
        }
    }
}
