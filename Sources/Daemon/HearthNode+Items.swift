internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// Problems, stories, experiments, gatherings: reading them.
extension HearthNode {
    private static let mostItems = 500

    public func items(_ request: ItemsRequest) async throws(ServiceError) -> ItemList {
        let member = try self.member
        await showPresence()
        var filter = ItemFilter(request.kind.rule)
        if request.wall == true {
            filter.spaces = [member.workplace.space]
        } else if let community = request.community {
            filter.spaces = try await resolveCommunity(community).spaces
        }
        filter.author = request.mine == true ? member.person : nil
        filter.tag = request.tag
        filter.limit = min(max(request.limit ?? 50, 1), HearthNode.mostItems)
        filter.after = try request.before.map { (text) throws(ServiceError) in
            try ListCursor(text: text)
        }
        let chosen = filter
        let found = try await stored { () async throws(StorageError) in
            try await store.items(chosen)
        }
        let related = try await related(to: found)
        var items = try await shown(found, related)
        if let state = request.state { items = items.filter { $0.state == state } }
        return ItemList(
            items: items, next: found.count == filter.limit ? found.last?.cursor.text : nil)
    }

    public func item(_ request: ItemReference) async throws(ServiceError) -> ItemDetails {
        _ = try member
        await showPresence()
        let target = try await resolve(request.reference, kinds: Schema.life)
        return try await details(
            of: target, isOpen: request.collapsed == true, asPart: request.part == true)
    }

    /// A record with those that belong to it; a part is shown with its whole.
    func details(
        of target: RecordReference, isOpen: Bool, asPart: Bool = false
    ) async throws(ServiceError) -> ItemDetails {
        guard let found = try await listedItem(target.id) else { throw notHere(target) }
        return try await details(of: found, isOpen: isOpen, asPart: asPart)
    }

    /// A record that was found, with those that belong to it; a part is shown with its whole.
    func details(
        of found: ListedItem, isOpen: Bool, asPart: Bool = false
    ) async throws(ServiceError) -> ItemDetails {
        if !asPart, let whole = found.item.whole, let parent = try await listedItem(whole) {
            return try await details(parent, isOpen: isOpen)
        }
        return try await details(found, isOpen: isOpen)
    }

    private func details(
        _ found: ListedItem, isOpen: Bool
    ) async throws(ServiceError) -> ItemDetails {
        let related = try await related(to: [found])
        let parts = related[found.item.id] ?? []
        let partsOfParts = try await self.related(to: parts)
        let item = try await shown([found], related, isOpen: isOpen)
        let thanks = try await stored { () async throws(StorageError) in
            try await store.thanks(for: found.item.id, in: found.item.space)
        }
        guard let first = item.first else {
            throw ServiceError(.internal, "The record could not be shown.")
        }
        let author = found.author.personName
        return ItemDetails(
            item: first, related: try await shown(parts, partsOfParts, isOpen: isOpen),
            thanks: thanks.map { $0.shown(to: [author], nil, isOpen: true) })
    }

    private func listedItem(_ id: RecordID) async throws(ServiceError) -> ListedItem? {
        try await stored { () async throws(StorageError) in try await store.item(id) }
    }

    private func notHere(_ target: RecordReference) -> ServiceError {
        ServiceError(
            .notFound, "\(target.code) can't be shown.", hint: "`hearth list` shows what is here.")
    }

    private func related(
        to items: [ListedItem]
    ) async throws(ServiceError) -> [RecordID: [ListedItem]] {
        guard let kind = items.first?.item.kind else { return [:] }
        let kinds = Set(items.map(\.item.kind)).count == 1 ? kind.related : []
        let targets = items.map(\.item.id)
        return try await stored { () async throws(StorageError) in
            try await store.items(of: kinds, naming: targets)
        }
    }

    private func shown(
        _ items: [ListedItem], _ related: [RecordID: [ListedItem]], isOpen: Bool = false
    ) async throws(ServiceError) -> [LocalProtocol.Item] {
        guard !items.isEmpty else { return [] }
        let names = try await communityNames()
        let foldings = try await foldings(of: items.map { ($0.item.id, $0.item.space) })
        let behalf = try await behalf(
            of: items.map { ($0.item.id, $0.item.person, $0.item) })
        let workplace = try member.workplace.space
        var shown: [LocalProtocol.Item] = []
        for listed in items {
            guard let kind = ItemKind(rawValue: listed.item.kind.name) else { continue }
            let parts = (related[listed.item.id] ?? []).map(\.item)
            let state = ItemState(of: listed.item, related: parts, now: clocks.wallClock)
            let folding = foldings[listed.item.id]
            let isShown = folding == nil || isOpen
            let space = listed.item.space
            var item = LocalProtocol.Item(
                id: listed.item.id.hex, code: listed.code, kind: kind,
                title: isShown ? listed.item.text("title") ?? "" : "",
                author: listed.author.byline,
                writtenAt: Timestamp(milliseconds: listed.item.written),
                community: space == workplace ? nil : names[space] ?? space.nameless,
                state: state.name, notes: isShown ? state.notes : [], folding: folding)
            item.author.onBehalf = behalf[item.id]
            if isShown { try await fill(&item, from: listed.item) }
            shown.append(item)
        }
        return shown
    }

