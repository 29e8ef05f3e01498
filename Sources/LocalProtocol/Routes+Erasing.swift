// Words that their author takes back.
extension Routes {
    /// The routes of erasing, in the order of the documentation.
    static let erasing: [any AnyRoute] = [erasurePlan, erase, erasures]

    /// `GET /v1/erasure-plan`: what goes when you take words of yours back.
    public static let erasurePlan = Route<ErasureReference, ErasurePlanned>(
        "erasurePlan", .get, "/v1/erasure-plan", "What goes when you take words of yours back"
    ) { service, request throws(ServiceError) in try await service.erasurePlan(request) }

    /// `POST /v1/erasures`: take words of yours back, on every computer.
    public static let erase = Route<EraseRequest, ErasureShown>(
        "erase", .post, "/v1/erasures", "Take words of yours back, on every computer"
    ) { service, request throws(ServiceError) in try await service.erase(request) }

    /// `GET /v1/erasures`: words that were taken back, and which computers have done it.
    public static let erasures = Route<ErasuresRequest, ErasureList>(
        "erasures", .get, "/v1/erasures",
        "Words that were taken back, and which computers have done it"
    ) { service, request throws(ServiceError) in try await service.erasures(request) }
}
