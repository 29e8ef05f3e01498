// Devices of the person.
extension Routes {

    /// `POST /v1/devices/invitations`: make a one-time code for one more computer of the person.
    public static let addDevice = Route<InviteRequest, Pairing>(
        "addDevice", .post, "/v1/devices/invitations",
        "Make a one-time code for one more computer of the person"
    ) { service, request throws(ServiceError) in try await service.addDevice(request) }

    /// `POST /v1/devices/joins`: make this computer one more device of a person.
    public static let joinAsDevice = Route<JoinDeviceRequest, Pairing>(
        "joinAsDevice", .post, "/v1/devices/joins",
        "Make this computer one more device of a person"
    ) { service, request throws(ServiceError) in try await service.joinAsDevice(request) }

    /// `GET /v1/devices`: the devices of the person of this home.
    public static let devices = Route<Nothing, DeviceList>(
        "devices", .get, "/v1/devices",
        "The devices of the person of this home"
    ) { service, _ throws(ServiceError) in try await service.devices() }

    /// `POST /v1/device/name`: give a device of the person another label.
    public static let renameDevice = Route<RenameDeviceRequest, PersonDevice>(
        "renameDevice", .post, "/v1/device/name",
        "Give a device of the person another label"
    ) { service, request throws(ServiceError) in try await service.renameDevice(request) }

    /// `POST /v1/device/revocation`: put a device of the person out for ever.
    public static let revokeDevice = Route<DeviceReference, DeviceRevoked>(
        "revokeDevice", .post, "/v1/device/revocation",
        "Put a device of the person out for ever"
    ) { service, request throws(ServiceError) in try await service.revokeDevice(request) }

    /// `POST /v1/sheets`: make a recovery sheet, which is shown once.
    public static let makeSheet = Route<Nothing, RecoverySheet>(
        "makeSheet", .post, "/v1/sheets",
        "Make a recovery sheet, which is shown once"
    ) { service, _ throws(ServiceError) in try await service.makeSheet() }

}

// Persons: how they belong, come back and leave.
extension Routes {

    /// `GET /v1/person`: one person, and how they belong.
    public static let person = Route<PersonReference, PersonDetails>(
        "person", .get, "/v1/person",
        "One person, and how they belong"
    ) { service, request throws(ServiceError) in try await service.person(request) }

    /// `GET /v1/person/words`: four words to compare with a colleague.
    public static let comparison = Route<PersonReference, Comparison>(
        "comparison", .get, "/v1/person/words",
        "Four words to compare with a colleague"
    ) { service, request throws(ServiceError) in try await service.comparison(request) }

    /// `POST /v1/person/verified`: say that the words on both screens are the same.
    public static let verify = Route<ComparisonVerdict, PersonDetails>(
        "verify", .post, "/v1/person/verified",
        "Say that the words on both screens are the same"
    ) { service, request throws(ServiceError) in try await service.verify(request) }

    /// `POST /v1/recoveries`: give your word that a colleague is back on a new computer.
    public static let recover = Route<PersonReference, RecoveryStart>(
        "recover", .post, "/v1/recoveries",
        "Give your word that a colleague is back on a new computer"
    ) { service, request throws(ServiceError) in try await service.recover(request) }

    /// `POST /v1/recovery/verdict`: confirm a recovery after comparing the words.
    public static let confirmRecovery = Route<ComparisonVerdict, PersonDetails>(
        "confirmRecovery", .post, "/v1/recovery/verdict",
        "Confirm a recovery after comparing the words"
    ) { service, request throws(ServiceError) in try await service.confirmRecovery(request) }

    /// `POST /v1/departures`: leave the workplace, or say that somebody has left.
    public static let depart = Route<DepartRequest, DepartureAnswer>(
        "depart", .post, "/v1/departures",
        "Leave the workplace, or say that somebody has left"
    ) { service, request throws(ServiceError) in try await service.depart(request) }

    /// `GET /v1/departures`: departures that are not decided.
    public static let departures = Route<Nothing, DepartureList>(
        "departures", .get, "/v1/departures",
        "Departures that are not decided"
    ) { service, _ throws(ServiceError) in try await service.departures() }

    /// `POST /v1/readmissions`: vouch again for somebody who left.
    public static let readmit = Route<PersonReference, PersonDetails>(
        "readmit", .post, "/v1/readmissions",
        "Vouch again for somebody who left"
    ) { service, request throws(ServiceError) in try await service.readmit(request) }

    /// `GET /v1/late`: words that removed computers wrote behind the ends of their logs.
    public static let lateWords = Route<Nothing, LateWordsList>(
        "lateWords", .get, "/v1/late",
        "Words that removed computers wrote behind the ends of their logs"
    ) { service, _ throws(ServiceError) in try await service.lateWords() }

    /// `POST /v1/late/releases`: let such words in.
    public static let release = Route<ReleaseRequest, ReleaseAnswer>(
        "release", .post, "/v1/late/releases",
        "Let words in that a removed computer wrote in good faith"
    ) { service, request throws(ServiceError) in try await service.release(request) }

}
