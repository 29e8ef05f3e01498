internal import Discovery
internal import Engine
internal import Languages
internal import LocalProtocol
internal import Logging
internal import Transport
internal import Wire

/// What name servers of the site said, by domain.
struct SiteBook {
    /// The last answers.
    var findings: [String: SiteFinding] = [:]
    /// Why there is no newer one.
    var failures: [String: SiteError] = [:]
}

/// Nodes that the name servers of the site know of, where multicast leads nowhere.
extension HearthNode {
    /// The addresses that are dialled without being seen: those of the configuration, and those that
    /// name servers gave last.
    var fixedPeers: [Address] {
        let found = configuration.searchDomains.flatMap { domain in
            (try? siteBook.findings[domain]?.outcome.get()) ?? []
        }
        let allowed = found.filter { configuration.addressPolicy.allows($0) }
        return configuration.staticPeers
            + allowed.filter { !configuration.staticPeers.contains($0) }
    }

    /// Handles what name servers say, until the watch is stopped.
    func followSites() async {
        for await finding in sites.findings {
            let before = fixedPeers
            take(finding)
            guard fixedPeers != before else { continue }
            await membership?.loop.handle(.staticPeers(fixedPeers))
        }
    }

    /// What a domain said before counts on while its name servers don't answer.
    private func take(_ finding: SiteFinding) {
        let domain = finding.domain
        switch finding.outcome {
        case .success(let addresses):
            siteBook.findings[domain] = finding
            siteBook.failures[domain] = nil
            logger.debug(
                "looked for nodes",
                metadata: ["domain": "\(domain)", "found": "\(addresses.count)"])
        case .failure(let error):
            guard siteBook.failures.updateValue(error, forKey: domain) != error else { return }
            logger.warning(
                "a domain could not be searched for nodes",
                metadata: ["domain": "\(domain)", "reason": "\(error)"])
        }
    }

    /// What the name servers of a domain say, for whoever wonders why nobody is seen.
    func siteCheck(_ domain: String) -> DoctorCheck {
        let title = say("Nodes in \(domain)")
        if let failure = siteBook.failures[domain] {
            return DoctorCheck(
                name: "search-domain", title: title, verdict: .problem,
                finding: failure == .noServer
                    ? say("No name server answers for \(domain).")
                    : say("The name servers refuse to answer for \(domain)."),
                remedy: say(
                    "Ask those who run the name servers, or take the domain out of "
                        + "network.search-domains."))
        }
        guard let finding = siteBook.findings[domain], let found = try? finding.outcome.get() else {
            return DoctorCheck(
                name: "search-domain", title: title, verdict: .unknown,
                finding: say("The name servers have not answered yet."))
        }
        let allowed = found.filter { configuration.addressPolicy.allows($0) }
        let refused = found.count - allowed.count
        guard allowed.isEmpty else {
            return DoctorCheck(
                name: "search-domain", title: title, verdict: .fine,
                finding: say(
                    allowed.count, one: "The name servers name \(.count) address.",
                    other: "The name servers name \(.count) addresses."))
        }
        return DoctorCheck(
            name: "search-domain", title: title, verdict: .notice,
            finding: refused > 0
                ? say("The name servers name only addresses outside of the local ranges.")
                : say("The name servers know of no node in \(domain)."),
            remedy: refused > 0
                ? say("Name their range in network.extra-ranges of hearth.toml if it is yours.")
                : say(
                    "They need a PTR record of _hearth._tcp.\(domain) and the SRV record that it "
                        + "names; chapter 01 of Protocol/ shows both."))
    }
}
