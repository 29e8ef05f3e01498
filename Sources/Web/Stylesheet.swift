/// The rules of the sheet of styles that elements name.
public enum StyleName: String, Sendable {
    /// A link over everything else, for who goes through the page with the keyboard.
    case skip
    /// The name of the workplace on top.
    case place
    /// Who wrote something, and when.
    case byline
    /// A short code.
    case code
    /// What stands beside the words, such as "solved".
    case note
    /// Somebody's words.
    case words
    /// What a reader can do.
    case reply
}

/// The sheet of styles: one column, large enough for a telephone, in the colours that the reader's
/// system has.
enum Stylesheet {
    /// The sheet.
    static let text = """
        :root { color-scheme: light dark; }
        body { font: 1.0625rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 42rem;
          padding: 0 1rem 2rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: 1rem 0 .5rem; }
        h2 { font-size: 1.2rem; margin: 1.75rem 0 .5rem; }
        h3 { font-size: 1.0625rem; margin: 0; }
        a { display: inline-block; min-height: 1.75rem; }
        a:focus-visible, input:focus-visible, button:focus-visible {
          outline: 3px solid; outline-offset: 2px; }
        header { border-block-end: 1px solid; padding-block: .5rem; }
        nav a { margin-inline-end: 1rem; }
        form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
        input { flex: 1 1 10rem; min-width: 0; }
        input, button { font: inherit; min-height: 2.75rem; padding-inline: .75rem; }
        ul { list-style: none; margin: 0; padding: 0; }
        li, article { border-block-start: 1px solid #8886; padding-block: .6rem; }
        dt { font-weight: 600; margin-block-start: .6rem; }
        dd { margin: 0; }
        footer { border-block-start: 1px solid; margin-block-start: 2rem; padding-block-start: .5rem; }
        .place { font-weight: 600; margin: 0; }
        .byline, .note, footer { font-size: .9375rem; }
        .code { font-family: ui-monospace, monospace; }
        .words p { margin: .4rem 0; }
        .reply { border-inline-start: .25rem solid; padding-inline-start: .75rem; }
        .skip { position: absolute; inset-inline-start: -100rem; }
        .skip:focus { inset-inline-start: 1rem; }
        @media print { nav, form, .skip { display: none; } }

        """
}
