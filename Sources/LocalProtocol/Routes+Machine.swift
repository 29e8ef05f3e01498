// What those who look after the machine govern and see.
extension Routes {
    /// `GET /v1/policy`: what the policy of this machine says, and what holds.
    public static let policy = Route<Nothing, PolicyReport>(
        "policy", .get, "/v1/policy", "What the policy of this machine says, and what holds"
    ) { service, _ throws(ServiceError) in try await service.policy() }

    /// `GET /v1/gateway`: how the gateway stands.
    public static let gateway = Route<Nothing, GatewayReport>(
        "gateway", .get, "/v1/gateway",
        "How the gateway stands, through which telephones read what everybody may read"
    ) { service, _ throws(ServiceError) in try await service.gateway() }

    /// `POST /v1/gateway`: opens or shuts the gateway.
    public static let setGateway = Route<GatewayRequest, GatewayReport>(
        "setGateway", .post, "/v1/gateway", "Open or shut the gateway"
    ) { service, request throws(ServiceError) in try await service.setGateway(request) }

    /// `GET /v1/audit`: lines of the security log, oldest first.
    public static let audit = StreamRoute<AuditRequest, AuditLine>(
        "audit", .get, "/v1/audit", "Lines of the security log, oldest first"
    ) { service, request throws(ServiceError) in try await service.audit(request) }

    /// `GET /v1/audit/verification`: whether the security log is as it was written.
    public static let verifyAudit = Route<AuditVerification, AuditVerdict>(
        "verifyAudit", .get, "/v1/audit/verification",
        "Whether the security log is as it was written"
    ) { service, request throws(ServiceError) in try await service.verifyAudit(request) }

    /// `GET /v1/doctor/machine`: what those who answer for the machine want to know.
    public static let inspectMachine = Route<Nothing, MachineInspection>(
        "inspectMachine", .get, "/v1/doctor/machine",
        "What those who answer for the machine want to know"
    ) { service, _ throws(ServiceError) in try await service.inspectMachine() }

    /// The routes of this file, in the order of the documentation.
    static let machine: [any AnyRoute] = [
        policy, gateway, setGateway, audit, verifyAudit, inspectMachine,
    ]
}
