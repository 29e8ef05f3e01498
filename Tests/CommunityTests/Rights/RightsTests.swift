import TestKit
import Testing

@testable import Community

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
        #expect(Rights.Role(typed: "kiosk") == .kiosk)
        #expect(Rights.Role(typed: "admin") == nil && Rights.Verb(typed: "") == nil)
    }

    // Goal: the schema, which every replica enforces, gives nobody more than the table says.
    // Method: every kind and every field that others than the author may write must belong to a verb,
    // and what anybody may write to one that every member has without owning the record.
    @Test("the schema lets others write only what the table gives to everybody")
    func schema() {
        for kind in Schema.kinds {
            #expect(Rights.creating[kind.name] != nil, "\(kind.name)")
            for field in kind.fields where field.writer != .author {
                let verb = Rights.verb(writing: field, of: kind)
                #expect(verb != nil, "\(kind.name).\(field.name)")
                if field.writer == .anyone, let verb {
                    #expect(Rights.cell(verb, .member) == .always)
                }
            }
        }
        let names = Schema.kinds.flatMap { kind in kind.fields.map { "\(kind.name).\($0.name)" } }
        #expect(Set(Rights.writing.keys).isSubset(of: names), "a verb for a field that there isn't")
        #expect(Set(Rights.creating.keys) == Set(Schema.kinds.map(\.name)))
    }
}
