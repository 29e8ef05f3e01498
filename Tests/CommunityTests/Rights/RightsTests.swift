import Community
import TestKit
import Testing

@Suite("The table of rights")
struct RightsTests {
    @Test("every cell is the one that the design has, and no verb is missing or there twice")
    func cells() throws {
        let expected = ExpectedRights.rows
        #expect(Rights.table.map(\.verb.rawValue) == expected.map(\.verb))
        #expect(Set(Rights.Verb.allCases) == Set(Rights.table.map(\.verb)))
        #expect(Rights.table.count == Rights.Verb.allCases.count)
        for (verb, cells) in expected {
            let row = Rights.row(try #require(Rights.Verb(rawValue: verb)))
            #expect(cells.count == Rights.Role.allCases.count, "\(verb)")
            for (role, text) in zip(Rights.Role.allCases, cells) {
                #expect(row.cell(role).text == text, "\(verb) as \(role.rawValue)")
                #expect(row.cell(role).exists == (text != "never"), "\(verb) as \(role.rawValue)")
            }
        }
    }

    @Test("no role that a member can take has a verb that a member has not")
    func noExclusiveVerb() {
        for kind in RoleKind.allCases {
            #expect(Rights.exclusiveVerbs(of: kind.column).isEmpty, "\(kind)")
            for row in Rights.table {
                #expect(row.cell(kind.column) == row.cell(.member), "\(kind) \(row.verb)")
            }
            for verb in kind.verbs { #expect(Rights.cell(verb, .member).exists, "\(verb)") }
        }
        // The rule can fail: the policy of a machine does have verbs of its own.
        #expect(Rights.exclusiveVerbs(of: .itPolicy).count == 5)
    }

    @Test("the three spheres have no verb in one another")
    func spheres() {
        let machine: Set<Rights.Verb> = [
            .setPorts, .setNetworks, .setCaps, .setLease, .setGateway,
        ]
        for row in Rights.table {
            let isMachine = machine.contains(row.verb)
            #expect(row.cell(.itPolicy).exists == isMachine, "\(row.verb)")
            if isMachine { #expect(!row.cell(.member).exists, "\(row.verb)") }
            #expect(row.cell(.doorKey).exists == (row.verb == .markDeparted), "\(row.verb)")
        }
    }

    @Test("what exists for nobody says so and what there is instead; the rest has no excuse")
    func nobody() {
        for row in Rights.table {
            #expect(row.isForNobody == (row.instead != nil), "\(row.verb)")
            if let instead = row.instead { #expect(instead.hasSuffix("."), "\(row.verb)") }
        }
        #expect(Rights.row(.hide).isForNobody && Rights.row(.closeProblem).isForNobody)
        #expect(!Rights.row(.flag).isForNobody)
    }

    @Test(
        "verbs and roles are found as people type them",
        arguments: [
            ("hide", "hide"), ("Close a problem", "close-problem"), ("set_aside", "set-aside"),
            ("read open", "read-open"), ("to edit", "edit"),
        ])
    func typed(_ text: String, _ verb: String) {
        #expect(Rights.Verb(typed: text)?.rawValue == verb)
        #expect(Rights.Role(typed: "Manager") == .sponsor)
        #expect(Rights.Role(typed: "door key") == .doorKey)
        #expect(Rights.Role(typed: "it-policy") == .itPolicy)
        #expect(Rights.Role(typed: "admin") == nil && Rights.Verb(typed: "") == nil)
    }

    // Goal: the schema, which every replica enforces, gives nobody more than the table says.
    // Method: every field that anybody may write must belong to a verb that every member has
    // without owning the record.
    @Test("the schema lets others write only what the table gives to everybody")
    func schema() {
        let verbs: [String: Rights.Verb] = [
            "workplace.name": .describeCommunity, "workplace.purpose": .describeCommunity,
            "community.name": .describeCommunity, "community.purpose": .describeCommunity,
            "community.form": .describeCommunity, "community.charter": .describeCommunity,
            "community.stage": .describeCommunity, "community.tags": .tag,
            "question.tags": .tag,
            "problem.tags": .tag, "story.tags": .tag, "experiment.tags": .tag, "event.tags": .tag,
            "session.tags": .tag, "value_story.tags": .tag,
            "problem.adopted": .weave, "problem.same_as": .weave, "experiment.problems": .weave,
            "value_story.about": .weave,
            "event.start": .convene, "event.end": .convene, "event.places": .convene,
            "event.series": .convene, "event.notes": .convene, "event.attended": .convene,
            "session.slot": .convene, "session.notes": .convene,
            "page.title": .editPage, "page.body": .editPage, "page.review": .editPage,
            "question.same_as": .weave, "tag_alias.split": .tag,
            "condition.title": .conditions, "condition.helps": .conditions,
            "condition.changed_by": .conditions, "condition.settled": .conditions,
            "page.place": .editPage, "page.sources": .weave, "page.tags": .tag,
        ]
        for kind in Schema.kinds {
            for field in kind.fields where field.writer == .anyone {
                let verb = verbs["\(kind.name).\(field.name)"]
                #expect(verb != nil, "\(kind.name).\(field.name)")
                if let verb { #expect(Rights.cell(verb, .member) == .always) }
            }
        }
    }
}
