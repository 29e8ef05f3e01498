public import Foundation
public import LocalProtocol

/// The OpenAPI 3.1 description of the local API, derived from the table of routes and the types
/// that it names.
public enum OpenAPIDocument {
    /// The document as it is served at `/openapi.json` and kept in `Protocol/openapi.json`.
    public static func text() throws(ServiceError) -> Data {
        try JSONText.encodePretty(document()) + Data("\n".utf8)
    }

    static func document() -> JSONValue {
        var writer = DocumentWriter()
        for route in Routes.all {
            route.accept(&writer)
        }
        let failure = writer.reference(Schema(of: ErrorAnswer.self))
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Hearth local API", "version": "1",
                "description": .string(introduction),
                "license": ["name": "MIT", "identifier": "MIT"],
            ],
            "servers": [
                ["url": "http://localhost", "description": "over the Unix socket of the home"]
            ],
            "paths": .object(writer.paths.mapValues { .object($0) }),
            "components": [
                "schemas": .object(writer.schemas),
                "responses": [
                    "Failure": [
                        "description": "What went wrong and what to do about it",
                        "content": ["application/json": ["schema": failure]],
                    ]
                ],
            ],
        ]
    }

    private static let introduction = """
        What a person, a script or a page can ask of the Hearth node of this user. It is served \
        over HTTP/1.1 on a Unix socket, to processes of the same user only. Fields of GET and \
        DELETE requests travel in the query, those of POST requests in a JSON body. Dates are \
        ISO 8601 strings in UTC. Answers of type application/jsonl are streams with one JSON \
        object a line, which may end with {"error": {…}}; blank lines mean nothing. \
        At a shared terminal, requests of somebody who is signed in carry the token of their \
        session in the header \(CallerSession.header).
        """
}

/// Collects paths and schemas while it walks through the routes.
private struct DocumentWriter: RouteVisitor {
    var paths: [String: [String: JSONValue]] = [:]
    var schemas: [String: JSONValue] = [:]

    mutating func visit<Request, Answer>(_ route: Route<Request, Answer>) {
        add(route, request: Schema(of: Request.self), answer: Schema(of: Answer.self))
    }

    mutating func visit<Request, Item>(_ route: StreamRoute<Request, Item>) {
        add(route, request: Schema(of: Request.self), answer: Schema(of: Item.self))
    }

    private mutating func add(_ route: any AnyRoute, request: Schema, answer: Schema) {
        let media = route.isStream ? "application/jsonl" : "application/json"
        var operation: [String: JSONValue] = [
            "operationId": .string(route.name),
            "summary": .string(route.summary),
            "responses": [
                "200": [
                    "description": .string(route.isStream ? "A stream of values" : "Done"),
                    "content": [media: ["schema": reference(answer)]],
                ],
                "default": ["$ref": "#/components/responses/Failure"],
            ],
        ]
        guard case .object(_, let fields) = request else { return }
        if route.verb.hasBody {
            if !fields.isEmpty {
                operation["requestBody"] = [
                    "required": .boolean(fields.contains(where: \.isRequired)),
                    "content": ["application/json": ["schema": reference(request)]],
                ]
            }
        } else if !fields.isEmpty {
            operation["parameters"] = .array(
                fields.map { field in
                    [
                        "name": .string(field.name), "in": "query",
                        "required": .boolean(field.isRequired),
                        "schema": reference(field.schema),
                    ]
                })
        }
        paths[route.path, default: [:]][route.verb.rawValue.lowercased()] = .object(operation)
    }

    /// Describes a schema in place, or files it under its name and refers to it.
    mutating func reference(_ schema: Schema) -> JSONValue {
        switch schema {
        case .string: return ["type": "string"]
        case .date: return ["type": "string", "format": "date-time"]
        case .integer: return ["type": "integer", "format": "int64"]
        case .number: return ["type": "number"]
        case .boolean: return ["type": "boolean"]
        case .array(let element): return ["type": "array", "items": reference(element)]
        case .kind(let name, let cases):
            schemas[name] = ["type": "string", "enum": .array(cases.map { .string($0) })]
            return pointer(name)
        case .object(let name, let fields):
            if schemas[name] == nil {
                var properties: [String: JSONValue] = [:]
                for field in fields {
                    properties[field.name] = reference(field.schema)
                }
                let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
                schemas[name] = [
                    "type": "object", "properties": .object(properties),
                    "required": .array(required),
                ]
            }
            return pointer(name)
        }
    }

    private func pointer(_ name: String) -> JSONValue {
        ["$ref": .string("#/components/schemas/" + name)]
    }
}
