public import Languages

/// The languages that are built into the programs.
///
/// Each is a `.po` file in the folder of this room; `Tools/phrases` turns it into literals, so that
/// a program needs no other file to speak it.
public enum Phrasebook {
    /// The names of the languages, English first.
    public static let names = ["en"] + texts.keys.sorted()

    /// Languages other than English by their names, read when the first of them is asked for.
    private static let languages: [String: Language] = texts.keys.reduce(into: [:]) { all, name in
        // A catalogue that can't be read never gets here: tests read each of them.
        all[name] = (try? catalogue(name)).flatMap { $0 }.map { Language($0) }
    }

    /// A language by its name, such as `he`; English if there is no catalogue for it.
    public static func language(_ name: String) -> Language {
        texts[name] == nil ? .english : languages[name] ?? .english
    }

    /// The first language that there is of those that somebody accepts; English if there is none.
    public static func language(accepting header: String) -> Language {
        let name = LanguageChoice.names(accepting: header).first { names.contains($0) }
        return language(name ?? "en")
    }

    /// The catalogue of a language; nil for English, which needs none, and for unknown ones.
    static func catalogue(_ name: String) throws(CatalogueError) -> Catalogue? {
        guard let pieces = texts[name] else { return nil }
        return try Catalogue(pieces.joined(separator: "\n"))
    }
}
