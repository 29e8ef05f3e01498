internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// Everything that the person of this home has written.
extension HearthNode {
    private static let mostOwnWords = 1_000

    /// A place in the list: first all records, then all entries.
    private enum Place {
        case records(Int64)
        case entries(Int64)

        init?(_ text: String) {
            let parts = text.split(separator: ":")
            guard parts.count == 2, let number = Int64(parts[1]) else { return nil }
            switch parts[0] {
            case "record": self = .records(number)
            case "entry": self = .entries(number)
            default: return nil
            }
        }
    }

    public func ownWords(_ request: OwnWordsRequest) async throws(ServiceError) -> OwnWords {
        let person = try member.person
        try obey { () throws(PolicyRefusal) in try machine.policy.checkExport("hearth me export") }
        let limit = min(max(request.limit ?? 200, 1), HearthNode.mostOwnWords)
        guard let place = Place(request.after ?? "record:0") else {
            throw ServiceError(.usage, "\"\(request.after ?? "")\" is no place in the list.")
        }
        switch place {
        case .records(0):
            audit(.exported(what: "own words"))
            return try await ownRecords(person, after: 0, limit)
        case .records(let number): return try await ownRecords(person, after: number, limit)
        case .entries(let number): return try await ownEntries(person, after: number, limit)
        }
    }

    private func ownRecords(
        _ person: PersonID, after number: Int64, _ limit: Int
    ) async throws(ServiceError) -> OwnWords {
        let rows = try await stored { () async throws(StorageError) in
            try await store.records(by: person, after: number, limit: limit)
        }
        let items = try await stored { () async throws(StorageError) in
            try await store.items(rows.map(\.record))
        }
        let names = try await communityNames()
        let workplace = try member.workplace.space
        var words = OwnWords(
            next: rows.count == limit ? rows.last.map { "record:\($0.number)" } : "entry:0")
        for row in rows {
            guard let found = items[row.record] else { continue }
            let item = found.item
            words.records.append(
                OwnRecord(
                    id: item.id.hex, code: found.code, kind: item.kind.name,
                    writtenAt: Timestamp(milliseconds: item.written),
                    community: item.space == workplace
                        ? nil : names[item.space] ?? item.space.nameless,
                    fields: try await ownFields(of: item)))
        }
        return words
    }

    private func ownFields(of item: RecordFacts) async throws(ServiceError) -> [ItemField] {
        var fields: [ItemField] = []
        for rule in item.kind.fields where rule.name != "claim_token" {
            let values =
                (item.values[rule.name].map { [$0] } ?? [])
                + item.elements[rule.name, default: []]
            for value in values {
                guard let text = try await text(of: value, rule) else { continue }
                fields.append(ItemField(name: rule.name, value: text))
            }
        }
        return fields
    }

    private func ownEntries(
        _ person: PersonID, after number: Int64, _ limit: Int
    ) async throws(ServiceError) -> OwnWords {
        let rows = try await stored { () async throws(StorageError) in
            try await store.entries(by: person, after: number, limit: limit)
        }
        let items = try await stored { () async throws(StorageError) in
            try await store.items(rows.map(\.record))
        }
        var words = OwnWords(
            next: rows.count == limit ? rows.last.map { "entry:\($0.number)" } : nil)
        for row in rows {
            guard let found = items[row.record], let entry = row.entry,
                let rule = found.item.kind.field(entry.field),
                let text = try await text(of: entry.value, rule)
            else { continue }
            words.entries.append(
                OwnEntry(
                    about: found.code, name: rule.name, value: text,
                    writtenAt: Timestamp(milliseconds: entry.written)))
        }
        return words
    }
}
