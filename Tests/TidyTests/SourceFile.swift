import Foundation

/// A Swift file as the rules see it: its text, and its code without comments and literals.
struct SourceFile {
    /// The path from the root of the repository.
    let path: String
    /// The bytes of the file.
    let text: [UInt8]
    /// The same bytes with blanks for comments and the contents of literals.
    let code: [UInt8]

    init(path: String, text: String) {
        self.path = path
        self.text = Array(text.utf8)
        var eraser = Eraser(self.text)
        code = eraser.erased()
    }

    /// The name of the target that the file belongs to: the second part of its path.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 1 ? String(parts[1]) : ""
    }

    /// The name of the file without its ending.
    var name: String {
        (path.split(separator: "/").last ?? "").split(separator: ".").first.map(String.init) ?? ""
    }

    /// Whether the file was made by a program, so that no rule of style applies.
    var isGenerated: Bool { path.contains("/Generated/") || path.hasSuffix(".pb.swift") }

    /// Whether the file is a list of data rather than code.
    var isData: Bool { name == "WordList+English" }

    /// The lines of the code.
    var codeLines: [String] { SourceFile.lines(code) }

    /// The lines of the text.
    var textLines: [String] { SourceFile.lines(text) }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// The lines, counted from 1, on which a piece of text begins.
    func lines(of piece: String, in bytes: [UInt8]) -> [Int] {
        let wanted = Array(piece.utf8)
        return SourceFile.places(of: wanted, in: bytes).map { place in
            bytes[..<place].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        }
    }

    /// Where some bytes begin in others.
    static func places(of wanted: [UInt8], in bytes: [UInt8]) -> [Int] {
        var places: [Int] = []
        bytes.withUnsafeBytes { all in
            guard let base = all.baseAddress, let first = wanted.first else { return }
            var index = 0
            while index < all.count,
                let found = memchr(base + index, Int32(first), all.count - index)
            {
                let place = UnsafeRawPointer(found) - base
                let isWhole = place + wanted.count <= all.count
                if isWhole, memcmp(base + place, wanted, wanted.count) == 0 { places.append(place) }
                index = place + 1
            }
        }
        return places
    }
}
