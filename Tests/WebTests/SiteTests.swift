import Languages
import LocalProtocol
import Phrasebook
import Testing

@testable import Web

@Suite("Pages for everybody")
struct SiteTests {
    static let pages = ["/", "/c/C-7F3KD", "/w/Q-7F3KD", "/q/7F3KD", "/find", "/find?q=x", "/help"]

    // Goal: nobody's words become anything but words (attack 72). Method: the same hostile text in
    // every text field of every page; what is left of the page without it must be ours alone.
    @Test("attack 72: hostile words stay words, in every field of every page", arguments: pages)
    func hostile(page: String) async {
        let hostile = [
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>", "\"><script>", "' onmouseover='alert(1)",
            "javascript:alert(1)", "</title></textarea><iframe src=//evil>", "<!--", "]]>",
            "&lt;script&gt;", "\u{0}\u{1B}[31m", "\u{202E}txt.exe",
        ]
        for words in hostile {
            let answer = await Site(reader: FakeReader(words: words)).answer(page)
            #expect(answer.status == 200)
            let names = PageScan(answer.body)
            #expect(names.tags.isSubset(of: PageScan.allowedTags), "\(words): \(names.tags)")
            #expect(names.attributes.isSubset(of: PageScan.allowedAttributes))
            #expect(names.links.allSatisfy { $0.hasPrefix("/") || $0.hasPrefix("#") })
            #expect(!answer.body.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        }
    }

    @Test("every page says who shows it, how fresh it is, and where to get help", arguments: pages)
    func frame(page: String) async {
        let body = await Site(reader: FakeReader(words: "Plant North")).answer(page).body
        #expect(body.contains("Plant North"))
        #expect(body.contains("As this computer knew it on 2027-01-15 08:00."))
        #expect(body.contains("It was connected to 2 other computers."))
        #expect(body.contains("<a href=\"/help\">"))
        #expect(body.contains("<html lang=\"en\" dir=\"ltr\">"))
        #expect(!body.contains("style=\"") && !body.contains("<style"), "the policy forbids it")
    }

    @Test("a question with its answers, who worked with them, and how to reply")
    func question() async {
        let body = await Site(reader: FakeReader(words: "Bearing, not belt")).answer("/q/7F3KD")
            .body
        for words in [
            "Q-7F3KD", "A-9Z9Z9", "Answers", "Experience of others: Bearing, not belt",
            "Thanks from",
            "At the shared terminal, or with a slip: write Q-7F3KD", "written by",
        ] {
            #expect(body.contains(words), "\(words)")
        }
        // What a person is called is for everybody, and nothing else about them.
        #expect(!body.contains("M-ADA") && !body.contains("ada-id"))
    }

    @Test(
        "nothing is a sentence, too",
        arguments: [
            ("/", "No community here is open to everybody yet."), ("/", "It was quiet."),
            ("/w/Q-7F3KD", "Nobody has answered yet."),
            ("/find?q=x", "Nothing that everybody may read holds “x”."),
            ("/find", "Type the words that you look for."),
        ])
    func empty(page: String, sentence: String) async {
        let body = await Site(reader: FakeReader(isEmpty: true)).answer(page).body
        #expect(body.contains(sentence))
    }

    @Test("the words that are looked for stay in the field, as they were typed")
    func sought() async {
        let target = PageLink.find("\"><b>grease").text
        let body = await Site(reader: FakeReader()).answer(target).body
        #expect(body.contains("value=\"&quot;&gt;&lt;b&gt;grease\""))
    }

    @Test("pages run from right to left for whoever reads Hebrew, and words as they begin")
    func hebrew() async {
        let body = await Language.$current.withValue(Phrasebook.language("he")) {
            await Site(reader: FakeReader()).answer("/w/Q-7F3KD").body
        }
        #expect(body.contains("<html lang=\"he\" dir=\"rtl\">"))
        #expect(body.contains("<h1 dir=\"auto\">Which grease?</h1>"))
        #expect(body.contains("<p dir=\"auto\">Which grease?</p>"))
        #expect(body.contains("<bdi class=\"code\" dir=\"ltr\">Q-7F3KD</bdi>"))
        #expect(!body.contains("To reply") && body.contains("למענה"))
    }

    @Test("what isn't there and what isn't for everybody look the same")
    func missing() async {
        let site = Site(reader: FakeReader())
        let unknown = await site.answer("/w/00000")
        #expect(unknown.status == 404)
        #expect(await site.answer("/nothing") == unknown)
        #expect(!unknown.body.contains("secret"))
    }

    @Test("a locked home says so, and no word of why", arguments: SiteTests.pages)
    func locked(page: String) async {
        let error = ServiceError(.noSuchRight, said: "internal matter", hint: "hearth unlock")
        let answer = await Site(reader: FakeReader(error: error)).answer(page)
        #expect(answer.status == 503)
        #expect(answer.body.contains("This computer can show nothing now."))
        #expect(!answer.body.contains("internal matter") && !answer.body.contains("unlock"))
    }

    @Test("a code of a community leads to its page, one of several asks")
    func otherCodes() async {
        let site = Site(reader: FakeReader())
        let moved = await site.answer("/q/C-7F3KD")
        #expect(moved.status == 303)
        #expect(moved.headers.contains(.init("Location", "/c/C-7F3KD")))
        let several = await site.answer("/q/22222")
        #expect(several.body.contains("/w/Q-22222") && several.body.contains("/w/N-22222"))
    }

    @Test("attack 79: whoever wants to write is told where one can")
    func writing() {
        let site = Site(reader: FakeReader())
        let refusal = site.refusal(.writing)
        #expect(refusal.status == 403)
        #expect(refusal.body.contains("At the shared terminal, or with a slip"))
        #expect(refusal.body.contains("Over plain http nothing can be written."))
        let method = site.refusal(.method)
        #expect(method.status == 405)
        #expect(method.headers.contains(.init("Allow", "GET, HEAD")))
    }
}

/// What a page is made of.
struct PageScan {
    static let allowedTags: Set<String> = [
        "html", "head", "title", "meta", "link", "body", "header", "nav", "main", "footer",
        "section", "article", "h1", "h2", "h3", "p", "ul", "li", "dl", "dt", "dd", "div", "span",
        "mark", "bdi", "a", "br", "time", "form", "label", "input", "button",
    ]
    static let allowedAttributes: Set<String> = [
        "lang", "dir", "charset", "name", "content", "rel", "href", "class", "id", "aria-label",
        "action", "for", "type", "maxlength", "value", "datetime",
    ]

    var tags: Set<String> = []
    var attributes: Set<String> = []
    var links: [String] = []

    /// Reads a page as a browser does: what stands between `<` and `>`, with attributes in quotation
    /// marks.
    init(_ page: String) {
        var rest = page.dropFirst("<!DOCTYPE html>".count)[...]
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...].drop { $0 == "/" }
            let name = rest.prefix { !" >\n".contains($0) }
            tags.insert(String(name))
            rest = rest.dropFirst(name.count)
            while rest.first == " " {
                let attribute = rest.dropFirst().prefix { !"=>".contains($0) }
                rest = rest.dropFirst(attribute.count + 1)
                let value = rest.dropFirst(2).prefix { $0 != "\"" }
                attributes.insert(String(attribute))
                if ["href", "action", "src"].contains(attribute) { links.append(String(value)) }
                rest = rest.dropFirst(value.count + 3)
            }
        }
    }
}
