internal import SwiftProtobuf

extension LiveMessage {
    func fill(_ message: inout PBSessionMessage) {
        switch self {
        case .neighbour(let isWanted): message.neighbour.wanted = isWanted
        case .acquaintances(let list):
            message.acquaintances.devices = list.map { item in
                var device = PBAcquaintance()
                device.device = item.device
                device.instance = item.instance
                device.addresses = item.addresses
                return device
            }
        case .prune(let space): message.prune.space = space.raw.word
        case .graft(let space): message.graft.space = space.raw.word
        }
    }
}

extension Acquaintance {
    /// Reads devices with a way to each of them.
    static func list(_ message: PBAcquaintances) throws(WireError) -> [Acquaintance] {
        try WireError.check(message.devices.count, within: Limits.acquaintances, "acquaintances")
        var list: [Acquaintance] = []
        for item in message.devices {
            try checkTexts([item.instance], limit: 1, "instance")
            try checkTexts(item.addresses, limit: Limits.acquaintanceAddresses, "addresses")
            list.append(
                Acquaintance(
                    device: item.device, instance: item.instance, addresses: item.addresses))
        }
        return list
    }
}
