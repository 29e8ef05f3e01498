import TestKit
import Testing

@testable import Archives

/// The shortcuts for what nearly all mail looks like say what the general way says.
struct ShortcutTests {
    /// Some pieces of a list, joined in a random order.
    private func text(
        _ pieces: [String], _ count: ClosedRange<Int>, _ generator: inout SeededGenerator
    ) -> String {
        (0..<Int.random(in: count, using: &generator))
            .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    private static let signs = [
        "a", "Re", "re: ", "Re:", "AW: ", "[R] ", "[R]", "[", "]", ":", " ", "  ", "\t", "\r", "\n",
        "\u{0}", "\u{1B}", "\u{1C}", "\u{7F}", "é", "e\u{301}", "\u{301}", "：", "回复", "\u{A0}",
        "\u{200B}", "\u{2028}", "=", "=?utf-8?Q?x?=", "=?utf-8?Q?_?= ", "<", ">", "(", ")", "\"",
        "\\", "'", ",", ";", "@", " at ", " AT ", "(at)", " via ", "at", "via", "a.b", "-", ".",
        "7",
        "\u{1B}$B$3$s\u{1B}(B", "Re[2]: ", "Re^3: ", "Word", "was", "\u{212A}",
    ]

    @Test("makes one line of any text as the general way does")
    func line() {
        for text in ["", " ", "a", " a", "a ", "a b", "a  b", "\ta\n", "\u{0}a", "a\u{1C}b", "é "] {
            #expect(PlainText.line(text, limit: 9) == PlainText.generalLine(text, limit: 9))
        }
        forAll(cases: 2_000, "both ways make the same line") { generator in
            let text = text(Self.signs, 0...12, &generator)
            let limit = Int.random(in: 1...12, using: &generator)
            return PlainText.line(text, limit: limit) == PlainText.generalLine(text, limit: limit)
        }
    }

    @Test("tidies a body of ASCII as it tidies any other")
    func body() {
        let pieces = ["x", "xx", "x ", " ", "\t", "\n", "\r", "\r\n", "\u{1}", "\u{7F}", "\u{A0}"]
        forAll(cases: 2_000, "a letter is a letter in any alphabet") { generator in
            let text = text(pieces, 0...20, &generator)
            let foreign = PlainText.body(text.replacing("x", with: "ж")).text
            return PlainText.body(text).text == foreign.replacing("ж", with: "x")
        }
    }

    @Test("decodes fields as the general way does")
    func encodedWords() {
        forAll(cases: 2_000, "both ways decode the same") { generator in
            var bytes = Array(text(Self.signs, 0...12, &generator).utf8)
            if Bool.random(using: &generator) { bytes.append(0xE9) }
            return EncodedWords.decode(bytes[...]) == EncodedWords.generalText(bytes)
        }
    }

    @Test("takes subjects apart as the general way does")
    func subject() {
        for text in ["Re: a", "[R] Re: [R] [x] a", "Re:", "[R]", "AW: a", "Question: a", "a"] {
            #expect(Subject(plain: text) == Subject(general: text))
        }
        forAll(cases: 4_000, "both ways find the same") { generator in
            let line = PlainText.line(text(Self.signs, 0...9, &generator), limit: 1_000)
            guard let plain = Subject(plain: line) else { return true }
            return plain == Subject(general: line)
        }
    }

    @Test("finds names as the general way does")
    func author() {
        for text in [" Ada L. <a@b>", "a at b.c (Ada L.)", "x via y <a@b>", "Vin At <a@b>", "é<"] {
            #expect(MailAuthor.name(text) == MailAuthor.generalName(text))
        }
        forAll(cases: 4_000, "both ways find the same") { generator in
            let text = text(Self.signs, 0...9, &generator)
            return MailAuthor.name(text) == MailAuthor.generalName(text)
        }
    }

    private static let words = [
        "Mon", "mon", "Mar", "May", "Jan", "Sept", "1", "01", "31", "00", "24", "2007", "0999",
        "12007", "07", "00:00", "1:2:3", "23:59:60", "24:00:00", "25:00", "00:60", "+0100", "-1430",
        "+0060", "+2300", "+01", "GMT", "(CET)", "(x y)", "(", "a", ",", ".", "@",
    ]
    private static let blanks = [" ", " ", " ", "  ", ", ", "\t", "", "\r"]

    /// A date of the usual form of which some words are others.
    private func date(_ form: [String], _ generator: inout SeededGenerator) -> String {
        var text = ""
        for word in form {
            let isOther = Int.random(in: 0..<8, using: &generator) == 0
            text += isOther ? Self.words.randomElement(using: &generator) ?? "" : word
            let isOdd = Int.random(in: 0..<8, using: &generator) == 0
            text += isOdd ? Self.blanks.randomElement(using: &generator) ?? "" : " "
        }
        return Bool.random(using: &generator) ? text : String(text.dropLast())
    }

    @Test("reads dates as the general way does")
    func dates() {
        let field = Array(" Mon, 1 Jan 2007 00:00:00 +0000".utf8)
        let usual = MailDate.usual(field[...])
        #expect(usual != nil && usual == MailDate("Mon, 1 Jan 2007 00:00:00 +0000"))
        forAll(cases: 4_000, "both ways read the same date") { generator in
            let forms = [
                ["", "Mon,", "31", "Mar", "2007", "01:02:03", "+0130", "(CET)"],
                ["Tue", "1", "May", "1999", "1:02", "-0800"],
                ["28", "Feb", "2000", "23:59:59", "+0000"],
            ]
            let text = date(forms.randomElement(using: &generator) ?? [], &generator)
            guard let usual = MailDate.usual(Array(text.utf8)[...]) else { return true }
            return usual == MailDate(text)
        }
    }

    @Test("recognises separators as the general way does")
    func separators() throws {
        let line = Array("a@b Mon Jan  1 00:00:00 2007".utf8)
        #expect(try #require(FromLine.usual(line[...])).sender == "a@b")
        let senders = [["a@b"], ["a", "at", "b.c"], ["ut", "at", "b.c"], ["1:00@"], ["a"], []]
        forAll(cases: 4_000, "both ways recognise the same") { generator in
            let sender = senders.randomElement(using: &generator) ?? []
            let day = ["Mon", "Jan", "", "1", "00:00:00", "2007"]
            let text = date(sender + day, &generator)
            guard let usual = FromLine.usual(Array(text.utf8)[...]) else { return true }
            return usual == FromLine(words: text.split { $0 == " " || $0 == "\t" })
        }
    }

    @Test("joins flowed lines as the general way does")
    func flowed() {
        let pieces = ["a", " ", " \n", "\n", "\n>", ">", "> ", "\n-- \n", "--", "\r", "\t", "é"]
        forAll(cases: 4_000, "both ways join the same") { generator in
            let text = text(pieces, 0...20, &generator)
            let deletes = Bool.random(using: &generator)
            return FlowedText.unflowed(text, deletesSpace: deletes)
                == FlowedText.generalText(text, deletesSpace: deletes)
        }
    }

    @Test("decodes ASCII under every label as the C library does")
    func ascii() {
        let bytes = [UInt8](0..<0x80)
        for (label, converter) in Charset.converters {
            let converted = Charset.convert(bytes, from: converter)
            let isSame = Charset.decode(bytes, label: label) == converted
            #expect(isSame, "\(label) by way of \(converter)")
        }
    }

    @Test("takes a line for a field only if its name is one")
    func fields() {
        func name(_ line: String) -> String? { MessageHead.fieldName(Array(line.utf8)[...]) }
        #expect(name("Subject: x") == "subject")
        #expect(name("SUBJECT \t: x") == "subject")
        #expect(name("x:") == "x")
        let none = [
            "", ":", " :", "a b: c", " a: b", "é: x", "a\u{1}: b", "a", "a b",
            String(repeating: "a", count: 80) + ":",
        ]
        for line in none { #expect(name(line) == nil) }
        #expect(name(String(repeating: "a", count: 79) + ":") != nil)
        #expect(MessageHead.Field(Array("In-Reply-TO".utf8)[...]) == .inReplyTo)
        for name in ["x", "", "fro", "dated", "messageid"] {
            #expect(MessageHead.Field(Array(name.utf8)[...]) == nil)
        }
    }
}
