/// A piece of a page.
///
/// There is no way to put in HTML as text: words become HTML in ``html`` alone, where every
/// character with a meaning is escaped, and an address is a ``PageLink``, which leads nowhere but to
/// pages of this site.
public indirect enum Markup: Equatable, Sendable {
    /// Words, ours or somebody's.
    case words(String)
    /// An element with what is in it.
    case element(Tag, [Attribute], [Markup])

    /// The piece as HTML.
    public var html: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .words(let words): Self.escape(words, to: &text)
        case .element(let tag, let attributes, let content):
            text += "<" + tag.rawValue
            for attribute in attributes {
                text += " " + attribute.name + "=\""
                Self.escape(attribute.value, to: &text)
                text += "\""
            }
            text += ">"
            guard !tag.isVoid else { return }
            for piece in content { piece.write(to: &text) }
            text += "</" + tag.rawValue + ">"
        }
    }

    /// Writes words so that a browser shows them as they are, between tags and in quotation marks.
    ///
    /// What no HTML may hold, such as control characters, is shown as U+FFFD.
    private static func escape(_ words: String, to text: inout String) {
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            case "\t", "\n": text.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value),
                _ where scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value):
                text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}

/// The elements that pages are made of; none of them runs anything or loads anything but the sheet
/// of styles.
public enum Tag: String, Sendable {
    case html, head, title, meta, link, body
    case header, nav, main, footer, section, article
    case h1, h2, h3, p, ul, li, dl, dt, dd, div, span, strong, mark, bdi, a, br, time
    case form, label, input, button

    /// Whether nothing can be in it, so that it has no closing tag.
    var isVoid: Bool {
        switch self {
        case .meta, .link, .br, .input: true
        default: false
        }
    }

    /// An element of this kind.
    ///
    /// - Parameters:
    ///   - attributes: What is said about it.
    ///   - content: What is in it.
    public func callAsFunction(
        _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }
    ) -> Markup {
        .element(self, attributes, content())
    }
}

/// What is said about an element.
public enum Attribute: Equatable, Sendable {
    /// Where the element leads.
    case href(PageLink)
    /// Where a form is sent.
    case action(PageLink)
    /// The rule of the sheet of styles.
    case style(StyleName)
    /// The name of a place in the page.
    case id(String)
    /// The language, by BCP 47.
    case language(String)
    /// The direction of the words: `auto` takes that of their first letter.
    case direction(Direction)
    /// What a reader of the page is told instead of what is seen.
    case label(String)
    /// The name of a field, or of what a `meta` says.
    case name(String)
    /// What stands in a field.
    case value(String)
    /// The type of a field or a button.
    case type(String)
    /// What a `meta` says.
    case content(String)
    /// What a `link` is to the page.
    case relation(String)
    /// The set of characters.
    case charset(String)
    /// Which field a label belongs to.
    case of(String)
    /// The moment that a `time` stands for, by ISO 8601.
    case moment(String)
    /// The most characters of a field.
    case longest(Int)

    /// Directions of words.
    public enum Direction: String, Sendable {
        case auto, ltr, rtl
    }

    var name: String {
        switch self {
        case .href: "href"
        case .action: "action"
        case .style: "class"
        case .id: "id"
        case .language: "lang"
        case .direction: "dir"
        case .label: "aria-label"
        case .name: "name"
        case .value: "value"
        case .type: "type"
        case .content: "content"
        case .relation: "rel"
        case .charset: "charset"
        case .of: "for"
        case .moment: "datetime"
        case .longest: "maxlength"
        }
    }

    var value: String {
        switch self {
        case .href(let link), .action(let link): link.text
        case .style(let name): name.rawValue
        case .direction(let direction): direction.rawValue
        case .longest(let count): String(count)
        case .id(let text), .language(let text), .label(let text), .name(let text),
            .value(let text), .type(let text), .content(let text), .relation(let text),
            .charset(let text), .of(let text), .moment(let text):
            text
        }
    }
}

/// Gathers the pieces of an element; a text is words.
@resultBuilder
public enum MarkupBuilder {
    public static func buildExpression(_ words: String) -> [Markup] { [.words(words)] }
    public static func buildExpression(_ piece: Markup) -> [Markup] { [piece] }
    public static func buildExpression(_ pieces: [Markup]) -> [Markup] { pieces }
    public static func buildBlock(_ parts: [Markup]...) -> [Markup] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [Markup]?) -> [Markup] { part ?? [] }
    public static func buildEither(first part: [Markup]) -> [Markup] { part }
    public static func buildEither(second part: [Markup]) -> [Markup] { part }
    public static func buildArray(_ parts: [[Markup]]) -> [Markup] { parts.flatMap { $0 } }
}
