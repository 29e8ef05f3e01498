import LocalProtocol

// Words that their author takes back.
extension FakeService {
    private static var erasure: ErasureShown {
        ErasureShown(
            id: "0123456789abcdef0123456789abcdef", person: ada, community: bearings,
            erasedAt: noon, records: ["fedcba9876543210fedcba9876543210"], confirmed: 1,
            devices: [
                ErasureDevice(person: ada, device: "laptop", isDone: true),
                ErasureDevice(person: ben, device: "note\u{1B}[2Jbook", isDone: false),
            ])
    }

    func erasurePlan(_ request: ErasureReference) async throws(ServiceError) -> ErasurePlanned {
        ErasurePlanned(
            code: request.reference, kind: "question", community: Self.bearings, commits: 3,
            companions: ["Q-2B3C4"], devices: 2)
    }

    func erase(_ request: EraseRequest) async throws(ServiceError) -> ErasureShown {
        note("erase", "\(request.reference) \(request.all == true)")
        return Self.erasure
    }

    func erasures(_ request: ErasuresRequest) async throws(ServiceError) -> ErasureList {
        ErasureList(erasures: request.everybody == true ? [Self.erasure] : [])
    }
}
