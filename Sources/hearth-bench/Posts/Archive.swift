internal import Foundation

/// A question of the benchmark with its answers, about 500 bytes each.
struct Discussion: Sendable {
    /// One post.
    struct Post: Sendable {
        var source: String
        var author: String
        /// Milliseconds since 1970.
        var date: Int64
        var body: String
    }

    var title: String
    var question: Post
    var answers: [Post]
}

/// Made-up discussions, always the same for one number.
struct Archive: Sendable {
    /// Answers of each question.
    static let answers = 4

    let discussions: [Discussion]

    /// Makes so many posts, a multiple of five.
    init(posts: Int, seed: UInt64 = 1) {
        var generator = SeededGenerator(seed: seed)
        let vocabulary = Vocabulary(using: &generator)
        discussions = (0..<posts / (1 + Self.answers)).map { number in
            let date = 1_500_000_000_000 + Int64(number) * 600_000
            func post(_ place: Int, bytes: Int) -> Discussion.Post {
                Discussion.Post(
                    source: "mbox:<\(number).\(place)@bench.example>",
                    author: vocabulary.word(using: &generator).capitalized + " "
                        + vocabulary.word(using: &generator).capitalized,
                    date: date + Int64(place) * 60_000,
                    body: vocabulary.text(bytes: bytes, using: &generator))
            }
            return Discussion(
                title: vocabulary.text(bytes: 50, using: &generator),
                question: post(0, bytes: 445),
                answers: (1...Self.answers).map { post($0, bytes: 495) })
        }
    }

    /// Writes the posts as a mailbox of a mailing list.
    func write(mailbox path: URL) throws {
        _ = FileManager.default.createFile(atPath: path.path, contents: nil)
        let file = try FileHandle(forWritingTo: path)
        defer { try? file.close() }
        var text = ""
        for discussion in discussions {
            text += Self.mail(discussion.question, discussion.title, answering: nil)
            for answer in discussion.answers {
                text += Self.mail(
                    answer, "Re: " + discussion.title, answering: discussion.question)
            }
            if text.utf8.count > 1 << 20 {
                try file.write(contentsOf: Data(text.utf8))
                text = ""
            }
        }
        try file.write(contentsOf: Data(text.utf8))
    }

    private static func mail(
        _ post: Discussion.Post, _ subject: String, answering question: Discussion.Post?
    ) -> String {
        let address = post.author.lowercased().replacing(" ", with: ".") + "@bench.example"
        var mail = """
            From \(address) \(text(post.date, "%a %b %d %H:%M:%S %Y"))
            From: \(post.author) <\(address)>
            Date: \(text(post.date, "%a, %d %b %Y %H:%M:%S +0000"))
            Subject: \(subject)
            Message-ID: \(post.source.dropFirst("mbox:".count))

            """
        if let question {
            let parent = question.source.dropFirst("mbox:".count)
            mail += "In-Reply-To: \(parent)\nReferences: \(parent)\n"
        }
        return mail + "\n\(post.body)\n\n"
    }

    /// A date in UTC, written as a format of the C library says.
    private static func text(_ date: Int64, _ format: String) -> String {
        var seconds = time_t(date / 1_000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 64)
        let count = strftime(&text, text.count, format, &parts)
        return String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
