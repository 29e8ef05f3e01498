public import Languages

/// The languages that are built into the programs.
///
/// Each is a `.po` file in the folder of this room; `Tools/phrases` turns it into literals, so that
/// a program needs no other file to speak it.
public enum Phrasebook {
    /// The names of the languages, English first.
    public static let names = ["en"] + texts.keys.sorted()

    /// A language by its name, such as `he`; English if there is no catalogue for it.
    public static func language(_ name: String) -> Language {
        // A catalogue that can't be read never gets here: tests read each of them.
        (try? catalogue(name)).flatMap { $0 }.map { Language($0) } ?? .english
    }

    /// The catalogue of a language; nil for English, which needs none, and for unknown ones.
    static func catalogue(_ name: String) throws(CatalogueError) -> Catalogue? {
        guard let pieces = texts[name] else { return nil }
        return try Catalogue(pieces.joined(separator: "\n"))
    }
}
