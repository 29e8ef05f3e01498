internal import CDNSSD
internal import Wire

/// One operation of `dns_sd.h` that goes on until the reference is released.
///
/// Stays on the discovery thread. The C callbacks run inside ``process()`` only, and only write
/// down what they heard, so nothing is released or started while the library is at work.
final class ServiceReference {
    /// What the library has to say.
    enum Reply: Equatable {
        case browsed(instance: String, interface: UInt32, isAdded: Bool)
        case resolved(host: String, port: UInt16, text: Bytes)
        case record(interface: UInt32, bytes: Bytes, isAdded: Bool)
        case registered(instance: String)
        case failed(code: Int32)
    }

    static let serviceType = "_hearth._tcp"
    static let domain = "local."

    private let inbox: Inbox
    private let reference: DNSServiceRef

    private init(_ inbox: Inbox, _ reference: DNSServiceRef) {
        self.inbox = inbox
        self.reference = reference
    }

    deinit { DNSServiceRefDeallocate(reference) }

    /// Readable when ``process()`` has something to do.
    var descriptor: Int32 { DNSServiceRefSockFD(reference) }

    /// Lets the library work and returns what it heard; call when the descriptor is readable.
    func process() -> [Reply] {
        let code = DNSServiceProcessResult(reference)
        if code != 0 { inbox.replies.append(.failed(code: code)) }
        defer { inbox.replies.removeAll() }
        return inbox.replies
    }

    /// Replaces the TXT record of a registration; whether the library did it.
    func update(text: Bytes) -> Bool {
        DNSServiceUpdateRecord(reference, nil, 0, UInt16(clamping: text.count), text, 0) == 0
    }
}

// MARK: - Starting

extension ServiceReference {
    /// The library's error number for what could not be started.
    struct Failure: Error, Equatable {
        let code: Int32
    }

    /// The number that means every interface.
    static let everyInterface: UInt32 = 0

    /// Announces a service on an interface.
    static func register(
        _ instance: String, port: UInt16, text: Bytes, interface: UInt32
    ) throws(Failure) -> ServiceReference {
        try start { reference, inbox in
            DNSServiceRegister(
                &reference, 0, interface, instance, serviceType, nil, nil, port.bigEndian,
                UInt16(clamping: text.count), text, registerReply, inbox)
        }
    }

    /// Reports services as they come and go on an interface.
    static func browse(interface: UInt32) throws(Failure) -> ServiceReference {
        try start { reference, inbox in
            DNSServiceBrowse(&reference, 0, interface, serviceType, domain, browseReply, inbox)
        }
    }

    /// Asks for the host, port and text of a service.
    static func resolve(_ key: ServiceTable.Key) throws(Failure) -> ServiceReference {
        try start { reference, inbox in
            DNSServiceResolve(
                &reference, 0, key.interface, key.instance, serviceType, domain, resolveReply, inbox
            )
        }
    }

    /// Asks for the addresses of a host, as Avahi's library has no `DNSServiceGetAddrInfo`.
    static func addresses(of host: String, isIPv4: Bool, interface: UInt32) throws(Failure)
        -> ServiceReference
    {
        let type = isIPv4 ? kDNSServiceType_A : kDNSServiceType_AAAA
        return try start { reference, inbox in
            DNSServiceQueryRecord(
                &reference, 0, interface, host, UInt16(clamping: Int(type)),
                UInt16(clamping: Int(kDNSServiceClass_IN)), recordReply, inbox)
        }
    }

    private static func start(
        _ call: (inout DNSServiceRef?, UnsafeMutableRawPointer) -> DNSServiceErrorType
    ) throws(Failure) -> ServiceReference {
        let inbox = Inbox()
        var reference: DNSServiceRef?
        // From here on the reference keeps the inbox alive and is released before it.
        let code = withExtendedLifetime(inbox) {
            call(&reference, Unmanaged.passUnretained(inbox).toOpaque())
        }
        guard code == 0, let reference else { throw Failure(code: code) }
        return ServiceReference(inbox, reference)
    }
}

// MARK: - Callbacks

/// Where the callbacks of one reference write.
private final class Inbox {
    /// More than one call of the library brings; beyond it nothing is written down.
    static let capacity = 4_096

    var replies: [ServiceReference.Reply] = []

    static func append(_ reply: ServiceReference.Reply, to context: UnsafeMutableRawPointer?) {
        guard let context else { return }
        let inbox = Unmanaged<Inbox>.fromOpaque(context).takeUnretainedValue()
        if inbox.replies.count < capacity { inbox.replies.append(reply) }
    }
}

/// A C string of at most `limit` bytes; `nil` if it is missing, longer or not UTF-8.
private func text(_ pointer: UnsafePointer<CChar>?, limit: Int) -> String? {
    guard let pointer, let string = String(validatingCString: pointer) else { return nil }
    return (1...limit).contains(string.utf8.count) ? string : nil
}

private func isAdded(_ flags: DNSServiceFlags) -> Bool {
    flags & DNSServiceFlags(kDNSServiceFlagsAdd) != 0
}

private let registerReply: DNSServiceRegisterReply = { _, _, code, name, _, _, context in
    if code != 0 {
        Inbox.append(.failed(code: code), to: context)
    } else if let instance = text(name, limit: DiscoveryLimits.instanceBytes) {
        Inbox.append(.registered(instance: instance), to: context)
    }
}

private let browseReply: DNSServiceBrowseReply = {
    _, flags, interface, code, name, _, _, context in
    if code != 0 {
        Inbox.append(.failed(code: code), to: context)
    } else if let instance = text(name, limit: DiscoveryLimits.instanceBytes) {
        Inbox.append(
            .browsed(instance: instance, interface: interface, isAdded: isAdded(flags)),
            to: context)
    }
}

private let resolveReply: DNSServiceResolveReply = {
    _, _, _, code, _, host, port, length, record, context in
    guard code == 0 else {
        Inbox.append(.failed(code: code), to: context)
        return
    }
    // The longest domain name in text form, all bytes escaped (RFC 1035, section 2.3.4).
    guard let host = text(host, limit: 1_008), port != 0 else { return }
    let bytes = record.map { Bytes(UnsafeBufferPointer(start: $0, count: Int(length))) } ?? []
    Inbox.append(.resolved(host: host, port: UInt16(bigEndian: port), text: bytes), to: context)
}

private let recordReply: DNSServiceQueryRecordReply = {
    _, flags, interface, code, _, _, _, length, data, _, context in
    guard code == 0 else {
        Inbox.append(.failed(code: code), to: context)
        return
    }
    guard let data, length == 4 || length == 16 else { return }
    let bytes = Bytes(UnsafeRawBufferPointer(start: data, count: Int(length)))
    Inbox.append(
        .record(interface: interface, bytes: bytes, isAdded: isAdded(flags)), to: context)
}
