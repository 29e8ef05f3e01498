// Communities that not everybody reads: who comes in, and their keys.
extension Routes {
    /// `POST /v1/community/admissions`: let a colleague who waits into a community.
    public static let admit = Route<AdmissionRequest, CommunityDetails>(
        "admit", .post, "/v1/community/admissions", "Let a colleague who waits into a community"
    ) { service, request throws(ServiceError) in try await service.admit(request) }

    /// `POST /v1/community/invitations`: invite a colleague into a community.
    public static let inviteInto = Route<AdmissionRequest, CommunityDetails>(
        "inviteInto", .post, "/v1/community/invitations", "Invite a colleague into a community"
    ) { service, request throws(ServiceError) in try await service.inviteInto(request) }

    /// `POST /v1/community/codes`: make a code that lets people into a community.
    public static let makeCode = Route<CodeRequest, DoorCode>(
        "makeCode", .post, "/v1/community/codes", "Make a code that lets people into a community"
    ) { service, request throws(ServiceError) in try await service.makeCode(request) }

    /// `GET /v1/community/invitations`: invitations that wait for an answer.
    public static let invitations = Route<Nothing, InvitationList>(
        "invitations", .get, "/v1/community/invitations", "Invitations that wait for an answer"
    ) { service, _ throws(ServiceError) in try await service.invitations() }

    /// `POST /v1/community/invitations/accept`: come into the community of an invitation.
    public static let acceptInvitation = Route<InvitationReference, InvitationAnswer>(
        "acceptInvitation", .post, "/v1/community/invitations/accept",
        "Come into the community of an invitation"
    ) { service, request throws(ServiceError) in try await service.acceptInvitation(request) }

    /// `POST /v1/community/invitations/decline`: throw an invitation away.
    public static let declineInvitation = Route<InvitationReference, InvitationAnswer>(
        "declineInvitation", .post, "/v1/community/invitations/decline",
        "Throw an invitation away"
    ) { service, request throws(ServiceError) in try await service.declineInvitation(request) }

    /// `POST /v1/community/knocks`: show a code to colleagues' computers.
    public static let showCode = Route<TypedCode, InvitationAnswer>(
        "showCode", .post, "/v1/community/knocks", "Show a code to colleagues' computers"
    ) { service, request throws(ServiceError) in try await service.showCode(request) }

    /// `GET /v1/community/keys`: how the key of a community stands.
    public static let communityKeys = Route<CommunityReference, KeyReport>(
        "communityKeys", .get, "/v1/community/keys", "How the key of a community stands"
    ) { service, request throws(ServiceError) in try await service.communityKeys(request) }
}
