import Foundation
import Testing
import Transport

/// Set in the environment of the process that runs in a network namespace of its own.
private let variable = "HEARTH_NAMESPACE_PROCESS"

private func run(_ program: String, _ arguments: [String], marked: Bool = false) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    if marked { environment[variable] = "1" }
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
}

#if os(Linux)
    private let ip = ["/usr/sbin/ip", "/sbin/ip"].first(
        where: FileManager.default.isExecutableFile(atPath:))

    @Test("the kernel tells that an address is given and that a link goes down")
    func interfaceChanges() throws {
        guard ProcessInfo.processInfo.environment[variable] == nil else { return }
        guard getuid() == 0, ip != nil, try run("/usr/bin/unshare", ["-n", "true"]) == 0 else {
            return print("skipped: a network namespace needs root, unshare and ip")
        }
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        // Foundation's Process needs a loopback interface that is up.
        let command = "ip link set lo up && exec \"$0\" \"$@\""
        let arguments = [
            "-n", "sh", "-c", command, program, "--testing-library", "swift-testing", "--filter",
            "namespaceProcess",
        ]
        #expect(try run("/usr/bin/unshare", arguments, marked: true) == 0)
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment[variable] != nil))
    func namespaceProcess() async throws {
        let ip = try #require(ip)
        let service = TransportService(TransportSettings())
        var changes = await service.interfaceChanges().makeAsyncIterator()
        #expect(try run(ip, ["address", "add", "10.9.8.7/24", "dev", "lo"]) == 0)
        let addressed = try #require(await changes.next())
        #expect(addressed.contains { $0.addresses.contains { $0.address.text == "10.9.8.7" } })
        #expect(try run(ip, ["link", "set", "lo", "down"]) == 0)
        let down = try #require(await changes.next())
        #expect(down.contains { $0.name == "lo" && !$0.isUp })
        await service.shutDown()
        #expect(await changes.next() == nil)
    }
#endif
