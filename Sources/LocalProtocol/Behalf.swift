/// Says for whom words of one's own were written.
public struct BehalfRequest: Message {
    /// Short code or identifier of the words.
    public var reference: String
    /// What they want to be called, such as `N. from shift C`.
    public var name: String?
    /// Name, code or identifier of somebody who was noted, in place of a name.
    public var person: String?
    /// How they agreed.
    public var consent: ConsentKind

    /// Creates the value from its parts.
    public init(
        reference: String, name: String? = nil, person: String? = nil, consent: ConsentKind
    ) {
        self.reference = reference
        self.name = name
        self.person = person
        self.consent = consent
    }
}

/// Shows the slip for words that somebody else wrote down.
public struct ClaimRequest: Message {
    /// Short code or identifier of the words.
    public var reference: String
    /// The code on the slip.
    public var slip: String
    /// Takes the name off instead, for good.
    public var takesOff: Bool?

    /// Creates the value from its parts.
    public init(reference: String, slip: String, takesOff: Bool? = nil) {
        self.reference = reference
        self.slip = slip
        self.takesOff = takesOff
    }
}

/// For whom words were written.
public struct BehalfShown: Message {
    /// What they are called; absent once the name was taken off.
    public var name: String?
    /// How they agreed.
    public var consent: String
    /// The person who has shown the slip.
    public var claimedBy: PersonName?

    /// Creates the value from its parts.
    public init(name: String? = nil, consent: String, claimedBy: PersonName? = nil) {
        self.name = name
        self.consent = consent
        self.claimedBy = claimedBy
    }
}
