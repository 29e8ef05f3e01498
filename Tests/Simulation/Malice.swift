internal import Wire

/// What a dishonest computer does with what it is asked for.
public enum Malice: String, Sendable, CaseIterable {
    /// It says that it has commits and gives none.
    case withholds
    /// It changes a byte of what it gives.
    case forges
    /// It gives everything twice.
    case repeats

    mutating func spoil(_ loaded: inout (runs: [Run], cursor: Int64, isFinal: Bool)) {
        switch self {
        case .withholds: loaded = ([], loaded.cursor, true)
        case .repeats: loaded.runs += loaded.runs
        case .forges:
            guard let last = loaded.runs.indices.last, !loaded.runs[last].commits.isEmpty,
                case .payload(var payload) = loaded.runs[last].commits[0].content,
                !payload.isEmpty
            else { return }
            payload[payload.count - 1] ^= 1
            loaded.runs[last].commits[0].content = .payload(payload)
        }
    }
}
