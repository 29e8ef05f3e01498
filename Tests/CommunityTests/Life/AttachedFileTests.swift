import TestKit
import Testing
import Wire

@testable import Community

@Suite("Names of attached files")
struct AttachedFileTests {
    @Test(
        "a name of somebody else names a file in one folder and never a way out of it",
        arguments: [
            ("pump.jpg", "pump.jpg"), ("../../.ssh/authorized_keys", "_.._.ssh_authorized_keys"),
            ("/etc/passwd", "_etc_passwd"), ("C:\\Users\\x", "C__Users_x"), ("..", "file"),
            (".", "file"), ("...", "file"), (".bashrc", "bashrc"), ("-rf", "rf"), ("~root", "root"),
            ("a ", "a"), ("a. .", "a"), ("", "file"), (" x.txt", "x.txt"),
            ("photo\u{200E}.jpg", "photo.jpg"), ("größe 5.pdf", "größe 5.pdf"), ("a\u{0}b", "ab"),
            ("a?*\"<>|b", "a______b"),
        ])
    func safe(_ name: String, _ expected: String) {
        #expect(AttachedFile.safeName(name) == expected)
    }

    @Test("whoever may post may attach, at a shared terminal too, and nobody changes it later")
    func rights() {
        #expect(Rights.permits(.held, creating: Schema.attachment, with: []))
        #expect(Rights.permits(.kiosk, creating: Schema.attachment, with: []))
        #expect(!Rights.permits(.unknown, creating: Schema.attachment, with: []))
        #expect(Schema.attachment.fields.allSatisfy { $0.merge == .immutable })
        let of = Schema.attachment.field(1)?.type
        #expect(of == .record(kinds: Schema.attachable.map(\.number)))
    }

    @Test("a long name keeps its ending")
    func long() {
        let name = AttachedFile.safeName(String(repeating: "ü", count: 200) + ".jpeg")
        #expect(name.hasSuffix("ü.jpeg") && name.utf8.count <= 120 && name.utf8.count > 110)
        let dotted = AttachedFile.safeName("a." + String(repeating: "x", count: 190))
        #expect(dotted.utf8.count == 120)
    }

    @Test("no name whatsoever gets through")
    func anything() {
        forAll(cases: 500, "a safe name is short, visible and has no slash") { generator in
            var text = ""
            for _ in 0..<Int.random(in: 0...60, using: &generator) {
                let number = UInt32.random(in: 0...0x2FF, using: &generator)
                if let scalar = Unicode.Scalar(number) { text.unicodeScalars.append(scalar) }
                if Bool.random(using: &generator) {
                    text += ["/", ".", "..", "\\"].randomElement(using: &generator) ?? ""
                }
            }
            let safe = AttachedFile.safeName(text)
            return !safe.isEmpty && safe.utf8.count <= 120 && !safe.hasPrefix(".")
                && !safe.contains("/") && !safe.contains("\\") && !safe.contains("\0")
                && safe == AttachedFile.safeName(safe)
        }
    }
}
