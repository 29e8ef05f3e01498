internal import Community
internal import Engine
internal import Languages
internal import LocalProtocol
internal import Storage
internal import Wire

// From the values of the storage to those of the local API.

extension PersonID {
    /// The first letters of the id as a code to type.
    var code: String { "M-" + String(hex.prefix(6)).uppercased() }
}

extension SpaceID {
    /// The first letters of the id as a code to type.
    var code: String { "W-" + String(hex.prefix(6)).uppercased() }
}

extension Author {
    /// Who wrote it, as a page shows it.
    var byline: Byline {
        if let pseudonym { return byline(of: pseudonym) }
        return Byline(
            name: shownName,
            person: originalName == nil
                ? PersonName(id: person.hex, code: person.code, name: name) : nil,
            isImported: originalName != nil, via: originalName == nil ? via : nil)
    }

    /// The asker, once they have shown themselves; until then nobody.
    private func byline(of pseudonym: Pseudonymous) -> Byline {
        guard let asker = pseudonym.asker else {
            var byline = Byline(name: say("a colleague"), via: name)
            byline.isUnnamed = true
            return byline
        }
        return Byline(
            name: pseudonym.name,
            person: PersonName(id: asker.hex, code: asker.code, name: pseudonym.name), via: name)
    }

    /// The person by name.
    var personName: PersonName { PersonName(id: person.hex, code: person.code, name: name) }
}

extension Byline {
    /// A byline that says, where it names nobody, of which community the colleague is a member.
    func of(_ community: String?) -> Byline {
        guard isUnnamed == true, let community else { return self }
        var byline = self
        byline.name = say("a colleague (member of \(community))")
        return byline
    }
}

extension CommunitySummary {
    /// The community by name.
    var communityName: CommunityName { CommunityName(id: id.hex, code: code, name: name) }

    /// The community as listed.
    func listed(_ activity: CommunityActivity?) -> LocalProtocol.Community {
        LocalProtocol.Community(
            id: id.hex, code: code, name: name, about: purpose.isEmpty ? nil : purpose,
            isMember: isJoined, members: memberCount, questions: activity?.questionCount ?? 0,
            unanswered: activity?.unansweredCount ?? 0, createdAt: Timestamp(milliseconds: date),
            lastPostAt: (activity?.newestDate).map { Timestamp(milliseconds: $0) })
    }
}

extension ThanksDetails {
    /// The thank-you with those whom it is for.
    func shown(to people: [PersonName], _ folding: Folding?, isOpen: Bool) -> Thanks {
        Thanks(
            id: id.hex, code: ShortCode(id, kind: Schema.thanks).description,
            author: author.byline, people: people, text: folding == nil || isOpen ? text : "",
            writtenAt: Timestamp(milliseconds: date), folding: folding)
    }
}

extension QuestionDetails {
    /// Everything of the thread that can be flagged.
    var items: [RecordID] {
        [summary.id] + thanks.map(\.id)
            + answers.flatMap { [$0.id] + $0.thanks.map(\.id) }
    }

    /// The question with everything below it.
    ///
    /// - Parameters:
    ///   - community: Where it was asked.
    ///   - foldings: What is folded.
    ///   - isOpen: Whether folded words are wanted too.
    func thread(
        in community: CommunityName, _ foldings: [RecordID: Folding], isOpen: Bool
    ) -> QuestionThread {
        let byline = summary.author.byline.of(community.name)
        let folding = foldings[summary.id]
        let isShown = folding == nil || isOpen
        let question = Post(
            id: summary.id.hex, code: summary.code, kind: .question,
            title: isShown ? summary.title : nil, body: isShown ? body : "", author: byline,
            writtenAt: Timestamp(milliseconds: summary.date), editedAt: nil, tags: summary.tags,
            source: source,
            thanks: thanks.map {
                $0.shown(to: byline.person.map { [$0] } ?? [], foldings[$0.id], isOpen: isOpen)
            }, folding: folding)
        return QuestionThread(
            community: community, question: question,
            answers: answers.map { $0.post(foldings, isOpen: isOpen) })
    }
}

extension AnswerDetails {
    fileprivate func post(_ foldings: [RecordID: Folding], isOpen: Bool) -> Post {
        let byline = author.byline
        let folding = foldings[id]
        return Post(
            id: id.hex, code: code, kind: .answer, title: nil,
            body: folding == nil || isOpen ? body : "", author: byline,
            writtenAt: Timestamp(milliseconds: date), editedAt: nil, tags: [], source: source,
            thanks: thanks.map {
                $0.shown(to: byline.person.map { [$0] } ?? [], foldings[$0.id], isOpen: isOpen)
            }, folding: folding)
    }
}

extension Storage.QuestionSummary {
    /// The question as listed.
    func listed(
        in community: CommunityName, _ folding: Folding?, isOpen: Bool
    ) -> LocalProtocol.QuestionSummary {
        LocalProtocol.QuestionSummary(
            id: id.hex, code: code, title: folding == nil || isOpen ? title : "",
            author: author.byline.of(community.name), writtenAt: Timestamp(milliseconds: date),
            community: community, answers: answerCount, thanks: thanksCount, tags: tags,
            folding: folding)
    }
}

