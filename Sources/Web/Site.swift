internal import Languages
public import LocalProtocol

/// The pages that everybody on the local network may read.
///
/// It asks an ``OpenReader``, which gives nothing else, and turns what comes into HTML. Sentences
/// are in the language of the current task.
public struct Site: Sendable {
    /// Why a request is turned away before anything is asked.
    public enum Refusal: Sendable {
        /// It would write.
        case writing
        /// It has a method that nothing here answers.
        case method
        /// It names another host than this computer.
        case host
        /// It has a body, or is otherwise no request for a page.
        case malformed
        /// The same computer asks too often.
        case tooOften
        /// Too many ask at once.
        case busy
    }

    private let reader: any OpenReader
    private let dates: PageDates

    /// Makes the pages of a reader.
    public init(reader: any OpenReader, dates: PageDates = PageDates()) {
        self.reader = reader
        self.dates = dates
    }

    /// The answer to a request that only reads.
    ///
    /// - Parameter target: Path and query as the request has them.
    public func answer(_ target: String) async -> PageAnswer {
        guard let link = PageLink(target) else { return missing }
        if link == .styles { return .styles }
        do throws(ServiceError) {
            return try await page(link)
        } catch {
            return error.code == .notFound ? missing : closed
        }
    }

    /// The answer to a request that is turned away.
    public func refusal(_ refusal: Refusal) -> PageAnswer {
        switch refusal {
        case .writing:
            plain(
                403, say("Nothing can be written here"),
                [Pieces.reply(nil), Tag.p { Tag.a(.href(.front)) { say("All communities") } }])
        case .method:
            plain(
                405, say("This is only for reading"), [Pieces.reply(nil)],
                headers: [PageAnswer.Header("Allow", "GET, HEAD")])
        case .host:
            plain(
                421, say("This computer has another name"),
                [
                    Tag.p {
                        say(
                            "The address that was typed belongs to somebody else. Type the one "
                                + "that stands on the sheet, or scan its code again.")
                    }
                ])
        case .malformed: plain(400, say("That is no request for a page"), [])
        case .tooOften:
            plain(
                429, say("Too often"),
                [Tag.p { say("So many pages at once are nobody's reading. Wait a moment.") }],
                headers: [PageAnswer.Header("Retry-After", "10")])
        case .busy:
            plain(
                503, say("Many read at the moment"),
                [Tag.p { say("Try again in a few seconds.") }],
                headers: [PageAnswer.Header("Retry-After", "3")])
        }
    }

    private func page(_ link: PageLink) async throws(ServiceError) -> PageAnswer {
        switch link {
        case .front: return page(FrontPage.page(try await reader.openFront(), dates))
        case .community(let reference):
            return page(CommunityPage.page(try await reader.openCommunity(reference), dates))
        case .item(let code), .short(let code):
            switch try await reader.openItem(code) {
            case .item(let item): return page(ItemPage.page(item, dates))
            case .community(let code): return .moved(to: .community(code))
            case .several(let frame, let codes):
                return page(ItemPage.choice(codes, frame, dates))
            }
        case .find(let words):
            let found: OpenFindings?
            if let words { found = try await reader.openFindings(words) } else { found = nil }
            let frame: OpenFrame
            if let found { frame = found.frame } else { frame = try await reader.openFrame() }
            return page(FindPage.page(found, words: words ?? "", frame, dates))
        case .help: return page(HelpPage.page(try await reader.openFrame(), dates))
        case .styles, .place: return .styles
        }
    }

    private func page(_ page: Page) -> PageAnswer {
        .page(page, language: Language.current.name)
    }

    /// What whoever asks for something else gets: whether it doesn't exist or isn't for everybody
    /// can't be told apart.
    private var missing: PageAnswer {
        plain(
            404, say("There is nothing here"),
            [
                Tag.p {
                    say(
                        "Nothing that everybody may read has this address. A new code may not have "
                            + "come to this computer yet.")
                },
                Tag.p { Tag.a(.href(.front)) { say("All communities") } },
            ])
    }

    /// What is said while nothing can be read; no word of why an error came, which is the matter of
    /// whoever runs the computer.
    private var closed: PageAnswer {
        plain(
            503, say("Closed at the moment"),
            [
                Tag.p {
                    say(
                        "This computer can show nothing now. Its owner may have locked it. Try "
                            + "again later, or at the shared terminal.")
                }
            ], headers: [PageAnswer.Header("Retry-After", "60")])
    }

    private func plain(
        _ status: Int, _ title: String, _ content: [Markup], headers: [PageAnswer.Header] = []
    ) -> PageAnswer {
        .page(
            Page(title: title, dates: dates, content: content), status: status,
            language: Language.current.name, headers: headers)
    }
}
