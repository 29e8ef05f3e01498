import Testing

@testable import Archives

/// What is left of a message's wrapping.
struct MessageTextTests {
    private func text(_ message: String) -> String {
        text(Array(message.utf8))
    }

    private func text(_ bytes: [UInt8]) -> String {
        let lines = MessageText.lines(of: bytes)
        let (head, count) = MessageHead.read(lines)
        return PlainText.body(MessageText.text(head: head, lines: lines.dropFirst(count))).text
    }

    @Test("decodes quoted-printable, also where it is broken")
    func quotedPrintable() {
        let head =
            "Content-Type: text/plain; charset=iso-8859-1\n"
            + "Content-Transfer-Encoding: quoted-printable\n\n"
        #expect(text(head + "caf=E9 =\nau lait=20\nx") == "café au lait\nx")
        #expect(text(head + "a =  \nb") == "a b")
        #expect(text(head + "1=2 =ZZ =E") == "1=2 =ZZ =E")
        #expect(text(head + "soft=\r\nbreak\r\nline") == "softbreak\nline")
        #expect(text(head + "end=") == "end")
    }

    @Test("decodes base64 with junk around it")
    func base64() {
        let head = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: BASE64\n\n"
        #expect(text(head + "Y2Fmw6k=") == "café")
        #expect(text(head + "Y2Fm\r\nw6k=\r\n") == "café")
        #expect(text(head + "Y2F*m w6k") == "café")
        #expect(text(head + "Y2Fmw6k=\n_______________________\nthe list's own footer") == "café")
        #expect(text(head + "YWI=YWI=") == "abab")
        #expect(text(head + "bGluZQ0KbGluZTI=") == "line\nline2")
    }

    @Test("prefers plain text and falls back to HTML")
    func alternative() {
        let both = """
            Content-Type: multipart/alternative;
             boundary="=_x y"

            preamble
            --=_x y
            Content-Type: text/html

            <p>rich</p>
            --=_x y
            Content-Type: text/plain; charset=utf-8

            plain
            --=_x y--
            epilogue
            """
        #expect(text(both) == "plain")
        #expect(text(both.replacingOccurrence("\nplain\n", "\n \n")) == "rich")
    }

