internal import Engine
internal import Wire

/// The addresses at which peers were last reached, kept in a small text file: a device and its
/// addresses a line.
///
/// The file may be lost or damaged; then peers are found in the other ways.
struct RememberedPeers: Equatable {
    private static let limit = 256

    private var addresses: [DeviceID: [Address]] = [:]

    init() {}

    /// Reads the file; lines that can't be read are skipped.
    init(path: String) throws(DaemonError) {
        let text = String(decoding: try PrivateFile.read(path) ?? [], as: UTF8.self)
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

    /// Writes the file anew.
    func save(path: String) throws(DaemonError) {
        let lines = addresses.sorted { $0.key < $1.key }.map { device, addresses in
            ([device.hex] + addresses.map(\.description)).joined(separator: " ") + "\n"
        }
        try PrivateFile.replace(path, with: Bytes(lines.joined().utf8))
    }

    /// What the engine is told of them.
    var sightings: [Sighting] {
        addresses.sorted { $0.key < $1.key }.map { Sighting(device: $0.key, addresses: $0.value) }
    }
}
