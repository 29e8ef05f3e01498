import Archives
import Foundation
import TestKit
import Testing

/// The real dumps beside the repository.
struct SharedArchivesTests {
    @Test(
        "reads every question and answer of a real dump",
        arguments: [
            ("coffee", 225, 327, "coffee"), ("bicycles-meta", 453, 971, "bicycle"),
        ])
    func realDump(folder: String, questions: Int, answers: Int, word: String) throws {
        guard let url = SharedFolder.find("data/\(folder)/Posts.xml") else { return }
        let reading = try Reading([url.path])
        #expect(reading.summary.questions == questions)
        #expect(reading.summary.answers == answers)
        #expect(Set(reading.posts.map(\.sourceID)).count == reading.posts.count)
        #expect(reading.posts.contains { $0.body.lowercased().contains(word) })
        #expect(reading.posts.allSatisfy { $0.milliseconds != nil && !$0.authorName.isEmpty })
        #expect(!reading.posts.contains { $0.body.contains("<p>") || $0.body.contains("&lt;") })
        try expectOrder(reading)
        #expect(try Reading([url.path]).posts == reading.posts)
    }

    private func expectOrder(_ reading: Reading) throws {
        var questions: Set<String> = []
        for post in reading.posts {
            if let parent = post.parentSourceID {
                #expect(questions.contains(parent), "an answer comes before its question")
            } else {
                questions.insert(post.sourceID)
                #expect(!post.title.isEmpty)
            }
        }
    }
}
