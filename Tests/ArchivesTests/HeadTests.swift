import Testing

@testable import Archives

/// The fields of a message's head: names, subjects, encoded words.
struct HeadTests {
    @Test(
        "finds the name in a From field",
        arguments: [
            ("Ada Lovelace <ada@host.tld>", "Ada Lovelace"),
            ("\"Lovelace, Ada\" <ada@host.tld>", "Lovelace, Ada"),
            ("ada@host.tld (Ada Lovelace)", "Ada Lovelace"),
            ("ada at host.tld (Ada Lovelace)", "Ada Lovelace"),
            ("ada at host.tld", "ada"), ("ada@host.tld", "ada"), ("<ada@host.tld>", "ada"),
            ("\"ada@host.tld\" <ada@host.tld>", "ada"),
            ("ada at host.tld (ada at host.tld)", "ada"),
            ("\"Ada \\\"The First\\\" L.\" <ada@host.tld>", "Ada \"The First\" L."),
            ("'Ada Lovelace' via R-help <r-help@host.tld>", "Ada Lovelace"),
            ("Ada Lovelace via R-help <r-help@host.tld>", "Ada Lovelace"),
            ("=?iso-8859-1?Q?J=F6rg_M=FCller?= <j@host.tld>", "Jörg Müller"),
            ("j at host.tld (=?utf-8?B?SsO2cmc=?=)", "Jörg"),
            ("ada@host.tld (Ada (Countess) Lovelace)", "Ada (Countess) Lovelace"),
            ("ada@host.tld ()", "ada"), ("Ada\u{202E}x <a@b>", "Adax"),
            ("<a@b>, Second <c@d>", "a"), ("\"\" <ada@host.tld>", "ada"),
        ])
    func author(field: String, name: String) {
        #expect(MailAuthor.name(EncodedWords.decode(Array(field.utf8)[...])) == name)
    }

    @Test(
        "finds no name where there is none", arguments: ["", "<>", "()", "\u{1}\u{2}", "<<<", ">"])
    func noAuthor(field: String) { #expect(MailAuthor.name(field) == nil) }

    @Test(
        "decodes encoded words",
        arguments: [
            ("=?ISO-8859-1?Q?a?=", "a"), ("=?ISO-8859-1?Q?a?= b", "a b"),
            ("=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab"),
            ("=?ISO-8859-1?Q?a?= \t =?utf-8?Q?b?=", "ab"),
            ("=?ISO-8859-1?Q?a_b?=", "a b"), ("=?iso-8859-15?q?=A4?=", "€"),
            ("=?UTF-8?B?4oKs?=", "€"), ("=?UTF-8*de?B?4oKs?=", "€"),
            // One character cut in two by a program that counts bytes.
            ("=?utf-8?B?4oI=?= =?utf-8?B?rA==?=", "€"), ("=?utf-8?Q?=E2=82?= =?utf-8?Q?=AC?=", "€"),
            ("=?koi8-r?B?8NLJ18XU?=", "Привет"), ("=?windows-1251?Q?=CF=F0=E8?=", "При"),
            ("=?iso-2022-jp?B?GyRCJDMkcyRLJEEkTxsoQg==?=", "こんにちは"),
            ("=?gb2312?B?xOO6ww==?=", "你好"), ("=?big5?B?p0Gmbg==?=", "你好"),
            ("=?euc-kr?B?vsiz5w==?=", "안녕"), ("=?shift_jis?B?grGC8Q==?=", "こん"),
            ("=?euc-jp?Q?=A4=B3=A4=F3?=", "こん"),
            // Broken, so they stay as they are.
            ("=?utf-8?X?abc?=", "=?utf-8?X?abc?="), ("=?utf-8?Q?abc", "=?utf-8?Q?abc"),
            ("=??Q?abc?=", "=??Q?abc?="), ("a =? b ?= c", "a =? b ?= c"), ("=?", "=?"),
            // An encoding that nobody knows, a blank within a word, an escape that is none.
            ("=?x-unknown?Q?caf=E9?=", "café"), ("=?utf-8?Q?a b?=", "a b"),
            ("=?utf-8?Q?100=ZZ?=", "100=ZZ"), ("x=?utf-8?Q?y?=z", "xyz"),
        ])
    func encodedWords(field: String, text: String) {
        #expect(EncodedWords.decode(Array(field.utf8)[...]) == text)
    }

    @Test("decodes raw 8-bit fields as UTF-8 or else as Windows-1252")
    func rawBytes() {
        #expect(EncodedWords.decode([0x63, 0x61, 0x66, 0xC3, 0xA9]) == "café")
        #expect(EncodedWords.decode([0x63, 0x61, 0x66, 0xE9]) == "café")
        #expect(EncodedWords.decode([0x93, 0x61, 0x94]) == "“a”")
    }

    @Test(
        "knows a reply in many languages",
        arguments: [
            "Re: dough", "RE: dough", "re:dough", "Re : dough", "Re[2]: dough", "Re^3: dough",
            "Re (2): dough", "Re: Re: AW: dough", "AW: dough", "SV: dough", "Antw: dough",
            "[bread] Re: dough", "Re: [bread] dough", "[bread] Re: [bread] Re: dough",
            "回复：dough", "Odp: dough", "  Re:   dough  ", "Re: DOUGH", "RE:[bread]dough",
        ])
    func reply(text: String) {
        let subject = Subject(text)
        #expect(subject.isReply)
        #expect(subject.key == "dough")
        #expect(subject.title.lowercased() == "dough")
    }

    @Test(
        "knows what is no reply",
        arguments: [
            "dough", "Regarding dough", "Recipe: dough", "[Re] dough", "Question: dough", "Re", "R",
        ])
    func noReply(text: String) { #expect(!Subject(text).isReply) }

    @Test("keeps a tag that is not the list's")
    func tags() {
        #expect(Subject("[R] dough").title(withoutTag: "[R]") == "dough")
        #expect(Subject("[PATCH 1/2] dough").title(withoutTag: "[R]") == "[PATCH 1/2] dough")
        #expect(Subject("[R] [PATCH] dough").title(withoutTag: "[r]") == "[PATCH] dough")
        #expect(Subject("[R]").title == "[R]")
        #expect(Subject("").key.isEmpty)
    }

    @Test("unfolds fields and takes the first of equal ones")
    func folding() {
        let text = """
            Subject: one
            \ttwo
              three
            SUBJECT: other
            X-Long: a
             b
            References: <a@b>
            \t<c@d> (comment) <e
             @f>
            Message-Id:<id@host>

            body
            """
        let (head, count) = MessageHead.read(MessageText.lines(of: Array(text.utf8)))
        #expect(PlainText.line(head.text(.subject), limit: 99) == "one two three")
        let references = head.identifiers(.references).map { String(decoding: $0, as: UTF8.self) }
        #expect(references == ["a@b", "c@d", "e@f"])
        #expect(head.messageID == "id@host")
        #expect(count == 11)
    }
}
