import TestKit
import Testing

@testable import Web

@Suite("Addresses of pages")
struct PageLinkTests {
    @Test("what is written is read again")
    func roundTrip() {
        let links: [PageLink] = [
            .front, .help, .styles, .find(nil), .find("seal & bearing + 100 % =?#"), .find("אטם"),
            .community("Seals & bearings"), .community("C-7F3KD"), .item("Q-7F3KD"),
            .short("7F3KD"), .community("密封"),
        ]
        for link in links { #expect(PageLink(link.text) == link, "\(link.text)") }
    }

    @Test(
        "attack 80: what would lead elsewhere leads nowhere",
        arguments: [
            "/../etc/passwd", "/%2e%2e/etc/passwd", "/c/..", "/c/%2e%2e", "/w/%2e%2e%2fx", "/c/a/b",
            "/c/a%2fb", "/c/a%5cb", "/c//a", "//evil.example/", "/c/", "/w", "/w/", "/c/%", "/c/%2",
            "/c/%zz", "/c/%00", "/c/%0d%0aSet-Cookie:x", "/c/%c0%ae%c0%ae", "/c/%252e%252e",
            "/c/%ff", "/style.css/../x", "/.git", "/style.css/", "/v1/status", "/openapi.json", "",
            "*",
            "http://evil.example/", "/find?q=%ff", "/find?q=%00", "/find/x",
        ])
    func nowhere(target: String) {
        #expect(PageLink(target) == nil)
    }

    @Test("a long address is no address")
    func long() {
        #expect(PageLink("/find?q=" + String(repeating: "x", count: 2_000)) == nil)
    }

    // Goal: no bytes trap or lead out. Method: random targets from the characters that matter.
    @Test("any address is read or refused")
    func anything() {
        forAll(cases: 3_000, "an address that is read is written alike") { generator in
            let letters = Array("/%.?q=&+cwq2eF0\\ü#:")
            let target = String(
                (0..<Int.random(in: 0...24, using: &generator)).compactMap { _ in
                    letters.randomElement(using: &generator)
                })
            guard let link = PageLink("/" + target) else { return true }
            return PageLink(link.text) == link
        }
    }
}
