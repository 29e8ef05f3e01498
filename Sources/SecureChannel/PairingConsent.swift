internal import Keys
internal import Wire

/// What a newcomer's device, and a recovery sheet that speaks for it, sign during a pairing so that
/// the device becomes a person's (chapters 04 and 14).
enum PairingConsent {
    /// Signs that a device wants to be the person's whom an offer names.
    static func make(
        to offer: PairingOffer, device: SigningKey, sheet: SigningKey?
    ) -> PairingAcceptance {
        let person = person(of: offer)
        return PairingAcceptance(
            acceptance: device.sign(.acceptance, [offer.workplace.bytes, person]),
            sheet: sheet?.sign(.sheet, [offer.workplace.bytes, person, device.publicKey.bytes]))
    }

    /// Whether the device that the newcomer showed signed for this offer, and the sheet that it
    /// named did too.
    static func isValid(
        _ acceptance: PairingAcceptance, to offer: PairingOffer, of card: DeviceCard,
        sheet: DeviceID?
    ) -> Bool {
        let person = person(of: offer)
        guard DeviceProof.isBound(card.agreementKey, to: card.device, by: card.binding),
            Signature.isValid(
                acceptance.acceptance, of: .acceptance, [offer.workplace.bytes, person],
                by: card.device.raw)
        else { return false }
        guard let sheet else { return acceptance.sheet == nil }
        return acceptance.sheet.map {
            Signature.isValid(
                $0, of: .sheet, [offer.workplace.bytes, person, card.device.bytes], by: sheet.raw)
        } ?? false
    }

    private static func person(of offer: PairingOffer) -> Bytes {
        Hash.digest(.person, [offer.founding]).bytes
    }
}

extension Newcomer {
    /// Why whoever invites would make the newcomer an offer.
    var purpose: PairingOffer.Purpose {
        device == nil ? .recovery : sheet == nil ? .device : .sheet
    }

    /// The card of the newcomer's device.
    ///
    /// - Throws: ``WireError`` for a founding that is none.
    func card() throws(WireError) -> DeviceCard {
        if let device { return device }
        return try PersonFounding.decode(founding).device
    }
}
