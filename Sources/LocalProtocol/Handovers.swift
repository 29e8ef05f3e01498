/// A colleague's question to somebody who goes, with the answer.
public struct HandoverQuestionShown: Message {
    /// Short code.
    public var code: String
    /// Who asks.
    public var person: PersonName
    /// The words.
    public var text: String
    /// What the person who goes answered; absent as long as nothing was.
    public var answer: String?

    /// Creates the value from its parts.
    public init(code: String, person: PersonName, text: String, answer: String? = nil) {
        self.code = code
        self.person = person
        self.text = text
        self.answer = answer
    }
}

/// What somebody leaves to those who stay; everybody in the workplace reads it.
public struct HandoverShown: Message {
    /// Short code.
    public var code: String
    /// Who goes.
    public var person: PersonName
    /// Whether they have gone.
    public var hasLeft: Bool
    /// Whom to ask from now on, or whatever else they say.
    public var note: String?
    /// When it was begun.
    public var startedAt: Timestamp
    /// The questions of colleagues, the earliest first; five at most.
    public var questions: [HandoverQuestionShown]

    /// Creates the value from its parts.
    public init(
        code: String, person: PersonName, hasLeft: Bool = false, note: String? = nil,
        startedAt: Timestamp, questions: [HandoverQuestionShown] = []
    ) {
        self.code = code
        self.person = person
        self.hasLeft = hasLeft
        self.note = note
        self.startedAt = startedAt
        self.questions = questions
    }
}

/// Handovers of the workplace.
public struct HandoverList: Message {
    /// One entry for each person.
    public var handovers: [HandoverShown]

    /// Creates the value from its parts.
    public init(handovers: [HandoverShown]) {
        self.handovers = handovers
    }
}

/// Chooses handovers.
public struct HandoversRequest: Message {
    /// Only of this person: name, short code or identifier.
    public var person: String?
    /// Only of the person of this home.
    public var mine: Bool?

    /// Creates the value from its parts.
    public init(person: String? = nil, mine: Bool? = nil) {
        self.person = person
        self.mine = mine
    }
}

/// Begins the handover of the person of this home, or gives it another note.
public struct StartHandoverRequest: Message {
    /// Whom to ask from now on, or whatever else there is to say.
    public var note: String?

    /// Creates the value from its parts.
    public init(note: String? = nil) {
        self.note = note
    }
}

/// Asks somebody who goes a question.
public struct AskHandoverRequest: Message {
    /// Name, short code or identifier of the person who goes.
    public var person: String
    /// The question.
    public var text: String

    /// Creates the value from its parts.
    public init(person: String, text: String) {
        self.person = person
        self.text = text
    }
}

/// Answers a question that a colleague asked the person of this home.
public struct AnswerHandoverRequest: Message {
    /// Short code or identifier of the question.
    public var question: String
    /// The answer; another one takes the place of the last.
    public var text: String

    /// Creates the value from its parts.
    public init(question: String, text: String) {
        self.question = question
        self.text = text
    }
}

/// A handover after a change that is on disk.
public struct HandoverSaved: Message {
    /// The handover as it is now.
    public var handover: HandoverShown
    /// Where the change is safe.
    public var durability: Durability

    /// Creates the value from its parts.
    public init(handover: HandoverShown, durability: Durability) {
        self.handover = handover
        self.durability = durability
    }
}
