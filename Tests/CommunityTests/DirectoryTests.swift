import Community
import Histories
import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("Directory")
struct DirectoryTests {
    private func directory(_ history: History) -> Directory {
        var replica = Replica(workplace: history.workplace)
        for (space, commit) in history.commits { replica.apply(commit, in: space) }
        return Directory(replica)
    }

    @Test("names the workplace, the founder and the founder's community with its key")
    func founder() throws {
        let history = try History(seed: 1)
        let directory = directory(history)
        #expect(directory.workplaceName == "Works")
        #expect(directory.members.map(\.name) == ["Ada"])
        #expect(directory.people.first?.isFounder == true)
        let community = try #require(directory.communities.first)
        #expect(community.name == "Bearings" && community.space == history.community)
        #expect(community.isMember(history.authors[0].person))
        var keyring = Keyring(space: history.community)
        directory.addKeys(to: &keyring)
        #expect(keyring.current?.id == history.keyrings[history.community]?.current?.id)
        let device = DeviceID(raw: history.authors[0].device.publicKey)
        #expect(directory.isAdmitted(history.authors[0].person, device: device))
        #expect(!directory.isAdmitted(history.authors[1].person, device: device))
    }

    @Test("joining and leaving are each person's own; the last word counts")
    func membership() throws {
        var history = try History(seed: 2)
        let record = try #require(directory(history).communities.first?.record)
        history.write(
            Compose.vouch(personFounding: history.authors[1].founding), by: 0,
            in: history.workplace)
        history.write(Compose.join(community: record), by: 1, in: history.workplace)
        history.write(Compose.join(community: record), by: 2, in: history.workplace)
        let first = directory(history)
        #expect(first.communities(of: history.authors[1].person).count == 1)
        #expect(first.communities(of: history.authors[2].person).isEmpty, "nobody vouched")
        history.write([], by: 1, in: history.workplace)
        history.write([], by: 1, in: history.workplace)
        history.write(Compose.leave(community: record), by: 1, in: history.workplace)
        #expect(directory(history).communities(of: history.authors[1].person).isEmpty)
    }

    @Test("a record that names a space which its writer did not found is no community")
    func foreignSpace() throws {
        var history = try History(seed: 3)
        history.write(
            Compose.vouch(personFounding: history.authors[1].founding), by: 0,
            in: history.workplace)
        history.write(
            [
                .create(
                    kind: 4,
                    fields: [
                        Field(1, .text("Fake")), Field(2, .bytes(history.community.bytes)),
                    ])
            ], by: 1, in: history.workplace)
        #expect(directory(history).communities.map(\.name) == ["Bearings"])
    }

    @Test("a key published by a stranger is not taken up; it is after a vouch")
    func strangersKey() throws {
        var history = try History(seed: 4)
        let key = Bytes32(words: (9, 9, 9, 9))
        history.write(
            [.statement(.keyPublished(space: history.community, generation: 7, key: key))], by: 1,
            in: history.workplace)
        var keyring = Keyring(space: history.community)
        directory(history).addKeys(to: &keyring)
        #expect(keyring.all.count == 1)
        history.write(
            Compose.vouch(personFounding: history.authors[1].founding), by: 0,
            in: history.workplace)
        directory(history).addKeys(to: &keyring)
        #expect(keyring.current?.exposed == key)
    }

    @Test("a founding with a forged card is nobody")
    func forgedCard() throws {
        var history = try History(seed: 5)
        var founding = try PersonFounding.decode(history.authors[1].founding)
        founding.device.agreementKey = Bytes32(words: (1, 1, 1, 1))
        let bytes = founding.encoded()
        history.write(Compose.vouch(personFounding: bytes), by: 0, in: history.workplace)
        #expect(directory(history).person(Founding.personID(of: bytes)) == nil)
    }
}
