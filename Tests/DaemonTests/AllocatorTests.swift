#if os(Linux)
    import Foundation
    import Testing

    @testable import Daemon

    /// Memory that goes back to the system.
    @Suite("Allocator")
    struct AllocatorTests {
        private func resident() throws -> Int {
            let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
            return try #require(Int(line.filter(\.isNumber))) * 1_024
        }

        @Test("what is free in the middle of an arena goes back when the node has nothing to do")
        func givesBack() throws {
            let size = 32 << 10
            let pieces = (0..<4_096).map { _ in
                let piece = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
                memset(piece, 1, size)
                return piece
            }
            // The last ones stay, so that nothing is free at the end.
            for piece in pieces.dropLast(16) { piece.deallocate() }
            let before = try resident()
            Allocator.giveBack()
            #expect(try before - resident() > 64 << 20)
            for piece in pieces.suffix(16) { piece.deallocate() }
        }
    }
#endif
