// Rights, roles, and what members say against words.
extension Routes {
    /// The routes of this file, in the order of the documentation.
    static let aboutRights: [any AnyRoute] = [
        rights, right, roleDescriptions, roles, takeRole, acceptRole, layDownRole,
        flag, unflag, blur, unblur, publicLog,
    ]

    /// `GET /v1/rights`: the table of rights.
    public static let rights = Route<Nothing, RightsTable>(
        "rights", .get, "/v1/rights", "The table of rights"
    ) { service, _ throws(ServiceError) in try await service.rights() }

    /// `GET /v1/right`: what the roles may do with one verb.
    public static let right = Route<RightRequest, Right>(
        "right", .get, "/v1/right", "What the roles may do with one verb"
    ) { service, request throws(ServiceError) in try await service.right(request) }

    /// `GET /v1/roles/all`: the roles that there are.
    public static let roleDescriptions = Route<Nothing, RoleDescriptions>(
        "roleDescriptions", .get, "/v1/roles/all", "The roles that there are"
    ) { service, _ throws(ServiceError) in try await service.roleDescriptions() }

    /// `GET /v1/roles`: who has which role in communities.
    public static let roles = Route<RolesRequest, RoleList>(
        "roles", .get, "/v1/roles", "Who has which role in communities"
    ) { service, request throws(ServiceError) in try await service.roles(request) }

    /// `POST /v1/roles`: take a role, or ask somebody to take it.
    public static let takeRole = Route<RoleRequest, Saved>(
        "takeRole", .post, "/v1/roles", "Take a role, or ask somebody to take it"
    ) { service, request throws(ServiceError) in try await service.takeRole(request) }

    /// `POST /v1/roles/accept`: accept a role that the person was asked to take.
    public static let acceptRole = Route<RoleAnswer, Saved>(
        "acceptRole", .post, "/v1/roles/accept", "Accept a role that the person was asked to take"
    ) { service, request throws(ServiceError) in try await service.acceptRole(request) }

    /// `POST /v1/roles/lay-down`: lay a role down, or decline it.
    public static let layDownRole = Route<RoleAnswer, Saved>(
        "layDownRole", .post, "/v1/roles/lay-down", "Lay a role down, or decline it"
    ) { service, request throws(ServiceError) in try await service.layDownRole(request) }

    /// `POST /v1/flags`: flag the words of an item.
    public static let flag = Route<ObjectionRequest, Saved>(
        "flag", .post, "/v1/flags", "Flag the words of an item"
    ) { service, request throws(ServiceError) in try await service.flag(request) }

    /// `POST /v1/flags/withdraw`: take one's own flags of an item back.
    public static let unflag = Route<WithdrawalRequest, Saved>(
        "unflag", .post, "/v1/flags/withdraw", "Take one's own flags of an item back"
    ) { service, request throws(ServiceError) in try await service.unflag(request) }

    /// `POST /v1/blurs`: blur an item for 72 hours.
    public static let blur = Route<ObjectionRequest, Saved>(
        "blur", .post, "/v1/blurs", "Blur an item for 72 hours"
    ) { service, request throws(ServiceError) in try await service.blur(request) }

    /// `POST /v1/blurs/lift`: lift one's own blur of an item early.
    public static let unblur = Route<WithdrawalRequest, Saved>(
        "unblur", .post, "/v1/blurs/lift", "Lift one's own blur of an item early"
    ) { service, request throws(ServiceError) in try await service.unblur(request) }

    /// `GET /v1/log`: the public log of a community or of the workplace, newest first.
    public static let publicLog = Route<PublicLogRequest, PublicLogPage>(
        "publicLog", .get, "/v1/log",
        "The public log of a community or of the workplace, newest first"
    ) { service, request throws(ServiceError) in try await service.publicLog(request) }
}
