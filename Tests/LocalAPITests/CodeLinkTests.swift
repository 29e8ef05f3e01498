import LocalProtocol
import Testing

@Suite("Links of codes")
struct CodeLinkTests {
    @Test("are read as they were made, in any case", arguments: CodeLink.Purpose.allCases)
    func roundTrip(purpose: CodeLink.Purpose) throws {
        let link = CodeLink(purpose, "47-copper-lantern")
        #expect(CodeLink(reading: link.text) == link)
        #expect(try CodeLink.code(in: " \(link.text)\n", for: purpose) == link.code)
        let loud = "HEARTH:\(purpose.rawValue.uppercased())/47-COPPER-LANTERN"
        #expect(CodeLink(reading: loud) == CodeLink(purpose, "47-COPPER-LANTERN"))
    }

    @Test("leave a typed code as it is, and refuse what isn't theirs")
    func typed() throws {
        #expect(try CodeLink.code(in: "47 copper lantern", for: .join) == "47 copper lantern")
        let other = CodeLink(.device, "47-copper-lantern").text
        do throws(ServiceError) {
            _ = try CodeLink.code(in: other, for: .join)
            Issue.record("taken")
        } catch {
            #expect(error.code == .usage)
            #expect(error.hint == "Run: hearth device join 47-copper-lantern")
        }
        let wrong = [
            "hearth:", "hearth:join", "hearth:join/", "hearth:join/a/b", "hearth:x/47-a-b",
            "hearth:join/" + String(repeating: "a", count: 300),
        ]
        for text in wrong {
            #expect(CodeLink(reading: text) == nil)
            #expect(throws: ServiceError.self) { try CodeLink.code(in: text, for: .join) }
        }
    }
}
