import QRCodes
import Testing

@Suite("QR codes")
struct QRCodeTests {
    private let link = "hearth:device/47-copper-lantern"

    // The three squares by which a reader finds a code, and the dots between them by which it counts.
    @Test("have what a reader looks for, in a square of the size that fits the text")
    func shape() throws {
        let code = try #require(QRCode(link))
        #expect(code.size == 29 && code.columns == 37)
        for (row, column) in [(0, 0), (0, code.size - 7), (code.size - 7, 0)] {
            for y in 0..<7 {
                for x in 0..<7 {
                    let ring = max(abs(y - 3), abs(x - 3))
                    #expect(code.isDark(row: row + y, column: column + x) == (ring != 2))
                }
            }
        }
        for place in 8..<(code.size - 8) {
            #expect(code.isDark(row: 6, column: place) == (place % 2 == 0))
            #expect(code.isDark(row: place, column: 6) == (place % 2 == 0))
        }
        #expect(code.isDark(row: code.size - 8, column: 8), "the module that is always dark")
        #expect(!code.isDark(row: -1, column: 0) && !code.isDark(row: 0, column: code.size))
    }

    @Test("of different texts differ, and of one text are the same")
    func texts() {
        #expect(QRCode(link) == QRCode(link))
        #expect(QRCode(link) != QRCode(link + "s"))
        #expect(QRCode("") == nil && QRCode("a\u{0}b") == nil)
        #expect(QRCode(String(repeating: "a", count: QRCode.longestText)) != nil)
        #expect(QRCode(String(repeating: "a", count: QRCode.longestText + 1)) == nil)
    }

    @Test("are drawn with two rows a line and a quiet zone", arguments: [true, false])
    func blocks(isInverted: Bool) throws {
        let code = try #require(QRCode(link))
        let lines = code.blocks(isInverted: isInverted)
        #expect(lines.count == (code.columns + 1) / 2)
        #expect(lines.allSatisfy { $0.count == code.columns })
        for (number, line) in lines.enumerated() {
            for (place, character) in line.enumerated() {
                let row = 2 * number - QRCode.quietZone
                let column = place - QRCode.quietZone
                #expect(
                    ["█", "▀"].contains(character)
                        == (code.isDark(row: row, column: column) == isInverted))
                #expect(
                    ["█", "▄"].contains(character)
                        == (code.isDark(row: row + 1, column: column) == isInverted))
            }
        }
    }

    @Test("as a picture have one square for each dark module, and name no other place")
    func picture() throws {
        let code = try #require(QRCode(link))
        let svg = code.svg(title: "A link")
        var dark = 0
        for row in 0..<code.size {
            for column in 0..<code.size where code.isDark(row: row, column: column) {
                dark += 1
                #expect(svg.contains("M\(column + 4) \(row + 4)h1v1h-1z"))
            }
        }
        #expect(svg.split(separator: "z").count - 1 == dark)
        #expect(svg.contains("<title>A link</title>") && !svg.contains("://"))
    }
}
