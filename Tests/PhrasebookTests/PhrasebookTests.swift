internal import Languages

import Testing

@testable import Languages
@testable import Phrasebook

@Suite("Languages that are built in")
struct PhrasebookTests {
    @Test("can be read, and have translations")
    func readable() throws {
        #expect(Phrasebook.names == ["en", "he"])
        for name in Phrasebook.names.dropFirst() {
            let catalogue = try #require(try Phrasebook.catalogue(name))
            #expect(catalogue.language == name)
            #expect(catalogue.count > 10)
        }
    }

    @Test("are found by their names, and English for any other")
    func names() {
        #expect(Phrasebook.language("he").name == "he")
        #expect(Phrasebook.language("he").isRightToLeft)
        for name in ["en", "xx", ""] { #expect(Phrasebook.language(name).name == "en") }
    }

    @Test("are the first one that somebody accepts and there is")
    func accepting() {
        for (header, name) in [
            ("he", "he"), ("xx, he;q=0.5", "he"), ("en, he", "en"), ("he;q=0.1, en;q=0.2", "en"),
            ("xx", "en"), ("", "en"),
        ] {
            #expect(Phrasebook.language(accepting: header).name == name, "\(header)")
        }
    }

    @Test("have a Hebrew that counts as Hebrew does")
    func hebrew() {
        let forms = Language.$current.withValue(Phrasebook.language("he")) {
            [1, 2, 5].map { say($0, one: "\(.count) answer", other: "\(.count) answers") }
        }
        #expect(forms == ["תשובה אחת", "שתי תשובות", "5 תשובות"])
    }
}
