internal import Foundation
internal import LocalProtocol

/// A route in the shape that the server needs: bytes in, bytes out.
struct Endpoint: Sendable {
    /// The bytes of an answer.
    enum Answer: Sendable {
        /// One JSON object.
        case whole(Data)
        /// JSON objects, one a line, each with its line feed.
        case lines(any AsyncSequence<Data, any Error> & Sendable)
    }

    /// The row of the table of routes.
    let route: any AnyRoute
    /// Reads the query, for routes without a body.
    let query: QueryReader
    /// Decodes a request, hands it to the gate, encodes the answer.
    let answer: @Sendable (any ServiceGate, Data) async throws(ServiceError) -> Answer
}

/// All endpoints by path and method.
struct EndpointTable: Sendable {
    private let endpoints: [String: [String: Endpoint]]

    /// Builds the table from ``Routes/all``.
    init() {
        var collector = EndpointCollector()
        for route in Routes.all {
            route.accept(&collector)
        }
        endpoints = collector.endpoints
    }

    /// The endpoint of a path and method.
    subscript(path: String, method: String) -> Endpoint? {
        endpoints[path]?[method]
    }

    /// The methods that a path has, sorted; empty when nothing has this path.
    func methods(of path: String) -> [String] {
        endpoints[path].map { $0.keys.sorted() } ?? []
    }
}

private struct EndpointCollector: RouteVisitor {
    var endpoints: [String: [String: Endpoint]] = [:]

    mutating func visit<Request, Answer>(_ route: Route<Request, Answer>) {
        add(
            Endpoint(route: route, query: QueryReader(of: Request.self)) {
                gate, body throws(ServiceError) in
                let request = try JSONText.decode(Request.self, from: body)
                return .whole(try JSONText.encode(await route.call(gate, request)))
            })
    }

    mutating func visit<Request, Item>(_ route: StreamRoute<Request, Item>) {
        add(
            Endpoint(route: route, query: QueryReader(of: Request.self)) {
                gate, body throws(ServiceError) in
                let request = try JSONText.decode(Request.self, from: body)
                let items = try await route.call(gate, request)
                return .lines(items.map { try JSONText.encode($0) + Data("\n".utf8) })
            })
    }

    private mutating func add(_ endpoint: Endpoint) {
        endpoints[endpoint.route.path, default: [:]][endpoint.route.verb.rawValue] = endpoint
    }
}
