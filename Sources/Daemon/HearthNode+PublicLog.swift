internal import Community
public import LocalProtocol
internal import Storage
internal import Wire

/// The public log: every step that touches others, for all members to read.
extension HearthNode {
    public func publicLog(
        _ request: PublicLogRequest
    ) async throws(ServiceError) -> PublicLogPage {
        let community = try await chosenCommunity(request.community)
        let limit = min(max(request.limit ?? 50, 1), 500)
        var entries: [PublicLogEntry] = []
        for step in try await steps(in: community.space).prefix(limit) {
            entries.append(try await entry(step))
        }
        return PublicLogPage(community: community.communityName, entries: entries)
    }

    /// All steps of a community, newest first; each sort of step adds its own here.
    private func steps(in space: SpaceID) async throws(ServiceError) -> [PublicStep] {
        let said = try await stored { () async throws(StorageError) in
            try await store.objections(in: space)
        }
        return PublicLog.inOrder(
            PublicLog.steps(of: said.flags) + PublicLog.steps(of: said.blurs)
                + PublicLog.steps(of: try await terms(in: space)))
    }

    private func entry(_ step: PublicStep) async throws(ServiceError) -> PublicLogEntry {
        var entry = PublicLogEntry(
            at: Timestamp(milliseconds: step.date), person: personName(of: step.person),
            act: .flagged, sentence: "")
        let who = name(of: step.person)
        switch step.act {
        case .flagged(let item, let version, let reason, let text):
            try await fill(&entry, .flagged, "\(who) flagged", item, version, reason, text)
        case .withdrewFlag(let item, let version):
            try await fill(&entry, .flagWithdrawn, "\(who) took back a flag on", item, version)
        case .renewedFlag(let item, let version):
            try await fill(&entry, .flagRenewed, "\(who) renewed a flag on", item, version)
        case .blurred(let item, let version, let reason, let text):
            try await fill(&entry, .blurred, "\(who) blurred", item, version, reason, text)
        case .liftedBlur(let item, let version):
            try await fill(&entry, .blurLifted, "\(who) lifted the blur of", item, version)
        case .renewedBlur(let item, let version):
            try await fill(&entry, .blurRenewed, "\(who) renewed the blur of", item, version)
        case .askedForRole(let kind, let person, let until):
            entry.act = .roleAsked
            entry.role = kind
            entry.sentence = "\(who) asked \(name(of: person)) to be \(kind) until \(day(until))"
        case .tookRole(let kind, let askedBy, let until):
            entry.act = .roleTaken
            entry.role = kind
            entry.sentence =
                askedBy == nil
                ? "\(who) took the role \(kind) until \(day(until))"
                : "\(who) accepted the role \(kind) until \(day(until))"
        case .laidDownRole(let kind):
            entry.act = .roleLaidDown
            entry.role = kind
            entry.sentence = "\(who) laid down the role \(kind)"
        }
        return entry
    }

    private func fill(
        _ entry: inout PublicLogEntry, _ act: PublicAct, _ start: String, _ item: RecordID,
        _ version: OperationID, _ reason: String? = nil, _ text: String = ""
    ) async throws(ServiceError) {
        let code = try await code(of: item)
        entry.act = act
        entry.code = code
        entry.version = version.hex
        entry.reason = reason
        entry.text = text.isEmpty ? nil : text
        let which = version == item ? "as first written" : "as edited, \(version.hex.prefix(8))"
        let why = reason.map { ": \($0)" } ?? ""
        let words = text.isEmpty ? "" : ", \"\(text)\""
        entry.sentence = "\(start) \(code) (\(which))\(why)\(words)"
    }

    private func day(_ milliseconds: Int64) -> Substring {
        Timestamp(milliseconds: milliseconds).text.prefix(10)
    }
}
