internal import Foundation

/// What a process has used so far, from `/proc`.
struct ProcessUsage: Sendable {
    /// Processor time in seconds, to the clock tick (10 ms).
    let processorSeconds: Double
    /// Memory that is in the computer's, in bytes.
    let residentBytes: Int64
    /// The most that it ever had in there, in bytes.
    let peakBytes: Int64
    /// How often its threads gave up or lost a processor.
    let contextSwitches: Int64

    /// Reads the usage of a process.
    init(process: Int32) throws {
        let folder = "/proc/\(process)"
        let stat = try String(contentsOfFile: "\(folder)/stat", encoding: .utf8)
        // The name in parentheses may hold blanks; utime and stime are the 14th and 15th fields.
        let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13])
        else { throw Failed("\(folder)/stat can't be read") }
        processorSeconds = (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
        let status = try String(contentsOfFile: "\(folder)/status", encoding: .utf8)
        residentBytes = Self.number("VmRSS", in: status) * 1_024
        peakBytes = Self.number("VmHWM", in: status) * 1_024
        var switches: Int64 = 0
        for thread in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/task") {
            let path = "\(folder)/task/\(thread)/status"
            guard let status = try? String(contentsOfFile: path, encoding: .utf8) else { continue }
            switches += Self.number("voluntary_ctxt_switches", in: status)
            switches += Self.number("nonvoluntary_ctxt_switches", in: status)
        }
        contextSwitches = switches
    }

    private static func number(_ name: String, in status: String) -> Int64 {
        let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        return line?.split(whereSeparator: { " \t".contains($0) }).dropFirst().first
            .flatMap { Int64($0) } ?? 0
    }
}
