internal import Foundation
internal import TOMLKit
public import Wire

/// What the owner of this computer decided in `hearth.toml`.
///
/// Every key has a default; a file need not exist. A key that is not known is an error, because a
/// misspelt key would otherwise be a setting that silently does not hold.
public struct Configuration: Equatable, Sendable {
    /// The TCP port for peers; `nil` takes 7117, or any free one if 7117 is taken.
    public var port: UInt16?
    /// The interfaces to use, by name; empty for all that suit.
    public var interfaces: [String] = []
    /// Peers to dial without discovery.
    public var staticPeers: [Address] = []
    /// How many routers a packet may cross, plus one.
    public var hopLimit: UInt8 = 1
    /// Address ranges allowed besides the private and link-local ones, such as `192.0.2.0/24`.
    public var extraRanges: [String] = []
    /// Whether peers on this same computer are allowed through the loopback interface.
    public var isLoopbackAllowed = false
    /// Whether to announce and look for peers with multicast DNS.
    public var isMulticastEnabled = true
    /// Whether the keys are removed from this computer once its device is revoked or its person has
    /// left.
    public var wipesWhenRevoked = false
    /// The least severe level that is logged: trace, debug, info, notice, warning, error.
    public var logLevel = "info"

    /// The configuration of a home without a file.
    public init() {}

    /// The port that is tried first.
    public static let defaultPort: UInt16 = 7117

    /// Reads a configuration file.
    ///
    /// - Parameter path: The file; if there is none, the defaults hold.
    /// - Throws: ``DaemonError/configuration(path:line:reason:)`` with the line, where known.
    public static func read(path: String) throws(DaemonError) -> Configuration {
        guard FileManager.default.fileExists(atPath: path) else { return Configuration() }
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw .unusable(path: path, reason: "it can't be read as UTF-8 text")
        }
        return try Configuration(text: text, path: path)
    }

    init(text: String, path: String) throws(DaemonError) {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw .configuration(
                path: path, line: Int(error.source.begin.line), reason: error.description)
        } catch {
            throw .configuration(path: path, line: nil, reason: "it is not TOML")
        }
        var reader = ConfigurationReader(table: table, text: text, path: path)
        try reader.read(into: &self)
    }
}

/// Takes known keys out of a table and complains about the others.
private struct ConfigurationReader {
    let table: TOMLTable
    let text: String
    let path: String

    private static let known = [
        "network.port", "network.interfaces", "network.static-peers", "network.hop-limit",
        "network.extra-ranges", "network.loopback", "network.multicast", "log.level",
        "security.wipe-when-revoked",
    ]

    private static let sections = ["network", "log", "security"]

    mutating func read(into configuration: inout Configuration) throws(DaemonError) {
        for section in table.keys {
            guard Self.sections.contains(section), let content = table[section]?.table else {
                throw unknown(section, of: Self.sections)
            }
            for key in content.keys {
                try read("\(section).\(key)", content[key], into: &configuration)
            }
        }
    }

    private func read(
        _ key: String, _ value: (any TOMLValueConvertible)?, into result: inout Configuration
    ) throws(DaemonError) {
        switch key {
        case "network.port": result.port = UInt16(try number(key, value, 0...65_535))
        case "network.interfaces": result.interfaces = try texts(key, value)
        case "network.static-peers": result.staticPeers = try addresses(key, value)
        case "network.hop-limit": result.hopLimit = UInt8(try number(key, value, 1...255))
        case "network.extra-ranges": result.extraRanges = try texts(key, value)
        case "network.loopback": result.isLoopbackAllowed = try flag(key, value)
        case "network.multicast": result.isMulticastEnabled = try flag(key, value)
        case "security.wipe-when-revoked": result.wipesWhenRevoked = try flag(key, value)
        case "log.level": result.logLevel = try level(key, value)
        default: throw unknown(key, of: Self.known)
        }
    }

    private func number(
        _ key: String, _ value: (any TOMLValueConvertible)?, _ range: ClosedRange<Int>
    ) throws(DaemonError) -> Int {
        guard let number = value?.int, range.contains(number) else {
            throw wrong(key, "is to be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private func flag(
        _ key: String, _ value: (any TOMLValueConvertible)?
    ) throws(DaemonError) -> Bool {
        guard let flag = value?.bool else { throw wrong(key, "is to be true or false") }
        return flag
    }

    private func texts(
        _ key: String, _ value: (any TOMLValueConvertible)?
    ) throws(DaemonError) -> [String] {
        guard let array = value?.array else { throw wrong(key, "is to be a list of texts") }
        var texts: [String] = []
        for element in array {
            guard let text = element.string else { throw wrong(key, "is to be a list of texts") }
            texts.append(text)
        }
        return texts
    }

    private func addresses(
        _ key: String, _ value: (any TOMLValueConvertible)?
    ) throws(DaemonError) -> [Address] {
        var addresses: [Address] = []
        for text in try texts(key, value) {
            guard let address = Address(text) else {
                throw wrong(key, "has \"\(text)\", which is not an address such as 10.0.0.7:7117")
            }
            addresses.append(address)
        }
        return addresses
    }

    private func level(
        _ key: String, _ value: (any TOMLValueConvertible)?
    ) throws(DaemonError) -> String {
        let levels = ["trace", "debug", "info", "notice", "warning", "error"]
        guard let level = value?.string, levels.contains(level) else {
            throw wrong(key, "is to be one of \(levels.joined(separator: ", "))")
        }
        return level
    }

    private func wrong(_ key: String, _ reason: String) -> DaemonError {
        .configuration(path: path, line: line(of: key), reason: "\(key) \(reason)")
    }

    private func unknown(_ key: String, of known: [String]) -> DaemonError {
        .configuration(
            path: path, line: line(of: key),
            reason: "\(key) is not known; known are \(known.joined(separator: ", "))")
    }

    /// The first line that starts with the last part of a key.
    private func line(of key: String) -> Int? {
        let name = key.split(separator: ".").last.map(String.init) ?? key
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0.drop(while: { $0 == " " || $0 == "[" }).hasPrefix(name) }
            .map { $0 + 1 }
    }
}
