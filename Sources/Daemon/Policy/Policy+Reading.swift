internal import Languages
internal import Wire

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension Policy {
    /// Where the policy of a machine lies.
    public static let defaultPath = "/etc/hearth/policy.toml"

    /// Most bytes of a policy file.
    private static let sizeLimit = 65_536

    /// The policy of this machine: that of ``defaultPath``, if there is one, and a further one.
    ///
    /// Both hold: where both have a rule, the stricter does, so a further policy can only take
    /// something away.
    ///
    /// - Parameters:
    ///   - further: A file that must be there; it may belong to the user as well.
    ///   - path: Where the machine's own policy lies.
    /// - Throws: ``DaemonError`` for a file that is not fit to be obeyed: then nothing may run.
    public static func inForce(
        further: String? = nil, path: String = defaultPath
    ) throws(DaemonError) -> Policy {
        var policy = try read(path: path, owners: [0]) ?? Policy()
        guard let further else { return policy }
        guard let second = try read(path: further, owners: [0, getuid()]) else {
            throw .unusable(path: further, reason: say("there is no such file"))
        }
        try policy.tighten(with: second)
        return policy
    }

    /// Reads a policy file.
    ///
    /// - Parameter owners: Users whose files are obeyed.
    /// - Returns: `nil` if there is no such file.
    /// - Throws: ``DaemonError`` if the file can't be read, if others than its owners could write
    ///   it, or if its text is wrong.
    static func read(path: String, owners: Set<UInt32>) throws(DaemonError) -> Policy? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw .unfitPolicy(path: path, reason: String(cString: strerror(errno)))
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else {
            throw .unfitPolicy(path: path, reason: String(cString: strerror(errno)))
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .unfitPolicy(path: path, reason: say("it is no file"))
        }
        try checkWriters(of: path, status, owners)
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        guard stat(folder.isEmpty ? "/" : folder, &status) == 0 else {
            throw .unfitPolicy(path: path, reason: String(cString: strerror(errno)))
        }
        try checkWriters(of: folder, status, owners)
        return try Policy(text: try text(of: file, path), path: path)
    }

    /// Refuses a file or folder that others than its owners could write.
    private static func checkWriters(
        of path: String, _ status: stat, _ owners: Set<UInt32>
    ) throws(DaemonError) {
        guard owners.contains(status.st_uid) else {
            throw .unfitPolicy(
                path: path, reason: say("it belongs to user \(String(status.st_uid)), not to root"))
        }
        guard status.st_mode & 0o022 == 0 else {
            let mode = String(status.st_mode & 0o777, radix: 8)
            throw .unfitPolicy(
                path: path,
                reason: say("it has mode \(mode), so others than its owner can write it"))
        }
    }

    private static func text(of file: Int32, _ path: String) throws(DaemonError) -> String {
        var content = Bytes()
        var buffer = Bytes(repeating: 0, count: 4096)
        while true {
            let count = systemRead(file, &buffer, buffer.count)
            guard count >= 0 else {
                throw .unfitPolicy(path: path, reason: String(cString: strerror(errno)))
            }
            if count == 0 { break }
            content += buffer.prefix(count)
            guard content.count <= sizeLimit else {
                throw .unfitPolicy(path: path, reason: say("it is larger than \(sizeLimit) bytes"))
            }
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            throw .unfitPolicy(path: path, reason: say("it is not UTF-8 text"))
        }
        return text
    }
}

/// The system's `read`, which a method of the same name would hide.
private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(file, buffer, count)
}
