internal import Community
public import LocalProtocol
internal import Storage
internal import Wire

/// A community in twenty lines.
extension HearthNode {
    public func catchUp(_ request: CommunityReference) async throws(ServiceError) -> CatchUp {
        _ = try member
        await showPresence()
        let community = try await resolveCommunity(request.community)
        let places = DigestPlaces(
            spaces: community.spaces, names: try await communityNames())
        let (stories, toConfirm) = try await usedStories(places)
        let learned = try await hardLessons(places)
        let pages = try await writtenDown(places)
        let events = try await comingEvents(places)
        let rest =
            CatchUpRules.most - stories.count - learned.count - pages.count - events.count
        let questions = try await openQuestions(places, limit: rest)
        let open = try await shownQuestions(questions, places)
        let sections = [
            CatchUpSection(topic: .stories, entries: stories),
            CatchUpSection(topic: .learned, entries: learned),
            CatchUpSection(topic: .pages, entries: pages),
            CatchUpSection(topic: .openQuestions, entries: Array(open.prefix(rest))),
            CatchUpSection(topic: .events, entries: events),
        ]
        return CatchUp(
            community: community.communityName,
            charter: community.charter.isEmpty ? nil : community.charter,
            people: try await greeters(in: community.space),
            sections: sections.filter { !$0.entries.isEmpty },
            tasks: tasks(
                toConfirm, questions.filter { $0.tags.isEmpty },
                try await withoutNotes(events)))
    }

    // MARK: Topics

    /// The stories that others used most, and those of them that this person could confirm.
    private func usedStories(
        _ places: DigestPlaces
    ) async throws(ServiceError) -> (all: [DigestEntry], toConfirm: [DigestEntry]) {
        let me = try member.person
        let stories = try await unfolded(Schema.story, places)
        let trials = try await stored { () async throws(StorageError) in
            try await store.items(of: [Schema.trial], naming: stories.map(\.item.id))
        }
        let used = CatchUpRules.mostUsed(
            stories.map { ($0.item, (trials[$0.item.id] ?? []).map(\.item)) })
        var (all, toConfirm): ([DigestEntry], [DigestEntry]) = ([], [])
        for story in used {
            guard let listed = stories.first(where: { $0.item.id == story.id }) else { continue }
            let told = (trials[story.id] ?? []).map(\.item)
            let entry = entry(
                listed, places, date: story.written,
                line: Experience(told, of: story.person).sentence ?? story.text("lesson") ?? "")
            all.append(entry)
            // A task is done by doing it, and is nobody's own story.
            if story.person != me, !told.contains(where: { $0.person == me }) {
                toConfirm.append(entry)
            }
        }
        return (all, toConfirm)
    }

    private func hardLessons(_ places: DigestPlaces) async throws(ServiceError) -> [DigestEntry] {
        let experiments = try await unfolded(Schema.experiment, places)
        let outcomes = try await stored { () async throws(StorageError) in
            try await store.items(of: [Schema.outcome], naming: experiments.map(\.item.id))
        }
        let foldings = try await foldings(
            of: outcomes.values.flatMap { $0 }.map { ($0.item.id, $0.item.space) })
        let told = CatchUpRules.hardWay(
            experiments.map { listed in
                let own = (outcomes[listed.item.id] ?? []).map(\.item)
                return (listed.item, own.filter { foldings[$0.id] == nil })
            })
        return told.compactMap { lesson in
            experiments.first { $0.item.id == lesson.experiment.id }.map {
                entry(
                    $0, places, date: lesson.outcome.written,
                    line: ItemState.sentence(of: lesson.outcome))
            }
        }
    }

    private func comingEvents(_ places: DigestPlaces) async throws(ServiceError) -> [DigestEntry] {
        let events = try await unfolded(Schema.event, places)
        let now = clocks.wallClock
        return DigestRules(start: now, end: now).ahead(events.map(\.item))
            .prefix(CatchUpRules.mostEvents).compactMap { event, start in
                events.first { $0.item.id == event.id }.map {
                    entry(
                        $0, places, date: start,
                        line: EventTimes(event).places.joined(separator: ", "))
                }
            }
    }

    /// The gatherings at which nobody has taken notes.
    private func withoutNotes(
        _ events: [DigestEntry]
    ) async throws(ServiceError) -> [DigestEntry] {
        var found: [DigestEntry] = []
        for event in events {
            let target = try await resolve(event.code, kinds: [Schema.event])
            let item = try await stored { () async throws(StorageError) in
                try await store.item(target.id)?.item
            }
            if (item?.text("notes") ?? "").isEmpty { found.append(event) }
        }
        return found
    }

    private func writtenDown(_ places: DigestPlaces) async throws(ServiceError) -> [DigestEntry] {
        let pages = try await unfolded(Schema.page, places)
        return CatchUpRules.foundRight(pages.map(\.item)).compactMap { page in
            pages.first { $0.item.id == page.id }.map {
                entry($0, places, date: page.foundRight ?? page.written, line: "")
            }
        }
    }

    /// Who has promised to greet in a community.
    func greeters(in space: SpaceID) async throws(ServiceError) -> [PersonName] {
        let standings = try await standings(in: space)
        var people: [PersonName] = []
        for role in [RoleKind.greeter, .coordinator] {
            for holder in standings.first(where: { $0.role == role.rawValue })?.holders ?? []
            where !people.contains(holder.person) {
                people.append(holder.person)
            }
        }
        return people
    }

    private func tasks(
        _ toConfirm: [DigestEntry], _ untagged: [Storage.QuestionSummary],
        _ events: [DigestEntry]
    ) -> [SmallTask] {
        let confirm = toConfirm.first.map {
            SmallTask(kind: .confirm, code: $0.code, title: $0.title)
        }
        let tag = untagged.first { !$0.title.isEmpty }.map {
            SmallTask(kind: .tag, code: $0.code, title: $0.title)
        }
        let notes = events.first.map { SmallTask(kind: .notes, code: $0.code, title: $0.title) }
        return [confirm, tag, notes].compactMap { $0 }
    }
}
