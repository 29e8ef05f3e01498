internal import Languages
public import LocalProtocol
internal import Logging

/// The gateway of a home: open or shut, whether the home is locked or not.
extension LockableNode: GatewayControl {
    public nonisolated var gatewayPlans: AsyncStream<GatewayPlan?> { machine.gateway.plans }

    public nonisolated func gatewayBecame(_ outcome: GatewayOutcome) {
        let former = machine.gateway.became(outcome)
        guard former != outcome else { return }
        switch (former, outcome) {
        case (_, .open(let port)): machine.audit(.gatewayOpened(port: port))
        case (.open?, _): machine.audit(.gatewayShut)
        default: break
        }
    }

    /// Turns the gateway to what the configuration says, as far as the policy allows.
    static func turnGateway(_ machine: Machine, by configuration: Configuration) {
        if configuration.gateway.isWanted,
            let refusal = machine.policy.gatewayRefusal(of: "gateway.listen = true")
        {
            machine.audit(.policyRefused(refusal))
            machine.logger.warning(
                "the policy keeps the gateway shut",
                metadata: ["file": "\(refusal.path)", "line": "\(refusal.line)"])
        }
        machine.gateway.turn(to: configuration.gatewayPlan(under: machine.policy))
    }
}

/// What strangers read, of the node that there is now.
///
/// Their requests don't count as use of the home: a sealed one locks itself while they read.
extension LockableNode: OpenReader {
    public func openFrame() async throws(ServiceError) -> OpenFrame {
        try await readableNode().openFrame()
    }

    public func openFront() async throws(ServiceError) -> OpenFront {
        let node = try await readableNode()
        let name = Language.current.name
        if let shown = shownFronts.value(name, at: .now) { return shown }
        let front = try await node.openFront()
        if isUp(node) { shownFronts.keep(front, as: name, at: .now) }
        return front
    }

    public func openCommunity(
        _ reference: String
    ) async throws(ServiceError) -> OpenCommunityPage {
        let node = try await readableNode()
        let community = try await node.openCommunityIdentifier(reference)
        let name = community + Language.current.name
        if let shown = shownCommunities.value(name, at: .now) { return shown }
        let page = try await node.openCommunity(community)
        if isUp(node) { shownCommunities.keep(page, as: name, at: .now) }
        return page
    }

    public func openItem(_ code: String) async throws(ServiceError) -> OpenFound {
        try await readableNode().openItem(code)
    }

    public func openFindings(_ words: String) async throws(ServiceError) -> OpenFindings {
        try await readableNode().openFindings(words)
    }

    /// Lets go of what strangers saw: a locked home keeps no words.
    func forgetShown() {
        shownFronts.forget()
        shownCommunities.forget()
    }

    private func isUp(_ node: HearthNode) -> Bool {
        if case .up(let current) = state { current === node } else { false }
    }

    private func readableNode() async throws(ServiceError) -> HearthNode {
        await waitForStart()
        guard case .up(let node) = state else { throw Self.lockedError }
        return node
    }
}
