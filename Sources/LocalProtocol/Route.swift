/// What a route does to the node, as an HTTP method.
public enum Verb: String, Sendable {
    /// Reads; fields of the request travel in the query.
    case get = "GET"
    /// Writes; the request travels as a JSON body.
    case post = "POST"
    /// Takes away; fields of the request travel in the query.
    case delete = "DELETE"

    /// True when the request travels as a JSON body.
    public var hasBody: Bool { self == .post }
}

/// One row of the table of routes, whatever its types.
public protocol AnyRoute: Sendable {
    /// Name of the operation, equal to the method of ``HearthService`` without its labels.
    var name: String { get }
    /// The HTTP method.
    var verb: Verb { get }
    /// The path, without query.
    var path: String { get }
    /// What it does, in a line.
    var summary: String { get }
    /// Most bytes that the body of a request may have.
    var bodyLimit: Int { get }
    /// True when the answer is a stream of JSON lines.
    var isStream: Bool { get }

    /// Hands the row with its types to a visitor.
    func accept(_ visitor: inout some RouteVisitor)
}

/// Something that does the same to every row of the table of routes.
public protocol RouteVisitor {
    /// Visits a route with one answer.
    mutating func visit<Request, Answer>(_ route: Route<Request, Answer>)
    /// Visits a route with a stream of answers.
    mutating func visit<Request, Item>(_ route: StreamRoute<Request, Item>)
}

/// A route with one answer.
public struct Route<Request: Message, Answer: Message>: AnyRoute {
    /// Carries out a request of whoever stands before the gate of a home.
    public typealias Call =
        @Sendable (any ServiceGate, Request) async throws(ServiceError) -> Answer

    public let name: String
    public let verb: Verb
    public let path: String
    public let summary: String
    public let bodyLimit: Int
    /// Calls the method of the service, or of its gate, that this route stands for.
    public let call: Call

    public var isStream: Bool { false }

    /// A route to the service of an unlocked home.
    init(
        _ name: String, _ verb: Verb, _ path: String, _ summary: String,
        bodyLimit: Int = Routes.defaultBodyLimit,
        call: @escaping @Sendable (any HearthService, Request) async throws(ServiceError) -> Answer
    ) {
        self.init(always: name, verb, path, summary, bodyLimit: bodyLimit) {
            gate, request throws(ServiceError) in
            try await gate.pass(name) { home throws(ServiceError) in
                try await call(home, request)
            }
        }
    }

    /// A route that is open whether the home is locked or not.
    init(
        always name: String, _ verb: Verb, _ path: String, _ summary: String,
        bodyLimit: Int = Routes.defaultBodyLimit, call: @escaping Call
    ) {
        self.name = name
        self.verb = verb
        self.path = path
        self.summary = summary
        self.bodyLimit = bodyLimit
        self.call = call
    }

    public func accept(_ visitor: inout some RouteVisitor) {
        visitor.visit(self)
    }
}

/// A route whose answer is a stream of JSON lines.
///
/// Blank lines keep the connection alive; a failure after the first line is a last line of the
/// form `{"error": {…}}`.
public struct StreamRoute<Request: Message, Item: Message>: AnyRoute {
    /// Carries out a request of whoever stands before the gate of a home.
    public typealias Call =
        @Sendable (any ServiceGate, Request) async throws(ServiceError) -> AnswerStream<Item>

    public let name: String
    public let verb: Verb
    public let path: String
    public let summary: String
    /// Calls the method of the service, or of its gate, that this route stands for.
    public let call: Call

    public var bodyLimit: Int { Routes.defaultBodyLimit }
    public var isStream: Bool { true }

    /// A route to the service of an unlocked home.
    init(
        _ name: String, _ verb: Verb, _ path: String, _ summary: String,
        call:
            @escaping @Sendable (any HearthService, Request) async throws(ServiceError)
            -> AnswerStream<Item>
    ) {
        self.init(always: name, verb, path, summary) { gate, request throws(ServiceError) in
            gate.guarded(
                try await gate.pass(name) { home throws(ServiceError) in
                    try await call(home, request)
                })
        }
    }

    /// A route that is open whether the home is locked or not.
    init(
        always name: String, _ verb: Verb, _ path: String, _ summary: String,
        call: @escaping Call
    ) {
        self.name = name
        self.verb = verb
        self.path = path
        self.summary = summary
        self.call = call
    }

    public func accept(_ visitor: inout some RouteVisitor) {
        visitor.visit(self)
    }
}
