// What those who look after the machine govern and see.
extension Routes {
    /// `GET /v1/policy`: what the policy of this machine says, and what holds.
    public static let policy = Route<Nothing, PolicyReport>(
        "policy", .get, "/v1/policy", "What the policy of this machine says, and what holds"
    ) { service, _ throws(ServiceError) in try await service.policy() }

    /// The routes of this file, in the order of the documentation.
    static let machine: [any AnyRoute] = [policy]
}
