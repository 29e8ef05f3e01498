import Community
import Testing

@Suite struct MentionTests {
    @Test(arguments: [
        ("@Ben", true), ("ask @ben, please", true), ("@Ben's rig", true), ("(@BEN)", true),
        ("@Benjamin", false), ("@Ben2", false), ("Ben", false), ("@ Ben", false), ("", false),
        ("@Benjamin and @Ben", true), ("@Ben.", true),
    ])
    func calls(_ text: String, _ isCalled: Bool) {
        #expect(Mention.calls("Ben", in: text) == isCalled)
    }

    @Test func namesOfAnyScript() {
        #expect(Mention.calls("חנה לוי", in: "אולי @חנה לוי יודעת"))
        #expect(Mention.calls("李雷", in: "请问@李雷，轴承"))
        #expect(!Mention.calls("", in: "@"))
    }
}
