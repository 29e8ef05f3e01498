/// The SHA-256 hash of bytes (FIPS 180-4), for names that stay the same wherever a file is read.
///
/// It names messages that have no id of their own. Nothing is trusted because of it, so this room
/// needs no cryptographic library.
struct Digest: Sendable {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
        0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// What was added since the last whole block, fewer than 64 bytes.
    private var rest: [UInt8] = []
    private var length: UInt64 = 0

    init() { rest.reserveCapacity(64) }

    /// The first half of a hash, enough to tell messages apart.
    struct Half: Hashable, Comparable, Sendable {
        var high: UInt64
        var low: UInt64

        static func < (left: Half, right: Half) -> Bool {
            (left.high, left.low) < (right.high, right.low)
        }

        /// 32 lower-case hexadecimal digits.
        var hex: String {
            [high, low].map { word in
                let digits = String(word, radix: 16)
                return String(repeating: "0", count: 16 - digits.count) + digits
            }.joined()
        }
    }

    /// Appends bytes to what is hashed.
    mutating func add(_ bytes: ArraySlice<UInt8>) {
        length &+= UInt64(bytes.count)
        var bytes = bytes
        if !rest.isEmpty {
            let piece = bytes.prefix(64 - rest.count)
            rest.append(contentsOf: piece)
            bytes = bytes.dropFirst(piece.count)
            guard rest.count == 64 else { return }
            rest.withUnsafeBytes { compress($0) }
            rest.removeAll(keepingCapacity: true)
        }
        let whole = bytes.count & ~63
        bytes.withUnsafeBytes { compress(UnsafeRawBufferPointer(rebasing: $0[..<whole])) }
        rest.append(contentsOf: bytes.dropFirst(whole))
    }

    /// Appends a line feed to what is hashed.
    mutating func addLineFeed() {
        length &+= 1
        rest.append(0x0A)
        guard rest.count == 64 else { return }
        rest.withUnsafeBytes { compress($0) }
        rest.removeAll(keepingCapacity: true)
    }

    /// The first half of the hash of all that was added.
    consuming func finish() -> Half {
        let bits = length &* 8
        rest.append(0x80)
        let end = rest.count <= 56 ? 56 : 120
        rest.append(contentsOf: repeatElement(0, count: end - rest.count))
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            rest.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
        rest.withUnsafeBytes { compress($0) }
        return Half(
            high: UInt64(state[0]) << 32 | UInt64(state[1]),
            low: UInt64(state[2]) << 32 | UInt64(state[3]))
    }

    /// Takes in whole blocks of 64 bytes.
    private mutating func compress(_ blocks: UnsafeRawBufferPointer) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
            for block in stride(from: 0, to: blocks.count, by: 64) {
                for index in 0..<16 {
                    let word = blocks.loadUnaligned(
                        fromByteOffset: block + index * 4, as: UInt32.self)
                    schedule[index] = UInt32(bigEndian: word)
                }
                for index in 16..<64 {
                    let (early, late) = (schedule[index - 15], schedule[index - 2])
                    let mixed = turn(early, 7) ^ turn(early, 18) ^ (early >> 3)
                    let other = turn(late, 17) ^ turn(late, 19) ^ (late >> 10)
                    schedule[index] = schedule[index - 16] &+ mixed &+ schedule[index - 7] &+ other
                }
                mix(schedule)
            }
        }
    }

    /// Takes in the words of one block.
    ///
    /// Eight rounds at a time, after which each variable has its own place again: moving all
    /// eight in each round would take a third of the time.
    private mutating func mix(_ schedule: UnsafeMutableBufferPointer<UInt32>) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        Digest.constants.withUnsafeBufferPointer { constants in
            func round(
                _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
                _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ index: Int
            ) {
                let choice = g ^ (e & (f ^ g))
                let majority = (a & b) | (c & (a | b))
                let sum =
                    h &+ (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) &+ choice
                    &+ constants[index] &+ schedule[index]
                d = d &+ sum
                h = sum &+ (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) &+ majority
            }
            for index in stride(from: 0, to: 64, by: 8) {
                round(a, b, c, &d, e, f, g, &h, index)
                round(h, a, b, &c, d, e, f, &g, index + 1)
                round(g, h, a, &b, c, d, e, &f, index + 2)
                round(f, g, h, &a, b, c, d, &e, index + 3)
                round(e, f, g, &h, a, b, c, &d, index + 4)
                round(d, e, f, &g, h, a, b, &c, index + 5)
                round(c, d, e, &f, g, h, a, &b, index + 6)
                round(b, c, d, &e, f, g, h, &a, index + 7)
            }
        }
        for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
    }

    private func turn(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word >> count | word << (32 - count)
    }

    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1,
        0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
        0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786,
        0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147,
        0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
        0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
        0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a,
        0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
        0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
