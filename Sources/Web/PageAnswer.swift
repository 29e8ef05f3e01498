/// What a request gets: a status, headers and a body.
public struct PageAnswer: Equatable, Sendable {
    /// The HTTP status.
    public var status: Int
    /// Headers beside those that every answer has, in the order in which they are sent.
    public var headers: [Header]
    /// The body in UTF-8.
    public var body: String

    /// A header of an answer.
    public struct Header: Equatable, Sendable {
        /// Its name.
        public let name: String
        /// Its value, ASCII.
        public let value: String

        /// Creates the value from its parts.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Creates an answer.
    public init(status: Int, headers: [Header], body: String) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// What every answer says: nothing from elsewhere is loaded, nothing runs, nothing is kept,
    /// nobody puts the page into a frame or reads it from another site, and no address goes out.
    public static let always: [Header] = [
        Header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'"),
        Header("X-Content-Type-Options", "nosniff"),
        Header("X-Frame-Options", "DENY"),
        Header("Referrer-Policy", "no-referrer"),
        Header("Cross-Origin-Resource-Policy", "same-origin"),
        Header("X-Robots-Tag", "noindex, nofollow"),
    ]

    /// A page in the language of whoever asks.
    static func page(
        _ page: Page, status: Int = 200, language: String, headers: [Header] = []
    ) -> PageAnswer {
        PageAnswer(
            status: status,
            headers: [
                Header("Content-Type", "text/html; charset=utf-8"),
                Header("Content-Language", language), Header("Vary", "Accept-Language"),
                Header("Cache-Control", "no-store"),
            ] + headers, body: page.html)
    }

    /// Sends whoever asks to another page.
    static func moved(to link: PageLink) -> PageAnswer {
        PageAnswer(
            status: 303,
            headers: [Header("Location", link.text), Header("Cache-Control", "no-store")], body: "")
    }

    /// The sheet of styles.
    static var styles: PageAnswer {
        PageAnswer(
            status: 200,
            headers: [
                Header("Content-Type", "text/css; charset=utf-8"),
                Header("Cache-Control", "max-age=600"),
            ], body: Stylesheet.text)
    }
}
