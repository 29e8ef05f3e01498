/// A piece of code that may not occur, and what to write in its place.
struct Ban {
    /// The piece, as it stands in the code.
    let piece: String
    /// What to write instead.
    let instead: String
    /// Whether letters may stand right before the piece: `x.shuffled()` but not `myDate(`.
    var standsAlone = true
    /// A piece that makes it right if it follows on the same line.
    var unless: String?

    /// Where a file breaks the ban.
    func complaints(_ file: SourceFile) -> [Complaint] {
        let wanted = Array(piece.utf8)
        let places = SourceFile.places(of: wanted, in: file.code).filter { place in
            if standsAlone, place > 0, Ban.isNamePart(file.code[place - 1]) { return false }
            let end = place + wanted.count
            if let last = wanted.last, Ban.isNamePart(last), end < file.code.count,
                Ban.isNamePart(file.code[end])
            {
                return false
            }
            guard let unless else { return true }
            // A call may go on over the next lines; its closing brace ends the search.
            let rest = file.code[end...].prefix(200)
            return SourceFile.places(of: Array(unless.utf8), in: Array(rest)).isEmpty
        }
        return places.map { place in
            let line = file.code[..<place].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
            return Complaint(path: file.path, line: line, text: "`\(piece)`: \(instead)")
        }
    }

    static func isNamePart(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || byte == 0x5F
    }

    /// What no file may hold.
    static let everywhere = [
        Ban(piece: "try!", instead: "handle the error, or make the test `throws`"),
        Ban(piece: "as!", instead: "use `as?` and say what happens otherwise"),
        Ban(piece: "fatalError(", instead: "throw a typed error, or make the state impossible"),
        Ban(piece: "@unchecked Sendable", instead: "make it a value, an actor or use `Mutex`"),
        Ban(piece: "nonisolated(unsafe)", instead: "use `Mutex` or pass the value in"),
        Ban(piece: "Task.detached", instead: "use a child task of a task group"),
    ]

    /// What no room, program or library of ours may hold beside that.
    static let sources = [
        Ban(piece: "Task {", instead: "use a child task of a task group"),
        Ban(piece: "Thread.sleep", instead: "wait for the event itself"),
        Ban(piece: "import XCTest", instead: "import Testing, in Tests"),
    ]

    /// What no pure room may hold: no clock, no chance, no output, no tasks of its own.
    static let pure = [
        Ban(
            piece: "import Foundation", instead: "the standard library; pure rooms know no platform"
        ),
        Ban(piece: "import FoundationEssentials", instead: "the standard library"),
        Ban(piece: "import Glibc", instead: "the standard library"),
        Ban(piece: "import Dispatch", instead: "an argument or an effect"),
        Ban(piece: "import Logging", instead: "an effect that notes a `Diagnostic`"),
        Ban(piece: "Date(", instead: "take the instant as an argument"),
        Ban(piece: "Clock.now", instead: "take the instant as an argument", standsAlone: false),
        Ban(piece: " .now", instead: "take the instant as an argument", standsAlone: false),
        Ban(piece: "(.now", instead: "take the instant as an argument", standsAlone: false),
        Ban(piece: "Date.now", instead: "take the instant as an argument"),
        Ban(piece: "ContinuousClock", instead: "take the instant as an argument"),
        Ban(
            piece: "SystemRandomNumberGenerator", instead: "take `inout some RandomNumberGenerator`"
        ),
        Ban(
            piece: ".random(in:", instead: "pass the generator with `using:`", standsAlone: false,
            unless: "using:"),
        Ban(piece: ".shuffled()", instead: "`.shuffled(using:)`", standsAlone: false),
        Ban(piece: ".shuffle()", instead: "`.shuffle(using:)`", standsAlone: false),
        Ban(piece: ".randomElement()", instead: "`.randomElement(using:)`", standsAlone: false),
        Ban(piece: "UUID(", instead: "random bytes of the generator that is passed in"),
        Ban(piece: "Task", instead: "an effect; the shell has the tasks"),
        Ban(piece: "print(", instead: "an effect that notes a `Diagnostic`"),
        Ban(piece: "hashValue", instead: "a hash of `Keys`; this one differs in each process"),
        Ban(piece: "Hasher()", instead: "a hash of `Keys`; this one differs in each process"),
    ]
}
