internal import Dispatch

/// What one thread reads out of the database, handed to one task piece by piece.
///
/// The reading thread waits while a few pieces are not taken yet, so that memory stays small
/// however much there is to read.
public actor Pieces<Piece: Sendable> {
    /// Pieces that may wait to be taken.
    private static var places: Int { 4 }

    private var values: AsyncThrowingStream<Piece, any Error>.Iterator
    private nonisolated let continuation: AsyncThrowingStream<Piece, any Error>.Continuation
    private nonisolated let free = DispatchSemaphore(value: 0)
    private nonisolated let patience: DispatchTimeInterval

    /// - Parameter patience: How long the reading thread waits for somebody to take a piece.
    init(patience: DispatchTimeInterval = .seconds(30)) {
        let (stream, continuation) = AsyncThrowingStream.makeStream(of: Piece.self)
        values = stream.makeAsyncIterator()
        self.continuation = continuation
        self.patience = patience
        continuation.onTermination = { [free] _ in free.signal() }
        // A semaphore must not end with less than it began with, so it begins with nothing.
        for _ in 0..<Self.places { free.signal() }
    }

    /// The next piece; `nil` after the last.
    ///
    /// - Throws: What the reading thread ended with.
    public func next() async throws -> Piece? {
        var iterator = values
        let piece = try await iterator.next(isolation: self)
        values = iterator
        free.signal()
        return piece
    }

    /// The end at which pieces are put in.
    ///
    /// It doesn't keep the other end alive: where that is gone,
    /// nobody takes any more.
    struct Source: Sendable {
        fileprivate let values: AsyncThrowingStream<Piece, any Error>.Continuation
        fileprivate let free: DispatchSemaphore
        fileprivate let patience: DispatchTimeInterval

        /// Hands over a piece as soon as there is a place for it.
        ///
        /// - Throws: `CancellationError` when nobody takes pieces any more.
        func give(_ piece: Piece) throws {
            guard free.wait(timeout: .now() + patience) == .success,
                case .enqueued = values.yield(piece)
            else { throw CancellationError() }
        }

        /// Ends the pieces, with an error if there was one.
        func finish(_ error: (any Error)? = nil) { values.finish(throwing: error) }
    }

    /// Where the reading thread puts pieces in.
    nonisolated var source: Source {
        Source(values: continuation, free: free, patience: patience)
    }
}
