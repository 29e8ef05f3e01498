internal import Community
internal import Languages
internal import Ledger
public import LocalProtocol
internal import Logging
internal import Storage
internal import Wire

/// Words that their author takes back, on every computer.
extension HearthNode {
    public func erasurePlan(
        _ request: ErasureReference
    ) async throws(ServiceError) -> ErasurePlanned {
        let token = try await writer(of: request.reference)
        return try await asking(as: token) { () async throws(ServiceError) in
            try await ownErasurePlan(request)
        }
    }

    private func ownErasurePlan(
        _ request: ErasureReference
    ) async throws(ServiceError) -> ErasurePlanned {
        let target = try await ownWords(request.reference)
        let plan = try await plan(erasing: target)
        let names = try await communityNames()
        return ErasurePlanned(
            code: target.code, kind: Schema.kind(target.kind)?.name ?? "record",
            community: names[target.space] ?? target.space.nameless, commits: plan.commits.count,
            companions: try await codes(of: plan.companions),
            alsoChanged: try await codes(of: plan.alsoWritten),
            devices: try await holders(in: target.space).count)
    }

    public func erase(_ request: EraseRequest) async throws(ServiceError) -> ErasureShown {
        let token = try await writer(of: request.reference)
        return try await asking(as: token) { () async throws(ServiceError) in
            try await eraseOwn(request)
        }
    }

    private func eraseOwn(_ request: EraseRequest) async throws(ServiceError) -> ErasureShown {
        let target = try await ownWords(request.reference)
        let plan = try await plan(erasing: target)
        let others = try await codes(of: plan.companions + plan.alsoWritten)
        guard others.isEmpty || request.all == true else {
            throw ServiceError(
                .usage,
                "\(target.code) was written in one piece with \(others.joined(separator: ", ")); "
                    + "they would go, too.",
                hint: "Take all of it back: hearth erase \(target.code) --all")
        }
        try await takeBackFiles(on: target)
        try await takeBack(plan, in: target.space)
        await CallerSession.$token.withValue(nil) { await followFileRecords() }
        let made = try await stored { () async throws(StorageError) in
            try await store.erasure(of: target.id)
        }
        guard let made else {
            throw ServiceError(.internal, "The words were taken back but are still here.")
        }
        audit(.wordsErased(space: target.space, commits: plan.commits.count))
        tell(
            .space, Sentence("You took \(target.code) back."), code: target.code,
            community: target.space.hex)
        await CallerSession.$token.withValue(nil) { await confirmErasures() }
        return try await shown(made, again: true)
    }

    public func erasures(_ request: ErasuresRequest) async throws(ServiceError) -> ErasureList {
        let me = try member.person
        let person = request.everybody == true ? nil : me
        let found = try await stored { () async throws(StorageError) in
            try await store.erasures(by: person)
        }
        var list: [ErasureShown] = []
        for erasure in found.reversed() { list.append(try await shown(erasure)) }
        return ErasureList(erasures: list)
    }

    /// Says that words were taken back, where nothing else is known of what was asked for.
    func takenBack(_ text: String) async throws(ServiceError) -> ServiceError? {
        guard let erasure = try await erasure(named: text) else { return nil }
        return ServiceError(
            .notFound,
            "\(text) was taken back by \(name(of: erasure.words.writer.person)).",
            hint: "What others wrote about it stays; find it with `hearth search`.")
    }

    /// What others wrote to a question that was taken back.
    func remainder(
        of details: QuestionDetails, focus: String
    ) async throws(ServiceError) -> Shown {
        let names = try await communityNames()
        let community = names[details.summary.space] ?? details.summary.space.nameless
        let foldings = try await foldings(of: details.items, in: details.summary.space)
        var thread = details.thread(in: community, foldings, isOpen: false)
        thread.notes = [say("the question was taken back by \(details.summary.author.shownName)")]
        return Shown(kind: .question, focus: focus, thread: thread)
    }

