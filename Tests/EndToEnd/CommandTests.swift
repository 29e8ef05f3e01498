#if os(Linux)
    import Foundation
    import Testing

    /// What starts programs for all tests of this folder.
    @Suite(.serialized)
    struct CommandTests {
        private func openFiles() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        }

        // Foundation can't start a program in a process that holds more than some thousand.
        @Test("programs that have ended leave no open file behind")
        func openFilesStayFew() throws {
            let program = Command(path: "/usr/bin/env", arguments: ["true"])
            try program.check()
            let before = try openFiles().count
            for _ in 0..<40 {
                try program.check()
                try Background(program).finish(seconds: 10)
            }
            let after = try openFiles()
            let names = after.map {
                (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)"))
                    ?? $0
            }
            #expect(after.count - before < 10, "\(names.suffix(20))")
        }
    }
#endif
