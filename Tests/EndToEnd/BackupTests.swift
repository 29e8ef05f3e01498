import Foundation
import LocalProtocol
import Testing

/// A backup of a running home, and a laptop that is set up anew from it.
@Suite(.serialized)
struct BackupTests {
    @Test("a lost disk: the backup and the colleagues bring all of it back, and nothing forks")
    func lostDisk() throws {
        guard let office = try Office(people: 3, name: "backup") else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        try ada.check("community", "new", "Seals")
        try office.wait("Ben joins") {
            try ben.hearth("community", "join", "Seals").status == 0
        }
        let early = try ada.read(Saved.self, "ask", "--new", "Before?", "--community", "Seals")
        let file = office.folder.appendingPathComponent("ada.hearth").path
        let secret = "copper lantern river\n"
        let said = try ada.check("backup", file, "--passphrase-fd", "0", input: secret)
        #expect(said.contains("is complete"))
        #expect(try ada.hearth("backup", file, "--passphrase-fd", "0", input: secret).status != 0)
        let late = try ada.read(Saved.self, "ask", "--new", "After?", "--community", "Seals")
        try office.wait("Ben has both") { try ben.hearth("show", late.code).status == 0 }
        #expect(try ada.check("audit", "show").contains("exported"))

        ada.crash()
        for name in ["data", "state", "run"] {
            try? FileManager.default.removeItem(at: ada.home.appendingPathComponent(name))
        }
        #expect(try ada.restore(file, passphrase: "wrong lantern river\n").status == 1)
        let restored = try ada.restore(file, passphrase: secret)
        #expect(restored.status == 0, "\(restored.standardError)")
        #expect(try ada.restore(file, passphrase: secret).status == 1, "somebody lives there now")
        try ada.start()
        #expect(try ada.check("whoami").contains("Ada"))
        #expect(try ada.hearth("show", early.code).status == 0)
        try office.wait("what was written after the backup is back") {
            try ada.hearth("show", late.code).status == 0
        }
        let fresh = try ada.read(
            Saved.self, "ask", "--new", "In a new log?", "--community", "Seals")
        try office.wait("Ben has the newest") { try ben.hearth("show", fresh.code).status == 0 }
        try office.agree([ada, ben])
        for node in office.nodes {
            #expect(try !node.check("sync", "explain").contains("two histories"))
        }
    }
}
