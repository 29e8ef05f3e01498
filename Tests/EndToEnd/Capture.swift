import Foundation

/// Everything that crosses the switch of a lab, from now until it is stopped.
final class Capture {
    private let process = Process()
    private let file: URL

    /// Starts capturing on the lab's first segment.
    init(lab: Lab, file: URL) throws {
        self.file = file
        let command = lab.on("switch", ["dumpcap", "-q", "-i", "seg0", "-w", file.path])
        process.executableURL = URL(fileURLWithPath: command.path)
        process.arguments = command.arguments
        process.environment = ProcessInfo.processInfo.environment.merging(command.environment) {
            $1
        }
        process.standardError = FileHandle.nullDevice
        try process.run()
        let file = file
        var hasBegun = false
        _ = Patience.holds(within: 20) {
            hasBegun = FileManager.default.fileExists(atPath: file.path)
            return hasBegun || !process.isRunning
        }
        guard hasBegun else { throw Office.Timeout(what: "the capture begins", seconds: 20) }
    }

    /// Ends the capture and returns its bytes.
    func stop() throws -> Data {
        // The recorder tells nobody when it has written what it has seen: it does so within a
        // second; then any end will do.
        Thread.sleep(forTimeInterval: 1)
        kill(process.processIdentifier, SIGTERM)
        if !Patience.holds(within: 5, { !process.isRunning }) {
            kill(process.processIdentifier, SIGKILL)
        }
        return try Data(contentsOf: file)
    }
}

/// The packets of a capture.
struct CapturedPackets {
    /// The IP addresses from which and to which packets went, each once.
    let addresses: Set<[UInt8]>

    /// Reads a capture as `dumpcap` writes it (draft-ietf-opsawg-pcapng), of Ethernet frames.
    init(_ capture: Data) {
        let bytes = [UInt8](capture)
        func number(_ place: Int) -> Int {
            (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        }
        var found: Set<[UInt8]> = []
        var place = 0
        while place + 12 <= bytes.count {
            let length = number(place + 4)
            guard length >= 12, place + length <= bytes.count else { break }
            // An enhanced packet block: 28 bytes of head, then the frame.
            if number(place) == 6, length >= 32 {
                let end = min(place + 28 + number(place + 20), place + length)
                found.formUnion(Self.addresses(of: bytes[(place + 28)..<end]))
            }
            place += length
        }
        addresses = found
    }

    private static func addresses(of frame: ArraySlice<UInt8>) -> [[UInt8]] {
        let frame = Array(frame)
        guard frame.count >= 34 else { return [] }
        switch (frame[12], frame[13]) {
        case (0x08, 0x00): return [Array(frame[26..<30]), Array(frame[30..<34])]
        case (0x86, 0xDD) where frame.count >= 54:
            return [Array(frame[22..<38]), Array(frame[38..<54])]
        default: return []
        }
    }

    /// Whether an address means something in one building only: private, link-local, multicast, none.
    static func isLocal(_ address: [UInt8]) -> Bool {
        guard address.count == 4 else {
            let isNone = address.allSatisfy { $0 == 0 }
            return isNone || address[0] == 0xFF || address[0] & 0xFE == 0xFC
                || address[0] == 0xFE && address[1] & 0xC0 == 0x80
        }
        switch (address[0], address[1]) {
        case (0, _), (10, _), (127, _), (192, 168), (169, 254), (172, 16...31): return true
        default: return (224...239).contains(address[0]) || address.allSatisfy { $0 == 255 }
        }
    }
}
