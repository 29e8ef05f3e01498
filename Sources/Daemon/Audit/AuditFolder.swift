internal import Keys
internal import Wire

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The files of the security log: each is named by the number of its first line.
struct AuditFolder: Sendable {
    /// Where the files lie.
    let path: String

    private static let suffix = ".jsonl"
    private static let digits = 12
    /// Most bytes of a file that is read.
    private static let readLimit = 1 << 28

    /// Opens the folder, making it if need be.
    init(path: String) throws(DaemonError) {
        self.path = path
        try PrivateFile.makeFolder(path)
    }

    /// The files in the order of their lines.
    func files() throws(DaemonError) -> [String] {
        try PrivateFile.names(in: path).filter { $0.hasSuffix(Self.suffix) }
            .map { path + "/" + $0 }
    }

    /// The name of the file that begins with a line.
    func file(from sequence: UInt64) -> String {
        let number = String(sequence)
        let zeros = String(repeating: "0", count: max(0, Self.digits - number.count))
        return path + "/" + zeros + number + Self.suffix
    }

    /// The complete lines of a file, without their line feeds, and what is left behind the last.
    func lines(of file: String) throws(DaemonError) -> (lines: [Bytes], rest: Bytes) {
        let content = try PrivateFile.read(file, limit: Self.readLimit) ?? []
        var pieces = content.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let rest = pieces.popLast().map { Bytes($0) } ?? []
        return (pieces.map { Bytes($0) }, rest)
    }

    /// Adds a line to a file and waits until it is on the disk.
    func append(_ line: Bytes, to file: String) throws(DaemonError) {
        try PrivateFile.append(line + [UInt8(ascii: "\n")], to: file)
    }

    /// Moves what was half written when the power went into a file of its own.
    func setAside(_ rest: Bytes, of file: String) throws(DaemonError) {
        try PrivateFile.append(rest + [UInt8(ascii: "\n")], to: path + "/torn")
        try PrivateFile.shorten(file, by: rest.count)
    }
}
