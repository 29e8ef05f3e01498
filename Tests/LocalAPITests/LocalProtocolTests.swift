import Foundation
import TestKit
import Testing

@testable import LocalProtocol

@Suite("Timestamps")
struct TimestampTests {
    @Test(
        "are ISO 8601",
        arguments: [
            (Int64(0), "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_809_432_000_000, "2027-05-04T12:00:00.000Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
        ])
    func areISO(milliseconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).text == text)
        #expect(Timestamp(text: text)?.milliseconds == milliseconds)
    }

    @Test(
        "are read with offsets and without fractions",
        arguments: [
            "2027-05-04T12:00:00Z", "2027-05-04T14:00:00+02:00", "2027-05-04T12:00:00.0Z",
            "2027-05-04T06:30:00.000000-05:30",
        ])
    func areRead(text: String) {
        #expect(Timestamp(text: text)?.milliseconds == 1_809_432_000_000)
    }

    @Test(
        "are not read from anything else",
        arguments: [
            "", "2027-05-04", "2027-05-04 12:00:00Z", "2027-13-04T12:00:00Z",
            "2027-05-04T24:00:00Z",
            "2027-05-04T12:00:00", "2027-05-04T12:00:00+2", "2027-05-04T12:00:00Zx",
            "２０２７-05-04T12:00:00Z", "2027-05-04T12:00:00.Zoom",
        ])
    func areRefused(text: String) {
        #expect(Timestamp(text: text) == nil)
    }

    @Test("survive a round trip, and any number has a text")
    func roundTrip() {
        forAll(cases: 500, "text and back is the same") { generator in
            let moment = Timestamp(
                milliseconds: .random(
                    in: -62_135_596_800_000...253_402_300_799_999, using: &generator))
            return Timestamp(text: moment.text) == moment
        }
        #expect(Timestamp(milliseconds: .max).text == "9999-12-31T23:59:59.999Z")
        #expect(Timestamp(milliseconds: .min).text == "0001-01-01T00:00:00.000Z")
    }
}

@Suite("Folders of a home")
struct HomeFoldersTests {
    @Test("all lie in HEARTH_HOME when it is set")
    func inHome() throws {
        let folders = try HomeFolders.locate(environment: ["HEARTH_HOME": "/x/h"], user: 1)
        #expect(folders.configuration == "/x/h/hearth.toml")
        #expect(folders.data == "/x/h/data")
        #expect(folders.state == "/x/h/state")
        #expect(folders.socket == "/x/h/run/hearth.sock")
    }

    @Test("follow the XDG base directories")
    func followXDG() throws {
        let plain = try HomeFolders.locate(environment: ["HOME": "/home/ada"], user: 1)
        #expect(plain.configuration == "/home/ada/.config/hearth/hearth.toml")
        #expect(plain.data == "/home/ada/.local/share/hearth")
        #expect(plain.socket == "/home/ada/.local/share/hearth/run/hearth.sock")
        let environment = [
            "HOME": "/home/ada", "XDG_RUNTIME_DIR": "/run/user/1", "XDG_STATE_HOME": "/s",
            "XDG_DATA_HOME": "relative",
        ]
        let set = try HomeFolders.locate(environment: environment, user: 1)
        #expect(set.socket == "/run/user/1/hearth/hearth.sock")
        #expect(set.state == "/s/hearth")
        #expect(set.data == "/home/ada/.local/share/hearth")
    }

    @Test("put a socket whose path is too long elsewhere, each home in its own place")
    func shortenSocket() throws {
        let long = "/" + String(repeating: "d", count: 120)
        let first = try HomeFolders.locate(environment: ["HEARTH_HOME": long + "1"], user: 7)
        let second = try HomeFolders.locate(environment: ["HEARTH_HOME": long + "2"], user: 7)
        #expect(first.socket.utf8.count <= HomeFolders.socketPathLimit)
        #expect(first.socket.hasPrefix("/tmp/hearth-7-"))
        #expect(first.socket != second.socket)
    }

    @Test("need a home")
    func needHome() {
        #expect(throws: ServiceError.self) {
            try HomeFolders.locate(environment: [:], user: 1)
        }
    }
}

@Suite("Small types of the local API")
struct SmallTypeTests {
    @Test("exit codes never change")
    func exitCodes() {
        let codes = ServiceErrorCode.allCases.map(\.exitCode)
        #expect(codes == [1, 2, 3, 4, 5, 6])
    }

    @Test("a snippet is cut at its marks")
    func snippets() {
        let pieces = SnippetPiece.pieces(marked: "a \u{2}b\u{3}\u{2}c\u{3} d")
        #expect(pieces.map(\.text) == ["a ", "b", "c", " d"])
        #expect(pieces.map(\.isMatch) == [false, true, true, false])
        #expect(SnippetPiece.pieces(marked: "").isEmpty)
        let combining = SnippetPiece.pieces(marked: "\u{2}e\u{301}\u{3}\u{301}x")
        #expect(combining.map(\.text) == ["e\u{301}", "\u{301}x"])
    }

    @Test(
        "durability is said in words",
        arguments: [
            (0, 0, "saved on this laptop; no colleague is connected yet"),
            (1, 0, "saved on this laptop; 0 of 1 colleague connected has it"),
            (4, 3, "saved on this laptop; 3 of 4 colleagues connected have it"),
        ])
    func durability(connected: Int, holding: Int, sentence: String) {
        #expect(Durability(connected: connected, holding: holding).sentence == sentence)
    }
}