    private func erasure(named text: String) async throws(ServiceError) -> StoredErasure? {
        let id = try await stored { () async throws(StorageError) in
            let gone = try await store.erasedRecords()
            if let id = RecordID(hex: text.lowercased()) { return gone.first { $0 == id } }
            guard let code = ShortCode(text) else { return nil }
            return gone.first { code.prefixes.contains($0.prefix) }
        }
        guard let id else { return nil }
        return try await stored { () async throws(StorageError) in
            try await store.erasure(of: id)
        }
    }

    // MARK: What goes

    /// Words of the person of this home, in a community.
    private func ownWords(_ reference: String) async throws(ServiceError) -> RecordReference {
        let member = try self.member
        let target = try await resolve(reference, kinds: Schema.kinds)
        guard target.space != member.workplace.space else {
            throw ServiceError(
                .usage, "\(target.code) stands in the workplace's own log, which is never erased.",
                hint: "Change what it says: hearth edit \(target.code)")
        }
        let author = try await author(of: target)
        guard author == member.person else {
            throw ServiceError(
                .noSuchRight,
                "\(author.map { name(of: $0) } ?? say("Somebody else")) wrote \(target.code); only "
                    + "they can take it back.",
                hint: "Flag it (hearth flag \(target.code) --reason …), or ask them.")
        }
        return target
    }

    private func plan(erasing target: RecordReference) async throws(ServiceError) -> ErasurePlan {
        let hand = try hand(in: target.space)
        let touching = try await stored { () async throws(StorageError) in
            try await store.ownCommits(touching: [target.id], in: target.space, by: hand)
        }
        do throws(ErasurePlan.Obstacle) {
            return try ErasurePlan(erasing: target.id, with: touching)
        } catch {
            switch error {
            case .writtenElsewhere:
                throw ServiceError(
                    .usage, "You wrote \(target.code) on another computer of yours.",
                    hint: "Take it back there; a computer can only erase what it wrote itself.")
            case .permanent:
                throw ServiceError(
                    .usage,
                    "\(target.code) stands in one commit with what others rely on to know who "
                        + "belongs; that commit stays.",
                    hint: "Empty it instead: hearth edit \(target.code)")
            case .tooMany(let commits, let limit):
                throw ServiceError(
                    .usage,
                    "\(target.code) was changed too often: \(commits) commits, and \(limit) can "
                        + "be taken back at once.")
            }
        }
    }

    private func takeBack(_ plan: ErasurePlan, in space: SpaceID) async throws(ServiceError) {
        let hand = try hand(in: space)
        let erased = try await stored { () async throws(StorageError) in
            try store.erasedCommits(plan.commits, in: space, by: hand)
        }
        try await write([Compose.wordsErased(erased)], to: space)
    }

    /// Files that the author attached to words go with them, as far as they were attached here.
    private func takeBackFiles(on target: RecordReference) async throws(ServiceError) {
        for file in try await ownFiles(on: target.id, by: try member.person) {
            guard let plan = try? await plan(erasing: file), plan.companions.isEmpty else {
                continue
            }
            try await takeBack(plan, in: file.space)
        }
    }

    private func codes(of records: [RecordID]) async throws(ServiceError) -> [String] {
        var codes: [String] = []
        for record in records {
            let found = try await stored { () async throws(StorageError) in
                try await store.find(record.hex).first?.code
            }
            codes.append(found ?? record.hex)
        }
        return codes
    }

    // MARK: Where it is done

    /// The computers on which a community's members keep it.
    private func holders(
        in space: SpaceID
    ) async throws(ServiceError) -> [(person: PersonID, device: PersonDevice)] {
        let directory = try member.directory
        var holders: [(person: PersonID, device: PersonDevice)] = []
        for person in directory.people.map(\.id) where directory.isMember(person, of: space) {
            let devices = try await devices(of: person)
            holders += devices.filter { $0.isIn && $0.kind == .computer }.map { (person, $0) }
        }
        // A shared terminal keeps every open community.
        let isOpen = directory.community(of: space)?.visibility == .open
        for kiosk in directory.people where isOpen && kiosk.isKiosk && kiosk.isAdmitted {
            let devices = try await devices(of: kiosk.id)
            holders += devices.filter(\.isIn).map { (kiosk.id, $0) }
        }
        return holders
    }