    private func fill(
        _ shown: inout LocalProtocol.Item, from item: RecordFacts
    ) async throws(ServiceError) {
        var hidden = ["title", "claim_token"]
        if item.isDisowned { hidden.append("on_behalf") }
        for rule in item.kind.fields where !hidden.contains(rule.name) {
            if let value = item.values[rule.name], let text = try await text(of: value, rule) {
                shown.fields.append(ItemField(name: rule.name, value: text))
            }
            for element in item.elements[rule.name, default: []] {
                guard let text = try await text(of: element, rule) else { continue }
                shown.elements.append(ItemField(name: rule.name, value: text))
            }
            // The code of a slip is shown to nobody.
            for entry in item.entries[rule.name, default: []]
            where !["claim", "disown"].contains(rule.name) {
                guard let text = try await text(of: entry.value, rule) else { continue }
                shown.entries.append(
                    ItemEntry(
                        name: rule.name, person: personName(entry.person), value: text,
                        writtenAt: Timestamp(milliseconds: entry.written)))
            }
        }
        if let claimant = item.claimant {
            shown.notes.append(say("claimed by \(name(of: claimant))"))
        }
    }

    // MARK: Values as text

    /// A value as people read it; `nil` for what a later version means.
    func text(of value: Value, _ rule: FieldRule) async throws(ServiceError) -> String? {
        switch value {
        case .text(let text): return text.isEmpty ? nil : text
        case .integer(let number):
            return rule.isDate ? Timestamp(milliseconds: number).text : String(number)
        case .flag(let flag): return flag ? "yes" : "no"
        case .record(let record): return try await code(of: record)
        case .bytes(let bytes):
            if rule.namesRecord, let record = RecordID(bytes) { return try await code(of: record) }
            if rule.namesCommunity, let space = SpaceID(bytes) {
                return try await communityNames()[space]?.name ?? "a community"
            }
            return Bytes16(bytes)?.hex
        case .unknown: return nil
        }
    }

    /// Reads the values of fields as people type them.
    func values(
        _ fields: [ItemField], of kind: RecordKind
    ) async throws(ServiceError) -> [(name: String, value: Value)] {
        var values: [(name: String, value: Value)] = []
        for field in fields {
            guard let rule = kind.field(named: field.name) else {
                throw ServiceError(
                    .usage, "A \(kind.name) has no field \"\(field.name)\".",
                    hint: "It has: \(kind.fields.map(\.name).joined(separator: ", ")).")
            }
            values.append((rule.name, try await value(field.value, rule)))
        }
        return values
    }

    private func value(_ text: String, _ rule: FieldRule) async throws(ServiceError) -> Value {
        switch rule.type {
        case .line, .text: return .text(text)
        case .flag:
            guard let flag = ["yes": true, "true": true, "no": false, "false": false][text] else {
                throw mistaken(text, rule, say("yes or no"))
            }
            return .flag(flag)
        case .integer:
            if rule.isDate {
                guard let moment = Timestamp(text: text) else {
                    throw mistaken(text, rule, say("a moment such as 2027-05-04T13:00:00Z"))
                }
                return .integer(moment.milliseconds)
            }
            guard let number = Int64(text) else {
                throw mistaken(text, rule, say("a whole number"))
            }
            return .integer(number)
        case .record(let kinds):
            let target = try await resolve(text, kinds: kinds.compactMap { Schema.kind($0) })
            return .record(target.id)
        case .bytes:
            if rule.namesCommunity {
                return .bytes(try await chosenCommunity(text).space.bytes)
            }
            guard rule.namesRecord else {
                throw mistaken(text, rule, say("nothing that can be typed"))
            }
            return .bytes(try await resolve(text, kinds: Schema.kinds).id.bytes)
        case .list: throw mistaken(text, rule, say("nothing that can be typed"))
        }
    }

    private func mistaken(_ text: String, _ rule: FieldRule, _ wanted: String) -> ServiceError {
        ServiceError(
            .usage,
            "\"\(text)\" can't stand for \(rule.name.replacing("_", with: " ")): it is \(wanted).")
    }
}

extension ItemKind {
    /// The kind in the table of kinds.
    var rule: RecordKind {
        Schema.life.first { $0.name == rawValue } ?? Schema.problem
    }
}

extension RecordFacts {
    /// The record that this one is a part of.
    var whole: RecordID? {
        kind.fields.first { rule in
            guard case .record(let kinds) = rule.type, rule.isRequired else { return false }
            return kinds.contains(where: Schema.isLife)
        }.flatMap { record($0.name) }
    }
}
