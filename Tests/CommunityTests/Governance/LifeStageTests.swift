import Community
import Testing

@Suite("Stages of a community")
struct LifeStageTests {
    private func stage(
        _ members: Int, _ questions: Int, days: Int64 = 10, isQuiet: Bool = false
    ) -> LifeStage {
        LifeStage.suggested(
            members: members, questions: questions, age: days * ConsentRules.day, isQuiet: isQuiet)
    }

    @Test("the signs suggest a stage, and a community of one is a potential one")
    func suggestions() {
        #expect(stage(0, 0) == .potential && stage(1, 50, days: 900) == .potential)
        #expect(stage(2, 0) == .coalescing && stage(5, 9) == .coalescing)
        #expect(stage(4, 100) == .coalescing)
        #expect(stage(5, 10) == .maturing && stage(50, 10, days: 364) == .maturing)
        #expect(stage(5, 10, days: 365) == .stewardship)
        #expect(stage(5, 10, days: 365, isQuiet: true) == .transforming)
        #expect(stage(1, 0, isQuiet: true) == .potential)
    }

    @Test("no stage that can be declared is the one of an archived community")
    func archived() { #expect(LifeStage(rawValue: LifeStage.archived) == nil) }
}
