import Foundation
import Keys
import LocalProtocol
import Testing

@testable import Daemon

/// A `secret-tool` of the test's own, which keeps secrets in a folder.
struct FakeKeyring {
    let folder: TemporaryFolder

    init(_ script: String = FakeKeyring.keeping) throws {
        folder = try TemporaryFolder()
        let draft = try folder.write(script, to: "draft", mode: 0o755)
        // Copied by another process: a file that this one has open for writing can't be started,
        // nor while a child that was started meanwhile still holds it.
        let copy = Process()
        copy.executableURL = URL(fileURLWithPath: "/bin/cp")
        copy.arguments = ["-p", draft, folder.path + "/secret-tool"]
        try copy.run()
        copy.waitUntilExit()
        try FileManager.default.removeItem(atPath: draft)
    }

    func keyring(home: String = "/home/ada", patience: Duration = .seconds(10)) -> SessionKeyring {
        SessionKeyring(home: home, path: folder.path + ":/usr/bin", patience: patience)
    }

    /// Does what the real one does: one secret for each set of attributes.
    static let keeping = """
        #!/bin/sh
        folder=$(dirname "$0")
        verb=$1; shift
        case $1 in --label=*) shift;; esac
        file=$folder/$(echo "$*" | tr ' /' '__')
        echo "$verb $*" >> "$folder/arguments"
        case $verb in
            store) cat > "$file";;
            lookup) [ -f "$file" ] || exit 1; cat "$file";;
            clear) rm -f "$file";;
        esac
        """
}

@Suite("The session keyring", .timeLimit(.minutes(1)))
struct SessionKeyringTests {
    @Test("keeps a passphrase for each home, gets it through a pipe, and forgets it")
    func keeps() async throws {
        let fake = try FakeKeyring()
        let passphrase = SessionKeyring.makePassphrase()
        #expect(passphrase.count == 64 && passphrase != SessionKeyring.makePassphrase())
        let keyring = fake.keyring()
        try await keyring.store(passphrase)
        #expect(try await keyring.lookUp() == passphrase)
        let other = await refusal { () async throws(ServiceError) in
            _ = try await fake.keyring(home: "/home/ben").lookUp()
        }
        #expect(other?.code == .notFound && other?.hint != nil)
        let arguments = try String(
            contentsOfFile: fake.folder.path + "/arguments", encoding: .utf8)
        #expect(arguments.hasPrefix("store application hearth home /home/ada\n"))
        let text = String(decoding: passphrase.exposedCopy(), as: UTF8.self)
        #expect(!arguments.contains(text), "the passphrase is no argument")
        try await keyring.forget()
        let gone = await refusal { () async throws(ServiceError) in _ = try await keyring.lookUp() }
        #expect(gone?.code == .notFound)
        try await keyring.forget()
    }

    @Test(
        "says what is wrong",
        arguments: [
            ("#!/bin/sh\necho 'Cannot autolaunch D-Bus' >&2\nexit 1\n", "Cannot autolaunch D-Bus"),
            ("#!/bin/sh\nexit 3\n", "gave no reason"),
            ("#!/bin/sh\nsleep 30\n", "took too long"),
            ("#!/bin/sh\ncat /dev/zero\n", "more than fits"),
            ("#!/bin/sh\n[ $1 = store ] && cat > /dev/null && exit 0\necho other\n", "didn't keep"),
            ("#!/nowhere/sh\n", "could not be started"),
        ])
    func failures(script: String, reason: String) async throws {
        let fake = try FakeKeyring(script)
        let keyring = fake.keyring(patience: .seconds(1))
        let error = await refusal { () async throws(ServiceError) in
            try await keyring.store(SessionKeyring.makePassphrase())
        }
        #expect(error?.message.contains(reason) == true, "\(String(describing: error))")
        #expect(error?.hint != nil)
    }

    @Test("is not there without the program")
    func absent() async throws {
        let folder = try TemporaryFolder()
        let keyring = SessionKeyring(home: "/home/ada", path: folder.path)
        let error = await refusal { () async throws(ServiceError) in
            _ = try await keyring.lookUp()
        }
        #expect(error?.code == .offline)
        #expect(error?.message.contains("secret-tool") == true)
        #expect(error?.hint?.contains("libsecret-tools") == true)
    }

    @Test("opens a sealed home by itself at a start, and after a lock when asked")
    func opens() async throws {
        let fake = try FakeKeyring()
        let home = try RunningHome()
        try await home.run(keyringPath: fake.folder.path + ":/usr/bin") { gate in
            _ = try await (try await gate.service).initialize(InitializeRequest(name: "Ada"))
            for try await _ in try await gate.seal(.inSessionKeyring) {}
            let status = try await gate.status()
            #expect(status.lock == .unlocked && status.unlocksWithKeyring == true)
            _ = try await gate.lock()
            #expect(try await gate.status().lock == .locked)
            for try await _ in try await gate.unlock(.inSessionKeyring) {}
            #expect(try await (try await gate.service).identity().person.name == "Ada")
        }
        let settings = try String(contentsOfFile: home.home.configuration, encoding: .utf8)
        #expect(settings.contains("unlock-with = \"session-keyring\""))
        try await home.run(keyringPath: fake.folder.path + ":/usr/bin") { gate in
            for _ in 0..<200 where try await gate.status().lock != .unlocked {
                try await Task.sleep(for: .milliseconds(50))
            }
            #expect(try await gate.status().lock == .unlocked)
            for try await _ in try await gate.unseal(.inSessionKeyring) {}
            #expect(try await gate.status().unlocksWithKeyring == nil)
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: fake.folder.path)
        #expect(Set(left) == ["secret-tool", "arguments"], "nothing is kept for an open home")
    }

    @Test("a home whose keyring is gone stays locked, and says why")
    func gone() async throws {
        let fake = try FakeKeyring()
        let home = try RunningHome()
        try await home.run(keyringPath: fake.folder.path + ":/usr/bin") { gate in
            for try await _ in try await gate.seal(.inSessionKeyring) {}
        }
        let empty = try TemporaryFolder()
        try await home.run(keyringPath: empty.path) { gate in
            let status = try await gate.status()
            #expect(status.lock == .locked)
            let error = await refusal { () async throws(ServiceError) in
                _ = try await gate.unlock(.inSessionKeyring)
            }
            #expect(error?.message.contains("secret-tool") == true)
        }
    }
}
