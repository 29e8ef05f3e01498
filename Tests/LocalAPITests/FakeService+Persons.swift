import LocalProtocol

// Devices, recovery, verification and departure.
extension FakeService {
    static let device = PersonDevice(
        id: "d1", code: "D-ADA01", name: "ada-laptop", kind: .computer, isIn: true, isThis: true)
    static let lost = PersonDevice(
        id: "d9", code: "D-9K2M4A", name: "Laptop 2", kind: .computer, isIn: false, since: noon,
        removedAt: noon)
    static let words = ["apple", "river", "copper", "moon"]
    static let pendingDeparture = PendingDeparture(
        person: ben, by: [ada], confirmableAt: Timestamp(milliseconds: 1_809_691_200_000))

    func addDevice(_ request: InviteRequest) async throws(ServiceError) -> Pairing {
        note("addDevice", request)
        var pairing = Self.pairing(.inviter, .waiting)
        pairing.purpose = .device
        return pairing
    }

    func joinAsDevice(_ request: JoinDeviceRequest) async throws(ServiceError) -> Pairing {
        note("joinAsDevice", request)
        return Self.pairing(.joiner, .searching)
    }

    func devices() async throws(ServiceError) -> DeviceList {
        let sheet = PersonDevice(
            id: "d8", code: "D-7F3KD2", name: "recovery sheet", kind: .sheet, isIn: true,
            since: Self.noon)
        return DeviceList(person: Self.ada, devices: [Self.device, Self.lost, sheet])
    }

    func renameDevice(_ request: RenameDeviceRequest) async throws(ServiceError) -> PersonDevice {
        note("renameDevice", request)
        var device = Self.device
        device.name = request.name
        return device
    }

    func revokeDevice(_ request: DeviceReference) async throws(ServiceError) -> DeviceRevoked {
        note("revokeDevice", request.device)
        return DeviceRevoked(device: Self.lost, endedLogs: 1, durability: Self.held)
    }

    func lateWords() async throws(ServiceError) -> LateWordsList {
        LateWordsList(late: [Self.late])
    }

    func release(_ request: ReleaseRequest) async throws(ServiceError) -> ReleaseAnswer {
        note("release", request)
        guard request.of == Self.late.device else {
            throw ServiceError(
                .notFound, said: "Nothing of \"\(request.of)\" waits to be let in here.",
                hint: "`hearth release` shows what does.")
        }
        return ReleaseAnswer(released: [Self.late], durability: Self.held)
    }

    private static let late = LateWords(
        person: ben, device: "D-9K2M4A", deviceName: "Laptop 2", community: bearings, commits: 2,
        items: [LateItem(kind: "question", text: "Which grease\u{1b}[2J for press 4?", at: noon)])

    func makeSheet() async throws(ServiceError) -> RecoverySheet {
        note("makeSheet")
        return RecoverySheet(
            person: Self.ada, workplace: Self.plant, code: "D-7F3KD2",
            words: Array(repeating: "abandon", count: 23) + ["art"], madeAt: Self.noon)
    }

    func person(_ request: PersonReference) async throws(ServiceError) -> PersonDetails {
        guard request.person.lowercased() == "ada" else {
            throw ServiceError(
                .notFound, said: "Nobody here is called \"\(request.person)\".",
                hint: "`hearth people` shows everybody.")
        }
        return PersonDetails(
            person: try await people().people[0], standing: .member, about: "Presses and seals",
            verifiedBy: [Self.ben], vouchedFor: [Self.ben],
            devices: [Self.device, Self.lost],
            history: [
                PersonStep(kind: .admitted, by: [Self.ben], at: Self.noon),
                PersonStep(kind: .deviceRevoked, by: [Self.ada], at: Self.noon, device: "D-9K2M4A"),
            ])
    }

    func comparison(_ request: PersonReference) async throws(ServiceError) -> Comparison {
        Comparison(person: Self.ben, words: Self.words)
    }

    func verify(_ request: ComparisonVerdict) async throws(ServiceError) -> PersonDetails {
        note("verify", request.wordsMatch)
        guard request.wordsMatch else {
            throw ServiceError(.noSuchRight, said: "The words differ.", hint: "Compare again.")
        }
        return try await person(PersonReference(person: "Ada"))
    }

    func recover(_ request: PersonReference) async throws(ServiceError) -> RecoveryStart {
        note("recover", request.person)
        return RecoveryStart(
            pending: PendingRecovery(
                person: Self.ada, by: [Self.ben], device: "D-ADA01", words: Self.words))
    }

    func confirmRecovery(
        _ request: ComparisonVerdict
    ) async throws(ServiceError) -> PersonDetails {
        note("confirmRecovery", request.wordsMatch)
        return try await person(PersonReference(person: "Ada"))
    }

    func depart(_ request: DepartRequest) async throws(ServiceError) -> DepartureAnswer {
        note("depart", request)
        guard let person = request.person else {
            return DepartureAnswer(person: Self.ada, hasLeft: true, durability: Self.held)
        }
        guard person != "Gus" else {
            throw ServiceError(
                .needsConsent, said: "Gus has until 2027-05-07 to show that they are still here.",
                hint: "Confirm it afterwards.")
        }
        return DepartureAnswer(
            person: Self.ben, hasLeft: false, pending: Self.pendingDeparture,
            durability: Self.held)
    }

    func departures() async throws(ServiceError) -> DepartureList {
        DepartureList(departures: [Self.pendingDeparture])
    }

    func readmit(_ request: PersonReference) async throws(ServiceError) -> PersonDetails {
        note("readmit", request.person)
        return try await person(PersonReference(person: "Ada"))
    }
}