extension StorageError {
    /// What a person is told when the storage fails.
    var service: ServiceError {
        switch self {
        case .diskFull:
            ServiceError(
                .internal, "The disk is full; nothing was saved.",
                hint: "Make room on the disk and try again. What was saved before is safe.")
        case .readOnly(let path):
            ServiceError(
                .internal, "\(path) can't be written; nothing was saved.",
                hint: "Check that the disk is writable and that the folder is yours.")
        case .unreadable(let path, let code):
            ServiceError(
                .internal, "\(path) can't be read (SQLite error \(code)).",
                hint: "Check the disk and the permissions.")
        case .newerVersion(let file, let found, let supported):
            ServiceError(
                .internal,
                "\(file) was written by a newer Hearth (version \(found), this one knows "
                    + "\(supported)).",
                hint: "Install the newer Hearth again; nothing was changed.")
        case .olderVersion(let file, let found, let supported):
            ServiceError(
                .internal,
                "\(file) was written by a Hearth from before its first release (version "
                    + "\(found), the first that can be read is \(supported)).",
                hint: "Move the folder away and join the workplace again; nothing was changed.")
        case .logDamaged(let path, let detail):
            ServiceError(
                .internal, "\(path) is damaged: \(detail).",
                hint: "Move the folder away and join the workplace again: colleagues have it all.")
        case .viewDamaged(let path):
            ServiceError(
                .internal, "\(path) is damaged; it can be made anew from the log.",
                hint: "Run `hearth rebuild`.")
        case .cancelled: ServiceError(.offline, "The node is stopping.", hint: "Try again.")
        case .busy: ServiceError(.internal, "The database is busy.", hint: "Try again.")
        case .unknownSpace: ServiceError(.notFound, "There is no such space here.")
        case .otherWorkplace:
            ServiceError(.internal, "The database belongs to another workplace.")
        case .noKey:
            ServiceError(
                .offline, "The key of this space has not arrived yet.",
                hint: "Run `hearth sync` while a colleague is connected.")
        case .noWriter: ServiceError(.internal, "This device has no log in this space.")
        case .notPermitted(let reason):
            ServiceError(.noSuchRight, said: reason)
        case .database(let code, let detail):
            ServiceError(.internal, "The database failed (SQLite error \(code)): \(detail).")
        }
    }
}

extension CommunityError {
    /// What a person is told who wrote what the schema does not allow.
    var service: ServiceError {
        switch self {
        case .refused(let refusal):
            ServiceError(.usage, "That can't be saved: \(refusal.sentence).")
        case .notAChoice(let field, let choices):
            ServiceError(
                .usage, "That is no \(field.replacing("_", with: " ")).",
                hint: "Say one of: \(choices.joined(separator: ", ")).")
        case .tooLong(let limit, let actual):
            ServiceError(
                .usage, "That is too long: \(actual) bytes, at most \(limit) are allowed.",
                hint: "Cut it in two.")
        case .invalidFounding:
            ServiceError(.internal, "The key file of this person is damaged.")
        case .unknownVersion:
            ServiceError(
                .notFound, "That version of the text is not here.",
                hint: "`hearth page history CODE` lists those that are.")
        }
    }
}

extension Refusal {
    /// The reason for whoever wrote what can't be saved; views and dumps have their own words.
    fileprivate var sentence: String {
        switch self {
        case .wrongType(let field): say("\(field) has the wrong type")
        case .tooManyCharacters(let field, let limit, let actual):
            say("\(field) has \(actual) characters, at most \(limit) are allowed")
        case .tooManyBytes(let field, let limit, let actual):
            say("\(field) has \(actual) bytes, at most \(limit) are allowed")
        case .forbiddenCharacter(let field, let scalar):
            say("\(field) holds the character U+\(String(scalar, radix: 16, uppercase: true))")
        case .empty(let field): say("\(field) is empty")
        case .outOfRange(let field): say("\(field) is out of range")
        case .missing(let field): say("\(field) is missing")
        case .repeated(let field): say("\(field) is given twice")
        case .wrongHome(let kind): say("a \(kind) does not belong into this space")
        case .tooManyElements(let limit, let actual):
            say("\(actual) set elements, at most \(limit) are allowed")
        case .erasable: say("it counts only in a permanent commit")
        }
    }
}

extension StringProtocol {
    /// The text without the characters at both ends for which a claim holds.
    func trimming(_ isSuperfluous: (Character) -> Bool) -> SubSequence {
        var rest = self[...]
        while let first = rest.first, isSuperfluous(first) { rest.removeFirst() }
        while let last = rest.last, isSuperfluous(last) { rest.removeLast() }
        return rest
    }
}

extension RecordKind {
    /// The rule of the field with a name.
    func field(named name: String) -> FieldRule? { number(of: name).flatMap { field($0) } }
}
