import LocalProtocol

// Communities that not everybody reads.
extension FakeService {
    static let circle = Community(
        id: "c3", code: "C-5C1RC", name: "Works council", isMember: true, visibility: .private,
        isWaiting: false, members: 2, questions: 1)

    private static func details() -> CommunityDetails {
        CommunityDetails(
            community: circle, createdBy: ada,
            members: [
                CommunityMember(id: "a1", name: "Ada", letInBy: []),
                CommunityMember(id: "b2", name: "Ben", letInBy: [ada]),
            ], waiting: [PersonName(id: "g7", code: "M-7A7A7A", name: "Gus")], invited: [])
    }

    func admit(_ request: AdmissionRequest) async throws(ServiceError) -> CommunityDetails {
        guard request.person != "Eli" else {
            throw ServiceError(.usage, said: "Eli has not asked to come into Works council.")
        }
        return Self.details()
    }

    func inviteInto(_ request: AdmissionRequest) async throws(ServiceError) -> CommunityDetails {
        Self.details()
    }

    func makeCode(_ request: CodeRequest) async throws(ServiceError) -> DoorCode {
        DoorCode(
            code: "7K3M-XQ9A-00ZT-5BCD",
            community: CommunityName(id: "c3", code: "C-5C1RC", name: "Works council"),
            uses: request.uses ?? 1, expiresAt: Self.noon)
    }

    func invitations() async throws(ServiceError) -> InvitationList {
        InvitationList(
            invitations: [
                ReceivedInvitation(
                    id: "1e77e5", name: "Works council", from: Self.ada, arrivedAt: Self.noon)
            ], waitingCodes: 1)
    }

    func acceptInvitation(
        _ request: InvitationReference
    ) async throws(ServiceError) -> InvitationAnswer {
        InvitationAnswer(name: request.invitation, isAccepted: true)
    }

    func declineInvitation(
        _ request: InvitationReference
    ) async throws(ServiceError) -> InvitationAnswer {
        InvitationAnswer(name: request.invitation, isAccepted: false)
    }

    func showCode(_ request: TypedCode) async throws(ServiceError) -> InvitationAnswer {
        InvitationAnswer(isAccepted: false)
    }

    func communityKeys(_ request: CommunityReference) async throws(ServiceError) -> KeyReport {
        KeyReport(
            community: CommunityName(id: "c3", code: "C-5C1RC", name: "Works council"),
            generation: 3, generations: 3, since: Self.noon, isDue: true, outsiders: [Self.ben],
            lacking: [], nextTryAt: Self.noon)
    }
}
