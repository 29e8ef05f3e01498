/// A value that crosses the local API as JSON.
///
/// Conforming types get their `Codable` conformance from the compiler, so that the property names
/// are the JSON names and an optional property may be absent. The OpenAPI document is derived from
/// that same conformance.
public protocol Message: Codable, Equatable, Sendable {}

/// A closed set of words that crosses the local API as a JSON string.
public protocol Kind: RawRepresentable<String>, Codable, CaseIterable, Equatable, Sendable {}

/// A request or answer without content: `{}`.
public struct Nothing: Message {
    /// Creates the only value there is.
    public init() {}
}

/// Values of a long operation, in the order in which they happen.
///
/// It ends after the last value, or throws a ``ServiceError``.
public typealias AnswerStream<Item: Message> = AsyncThrowingStream<Item, any Error>
