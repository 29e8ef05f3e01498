internal import CResolv
internal import Wire

/// Why the DNS of a site gave no answer.
public enum SiteError: Error, Equatable, Sendable {
    /// No name server answered in time, or it couldn't ask further.
    case noServer
    /// A name server refused, or its answer makes no sense.
    case refused
}

/// Asks the name servers that the system is configured with.
struct SiteQuestion: Sendable {
    /// Bytes of an answer that is read.
    static let mostBytes = 65_535

    /// The answer to a question; empty if there is no such name, or nothing of the kind at it.
    func ask(_ name: String, _ kind: SiteRecord.Kind) throws(SiteError) -> Bytes {
        var failure: Int32 = 0
        var answer = Bytes(repeating: 0, count: Self.mostBytes)
        let length = hearth_ask(name, kind.rawValue, &answer, Int32(answer.count), &failure)
        guard length < 0 else { return Bytes(answer.prefix(Int(length))) }
        switch failure {
        case HOST_NOT_FOUND, NO_DATA: return []
        case TRY_AGAIN: throw .noServer
        default: throw .refused
        }
    }
}
