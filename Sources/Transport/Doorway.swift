internal import Wire

/// Which connections the rules of a node let be: the ones by which peers are accepted, for other
/// listeners of the same node.
public struct Doorway: Sendable {
    private let policy: AddressPolicy
    private let interfaces: [String]

    /// Takes the rules of a node.
    public init(_ settings: TransportSettings) {
        policy = settings.policy
        interfaces = settings.interfaces
    }

    /// Whether a connection may be.
    ///
    /// - Parameters:
    ///   - remote: The address of the far end in numbers.
    ///   - local: The address of this computer that it reached.
    ///   - scope: The index of the interface, for a link-local address; 0 for others.
    public func admits(remote: String, local: String, scope: UInt32) -> Bool {
        guard policy.allows(remote), let numeric = NumericAddress(local)?.unmapped else {
            return false
        }
        let interface = numeric.needsInterface ? Sockets.interfaceName(scope) : nil
        return InterfaceChoice(interfaces).allows(
            local: Address(host: numeric.text, port: 0, interface: interface))
    }
}
