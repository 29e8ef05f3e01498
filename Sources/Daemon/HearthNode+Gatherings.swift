internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// Open spaces.
extension HearthNode {
    public func openSpace(_ request: ItemReference) async throws(ServiceError) -> OpenSpace {
        _ = try member
        let target = try await resolve(request.reference, kinds: [Schema.event, Schema.session])
        let details = try await details(of: target, isOpen: request.collapsed == true)
        let event = try await stored { () async throws(StorageError) in
            try await store.item(target.id)
        }
        guard let whole = event.map({ $0.item.whole ?? $0.item.id }),
            let listed = try await stored({ () async throws(StorageError) in
                try await store.item(whole)
            })
        else {
            throw ServiceError(.notFound, "\(target.code) can't be shown.")
        }
        let sessions = try await stored { () async throws(StorageError) in
            try await store.items(of: [Schema.session], naming: [whole])
        }
        let wall = OpenSpaceWall(
            listed.item, sessions: (sessions[whole] ?? []).map(\.item))
        let items = Dictionary(details.related.map { ($0.id, $0) }) { first, _ in first }
        func shown(_ cards: [RecordID]) -> [LocalProtocol.Item] {
            cards.compactMap { items[$0.hex] }
        }
        var cells: [OpenSpaceCell] = []
        for slot in wall.slots {
            for room in wall.rooms {
                let cards = wall.cards.first { $0.key.slot == slot && $0.key.room == room }?.value
                guard let cards else { continue }
                cells.append(OpenSpaceCell(slot: slot, room: room, cards: shown(cards)))
            }
        }
        return OpenSpace(
            event: details.item, workplace: try await workplace().name, slots: wall.slots,
            rooms: wall.rooms, cells: cells, unplaced: shown(wall.unplaced))
    }
}
