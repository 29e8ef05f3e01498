import Community
import TestKit
import Testing
import Wire

/// The invariants 8 and 14 over random concurrent histories of invitations, answers and leaves.
@Suite("The laws of belonging to a community")
struct BelongingLawTests {
    /// Two members let each other and others in, with and without a code, and people come and go.
    private func steps(_ generator: inout SeededGenerator) -> [KeyWorld.Step] {
        var steps: [KeyWorld.Step] = [.invite(1, by: 0), .deliverAll, .enter(true, 1), .deliverAll]
        for _ in 0..<Int.random(in: 4...12, using: &generator) {
            let guest = Int.random(in: 2..<5, using: &generator)
            let member = Int.random(in: 0..<2, using: &generator)
            let isIn = Bool.random(using: &generator)
            steps +=
                [
                    [.invite(guest, by: member)], [.showCode(guest, to: member)],
                    [.invite(guest, by: member), .deliverAll, .enter(isIn, guest)],
                    [.enter(isIn, guest), .invite(guest, by: member)], [.deliverSome],
                ].randomElement(using: &generator) ?? []
        }
        return steps
    }

    private func world(
        _ steps: [KeyWorld.Step], uses: UInt32, isListed: Bool,
        _ generator: inout SeededGenerator
    ) throws -> (world: KeyWorld, token: Bytes16) {
        let world = try KeyWorld(seed: generator.next(), people: 5, isListed: isListed)
        let code = InvitationCode(using: &world.generator)
        world.write(
            Compose.invitation(code, uses: uses, expires: 1_000), by: 0, in: world.circle)
        world.deliverAll()
        world.take(steps, token: code.token)
        world.deliverAll()
        return (world, code.token)
    }

    // Goal: invariant 8. Method: the words that people wrote about themselves are kept apart, as
    // plain facts; what others wrote at the same time must not show in who is in.
    @Test("leave wins: who is in has said so last, whatever others write at the same time")
    func leaveWins() {
        var lateInvitations = 0
        forAllSteps(cases: 60, "only one's own word brings in", generate: steps) {
            steps, generator in
            let isListed = Bool.random(using: &generator)
            let (world, _) = try world(steps, uses: 2, isListed: isListed, &generator)
            guard let circle = world.directory(of: 0).community(of: world.circle) else {
                return false
            }
            for device in world.devices.dropFirst() {
                let person = device.person
                let saysYes = circle.membership[person, default: 0] > 0
                let wasLetIn = circle.everAdmitted.contains(person)
                guard circle.isMember(person) == (saysYes && wasLetIn) else { return false }
                let isInvitedAgain = circle.admissions.contains { $0.person == person }
                if circle.membership[person] == 0, isInvitedAgain {
                    lateInvitations += 1
                    guard !circle.isMember(person) else { return false }
                }
            }
            return true
        }
        #expect(lateInvitations > 10, "some are invited who have left")
    }

    // Goal: invariant 14. Method: members open the door apart from each other for whoever shows
    // the code; the answer must be the same in every order of arrival.
    @Test(
        "a code that is used more often than it counts lets in the first by stamp, the same for all"
    )
    func usedUp() {
        var surplus = 0
        forAllSteps(cases: 60, "a code lets in as many as it says", generate: steps) {
            steps, generator in
            let uses = UInt32.random(in: 1...2, using: &generator)
            let (world, token) = try world(
                steps, uses: uses, isListed: Bool.random(using: &generator), &generator)
            guard let circle = world.directory(of: 0).community(of: world.circle) else {
                return false
            }
            let shown = circle.admissions.filter { $0.invitation == token }
            var guests: [PersonID] = []
            for admission in shown.sorted(by: { $0.stamp < $1.stamp })
            where !guests.contains(admission.person) && guests.count < Int(uses) {
                guests.append(admission.person)
            }
            let others = Set(shown.map(\.person)).subtracting(guests)
            surplus += others.count
            let byWord = Set(
                circle.admissions.filter { $0.invitation == nil }.map(\.person))
            guard circle.invitations.first?.guests == guests,
                Set(circle.surplus)
                    == others.subtracting(byWord)
                    .subtracting([world.devices[0].person])
            else { return false }
            // Whoever has everything sees it the same way, whatever order it came in.
            return (0..<3).allSatisfy { _ in
                world.directory(of: 0).community(of: world.circle) == circle
            }
        }
        #expect(surplus > 5, "some come too late")
    }
}
