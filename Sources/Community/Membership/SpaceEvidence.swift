internal import Ledger
internal import Wire

/// What statements say about spaces and their keys, before anything is decided.
struct SpaceEvidence: Sendable {
    /// A statement with the space that it stands in.
    struct Entry: Sendable {
        let space: SpaceID
        let testimony: Testimony
    }

    /// The foundings of communities, by the space's id.
    private(set) var foundings: [SpaceID: Bytes] = [:]
    private(set) var founders: [SpaceID: [Testimony]] = [:]
    /// Keys that are published in the workplace for everybody.
    private(set) var published: [Entry] = []
    /// Keys that are sealed for devices.
    private(set) var sealings: [Entry] = []
    /// Where members say that logs end, in communities.
    private(set) var ends: [Entry] = []
    /// Whom members let in, and the invitations that they wrote, in communities.
    private(set) var admissions: [Entry] = []
    private(set) var invitations: [Entry] = []
    /// Who writes each log of a community.
    private(set) var writers: [SpaceID: [LogID: Writer]] = [:]

    mutating func note(_ log: LogID, in space: SpaceID, by writer: Writer) {
        writers[space, default: [:]][log] = writer
    }

    /// Takes in a statement of the workplace or of a community.
    mutating func add(_ testimony: Testimony, in space: SpaceID, of workplace: SpaceID) {
        let entry = Entry(space: space, testimony: testimony)
        switch testimony.statement {
        case .spaceFounded(let bytes): found(bytes, testimony, of: workplace)
        case .keyPublished where space == workplace: published.append(entry)
        case .keySealed(let sealing):
            // Only the workplace's space speaks for other spaces.
            if sealing.space == nil || space == workplace { sealings.append(entry) }
        case .logsEnded where space != workplace: ends.append(entry)
        case .memberAdmitted where space != workplace: admissions.append(entry)
        case .invitationMade where space != workplace: invitations.append(entry)
        default: return
        }
    }

    private mutating func found(_ bytes: Bytes, _ testimony: Testimony, of workplace: SpaceID) {
        guard let founding = try? Founding.readSpace(bytes), founding.workplace == workplace,
            founding.founder == testimony.writer.device
        else { return }
        let id = Founding.spaceID(of: bytes)
        foundings[id] = bytes
        founders[id, default: []].append(testimony)
    }
}
