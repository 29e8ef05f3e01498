internal import Foundation

/// What the C library does with memory that is free again.
///
/// The GNU C library gives each thread that meets another an arena of its own, up to eight for each
/// processor, and gives back to the system only what lies at the end of one. A node works in short
/// bursts on many threads, so that after a large import hundreds of megabytes would stay in arenas
/// that hold next to nothing. Its functions are looked up by name: other C libraries have none, and
/// need none.
public enum Allocator {
    /// `M_ARENA_MAX` of `malloc.h`.
    private static let mostArenas: Int32 = -8
    /// `M_MMAP_THRESHOLD` of `malloc.h`.
    private static let ownPages: Int32 = -3
    /// `M_TRIM_THRESHOLD` of `malloc.h`.
    private static let keptAtEnd: Int32 = -1

    /// Chooses few arenas for the whole program, and for large pieces pages of their own.
    ///
    /// Such pages go back as soon as they are free; saying from which size on also keeps the library
    /// from raising it with every large piece that it meets. To be called before threads are started.
    public static func keepLittle() {
        guard let symbol = symbol("mallopt") else { return }
        let choose = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
        _ = choose(mostArenas, 2)
        _ = choose(ownPages, 256 << 10)
        _ = choose(keptAtEnd, 1 << 20)
    }

    /// Gives free pages back to the system, wherever they lie; after large work.
    static func giveBack() {
        guard let symbol = symbol("malloc_trim") else { return }
        _ = unsafeBitCast(symbol, to: (@convention(c) (Int) -> Int32).self)(0)
    }

    private static func symbol(_ name: String) -> UnsafeMutableRawPointer? {
        #if os(Linux)
            // The program itself, and whatever it is linked with.
            dlsym(nil, name)
        #else
            nil
        #endif
    }
}