    @Test("reads nested parts without an end, and names attachments")
    func mixed() {
        let message = """
            Content-Type: Multipart/Mixed; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain

            the text
            --inner--
            --outer
            Content-Type: image/png; name="=?utf-8?Q?caf=C3=A9.png?="
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --outer
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename*0*=utf-8''na%C3%AF; filename*1*=ve.bin

            AAAA
            --outer
            Content-Type: text/x-patch
            Content-Disposition: attachment; filename=fix.patch

            +secret
            --outer
            Content-Type: application/pgp-signature; name=signature.asc
            Content-Disposition: attachment; filename=signature.asc

            -----BEGIN PGP SIGNATURE-----
            --outer
            Content-Type: text/plain

            the list's footer
            """
        #expect(
            text(message) == """
                the text

                [attachment: café.png (image/png)]

                [attachment: naïve.bin (application/octet-stream)]

                [attachment: fix.patch (text/x-patch)]

                the list's footer
                """)
    }

    @Test("reads a multipart message whose boundary is lost")
    func lostBoundary() {
        #expect(text("Content-Type: multipart/mixed\n\n--b1\n\nhello\n--b1--") == "hello")
        #expect(text("Content-Type: multipart/mixed; boundary=zz\n\nhello") == "hello")
    }

    @Test("shows a forwarded message with its author and subject")
    func forwarded() {
        let message = """
            Content-Type: multipart/mixed; boundary=b

            --b

            see below
            --b
            Content-Type: message/rfc822

            From: Ada <a@b>
            Subject: dough
            Content-Type: text/html

            <b>rise</b>
            --b--
            """
        #expect(text(message) == "see below\n\n[forwarded message] Ada: dough\n\nrise")
    }

    @Test("says of an encrypted message that it is one")
    func encrypted() {
        let message = "Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nVersion: 1\n--b--"
        #expect(text(message) == "[encrypted text]")
    }

    @Test("opens parts only to a fixed depth")
    func depth() {
        var message = "the core"
        for level in 0..<200 {
            message =
                "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n\(message)\n"
                + "--b\(level)--"
        }
        #expect(!text(message).contains("the core\n--b0--\n--b0"))
        var forwards = "Subject: core\n\ntext"
        for _ in 0..<200 { forwards = "Content-Type: message/rfc822\n\n" + forwards }
        #expect(text(forwards).contains("[attachment: message/rfc822]"))
    }

    @Test("looks only at so many parts")
    func partCount() {
        var message = "Content-Type: multipart/mixed; boundary=b\n\n"
        for index in 0..<1_000 { message += "--b\n\npart \(index)\n" }
        let text = text(message)
        #expect(text.contains("part 199"))
        #expect(!text.contains("part 200"))
    }

    @Test("joins flowed lines and keeps what must stay apart")
    func flowed() {
        let head = "Content-Type: text/plain; format=flowed\n\n"
        #expect(text(head + "one \ntwo\nthree") == "one two\nthree")
        #expect(text(head + "> one \n> two\n>> three") == "> one two\n>> three")
        #expect(text(head + "a \n-- \nname") == "a\n--\nname")
        #expect(text(head + " From here") == "From here")
        let deletes = "Content-Type: text/plain; format=Flowed; delsp=yes\n\n"
        #expect(text(deletes + "wo \nrd") == "word")
    }

    @Test("takes signatures, encrypted blocks and encoded files out of the text")
    func inlineParts() {
        let message = """
            Subject: x

            -----BEGIN PGP SIGNED MESSAGE-----
            Hash: SHA1

            the text
            - --dashed
            -----BEGIN PGP SIGNATURE-----
            Version: GnuPG

            iEYEARECAAYFAk
            -----END PGP SIGNATURE-----
            after
            -----BEGIN PGP MESSAGE-----

            hQIOA
            -----END PGP MESSAGE-----
            begin 644 photo.jpg
            #0V%T
            `
            end
            begin 644 of a sentence
            """
        #expect(
            text(message) == """
                the text
                --dashed
                after
                [encrypted text]
                [attachment: photo.jpg]
                begin 644 of a sentence
                """)
    }

    @Test("keeps the name of what a list's archive has taken out")
    func scrubbed() {
        let message = """
            Subject: x

            text
            -------------- next part --------------
            An HTML attachment was scrubbed...
            URL: <http://host/attachment.htm>
            -------------- next part --------------
            A non-text attachment was scrubbed...
            Name: plot.png
            Type: image/png
            Size: 100 bytes
            URL: <http://host/plot.png>

            more
            """
        #expect(text(message) == "text\n[attachment: plot.png (image/png)]\n\nmore")
    }

    @Test("decodes the charset that a part names, or that its bytes show")
    func charsets() {
        func body(_ charset: String, _ bytes: [UInt8]) -> String {
            text(Array("Content-Type: text/plain; charset=\(charset)\n\n".utf8) + bytes)
        }
        #expect(body("windows-1250", [0x9A, 0xE8]) == "šč")
        #expect(body("\"ISO-8859-2\"", [0xB9, 0xE8]) == "šč")
        #expect(body("us-ascii", [0x63, 0xE9]) == "cé")
        #expect(body("unknown-8bit", [0xC3, 0xA9]) == "é")
        #expect(body("utf-8", [0x63, 0xFF, 0x64]) == "c\u{FFFD}d")
        #expect(body("gb18030", [0xC4, 0xE3, 0xFF]) == "你\u{FFFD}")
        #expect(body("iso-8859-1", [0x93, 0x61, 0x94]) == "“a”")
        #expect(body("ks_c_5601-1987", [0xBE, 0xC8]) == "안")
        #expect(body("utf-7", Array("+AOk-".utf8)) == "é")
        #expect(body("x", [0x1B, 0x24, 0x42, 0x24, 0x33, 0x1B, 0x28, 0x42]) == "こ")
        #expect(body("//TRANSLIT", [0x63, 0xE9]) == "cé")
    }

    @Test("keeps a last letter for which an accent could have followed")
    func lastLetter() {
        func text(_ bytes: [UInt8]) -> String { Charset.decode(bytes, label: "windows-1258") }
        #expect(text(Array("Hanoi".utf8)) == "Hanoi")
        #expect(text([0x56, 0x69, 0xEA, 0xF2, 0x74, 0x20, 0x4E, 0x61]) == "Vi\u{1EC7}t Na")
        #expect(text([0x61, 0xEC]) == "\u{E1}", "with its accent it is one letter")
        #expect(text([0x61]) == "a" && text([]) == "")
        // A character that is torn in the middle is told behind what came before it.
        #expect(Charset.decode([0x61, 0x88], label: "big5") == "a\u{FFFD}")
    }

    @Test("removes what would garble a terminal")
    func controls() {
        #expect(
            text("Subject: x\n\na\u{1B}[31mb\u{0}c\u{202E}d\u{FEFF}e\rf\tg") == "a[31mbcde\nf\tg")
    }

    @Test("takes what shows nothing for no text")
    func invisible() {
        #expect(text("Subject: x\n\n\u{200B}\u{3000}\u{FEFF}\n\u{A0}\n") == "")
        #expect(PlainText.line("\u{200B} \u{200D}", limit: 9) == "")
        #expect(
            text("Subject: x\n\n\n  indented\n\tkept  \n\n\n\n\nend\n\n")
                == "  indented\n\tkept\n\n\nend")
    }

    @Test("never traps on a message whose bytes are changed at random")
    func mutations() {
        let message = Array(
            """
            Content-Type: multipart/mixed; boundary="b"; x*0=a; x*1=b
            Subject: =?utf-8?B?4oKs?= =?utf-8?Q?=E2?=

            --b
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p class=3D"a">x &amp; &#8364; <a href=3D"http://h/">l</a><pre>c</pre><li>
            --b
            Content-Transfer-Encoding: base64

            Y2Fmw6k=
            --b--
            """.utf8)
        forAllBytes(message) { bytes in
            _ = text(bytes)
            _ = EncodedWords.decode(bytes[...])
        }
    }
}

extension String {
    /// The text with the first occurrence of a piece replaced.
    func replacingOccurrence(_ piece: String, _ other: String) -> String {
        guard let range = firstRange(of: piece) else { return self }
        return replacingCharacters(in: range, with: other)
    }

    private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
