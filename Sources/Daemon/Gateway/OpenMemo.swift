/// What was put together for strangers a moment ago.
///
/// A week of a large community takes a noticeable while to gather. However many ask, and however
/// often, it is done once in ``lifetime``; what is kept is forgotten with the node.
struct OpenMemo<Value> {
    /// How long something is shown again.
    static var lifetime: Duration { .seconds(10) }
    /// Most that is kept at one time.
    static var limit: Int { 64 }

    private var kept: [String: (value: Value, until: ContinuousClock.Instant)] = [:]

    /// What was kept under a name, unless it is too old.
    func value(_ name: String, at now: ContinuousClock.Instant) -> Value? {
        kept[name].flatMap { $0.until > now ? $0.value : nil }
    }

    /// Keeps something under a name, while there is room.
    mutating func keep(_ value: Value, as name: String, at now: ContinuousClock.Instant) {
        kept = kept.filter { $0.value.until > now }
        guard kept.count < Self.limit else { return }
        kept[name] = (value, now.advanced(by: Self.lifetime))
    }

    /// Forgets everything.
    mutating func forget() { kept = [:] }
}
