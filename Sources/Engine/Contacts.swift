internal import Wire

/// The node's address book: bounded, in memory, one entry for each device that is known and for
/// each service or address of which the device isn't known yet.
struct Contacts: Sendable {
    private var entries: [Int: Contact] = [:]
    private var byDevice: [DeviceID: Int] = [:]
    private var byInstance: [String: Int] = [:]
    private var nextNumber = 0
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// The numbers of all entries, oldest first.
    private(set) var numbers: [Int] = []

    var count: Int { entries.count }

    /// An entry by its number; setting a missing one does nothing.
    subscript(number: Int) -> Contact? {
        get { entries[number] }
        set { if let newValue, entries[number] != nil { entries[number] = newValue } }
    }

    func number(of device: DeviceID) -> Int? { byDevice[device] }

    func number(of instance: String) -> Int? { byInstance[instance] }

    /// The entry that dials or holds a connection.
    func number(of connection: ConnectionID) -> Int? {
        entries.first {
            $0.value.connection == connection || $0.value.attempts[connection] != nil
        }?.key
    }

    /// The entry of which the device isn't known and that has an address.
    func number(ofUnknownAt address: Address) -> Int? {
        numbers.first { number in
            guard let contact = entries[number], contact.device == nil else { return false }
            return contact.routes.contains { $0.address == address }
        }
    }

    /// Makes an entry; `nil` if all places are taken by entries that are of more use.
    mutating func insert(device: DeviceID? = nil, instance: String? = nil) -> Int? {
        if entries.count >= limit { evict() }
        guard entries.count < limit else { return nil }
        let number = nextNumber
        nextNumber += 1
        var contact = Contact()
        contact.device = device
        contact.instance = instance
        entries[number] = contact
        numbers.append(number)
        if let device { byDevice[device] = number }
        if let instance { byInstance[instance] = number }
        return number
    }

    mutating func remove(_ number: Int) {
        guard let contact = entries.removeValue(forKey: number) else { return }
        numbers.removeAll { $0 == number }
        if let device = contact.device, byDevice[device] == number { byDevice[device] = nil }
        byInstance = byInstance.filter { $0.value != number }
    }

    /// The device of an entry is known now; an entry that the device has already absorbs this one.
    ///
    /// - Returns: The number of the entry that is left.
    mutating func identify(_ number: Int, as device: DeviceID) -> Int {
        guard let contact = entries[number] else { return number }
        guard let known = byDevice[device], known != number else {
            entries[number]?.device = device
            byDevice[device] = number
            return number
        }
        entries[known]?.absorb(contact)
        entries.removeValue(forKey: number)
        numbers.removeAll { $0 == number }
        if let former = contact.device, byDevice[former] == number { byDevice[former] = nil }
        for (instance, owner) in byInstance where owner == number { byInstance[instance] = known }
        return known
    }

    /// The instance of an entry is visible now under this name.
    mutating func name(_ number: Int, instance: String) {
        if let former = entries[number]?.instance, former != instance { byInstance[former] = nil }
        entries[number]?.instance = instance
        byInstance[instance] = number
    }

    /// An instance isn't visible any more.
    mutating func unname(_ instance: String) {
        guard let number = byInstance.removeValue(forKey: instance) else { return }
        if entries[number]?.instance == instance { entries[number]?.instance = nil }
    }

    /// Makes room: the oldest entry that nothing runs with and that no session ever proved.
    private mutating func evict() {
        let idle = numbers.filter { number in
            guard let contact = entries[number] else { return false }
            return contact.connection == nil && contact.attempts.isEmpty
                && !contact.sources.contains(.configured)
        }
        if let victim = idle.first(where: { entries[$0]?.device == nil }) ?? idle.first {
            remove(victim)
        }
    }
}
