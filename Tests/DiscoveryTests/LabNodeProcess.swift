import Discovery
import Foundation
import Testing
import Wire

/// What runs on a host of the lab: carries out commands from the standard input and prints events
/// until the input ends.
///
/// Commands: `advertise NAME PORT TEXT`, `withdraw`, `restart`, `refresh`.
@Test(.enabled(if: ProcessInfo.processInfo.environment[LabNode.variable] != nil))
func labNodeProcess() async throws {
    let environment = ProcessInfo.processInfo.environment
    let interfaces = environment[LabNode.interfaces] ?? ""
    let service = try #require(
        DiscoveryService(interfaces: interfaces.split(separator: ",").map(String.init)))
    service.start()
    let (commands, continuation) = AsyncStream.makeStream(of: String.self)
    FileHandle.standardInput.readabilityHandler = { handle in
        let data = handle.availableData
        guard !data.isEmpty else {
            handle.readabilityHandler = nil
            continuation.finish()
            return
        }
        String(decoding: data, as: UTF8.self).split(separator: "\n")
            .forEach { continuation.yield(String($0)) }
    }
    await withTaskGroup(of: Void.self) { group in
        group.addTask {
            for await command in commands { obey(command, service) }
            service.stop()
        }
        for await event in service.events { say(line(event)) }
    }
    say("ended")
}

private func obey(_ command: String, _ service: DiscoveryService) {
    let words = command.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("advertise", 4):
        let advertisement = Advertisement(
            instance: words[1], port: UInt16(words[2]) ?? 0, text: ["t": Bytes(words[3].utf8)])
        do {
            try service.advertise(advertisement)
        } catch {
            say("refused \(error)")
        }
    case ("withdraw", 1): try? service.advertise(nil)
    case ("restart", 1): service.restartBrowsing()
    case ("refresh", 1): service.refresh()
    default: say("unknown command \(command)")
    }
}

private func line(_ event: DiscoveryEvent) -> String {
    switch event {
    case .available: return "available"
    case .unavailable(let outage): return "unavailable \(outage)"
    case .advertised(let instance): return "advertised \(instance)"
    case .nameTaken(let instance): return "taken \(instance)"
    case .lost(let instance): return "lost \(instance)"
    case .found(let node):
        let text = node.text.sorted { $0.key < $1.key }
            .map { "\($0.key)=\(String(decoding: $0.value, as: UTF8.self))" }
        let addresses = node.addresses.map(\.description)
        return (["found", node.instance] + text + [node.interface] + addresses)
            .joined(separator: " ")
    }
}

private func say(_ text: String) {
    FileHandle.standardOutput.write(Data("\(LabNode.mark)\(text)\n".utf8))
}
