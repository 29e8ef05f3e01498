public import Wire

/// Which verb of the table something that stands in a log is, and so who may do it.
///
/// A computer may do what its person may. Keys that a shared terminal keeps, and the terminal itself,
/// may do less: what a column of the table doesn't give them counts nowhere, on no replica.
extension Rights {
    /// The column that holds for what a log's writer does; `nil` where nothing counts.
    static func column(of role: LogRole) -> Role? {
        switch role {
        case .computer: .member
        case .held: .kiosk
        case .kiosk: .visitor
        case .unknown: nil
        }
    }

    private static func permits(_ role: LogRole, _ verb: Verb?) -> Bool {
        guard let column = column(of: role), let verb else { return false }
        return cell(verb, column).exists
    }

    // MARK: Records

    /// Whether a record counts that was created in a capacity.
    public static func permits(_ role: LogRole, creating creation: Creation) -> Bool {
        if role == .computer { return true }
        return permits(role, creating: creation.rule, with: creation.fields)
    }

    /// Whether a record would count that is created in a capacity.
    ///
    /// - Parameter kind: Its kind; `nil` for one of a later version.
    public static func permits(
        _ role: LogRole, creating kind: RecordKind?, with fields: [Field]
    ) -> Bool {
        if role == .computer { return true }
        guard let kind else { return false }
        // A terminal says what it is called.
        if role == .kiosk, introducing.contains(kind.number) { return true }
        return permits(role, verb(creating: kind, with: fields))
    }

    /// Whether a field counts that was written in a capacity; whether its writer is the author is
    /// asked apart.
    public static func permits(
        _ role: LogRole, writing rule: FieldRule, of kind: RecordKind
    ) -> Bool {
        if role == .computer { return true }
        if role == .kiosk, introducing.contains(kind.number), rule.writer == .author { return true }
        let verb = verb(writing: rule, of: kind)
        // A terminal mends what it asked for somebody without a name; other words of its are left.
        if role == .kiosk, verb == .edit, kind != Schema.question { return false }
        return permits(role, verb)
    }

    private static let introducing: Set<UInt32> = [Schema.person.number, Schema.device.number]

    /// The verb that creating a record is.
    private static func verb(creating kind: RecordKind, with fields: [Field]) -> Verb? {
        let origin: Set<String> = ["original_author", "original_date", "source"]
        for field in fields {
            guard let name = kind.field(field.number)?.name else { continue }
            if origin.contains(name) { return .importPosts }
            if name == "pseudonym" { return .askUnnamed }
            // Whoever founds a community that isn't open gives its key to others.
            if name == "visibility", field.value != .integer(0) { return .invite }
        }
        return creating[kind.name]
    }

    /// The verb that writing a field later is: of a field of the author's, changing their own words.
    public static func verb(writing rule: FieldRule, of kind: RecordKind) -> Verb? {
        guard rule.writer == .author else { return writing["\(kind.name).\(rule.name)"] }
        switch kind {
        case Schema.person: return .editProfile
        case Schema.device: return .renameDevice
        default: return .edit
        }
    }

    /// By kind.
    static let creating: [String: Verb] = [
        "workplace": .describeCommunity, "person": .editProfile, "device": .renameDevice,
        "community": .startCommunity, "question": .ask, "answer": .answer, "thanks": .thanks,
        "proposal": .propose, "stance": .takeStance, "closing": .closeProposal,
        "proposal_question": .propose, "role": .takeRole, "flag": .flag, "blur": .blur,
        "problem": .raiseProblem, "story": .post, "experiment": .post, "outcome": .post,
        "trial": .mark, "event": .convene, "session": .convene, "suggestion": .post,
        "value_story": .post, "page": .editPage, "condition": .conditions, "tag_alias": .tag,
        "unclaimed_person": .vouch, "on_behalf": .post, "digest_issue": .post,
        "attachment": .post,
        "handover": .markDeparted, "handover_question": .ask,
    ]

