internal import Community
internal import Languages
public import LocalProtocol

/// The table of rights, for people who ask what they may do.
extension HearthNode {
    public func rights() async throws(ServiceError) -> RightsTable {
        RightsTable(
            roles: Rights.Role.allCases.map(\.rawValue),
            rights: Rights.table.map { $0.listed(Rights.Role.allCases) })
    }

    public func right(_ request: RightRequest) async throws(ServiceError) -> Right {
        guard let verb = Rights.Verb(typed: request.verb) else {
            throw ServiceError(
                .notFound, "There is no verb \"\(request.verb)\".",
                hint: "`hearth can --all` shows all: what is not there, nobody can do.")
        }
        let row = Rights.row(verb)
        if row.isForNobody { throw row.refusal(about: request.about) }
        guard let text = request.role else { return row.listed(Rights.Role.allCases) }
        guard let role = Rights.Role(typed: text) else {
            let names = Rights.Role.allCases.map(\.rawValue).joined(separator: ", ")
            throw ServiceError(
                .notFound, "There is no role \"\(text)\" in the table of rights.",
                hint: "Its roles: \(names). All roles of a community: `hearth roles --all`.")
        }
        return row.listed([role])
    }

    public func roleDescriptions() async throws(ServiceError) -> RoleDescriptions {
        RoleDescriptions(
            roles: RoleKind.allCases.map { kind in
                RoleDescription(
                    role: kind.rawValue, purpose: kind.purpose,
                    longestTerm: Int(kind.longestTerm), verbs: kind.verbs.map(\.rawValue),
                    exclusiveVerbs: Rights.exclusiveVerbs(of: kind.column).map(\.rawValue))
            })
    }
}

extension Rights.Row {
    fileprivate func listed(_ roles: [Rights.Role]) -> Right {
        Right(
            verb: verb.rawValue, summary: summary,
            cells: roles.map { role in
                let cell = cell(role)
                return RightCell(
                    role: role.rawValue, ways: cell.ways.map(\.rawValue), note: cell.note,
                    text: cell.text)
            }, isForNobody: isForNobody, instead: instead)
    }

    /// What somebody is told who tries what nobody can do.
    ///
    /// - Parameter about: What it was tried on, or why it is somebody else's.
    func refusal(about: String? = nil) -> ServiceError {
        let sentence =
            about.map { say("\($0): no such right exists for anyone. Nobody can \(summary).") }
            ?? say("No such right exists for anyone. Nobody can \(summary).")
        return ServiceError(.noSuchRight, said: sentence, hint: instead)
    }
}

extension RecordKind {
    /// The verb of the table of rights that changing a record's words is.
    var verbOfEditing: Rights.Verb {
        switch self {
        case Schema.workplace, Schema.community: .describeCommunity
        case Schema.person: .editProfile
        case Schema.device: .renameDevice
        default: .edit
        }
    }
}
