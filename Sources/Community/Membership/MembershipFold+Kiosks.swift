internal import Merge
internal import Wire

/// What is different about shared terminals, and about the keys that they keep.
extension MembershipFold {
    /// The terminal that keeps the key of a log's device, if one does.
    func kiosk(of writer: Writer) -> DeviceID? {
        structure.devices[writer.person, default: []]
            .first { $0.card.device == writer.device }?.kiosk
    }

    /// Whether a device was put out at some time, by itself or with the terminal that keeps its key.
    func wasPutOut(_ writer: Writer) -> Bool {
        out.contains(writer.device) || kiosk(of: writer).map(out.contains) ?? false
    }

    /// Whether the terminal that keeps a device's key belongs, or did: a key that somebody claims to
    /// keep who is nobody is no device of anybody.
    func isKept(_ device: Membership.Device) -> Bool {
        guard device.use == .held else { return true }
        guard let kiosk = device.kiosk else { return false }
        return structure.admitted.contains { person in
            structure.devices[person, default: []].contains {
                $0.card.device == kiosk && $0.use == .kiosk
            }
        }
    }

    /// The second colleague's word puts a terminal out; later ones add nothing.
    mutating func hearWordsOnKiosk(_ removal: Removal) {
        let earlier = departureWords(for: removal.person, before: removal.testimony.stamp)
        guard let first = earlier.first, earlier.count == 1,
            case .departed(let departure) = removal.testimony.statement,
            first.speaker != removal.testimony.writer.person
        else { return }
        depart(
            removal, ends: first.departure.ends + departure.ends,
            by: [first.speaker, removal.testimony.writer.person], byDoor: false)
        rest(removal, on: [first.testimony])
    }

    /// When a terminal was let in again, if that was before a moment: words from before it are past.
    func readmission(of kiosk: PersonID, before stamp: WriteStamp?) -> WriteStamp? {
        returned[kiosk].flatMap { back in stamp.map { back < $0 } ?? true ? back : nil }
    }

    /// The keys that terminals offer for people and that nobody has given a word for.
    func offers(_ people: [Membership.Person]) -> [KeyOffer] {
        var seen: Set<DeviceID> = []
        return testimonies.compactMap { testimony in
            guard case .keyOffered(let offer) = testimony.statement, counts(testimony),
                offer.hosting.kiosk == testimony.writer.device, testimony.writer.role == .kiosk,
                structure.speaks(testimony.writer), !isOut(testimony.writer),
                let person = people.first(where: { $0.id == offer.person }),
                person.standing == .admitted, !person.isKiosk,
                !person.devices.contains(where: { $0.card.device == offer.card.device }),
                seen.insert(offer.card.device).inserted
            else { return nil }
            return offer
        }
    }
}