    /// By kind and field, for fields that others than the author write.
    static let writing: [String: Verb] = [
        "workplace.name": .describeCommunity, "workplace.purpose": .describeCommunity,
        "community.name": .describeCommunity, "community.purpose": .describeCommunity,
        "community.form": .describeCommunity, "community.charter": .describeCommunity,
        "community.stage": .describeCommunity, "community.tags": .tag,
        "community.membership": .joinCommunity, "community.decided": .closeProposal,
        "community.pulse": .takeStance,
        "question.tags": .tag, "question.helped": .mark, "question.same_as": .weave,
        "question.reveal": .reveal,
        "answer.worked": .mark, "answer.helped": .mark,
        "role.held": .acceptRole, "role.pledge": .pledge,
        "problem.tags": .tag, "problem.claim": .editProfile, "problem.disown": .erase,
        "problem.me_too": .mark, "problem.will_work": .mark, "problem.knows": .mark,
        "problem.note": .mark, "problem.resolution": .mark, "problem.still_there": .mark,
        "problem.adopted": .weave, "problem.same_as": .weave,
        "story.tags": .tag, "experiment.tags": .tag, "experiment.problems": .weave,
        "experiment.pledge": .pledge,
        "event.tags": .tag, "event.start": .convene, "event.end": .convene,
        "event.places": .convene, "event.series": .convene, "event.notes": .convene,
        "event.attended": .convene, "event.rsvp": .mark, "event.guests": .mark,
        "session.tags": .tag, "session.slot": .convene, "session.notes": .convene,
        "session.goes": .mark, "session.takes_notes": .mark,
        "suggestion.taken": .edit,
        "value_story.tags": .tag, "value_story.about": .weave, "value_story.confirms": .mark,
        "page.title": .editPage, "page.body": .editPage, "page.review": .editPage,
        "page.place": .editPage, "page.sources": .weave, "page.tags": .tag,
        "page.still_valid": .editPage, "page.looks_after": .editPage,
        "condition.title": .conditions, "condition.helps": .conditions,
        "condition.changed_by": .conditions, "condition.settled": .conditions,
        "tag_alias.split": .tag, "handover_question.answer": .answer,
        "unclaimed_person.claim": .editProfile, "unclaimed_person.disown": .erase,
        "on_behalf.claim": .editProfile, "on_behalf.disown": .erase,
    ]

    // MARK: Statements

    /// Whether a statement counts that somebody made in a capacity.
    static func permits(_ testimony: Testimony) -> Bool {
        permits(
            testimony.writer.role, stating: testimony.statement, by: testimony.writer.person)
    }

    /// Whether a statement of a person counts that was made in a capacity.
    public static func permits(
        _ role: LogRole, stating statement: Statement, by person: PersonID
    ) -> Bool {
        if role == .computer { return true }
        guard let column = column(of: role) else { return false }
        switch statement {
        // Whoever tells these, they prove themselves.
        case .personFounded, .slipShown, .present, .erasureApplied: return true
        case .keyOffered: return role == .kiosk
        case .departed(let departure):
            let isOwn = departure.person == person && departure.door == nil
            // A terminal may take itself out, as a person may.
            return isOwn && (role == .kiosk || cell(.markDeparted, column).ways.contains(.own))
        default:
            guard let verb = verb(stating: statement) else { return false }
            return cell(verb, column).exists
        }
    }

    /// The verb that a statement is; `nil` for those that are none or of a later version.
    private static func verb(stating statement: Statement) -> Verb? {
        switch statement {
        case .spaceFounded, .keyPublished: .startCommunity
        case .vouch, .slipMade: .vouch
        case .deviceAdded: .addDevice
        case .deviceRevoked: .revokeDevice
        case .personRecovered: .recoverPerson
        case .departureConfirmed: .recoverPerson
        case .logsEnded: .releaseWords
        case .keySealed, .memberAdmitted, .invitationMade: .invite
        case .wordsErased: .erase
        case .personFounded, .slipShown, .present, .keyOffered, .departed, .erasureApplied,
            .unknown:
            nil
        }
    }
}
