internal import Keys
internal import Wire

/// Tells a home that goes on from one that was restored from a backup or copied to another computer,
/// so that a device never writes two histories into one log.
///
/// The same random mark lies beside the keys and outside of the data folder, where backups of the
/// data don't reach; it is bound to this computer and drawn anew at every start and every end.
struct InstanceMarker {
    private let inKeys: String
    private let outside: String
    private let machine: Bytes

    /// - Parameters:
    ///   - keys: The folder of keys.
    ///   - state: The folder of what only this computer knows.
    ///   - machine: What tells this computer from others.
    init(keys: String, state: String, machine: Bytes = InstanceMarker.thisMachine) {
        inKeys = keys + "/instance"
        outside = state + "/instance"
        self.machine = machine
    }

    /// What the system says of this computer; nothing where it doesn't say.
    static var thisMachine: Bytes {
        (try? PrivateFile.read("/etc/machine-id", isSecret: false)).flatMap { $0 } ?? []
    }

    /// Whether the keys were put here by something else than this node on this computer.
    ///
    /// A home without any mark is a new one.
    func isForeign() throws(DaemonError) -> Bool {
        let own = try PrivateFile.read(inKeys)
        guard let own else { return false }
        guard own.count == 64, own == (try PrivateFile.read(outside)) else { return true }
        let nonce = Bytes(own.prefix(32))
        return Bytes(own.dropFirst(32)) != Hash.digest(.machine, [machine, nonce]).bytes
    }

    /// Draws a new mark and puts it in both places.
    func renew(using generator: inout some RandomNumberGenerator) throws(DaemonError) {
        let nonce = randomBytes(32, using: &generator)
        let mark = nonce + Hash.digest(.machine, [machine, nonce]).bytes
        // Should the second write fail, the marks differ: a new log is begun for nothing.
        try PrivateFile.replace(inKeys, with: mark)
        try PrivateFile.replace(outside, with: mark)
    }
}
