internal import Languages

import Testing

@testable import Languages

@Suite("Phrases")
struct PhraseTests {
    private let hebrew: Language

    init() throws {
        hebrew = Language(try Catalogue(smallCatalogue))
    }

    @Test("have a key with a number for each value")
    func keys() {
        let name = "Ada"
        #expect(("Erased: \(name)" as Phrase).key == "Erased: %1")
        #expect(("\(1) of \(name)" + ", 5 % \(2)" as Phrase).key == "%1 of %2, 5 %% %3")
        #expect(("\(.count) of \(name)" as Phrase).key == "%n of %1")
    }

    @Test("are English without a translation")
    func english() {
        let name = "Ada"
        #expect(say("\(name) answered \("Q-1")") == "Ada answered Q-1")
        #expect(say("nobody has translated \(name), 100 %") == "nobody has translated Ada, 100 %")
        #expect(
            [0, 1, 2, 1_234].map {
                say($0, one: "\(.count) question", other: "\(.count) questions")
            } == ["0 questions", "1 question", "2 questions", "1,234 questions"])
        Language.$current.withValue(hebrew) {
            #expect(say("nobody has translated this") == "nobody has translated this")
            #expect(say("doubtful") == "doubtful")
            #expect(say(1, one: "\(.count) knot", other: "\(.count) knots") == "1 knot")
            #expect(say(2, one: "\(.count) knot", other: "\(.count) knots") == "2 knots")
        }
    }

    @Test("are said in the language of the task")
    func translated() async {
        #expect(say("open") == "open")
        Language.$current.withValue(hebrew) {
            #expect(say("open") == "פתוח")
            #expect(say("open", context: "a door") == "לפתוח")
            #expect(say("100 %") == "%100")
        }
        await Language.$current.withValue(hebrew) {
            async let child = say("open")
            #expect(await child == "פתוח")
        }
    }

    @Test("that are kept are said when somebody reads them, and what is put in with them")
    func sentences() {
        let name = "Ada"
        let kept = Sentence("\(name) answered \(Sentence("open"))")
        let counted = Sentence(
            2, one: "\(.count) question of \(name)", other: "\(.count) questions of \(name)")
        let verbatim = Sentence(verbatim: "open")
        #expect(kept.said == "Ada answered open")
        #expect(counted.said == "2 questions of Ada")
        #expect(kept == Sentence("\(name) answered \(Sentence("open"))"))
        #expect(kept != Sentence("\(name) answered \(Sentence("shut"))"))
        Language.$current.withValue(hebrew) {
            #expect(kept.said == say("\(name) answered \(say("open"))"))
            #expect(kept.said.contains("פתוח"))
            #expect(
                counted.said
                    == say(
                        2, one: "\(.count) question of \(name)",
                        other: "\(.count) questions of \(name)"))
            #expect(verbatim.said == Isolation.isolated("open"))
        }
    }

    @Test("take the form that the number wants")
    func plurals() {
        let forms = Language.$current.withValue(hebrew) {
            [1, 2, 3, 0, 1_200].map {
                say(
                    $0, one: "\(.count) question of \("Ada")",
                    other: "\(.count) questions of \("Ada")")
            }
        }
        let end = "של \u{2068}Ada\u{2069}"
        #expect(
            forms == [
                "שאלה אחת \(end)", "שתי שאלות \(end)", "3 שאלות \(end)", "0 שאלות \(end)",
                "1,200 שאלות \(end)",
            ])
    }

    @Test("keep values apart where lines run from right to left, and only there")
    func isolation() {
        let text = hebrew.text(of: "\("Ada") answered \("אבא")")
        #expect(text == "על \u{2068}אבא\u{2069} ענו: \u{2068}Ada\u{2069}")
        #expect(hebrew.text(of: "\("") answered \("x")") == "על \u{2068}x\u{2069} ענו: ")
        #expect(hebrew.text(of: "\(3) answered \(4)") == "על 4 ענו: 3")
        #expect(Language.english.text(of: "\("Ada") answered \("אבא")") == "Ada answered אבא")
        #expect(Language.english.isolated("אבא") == "אבא")
        #expect(Language.english.lineStart.isEmpty)
        #expect(hebrew.lineStart == "\u{200F}")
    }

    @Test("close in a value what is opened in it, and nothing else")
    func balance() {
        #expect(Isolation.isolated("a\u{2069}b") == "\u{2068}ab\u{2069}")
        #expect(Isolation.isolated("a\u{2068}b") == "\u{2068}a\u{2068}b\u{2069}\u{2069}")
        #expect(Isolation.isolated("\u{2068}b\u{2069}") == "\u{2068}\u{2068}b\u{2069}\u{2069}")
        #expect(Isolation.isolated("") == "")
        #expect(Isolation.bare("\u{2066}\u{2068}Q-1\u{2069}\u{2069}") == "Q-1")
        #expect(Isolation.bare("a\u{2069}b") == "a\u{2069}b")
    }

    @Test("keep a command from left to right as a whole")
    func commands() {
        let cases = [
            ("הרצה: hearth show %1", "הרצה: [hearth show %1]"),
            ("הרצה: hearth show %1.", "הרצה: [hearth show %1]."),
            ("(hearth show %1) סוף", "([hearth show %1]) סוף"),
            ("עם hearth ask \"…\" או כך", "עם [hearth ask \"…\"] או כך"),
            ("הפקודה \"hearth\" היא", "הפקודה \"[hearth]\" היא"),
            ("עם --json, או", "עם [--json], או"),
            ("קו-מפריד %n %1", "קו-מפריד %n %1"),
            ("%1 ו-%2", "%1 ו-%2"),
            ("hearth a\nשורה", "[hearth a]\nשורה"),
            ("dd.MM.yyyy", "dd.MM.yyyy"),
        ]
        for (text, expected) in cases {
            let marked = expected.replacing("[", with: "\u{2066}").replacing("]", with: "\u{2069}")
            #expect(Isolation.keepingCommandsTogether(text) == marked)
        }
    }

    @Test("have names in a row, each by itself")
    func lists() {
        #expect(Language.english.list(["Ada", "Ben"]) == "Ada, Ben")
        #expect(
            hebrew.list(["Ada", "בן"])
                == "\u{200F}\u{2068}Ada\u{2069}, \u{2068}בן\u{2069}")
    }

    @Test("have numbers with the marks of the language")
    func numbers() {
        let numbers = [0, 999, 1_000, 1_234_567, -12, -1_234, Int.min]
        #expect(
            numbers.map { Language.english.number($0) } == [
                "0", "999", "1,000", "1,234,567", "-12", "-1,234",
                "-9,223,372,036,854,775,808",
            ])
        #expect([0, 15, -7].map { Language.english.number(tenths: $0) } == ["0.0", "1.5", "-0.7"])
    }
}

