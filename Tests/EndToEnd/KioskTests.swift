import Foundation
import LocalProtocol
import Testing

/// A shared terminal with real daemons on several hosts and the real command.
@Suite(.serialized)
struct KioskTests {
    @Test("Dana has no computer: slip, sign-in, question, thanks, words taken back (J1 to J6, J10)")
    func journey() throws {
        guard let office = try Office(people: 3, name: "kiosk") else { return }
        defer { office.close() }
        try setUp(office)
        let card = try begin(office)
        try raise(office)
        let asked = try ask(office, card: card)
        try takeBack(asked, office)
        let canteen = office.nodes[2]
        canteen.session = nil
        try office.agree()
        #expect(try canteen.check("audit", "show").contains("signed-in"))
        #expect(try canteen.hearth("audit", "verify").status == 0)
    }

    @Test(
        "S5: Dana asks as a colleague; no other computer can tell that it was her until she says so"
    )
    func unnamed() throws {
        guard let office = try Office(people: 3, name: "unnamed") else { return }
        defer { office.close() }
        try setUp(office)
        let card = try begin(office)
        let (ada, ben, canteen) = (office.nodes[0], office.nodes[1], office.nodes[2])
        let dana = try canteen.read(Identity.self, "whoami").person
        let session = canteen.session
        canteen.session = nil
        try office.agree()
        canteen.session = session
        let before = try [ada, ben].map { try $0.check("dump", "--canonical") }
        let asked = try canteen.read(
            Saved.self, "ask", "--new", "Is it me, or the lift?", "--community", "Seals",
            "--as-colleague")
        try canteen.check("kiosk", "signout")
        canteen.session = nil
        try office.wait("Ben has the question") { try ben.hearth("show", asked.code).status == 0 }
        let shown = try ben.check("show", asked.code)
        #expect(shown.contains("a colleague (member of Seals)") && shown.contains("via Canteen"))
        #expect(!shown.contains("Dana"))
        let answer = try ben.read(Saved.self, "answer", asked.code, "It is the lift.")
        try office.wait("the terminal has the answer") {
            try canteen.hearth("show", answer.code).status == 0
        }
        #expect(try canteen.read(KioskShown.self, "kiosk").people.first?.hasNews == false)
        try office.agree()
        for (node, earlier) in zip([ada, ben], before) {
            let later = try node.check("dump", "--canonical")
            for name in [dana.id, dana.code, "Dana"] {
                #expect(later.ranges(of: name).count == earlier.ranges(of: name).count)
            }
        }
        try search(for: dana, beside: asked, in: [ada, ben])
        #expect(try ben.hearth("reveal", asked.code).status == 4)
        canteen.session = try canteen.read(
            KioskSession.self, "kiosk", "signin", "--card", card
        ).token
        #expect(try canteen.check("inbox").contains(answer.code))
        try canteen.check("reveal", asked.code)
        try office.wait("Ben sees her name") {
            try ben.check("show", asked.code).contains("Dana")
        }
    }

    @Test("J4.1, S11: Dana records the noise at the terminal; Ben hears it and answers")
    func sound() throws {
        guard let office = try Office(people: 3, name: "sound") else { return }
        defer { office.close() }
        try setUp(office)
        _ = try begin(office)
        let (ben, canteen) = (office.nodes[1], office.nodes[2])
        let outside = office.folder.appendingPathComponent("outside")
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        let noise = outside.appendingPathComponent("noise.wav")
        let sound = Self.wave(seconds: 30)
        try sound.write(to: noise)
        let missing = try canteen.hearth(
            "ask", "Bearing or belt?", "--community", "Seals", "--attach", noise.path,
            "--attach", outside.path + "/nothing.png")
        #expect(missing.status == 2 && missing.standardError.contains("nothing was written"))
        #expect(try canteen.read(QuestionList.self, "list").questions.isEmpty)
        let asked = try canteen.read(
            Saved.self, "ask", "--new", "Bearing or belt?", "--community", "Seals", "--attach",
            noise.path)
        let file = try #require(asked.files?.first)
        #expect(file.type == "audio/wav" && file.media?.milliseconds == 30_000)
        #expect(file.author.name == "Dana")
        try office.wait("Ben sees what it is, and it has come") {
            let text = try ben.hearth("show", asked.code).standardOutput
            return text.contains("noise.wav  sound, 30 s") && text.contains("here")
        }
        try ben.check("fetch", file.code, "--to", outside.path + "/heard.wav")
        #expect(try Data(contentsOf: outside.appendingPathComponent("heard.wav")) == sound)
        let picture = outside.appendingPathComponent("bearing.gif")
        try Data("GIF89a".utf8 + [64, 1, 200, 0, 0, 0, 0]).write(to: picture)
        let answered = try ben.check(
            "answer", asked.code, "Bearing, not belt.", "--attach", picture.path)
        #expect(answered.contains("bearing.gif (picture, 320 × 200)"))
        try office.wait("Dana reads it") {
            let text = try canteen.hearth("show", asked.code).standardOutput
            return text.contains("Bearing, not belt.") && text.contains("picture, 320 × 200")
        }
    }

