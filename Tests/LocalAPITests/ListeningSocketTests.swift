import Foundation
import LocalProtocol
import Testing

@testable import LocalAPI

@Suite("The socket of the local API", .timeLimit(.minutes(1)))
struct ListeningSocketTests {
    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    }

    @Test("is for its user only, in a folder for its user only")
    func modes() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let socket = try ListeningSocket.bind(path: folder.path + "/run/hearth.sock")
        defer { close(socket.descriptor) }
        #expect(try mode(socket.path) == 0o600)
        #expect(try mode(folder.path + "/run") == 0o700)
    }

    @Test("closes a folder that others could enter")
    func closesFolder() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        #expect(chmod(folder.path, 0o755) == 0)
        let socket = try ListeningSocket.bind(path: folder.path + "/hearth.sock")
        defer { close(socket.descriptor) }
        #expect(try mode(folder.path) == 0o700)
    }

    @Test("replaces what a dead process left and refuses a living one")
    func replacesStale() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/hearth.sock"
        let dead = try ListeningSocket.bind(path: path)
        close(dead.descriptor)
        let alive = try ListeningSocket.bind(path: path)
        defer { close(alive.descriptor) }
        #expect(throws: LocalAPIError.alreadyServed(path: path)) {
            try ListeningSocket.bind(path: path)
        }
        // The dead one must not take the living one's file away.
        dead.removeFile()
        #expect(FileManager.default.fileExists(atPath: path))
        alive.removeFile()
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("leaves what isn't a socket alone")
    func keepsFiles() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/hearth.sock"
        #expect(FileManager.default.createFile(atPath: path, contents: Data("words".utf8)))
        #expect(throws: LocalAPIError.notASocket(path: path)) {
            try ListeningSocket.bind(path: path)
        }
        #expect(FileManager.default.contents(atPath: path) == Data("words".utf8))
    }

    @Test("isn't put into a folder behind a symbolic link")
    func refusesLink() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let link = folder.path + "/link"
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: folder.path)
        #expect(throws: LocalAPIError.unsafeFolder(path: link, reason: "it isn't a folder")) {
            try ListeningSocket.bind(path: link + "/hearth.sock")
        }
    }

    @Test("isn't given a path that would be cut off")
    func refusesLongPath() throws {
        let path = "/tmp/" + String(repeating: "x", count: 120) + "/hearth.sock"
        #expect(throws: LocalAPIError.pathTooLong(path: path, limit: 103)) {
            try ListeningSocket.bind(path: path)
        }
    }

    @Test("may come from a service manager")
    func adopts() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/hearth.sock"
        let opened = try ListeningSocket.bind(path: path)
        defer { close(opened.descriptor) }
        let adopted = try ListeningSocket.adopt(descriptor: opened.descriptor)
        #expect(adopted.path == path)
        // Its file belongs to the service manager.
        adopted.removeFile()
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test("is not taken over when it was meant for another process or isn't one")
    func refusesInherited() throws {
        #expect(try ListeningSocket.inherited(environment: [:], process: 5) == nil)
        let other = ["LISTEN_PID": "6", "LISTEN_FDS": "1"]
        #expect(try ListeningSocket.inherited(environment: other, process: 5) == nil)
        let descriptor = open("/dev/null", O_RDONLY)
        defer { close(descriptor) }
        #expect(throws: LocalAPIError.unusableInheritedSocket(descriptor: descriptor)) {
            try ListeningSocket.adopt(descriptor: descriptor)
        }
    }

    @Test("is open to its user and root only")
    func callers() {
        #expect(CallerCheck.isAllowed(1000, own: 1000))
        #expect(CallerCheck.isAllowed(0, own: 1000))
        #expect(!CallerCheck.isAllowed(1001, own: 1000))
        #expect(!CallerCheck.isAllowed(1000, own: 0))
    }
}