@Suite("The choice of a language")
struct LanguageChoiceTests {
    private func name(_ arguments: [String], _ environment: [String: String] = [:]) -> String {
        LanguageChoice(arguments: arguments, environment: environment).name
    }

    @Test("is taken from the arguments, then from the environment")
    func order() {
        let all = ["HEARTH_LANGUAGE": "he", "LC_ALL": "de", "LC_MESSAGES": "fr", "LANG": "it"]
        #expect(name(["status", "--language", "nl"], all) == "nl")
        #expect(name(["--language=nl", "status"], all) == "nl")
        #expect(name([], all) == "he")
        #expect(name([], all.filter { $0.key != "HEARTH_LANGUAGE" }) == "de")
        #expect(name([], ["LC_ALL": "", "LC_MESSAGES": "fr", "LANG": "it"]) == "fr")
        #expect(name([], ["LANG": "it"]) == "it")
        #expect(name([]) == "en")
        #expect(name(["--language"]) == "en")
    }

    @Test("leaves the other arguments as they are")
    func arguments() {
        let choice = LanguageChoice(
            arguments: ["ask", "--language", "he", "a", "--", "--language", "b"], environment: [:])
        #expect(choice.arguments == ["ask", "a", "--", "--language", "b"])
        #expect(choice.name == "he")
        let open = LanguageChoice(arguments: ["ask", "--language"], environment: [:])
        #expect(open.arguments == ["ask", "--language"])
    }

    @Test("reads the header Accept-Language by weight, then by place")
    func header() {
        func names(_ text: String) -> [String] { LanguageChoice.names(accepting: text) }
        #expect(names("he") == ["he"])
        #expect(names("he-IL, en;q=0.5") == ["he", "en"])
        #expect(names("en;q=0.5,he;q=0.9, de") == ["de", "he", "en"])
        #expect(names("fr, de") == ["fr", "de"])
        #expect(names("he;q=0, *, en;q=x") == ["en"])
        #expect(names("") == [])
        #expect(names(",;,") == [])
    }

    @Test("understands names by BCP 47 and POSIX")
    func names() {
        for text in ["he", "he-IL", "he_IL.UTF-8", "HE_il@euro", "iw", "he-Hebr-IL"] {
            #expect(LanguageChoice.name(in: text) == "he", "\(text)")
        }
        for text in ["", "C", "C.UTF-8", "POSIX", "en_GB.UTF-8", "."] {
            #expect(LanguageChoice.name(in: text) == "en", "\(text)")
        }
    }
}
