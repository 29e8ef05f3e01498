internal import Community
public import LocalProtocol
internal import Storage
internal import Wire

/// Gatherings as a calendar file.
extension HearthNode {
    private static let mostEvents = 2_000

    public func calendar(_ request: CalendarRequest) async throws(ServiceError) -> CalendarFile {
        let member = try self.member
        var found: [ListedItem]
        if let reference = request.reference {
            let target = try await resolve(reference, kinds: [Schema.event])
            found = try await stored { () async throws(StorageError) in
                try await store.item(target.id).map { [$0] } ?? []
            }
        } else {
            var filter = ItemFilter(Schema.event)
            filter.limit = HearthNode.mostEvents
            let chosen = filter
            found = try await stored { () async throws(StorageError) in
                try await store.items(chosen)
            }.filter { listed in
                !listed.item.entries["rsvp", default: []].contains {
                    $0.person == member.person && $0.value == .text(Rsvp.no.rawValue)
                }
            }
        }
        let host = member.workplace.space.hex.prefix(16) + ".hearth"
        let entries = found.map {
            CalendarText.Entry(event: $0.item, host: String(host))
        }
        let name = try await workplace().name
        return CalendarFile(text: CalendarText.file(entries, name: name))
    }
}
