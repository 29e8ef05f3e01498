import Archives
import Testing

/// Which messages belong together.
struct ThreadTests {
    /// The number of each message's question, in the order in which posts come.
    private func questions(_ text: String) throws -> [String: String] {
        let posts = try Reading(mbox: text).posts
        var known: Set<String> = []
        var result: [String: String] = [:]
        for post in posts {
            let own = number(post.sourceID)
            if let parent = post.parentSourceID {
                #expect(known.contains(parent), "a question comes before its answers")
                #expect(post.kind == .answer)
                result[own] = number(parent)
            } else {
                known.insert(post.sourceID)
                #expect(post.kind == .question)
                result[own] = own
            }
        }
        return result
    }

    private func number(_ source: String) -> String {
        String(source.dropFirst("mbox:".count).prefix { $0 != "@" })
    }

    private func refers(_ ids: Int...) -> String {
        "References: " + ids.map { "<\($0)@host.tld>" }.joined(separator: " ")
    }

    @Test("gives every answer the question at the root of its thread")
    func roots() throws {
        let text =
            Mail.message(1, "dough", "?") + Mail.message(2, "Re: dough", "!", more: refers(1))
            + Mail.message(3, "Re: dough", "!", more: refers(1, 2))
            + Mail.message(4, "other", "!", more: "In-Reply-To: <3@host.tld>")
        #expect(try questions(text) == ["1": "1", "2": "1", "3": "1", "4": "1"])
    }

    @Test("finds the question where replies stand before it")
    func repliesFirst() throws {
        let text =
            Mail.message(3, "Re: dough", "!", more: refers(1, 2))
            + Mail.message(2, "Re: dough", "!", more: refers(1)) + Mail.message(1, "dough", "?")
        #expect(try questions(text) == ["1": "1", "2": "1", "3": "1"])
        #expect(try Reading(mbox: text).posts.first?.sourceID == "mbox:1@host.tld")
    }

    @Test("breaks circles")
    func circles() throws {
        let text =
            Mail.message(1, "a", "?", more: refers(2)) + Mail.message(2, "b", "!", more: refers(1))
            + Mail.message(3, "c", "!", more: refers(3))
        let found = try questions(text)
        #expect(found["1"] == found["2"])
        #expect(found["3"] == "3")
    }

    @Test("joins answers whose question is missing, below the earliest")
    func danglingParent() throws {
        let text =
            Mail.message(5, "Re: dough", "!", more: refers(1, 9))
            + Mail.message(4, "Re: dough", "!", more: refers(1))
            + Mail.message(6, "Re: crust", "!", more: refers(2))
        #expect(try questions(text) == ["4": "4", "5": "4", "6": "6"])
    }

    @Test("joins replies without references by their subject, in any order and language")
    func subjects() throws {
        let text =
            Mail.message(2, "AW: [bread] Dough  rest", "!")
            + Mail.message(1, "[bread] dough rest", "?")
            + Mail.message(3, "Re: Antw: dough rest", "!") + Mail.message(4, "crust", "?")
            + Mail.message(5, "Re: salt", "!") + Mail.message(6, "SV: salt", "!")
        #expect(
            try questions(text) == ["1": "1", "2": "1", "3": "1", "4": "4", "5": "5", "6": "5"])
    }

    @Test("joins by subject only within a season, and to the nearest question before")
    func window() throws {
        let text =
            Mail.message(1, "dough", "?", date: "1 Jan 2007 00:00:00 GMT")
            + Mail.message(2, "dough", "again?", date: "1 Mar 2007 00:00:00 GMT")
            + Mail.message(3, "Re: dough", "!", date: "10 Jan 2007 00:00:00 GMT")
            + Mail.message(4, "Re: dough", "!", date: "10 Mar 2007 00:00:00 GMT")
            + Mail.message(5, "Re: dough", "!", date: "10 Mar 2008 00:00:00 GMT")
            + Mail.message(6, "Re: dough", "!", date: "11 Mar 2008 00:00:00 GMT")
        // The separators say 2007; dates after the delivery would not be believed.
        let later = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("From a@") ? "From a@host.tld Thu Jan  1 00:00:00 2009" : $0 }
            .joined(separator: "\n")
        #expect(
            try questions(later) == ["1": "1", "2": "2", "3": "1", "4": "2", "5": "5", "6": "5"])
    }

    @Test("starts a question of its own with each subject that is no reply")
    func sameSubject() throws {
        let text = Mail.message(1, "help", "?") + Mail.message(2, "help", "?")
        #expect(try questions(text) == ["1": "1", "2": "2"])
    }

    @Test("takes a person named in In-Reply-To for no message")
    func personReference() throws {
        let more = "In-Reply-To: Your message of Monday from <bob@host.tld>"
        let text =
            Mail.message(1, "dough", "?") + Mail.message(2, "Re: dough", "!", more: more)
            + Mail.message(3, "crust", "?", more: more)
        let found = try questions(text)
        #expect(found["2"] == "1")
    }

    @Test("follows In-Reply-To before References if it holds nothing but an id")
    func bothFields() throws {
        let two = Mail.message(1, "dough", "?") + Mail.message(2, "crust", "?")
        // Ids of other alphabets go another way.
        for more in ["", " <é@host.tld>"] {
            func reply(_ field: String) throws -> String? {
                let fields = "References:\(more) <1@host.tld>\nIn-Reply-To: \(field)"
                return try questions(two + Mail.message(3, "Re: x", "!", more: fields))["3"]
            }
            #expect(try reply("<2@host.tld>") == "2")
            #expect(try reply("A message from Bob <2@host.tld>") == "1")
            #expect(try reply("<2@host.tld> <1@host.tld>") == "1")
        }
    }

    @Test("threads two thousand messages in a chain without pain")
    func longChain() throws {
        var text = ""
        for number in stride(from: 2_000, through: 1, by: -1) {
            text += "From a Mon Jan  1 00:00:00 2007\nMessage-ID: <\(number)@host.tld>\n"
            text += "Subject: s\nReferences: <\(number - 1)@host.tld>\n\nx\n\n"
        }
        let reading = try Reading(mbox: text)
        #expect(reading.summary.questions == 1)
        #expect(reading.summary.answers == 1_999)
    }
}
