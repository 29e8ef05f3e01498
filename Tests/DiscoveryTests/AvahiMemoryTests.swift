#if os(Linux)
    import CAvahi
    import Discovery
    import Foundation
    import Testing

    /// Avahi's library leaves callbacks of a reference unwritten and calls them when its daemon goes
    /// away: what it finds there must be none.
    @Suite struct AvahiMemoryTests {
        @Test func whatAvahiIsGivenIsZero() throws {
            let service = try #require(DiscoveryService())
            service.start()
            defer { service.stop() }
            // The size of a reference; what was freed last is given next.
            let size = 248
            for _ in 0..<100 {
                let former = try #require(malloc(size))
                memset(former, 0xFF, size)
                free(former)
                let memory = try #require(avahi_malloc(size))
                defer { avahi_free(memory) }
                let bytes = UnsafeRawBufferPointer(start: memory, count: size)
                #expect(bytes.allSatisfy { $0 == 0 })
            }
        }
    }
#endif
