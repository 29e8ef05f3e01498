internal import Languages
public import LocalProtocol

/// A whole page: what is particular to it, inside what all have.
struct Page {
    /// What it is about; its heading, and with the workplace the title of the window.
    var title: String
    /// Whether the title is somebody's words, in a direction of its own.
    var isTitleTheirs = false
    /// Who shows it; `nil` where nothing could be asked.
    var frame: OpenFrame?
    /// How dates are written.
    var dates = PageDates()
    /// What stands in the field for the words to look for.
    var sought = ""
    /// What stands below the heading.
    var content: [Markup]

    private static let content = "content"

    /// The page as HTML.
    var html: String {
        let language = Language.current
        let document = Tag.html(
            .language(language.name), .direction(language.isRightToLeft ? .rtl : .ltr)
        ) {
            head
            Tag.body {
                Tag.a(.href(.place(Self.content)), .style(.skip)) { say("To the content") }
                header
                Tag.main(.id(Self.content)) {
                    Tag.h1(.direction(isTitleTheirs ? .auto : ownDirection)) { title }
                    content
                }
                footer
            }
        }
        return "<!DOCTYPE html>\n" + document.html + "\n"
    }

    private var ownDirection: Attribute.Direction {
        Language.current.isRightToLeft ? .rtl : .ltr
    }

    private var head: Markup {
        Tag.head {
            Tag.meta(.charset("utf-8"))
            Tag.meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
            Tag.title { frame.map { "\(title) · \($0.workplace)" } ?? title }
            Tag.link(.relation("stylesheet"), .href(.styles))
        }
    }

    private var header: Markup {
        Tag.header {
            if let frame { Tag.p(.style(.place), .direction(.auto)) { frame.workplace } }
            Tag.nav(.label(say("Pages"))) {
                Tag.a(.href(.front)) { say("All communities") }
                Tag.a(.href(.help)) { say("How to write, and what this is") }
            }
            FindPage.form(sought)
        }
    }

    private var footer: Markup {
        Tag.footer {
            if let frame {
                Tag.p {
                    frame.terminal.map { say("Shown by the shared terminal \($0).") }
                        ?? say("Shown by a computer of this workplace, without any server.")
                }
                Tag.p {
                    say("As this computer knew it on \(dates.moment(frame.madeAt)).")
                    " "
                    frame.connected == 0
                        ? say("It met no other computer then, so others may know more.")
                        : say(
                            frame.connected,
                            one: "It was connected to one other computer.",
                            other: "It was connected to \(.count) other computers.")
                }
            }
            Tag.p { say("This page sets no cookie, runs no program and counts nobody.") }
        }
    }
}

/// How pages write moments: by the clock on the wall, in the order of the language.
public struct PageDates: Sendable {
    /// Seconds that the clock on the wall is ahead of UTC at a moment.
    let offset: @Sendable (Timestamp) -> Int64

    /// Takes the zone as a function.
    public init(offset: @escaping @Sendable (Timestamp) -> Int64 = { _ in 0 }) {
        self.offset = offset
    }

    /// A day with its time.
    func moment(_ moment: Timestamp) -> String {
        written(moment, as: say("yyyy-MM-dd HH:mm", context: "pattern of a moment"))
    }

    /// A day.
    func day(_ moment: Timestamp) -> String {
        written(moment, as: say("yyyy-MM-dd", context: "pattern of a day"))
    }

    /// A moment as an element that says it to programs as well.
    func element(_ moment: Timestamp) -> Markup {
        Tag.time(.moment(moment.text)) { self.moment(moment) }
    }

    private func written(_ moment: Timestamp, as pattern: String) -> String {
        let shift = offset(moment).multipliedReportingOverflow(by: 1_000).partialValue
        let text = Timestamp(
            milliseconds: moment.milliseconds.addingReportingOverflow(shift).partialValue
        ).text
        let parts = [("yyyy", 0, 4), ("MM", 5, 2), ("dd", 8, 2), ("HH", 11, 2), ("mm", 14, 2)]
        return parts.reduce(pattern) { result, part in
            result.replacing(part.0, with: text.dropFirst(part.1).prefix(part.2))
        }
    }
}
