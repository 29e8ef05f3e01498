internal import Engine
internal import Keys
internal import Wire

/// The addresses at which peers were last reached, kept in a small text file: a device and its
/// addresses a line.
///
/// The file may be lost or damaged; then peers are found in the other ways. In a sealed home it is
/// sealed like a key file.
struct RememberedPeers: Equatable {
    private static let limit = 256

    private var addresses: [DeviceID: [Address]] = [:]

    init() {}

    /// Reads the file; lines that can't be read are skipped.
    ///
    /// - Parameter key: The file key of a sealed home: then a readable file, from before it was
    ///   sealed, is taken over and removed.
    init(path: String, key: SecretBytes?) throws(DaemonError) {
        if let readable = try PrivateFile.read(path) {
            self.init(text: readable)
            if let key {
                try save(path: path, key: key)
                try PrivateFile.erase(path)
            }
            return
        }
        guard let key, let sealed = try PrivateFile.read(path + SealedFile.suffix),
            let plain = SealedFile.open(
                sealed, kind: KeyFile.Kind.peers.rawValue, name: Self.name, key: key)
        else {
            self.init()
            return
        }
        self.init(text: plain)
    }

    private init(text: Bytes) {
        let text = String(decoding: text, as: UTF8.self)
        for line in text.split(separator: "\n").prefix(RememberedPeers.limit) {
            let words = line.split(separator: " ")
            guard let device = words.first.flatMap({ DeviceID(hex: String($0)) }) else { continue }
            addresses[device] = words.dropFirst().prefix(Limits.peerAddresses).compactMap {
                Address(String($0))
            }
        }
    }

    /// Takes note of the peers that were dialled with success.
    mutating func note(_ reports: [PeerReport]) {
        for report in reports where report.state == .connected && report.isDialled {
            guard let device = report.device, let address = report.address,
                addresses[device] != nil || addresses.count < RememberedPeers.limit
            else { continue }
            addresses[device] = [address]
        }
    }

    /// What the sealed content is bound to.
    private static let name = "peers"

    /// Writes the file anew.
    ///
    /// - Parameter key: The file key of a sealed home, `nil` for an open one.
    func save(path: String, key: SecretBytes?) throws(DaemonError) {
        let lines = addresses.sorted { $0.key < $1.key }.map { device, addresses in
            ([device.hex] + addresses.map(\.description)).joined(separator: " ") + "\n"
        }
        let content = Bytes(lines.joined().utf8)
        guard let key else { return try PrivateFile.replace(path, with: content) }
        try PrivateFile.replace(
            path + SealedFile.suffix,
            with: SealedFile.seal(
                content, kind: KeyFile.Kind.peers.rawValue, name: Self.name, key: key))
    }

    /// Puts the file back as it lies in an open home.
    static func unseal(path: String, key: SecretBytes) throws(DaemonError) {
        try RememberedPeers(path: path, key: key).save(path: path, key: nil)
        try PrivateFile.erase(path + SealedFile.suffix)
    }

    /// What the engine is told of them.
    var sightings: [Sighting] {
        addresses.sorted { $0.key < $1.key }.map { Sighting(device: $0.key, addresses: $0.value) }
    }
}
