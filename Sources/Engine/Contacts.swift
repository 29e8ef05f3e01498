internal import Wire

/// The node's address book: bounded, in memory, one entry for each device that is known and for
/// each service or address of which the device isn't known yet.
struct Contacts: Sendable {
    private var entries: [Int: Contact] = [:]
    private var byDevice: [DeviceID: Int] = [:]
    private var byInstance: [String: Int] = [:]
    private var byConnection: [ConnectionID: Int] = [:]
    private var unknownAt: [Address: Int] = [:]
    private var nextNumber = 0
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// The numbers of all entries, oldest first.
    private(set) var numbers: [Int] = []
    /// The entries that are being dialled.
    private(set) var dialling: Set<Int> = []
    /// The entries that are to be dialled at some time.
    private(set) var waiting: Set<Int> = []
    /// Addresses that are being dialled.
    private(set) var dialsRunning = 0
    /// Whether anything changed that decides who is kept as a neighbour.
    var haveChanged = false

    var count: Int { entries.count }

    /// An entry by its number; setting a missing one does nothing.
    subscript(number: Int) -> Contact? {
        get { entries[number] }
        set {
            guard let newValue, let old = entries[number] else { return }
            entries[number] = newValue
            index(number, from: old, to: newValue)
        }
    }

    func number(of device: DeviceID) -> Int? { byDevice[device] }

    func number(of instance: String) -> Int? { byInstance[instance] }

    /// The entry that dials or holds a connection.
    func number(of connection: ConnectionID) -> Int? { byConnection[connection] }

    /// The entry of which the device isn't known and that has an address.
    func number(ofUnknownAt address: Address) -> Int? {
        guard let number = unknownAt[address], let contact = entries[number],
            contact.device == nil, contact.routes.contains(where: { $0.address == address })
        else { return nil }
        return number
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
        haveChanged = true
        return number
    }

    mutating func remove(_ number: Int) {
        guard let contact = take(number) else { return }
        if let device = contact.device, byDevice[device] == number { byDevice[device] = nil }
        if let instance = contact.instance, byInstance[instance] == number {
            byInstance[instance] = nil
        }
    }

    /// Takes an entry out of the book and of all that follows from it.
    private mutating func take(_ number: Int) -> Contact? {
        guard let contact = entries[number] else { return nil }
        index(number, from: contact, to: Contact())
        entries[number] = nil
        numbers.removeAll { $0 == number }
        for route in contact.routes where unknownAt[route.address] == number {
            unknownAt[route.address] = nil
        }
        haveChanged = true
        return contact
    }

    /// The device of an entry is known now; an entry that the device has already absorbs this one.
    ///
    /// - Returns: The number of the entry that is left.
    mutating func identify(_ number: Int, as device: DeviceID) -> Int {
        guard let contact = entries[number] else { return number }
        guard let known = byDevice[device], known != number else {
            self[number]?.device = device
            byDevice[device] = number
            return number
        }
        self[known]?.absorb(contact)
        _ = take(number)
        if let former = contact.device, byDevice[former] == number { byDevice[former] = nil }
        if let instance = contact.instance, byInstance[instance] == number {
            byInstance[instance] = known
        }
        return known
    }

    /// The instance of an entry is visible now under this name.
    mutating func name(_ number: Int, instance: String) {
        if let former = entries[number]?.instance, former != instance { byInstance[former] = nil }
        if let owner = byInstance[instance], owner != number { self[owner]?.instance = nil }
        self[number]?.instance = instance
        byInstance[instance] = number
    }

    /// An instance isn't visible any more.
    mutating func unname(_ instance: String) {
        guard let number = byInstance.removeValue(forKey: instance) else { return }
        if entries[number]?.instance == instance { self[number]?.instance = nil }
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

    // MARK: What follows from the entries

    private mutating func index(_ number: Int, from old: Contact, to new: Contact) {
        if old.connection != new.connection || old.attempts.keys != new.attempts.keys {
            for id in old.attempts.keys where byConnection[id] == number { byConnection[id] = nil }
            if let id = old.connection, byConnection[id] == number { byConnection[id] = nil }
            for id in new.attempts.keys { byConnection[id] = number }
            if let id = new.connection { byConnection[id] = number }
            dialsRunning += new.attempts.count - old.attempts.count
            if new.attempts.isEmpty { dialling.remove(number) } else { dialling.insert(number) }
        }
        let isWaiting = new.nextDial != nil && new.connection == nil && new.attempts.isEmpty
        if isWaiting { waiting.insert(number) } else { waiting.remove(number) }
        if new.device == nil {
            for route in new.routes where unknownAt[route.address] == nil {
                unknownAt[route.address] = number
            }
        }
        if !haveChanged, old.standing != new.standing { haveChanged = true }
    }
}
