internal import Wire

/// Something that would put devices out, as one or several statements ask for it.
///
/// Removals can contradict each other: two devices of one person that revoke each other can't both
/// be right. They are decided one after the other in an order that no author can choose: what
/// several people say comes first, then the person's devices, the oldest before the newer ones,
/// because a thief has one device and rarely the oldest. A recovery sheet comes directly before the
/// device that made it. A removal whose statements lie behind an end that was decided before has no
/// effect.
struct Removal {
    /// What is asked for.
    enum Kind {
        /// Two colleagues said so, and this statement says that the delay is over.
        case confirmed
        /// The door key says so.
        case byDoor(Departure)
        /// The person says so.
        case own(Departure)
        /// A colleague says that a shared terminal is out: it is nobody who could answer, so a second
        /// word decides at once.
        case kioskGone
        /// A device of the person says that another one is lost.
        case revoked(DeviceID, ends: [LogEnd])
        /// A colleague says which device is the person's now.
        case recovered(Recovery)
    }

    /// What is asked for.
    let kind: Kind
    /// Whom it concerns.
    let person: PersonID
    /// The statement; of several, the last.
    let testimony: Testimony
    /// Who is heard first; see the type.
    let rank: Rank

    /// Who is heard first.
    enum Rank: Comparable {
        case several
        /// A device of the person.
        case device(Seniority)
        /// A device that nobody bound to the person yet; two colleagues may have by its turn.
        case unbound
    }

    /// The removal that a statement asks for; `nil` if it asks for none.
    init?(_ testimony: Testimony, _ structure: Structure) {
        let own = structure.devices[testimony.writer.person, default: []]
            .first { $0.card.device == testimony.writer.device }
        let rankOfAuthor = own.map { Rank.device($0.seniority) } ?? .unbound
        self.testimony = testimony
        switch testimony.statement {
        case .departureConfirmed(let person):
            (kind, self.person, rank) = (.confirmed, person, .several)
        case .departed(let departure) where departure.door != nil:
            (kind, person, rank) = (.byDoor(departure), departure.person, .several)
        case .departed(let departure) where departure.person == testimony.writer.person:
            (kind, person, rank) = (.own(departure), departure.person, rankOfAuthor)
        case .departed(let departure) where structure.isKiosk(departure.person):
            (kind, person, rank) = (.kioskGone, departure.person, .several)
        case .deviceRevoked(let device, let ends):
            kind = .revoked(device, ends: ends)
            (person, rank) = (testimony.writer.person, rankOfAuthor)
        case .personRecovered(let recovery):
            (kind, person, rank) = (.recovered(recovery), recovery.person, .several)
        default: return nil
        }
    }

    /// The order in which removals are decided.
    static func isHeardBefore(_ left: Removal, _ right: Removal) -> Bool {
        if left.rank < right.rank { return true }
        if right.rank < left.rank { return false }
        return left.testimony.stamp < right.testimony.stamp
    }
}
