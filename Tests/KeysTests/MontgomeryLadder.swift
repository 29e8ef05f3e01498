import Wire

/// X25519 as RFC 7748 writes it down, with none of libsodium's checks: what an attack bites.
///
/// Slow and not in constant time; sixteen limbs of sixteen bits, least significant first.
enum MontgomeryLadder {
    static func multiply(_ scalar: Bytes, _ point: Bytes) -> Bytes {
        var scalar = scalar
        scalar[0] &= 248
        scalar[31] = scalar[31] & 127 | 64
        let x1 = Field(point)
        var (x2, z2, x3, z3) = (Field(1), Field(0), x1, Field(1))
        for bit in (0..<255).reversed() {
            let isSet = scalar[bit / 8] >> UInt8(bit % 8) & 1 == 1
            if isSet { swap(&x2, &x3); swap(&z2, &z3) }
            let (a, b) = (x2 + z2, x2 - z2)
            let (c, d) = (x3 + z3, x3 - z3)
            let (aa, bb, da, cb) = (a * a, b * b, d * a, c * b)
            let e = aa - bb
            (x3, z3) = ((da + cb) * (da + cb), x1 * ((da - cb) * (da - cb)))
            (x2, z2) = (aa * bb, e * (aa + Field(121_665) * e))
            if isSet { swap(&x2, &x3); swap(&z2, &z3) }
        }
        return (x2 * z2.inverse).bytes
    }

    /// An integer modulo 2^255 - 19.
    private struct Field {
        var limbs: [Int64]

        init(_ small: Int64) { limbs = [small] + Array(repeating: 0, count: 15) }

        init(limbs: [Int64]) { self.limbs = limbs }

        init(_ bytes: Bytes) {
            limbs = (0..<16).map { Int64(bytes[2 * $0]) | Int64(bytes[2 * $0 + 1]) << 8 }
            limbs[15] &= 0x7fff
        }

        static func + (left: Field, right: Field) -> Field {
            Field(limbs: zip(left.limbs, right.limbs).map { $0 + $1 })
        }

        static func - (left: Field, right: Field) -> Field {
            Field(limbs: zip(left.limbs, right.limbs).map { $0 - $1 })
        }

        static func * (left: Field, right: Field) -> Field {
            var wide = Array(repeating: Int64(0), count: 31)
            for (i, a) in left.limbs.enumerated() {
                for (j, b) in right.limbs.enumerated() { wide[i + j] += a * b }
            }
            // 2^256 is 38 modulo the prime.
            for index in 16..<31 { wide[index - 16] += 38 * wide[index] }
            var result = Field(limbs: Array(wide[0..<16]))
            result.carry()
            result.carry()
            return result
        }

        mutating func carry() {
            for index in 0..<16 {
                let high = limbs[index] >> 16
                limbs[index] -= high << 16
                if index < 15 { limbs[index + 1] += high } else { limbs[0] += 38 * high }
            }
        }

        /// By Fermat: the power of the prime less two; zero gives zero.
        var inverse: Field {
            var result = self
            for bit in (0..<254).reversed() {
                result = result * result
                if bit != 2 && bit != 4 { result = result * self }
            }
            return result
        }

        var bytes: Bytes {
            var value = self
            for _ in 0..<3 { value.carry() }
            for _ in 0..<2 {
                var reduced = value.limbs
                reduced[0] -= 0xffed
                for index in 1..<16 {
                    reduced[index] -= index == 15 ? 0x7fff : 0xffff
                    reduced[index] -= reduced[index - 1] >> 16 & 1
                    reduced[index - 1] &= 0xffff
                }
                let isNegative = reduced[15] >> 16 & 1 == 1
                reduced[15] &= 0xffff
                if !isNegative { value.limbs = reduced }
            }
            return value.limbs.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8 & 0xff)] }
        }
    }
}
