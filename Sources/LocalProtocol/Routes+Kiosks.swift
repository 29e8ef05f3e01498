// People without a computer, and shared terminals.
extension Routes {
    /// The routes of this file, in the order of the documentation.
    static let kiosks: [any AnyRoute] = [
        noteUnclaimed, unclaimed, writeOnBehalf, claimWords, keyOffers, acceptKey,
        kiosk, showSlip, offerKey, signIn, signOut, changePIN, makeCard,
    ]

    /// `POST /v1/unclaimed-people`: note somebody who has no computer at work.
    public static let noteUnclaimed = Route<NoteUnclaimedRequest, UnclaimedSaved>(
        "noteUnclaimed", .post, "/v1/unclaimed-people",
        "Note somebody who has no computer at work, and make their slip"
    ) { service, request throws(ServiceError) in try await service.noteUnclaimed(request) }

    /// `GET /v1/unclaimed-people`: the people without a computer who were noted.
    public static let unclaimed = Route<Nothing, UnclaimedList>(
        "unclaimed", .get, "/v1/unclaimed-people", "The people without a computer who were noted"
    ) { service, _ throws(ServiceError) in try await service.unclaimed() }

    /// `POST /v1/on-behalf`: say for whom words of one's own were written.
    public static let writeOnBehalf = Route<BehalfRequest, Saved>(
        "writeOnBehalf", .post, "/v1/on-behalf", "Say for whom words of yours were written"
    ) { service, request throws(ServiceError) in try await service.writeOnBehalf(request) }

    /// `POST /v1/claims`: put one's name to words that somebody else wrote down, or take it off.
    public static let claimWords = Route<ClaimRequest, Saved>(
        "claimWords", .post, "/v1/claims",
        "Put your name to words that somebody wrote down for you, or take it off"
    ) { service, request throws(ServiceError) in try await service.claimWords(request) }

    /// `GET /v1/key-offers`: keys of shared terminals that wait for a word.
    public static let keyOffers = Route<Nothing, KeyOfferList>(
        "keyOffers", .get, "/v1/key-offers", "Keys of shared terminals that wait for a word"
    ) { service, _ throws(ServiceError) in try await service.keyOffers() }

    /// `POST /v1/key-offers`: say that a key of a shared terminal is one's own, or a colleague's.
    public static let acceptKey = Route<ComparisonVerdict, PersonDetails>(
        "acceptKey", .post, "/v1/key-offers",
        "Say that a key of a shared terminal is yours, or a colleague's"
    ) { service, request throws(ServiceError) in try await service.acceptKey(request) }

    /// `GET /v1/kiosk`: this shared terminal and the people whose keys it keeps.
    public static let kiosk = Route<Nothing, KioskShown>(
        "kiosk", .get, "/v1/kiosk", "This shared terminal and the people whose keys it keeps"
    ) { service, _ throws(ServiceError) in try await service.kiosk() }

    /// `POST /v1/kiosk/people`: begin at this terminal with a slip of paper.
    public static let showSlip = Route<ShowSlipRequest, HeldKeyMade>(
        "showSlip", .post, "/v1/kiosk/people", "Begin at this terminal with a slip of paper"
    ) { service, request throws(ServiceError) in try await service.showSlip(request) }

    /// `POST /v1/kiosk/keys`: offer to keep a key for somebody who belongs.
    public static let offerKey = Route<OfferKeyRequest, HeldKeyMade>(
        "offerKey", .post, "/v1/kiosk/keys", "Offer to keep a key for somebody who belongs"
    ) { service, request throws(ServiceError) in try await service.offerKey(request) }

    /// `POST /v1/kiosk/sessions`: sign in at this terminal.
    public static let signIn = Route<SignInRequest, KioskSession>(
        "signIn", .post, "/v1/kiosk/sessions", "Sign in at this terminal"
    ) { service, request throws(ServiceError) in try await service.signIn(request) }

    /// `DELETE /v1/kiosk/sessions`: sign out.
    public static let signOut = Route<Nothing, KioskShown>(
        "signOut", .delete, "/v1/kiosk/sessions", "Sign out at this terminal"
    ) { service, _ throws(ServiceError) in try await service.signOut() }

    /// `POST /v1/kiosk/pin`: choose another PIN.
    public static let changePIN = Route<ChangePINRequest, KioskSession>(
        "changePIN", .post, "/v1/kiosk/pin", "Choose another PIN, or none"
    ) { service, request throws(ServiceError) in try await service.changePIN(request) }

    /// `POST /v1/kiosk/card`: make a new card.
    public static let makeCard = Route<Nothing, CardMade>(
        "makeCard", .post, "/v1/kiosk/card", "Make a new card; the one before opens nothing"
    ) { service, _ throws(ServiceError) in try await service.makeCard() }
}