    private func shown(
        _ erasure: StoredErasure, again: Bool = false
    ) async throws(ServiceError) -> ErasureShown {
        var erasure = erasure
        if again {
            let found = try await stored { () async throws(StorageError) in
                try await store.erasures(in: erasure.space)
            }
            erasure = found.first { $0.words.statement == erasure.words.statement } ?? erasure
        }
        let done = Set(erasure.words.devices.map(\.hex))
        let devices = try await holders(in: erasure.space).map { holder in
            ErasureDevice(
                person: personName(holder.person), device: holder.device.name,
                isDone: done.contains(holder.device.id))
        }
        let names = try await communityNames()
        return ErasureShown(
            id: erasure.words.statement.hex, person: personName(erasure.words.writer.person),
            community: names[erasure.space] ?? erasure.space.nameless,
            erasedAt: Timestamp(milliseconds: erasure.written),
            records: erasure.words.records.map(\.hex),
            confirmed: devices.filter(\.isDone).count,
            devices: devices.filter(\.isDone) + devices.filter { !$0.isDone })
    }
}

extension HearthNode {
    // MARK: Doing it here

    /// How long a node waits before it confirms, so that many don't speak at one moment.
    private static let confirmingDelay: ClosedRange<Int64> = 500...4_000

    /// Looks in a moment whether there is something to confirm.
    func confirmErasuresLater() {
        guard let member = membership, standing(member) == .fine, !isConfirmingErasures else {
            return
        }
        isConfirmingErasures = true
        let wait = Duration.milliseconds(
            Int64.random(in: HearthNode.confirmingDelay, using: &generator))
        later.yield { [weak self] in
            guard (try? await Task.sleep(for: wait)) != nil else { return }
            await self?.confirmErasures()
        }
    }

    /// Says of words that were taken back that nothing of them is left on this computer, and takes
    /// back what this person wrote to them from here.
    func confirmErasures() async {
        isConfirmingErasures = false
        guard let member = membership, standing(member) == .fine else { return }
        for space in member.openSpaces.sorted()
        where space != member.workplace.space
            && (isKiosk || member.directory.isMember(member.person, of: space))
        {
            do throws(ServiceError) {
                try await confirmErasures(in: space, member)
            } catch {
                logger.error(
                    "an erasure could not be confirmed", metadata: ["error": "\(error.message)"])
            }
        }
    }

    private func confirmErasures(
        in space: SpaceID, _ member: Membership
    ) async throws(ServiceError) {
        let open = try await stored { () async throws(StorageError) in
            try await store.settle()
            return try await store.erasures(in: space)
        }.filter { !$0.words.devices.contains(member.device) }
        guard !open.isEmpty else { return }
        let own = open.filter {
            $0.words.writer.person == member.person && $0.words.writer.device != member.device
        }
        if !own.isEmpty {
            try await follow(Set(own.flatMap(\.words.records)), in: space)
        }
        try await write([Compose.erasureApplied(open.map(\.words.statement))], to: space)
    }

    /// Takes back what this person wrote here to records that they took back elsewhere.
    private func follow(_ records: Set<RecordID>, in space: SpaceID) async throws(ServiceError) {
        let touching = try await stored { () async throws(StorageError) in
            try await store.ownCommits(touching: records, in: space)
        }.filter { !$0.commit.isPermanent && $0.commit.created.isEmpty }
        guard !touching.isEmpty,
            let plan = try? ErasurePlan(following: records, with: touching),
            plan.alsoWritten.isEmpty
        else { return }
        try await takeBack(plan, in: space)
    }
}