    /// A sound of eight thousand bytes a second.
    private static func wave(seconds: Int) -> Data {
        func number(_ value: Int, _ count: Int) -> Data {
            Data((0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) })
        }
        let sound = Data((0..<seconds * 8_000).map { UInt8(truncatingIfNeeded: $0 * $0 / 97) })
        var file = Data("RIFF".utf8) + number(36 + sound.count, 4) + Data("WAVEfmt ".utf8)
        file += number(16, 4) + number(1, 2) + number(1, 2) + number(8_000, 4) + number(8_000, 4)
        file += number(1, 2) + number(8, 2) + Data("data".utf8) + number(sound.count, 4)
        return file + sound
    }

    /// No file of another computer holds the words of the question close to Dana's name or id.
    private func search(for person: PersonName, beside asked: Saved, in nodes: [Node]) throws {
        let words = Data("Is it me, or the lift?".utf8)
        let id = try #require(Data(hex: person.id))
        var found = 0
        for node in nodes {
            for file in try files(in: node.home) {
                let content = try Data(contentsOf: file)
                var place = content.startIndex
                while let match = content.range(of: words, in: place..<content.endIndex) {
                    found += 1
                    let near = content[
                        max(
                            content.startIndex, match.lowerBound - 512)..<min(
                                content.endIndex, match.upperBound + 512)]
                    for name in [id, Data(person.id.utf8), Data("Dana".utf8)] {
                        #expect(near.range(of: name) == nil, "\(file.lastPathComponent)")
                    }
                    place = match.upperBound
                }
            }
        }
        // It was looked for where it stands.
        #expect(found > 0, "\(asked.code)")
    }

    private func files(in folder: URL) throws -> [URL] {
        let found = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        return (found?.allObjects as? [URL] ?? []).filter {
            (try? $0.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
        }
    }

    /// J1.3: the terminal is invited like a colleague.
    private func setUp(_ office: Office) throws {
        let (ada, ben, canteen) = (office.nodes[0], office.nodes[1], office.nodes[2])
        for node in office.nodes { try node.start() }
        try ada.check("init", "--name", "Ada", "--no-start", "--workplace", "Plant North")
        try ben.check("init", "--name", "Ben", "--no-start")
        try office.pair(ada, with: ben)
        #expect(
            try canteen.hearth("init", "--kiosk", "--name", "X", "--workplace", "Y").status == 2)
        let invitation = try ada.begin("invite", "--yes", "--json")
        var invited: String?
        try office.wait(seconds: 20, "Ada has a code") {
            invited = invitation.output.firstMatch(of: /[0-9]{2}-[a-z]+-[a-z]+/).map {
                String($0.0)
            }
            return invited != nil
        }
        let joined = try canteen.check(
            "init", "--kiosk", "--name", "Canteen", "--join", invited ?? "", "--yes", "--no-start")
        #expect(joined.contains("You have joined Plant North."))
        try invitation.finish(seconds: 30)
        try office.wait("Ada sees the terminal") {
            try ada.check("people").contains("Canteen (shared terminal)")
        }
        try ada.check("community", "new", "Seals")
        try office.wait("Ben joins") {
            try ben.hearth("community", "join", "Seals").status == 0
        }
    }

    /// J1.4: Dana is noted with her consent and begins with the slip.
    ///
    /// - Returns: The code on her card.
    private func begin(_ office: Office) throws -> String {
        let (ada, canteen) = (office.nodes[0], office.nodes[2])
        let noted = try ada.read(
            UnclaimedSaved.self, "slip", "new", "Dana", "--site", "Line 2", "--consent", "spoken")
        try office.wait("the terminal knows the slip") {
            try canteen.check("slip", "list").contains("Dana")
        }
        let begun = try canteen.check(
            "kiosk", "begin", noted.slip, "--pin-fd", "0", input: "4711\n")
        canteen.session = String(
            try #require(begun.firstMatch(of: /HEARTH_SESSION=([0-9a-f]+)/)).1)
        #expect(try canteen.check("whoami").contains("Dana"))
        try canteen.check("community", "join", "Seals")
        #expect(try canteen.hearth("invite").status == 4)
        let card = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/
        return String(try #require(begun.firstMatch(of: card)).0)
    }

    /// J2.1 and J2.3: her problem is everybody's, and marking one twice counts once.
    private func raise(_ office: Office) throws {
        let (ben, canteen) = (office.nodes[1], office.nodes[2])
        let own = try canteen.read(
            Saved.self, "problem", "new", "--new", "Seal leaks after wash-down", "--place",
            "Press 4")
        try office.wait("Ben has the problem") { try ben.hearth("show", own.code).status == 0 }
        let shown = try ben.check("show", own.code)
        #expect(shown.contains("Dana") && shown.contains("via Canteen"))
        let other = try ben.read(Saved.self, "problem", "new", "--new", "No spare list at night")
        try office.wait("the terminal has Ben's") {
            try canteen.hearth("show", other.code).status == 0
        }
        try canteen.check("problem", "mark", other.code, "me-too")
        try canteen.check("problem", "mark", other.code, "me-too")
        try office.wait("one of them counts") {
            try ben.read(Shown.self, "show", other.code).item?.item.entries
                .filter { $0.name == "me_too" }.count == 1
        }
    }

    /// J4 and J6.1: Ben answers while Dana is gone; her tile shows that something is new, not what.
    private func ask(_ office: Office, card: String) throws -> Saved {
        let (ben, canteen) = (office.nodes[1], office.nodes[2])
        let asked = try canteen.read(
            Saved.self, "ask", "--new", "Who is zylophagous?", "--community", "Seals")
        try canteen.check("kiosk", "signout")
        #expect(try canteen.hearth("whoami").status == 4)
        canteen.session = nil
        try office.wait("Ben has the question") { try ben.hearth("show", asked.code).status == 0 }
        let answer = try ben.read(Saved.self, "answer", asked.code, "A loose bearing.")
        try office.wait("the tile shows news") {
            try canteen.read(KioskShown.self, "kiosk").people.first?.hasNews == true
        }
        #expect(try !canteen.check("kiosk").contains("bearing"))
        let wrong = try canteen.hearth("kiosk", "signin", "Dana", "--pin-fd", "0", input: "0000\n")
        #expect(wrong.status == 4 && wrong.standardError.contains("not the PIN"))
        // A token that has ended is in nobody's way who signs in.
        canteen.session = "00ff"
        #expect(try canteen.hearth("whoami").status == 4)
        canteen.session = try canteen.read(
            KioskSession.self, "kiosk", "signin", "--card", card
        ).token
        #expect(try canteen.check("inbox").contains(answer.code))
        try canteen.check("accept", answer.code)
        try canteen.check("thanks", answer.code, "Saved my shift")
        try office.wait("Ben is thanked by Dana") {
            let shown = try ben.check("show", asked.code)
            return shown.contains("Dana") && shown.contains("Saved my shift")
        }
        return asked
    }

    /// J10: she takes words back at the terminal while Ben's laptop is away.
    private func takeBack(_ asked: Saved, _ office: Office) throws {
        let (ben, canteen) = (office.nodes[1], office.nodes[2])
        try ben.stop()
        #expect(try canteen.check("erase", asked.code, "--yes").contains("of 3 computers"))
        try office.wait("two have done it, and it waits for Ben's") {
            let line = try canteen.check("erasures")
            return line.contains("2 of 3 computers have erased it")
                && line.contains("waiting for Ben's")
        }
        try ben.start()
        try office.wait("all have done it") {
            try canteen.check("erasures").contains("3 of 3 computers have erased it.")
        }
    }
}

extension Data {
    /// Reads hexadecimal digits; `nil` for anything else.
    fileprivate init?(hex: String) {
        let digits = Array(hex)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(digits[place..<place + 2]), radix: 16) else { return nil }
            bytes.append(byte)
        }
        self.init(bytes)
    }
}
