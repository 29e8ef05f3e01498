/// Character references of HTML and XML: `&amp;`, `&#233;`, `&#xE9;`.
enum Entities {
    /// The text with its references replaced; what is no known reference stays as it is.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return String(decoding: decoded(Array(text.utf8)[...], names: html), as: UTF8.self)
    }

    /// The bytes of an XML attribute with its references replaced: only the five names of XML and
    /// numbers, so that nothing can expand.
    static func decodedXML(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        decoded(bytes, names: xml)
    }

    private static func decoded(
        _ bytes: ArraySlice<UInt8>, names: [String: UInt32]
    ) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "&"),
                let (scalar, end) = reference(bytes[(index + 1)...], names: names)
            else {
                result.append(bytes[index])
                index += 1
                continue
            }
            result.append(contentsOf: Array(String(Character(scalar)).utf8))
            index = end
        }
        return result
    }

    /// The character that a reference after "&" means, and where the text goes on.
    private static func reference(
        _ rest: ArraySlice<UInt8>, names: [String: UInt32]
    ) -> (Unicode.Scalar, Int)? {
        let word = rest.prefix(12).prefix {
            HTMLTokens.isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "#")
        }
        guard let first = word.first else { return nil }
        let isClosed = word.endIndex < rest.endIndex && rest[word.endIndex] == UInt8(ascii: ";")
        let end = isClosed ? word.endIndex + 1 : word.endIndex
        let text = String(decoding: word, as: UTF8.self)
        guard first == UInt8(ascii: "#") else {
            guard isClosed, let value = names[text] else { return nil }
            return Unicode.Scalar(value).map { ($0, end) }
        }
        let digits = text.dropFirst()
        let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
        guard let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else {
            return nil
        }
        // Numbers from 128 to 159 were meant in Windows-1252, where they are letters.
        if (128...159).contains(value) {
            let letter = Charset.decode([UInt8(value)], label: "windows-1252").unicodeScalars.first
            return letter.map { ($0, end) }
        }
        return Unicode.Scalar(value).map { ($0, end) }
    }

    private static let xml: [String: UInt32] = [
        "lt": 0x3C, "gt": 0x3E, "amp": 0x26, "quot": 0x22, "apos": 0x27,
    ]

    /// The names of HTML 4 and the few newer ones that mail holds.
    private static let html: [String: UInt32] = {
        var table = xml
        let latin = """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg \
            plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 \
            iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml \
            Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
            Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring \
            aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve \
            oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
            """
        for (index, name) in latin.split(separator: " ").enumerated() {
            table[String(name)] = 0xA0 + UInt32(index)
        }
        let greek = """
            Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi \
            Rho - Sigma Tau Upsilon Phi Chi Psi Omega
            """
        for (index, name) in greek.split(separator: " ").enumerated() where name != "-" {
            table[String(name)] = 0x391 + UInt32(index)
            table[name.lowercased()] = 0x3B1 + UInt32(index)
        }
        let others: [String: UInt32] = [
            "OElig": 0x152, "oelig": 0x153, "Scaron": 0x160, "scaron": 0x161, "Yuml": 0x178,
            "fnof": 0x192, "circ": 0x2C6, "tilde": 0x2DC, "sigmaf": 0x3C2, "ensp": 0x2002,
            "emsp": 0x2003, "thinsp": 0x2009, "zwnj": 0x200C, "zwj": 0x200D, "lrm": 0x200E,
            "rlm": 0x200F, "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019,
            "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E, "dagger": 0x2020,
            "Dagger": 0x2021, "bull": 0x2022, "hellip": 0x2026, "permil": 0x2030, "prime": 0x2032,
            "Prime": 0x2033, "lsaquo": 0x2039, "rsaquo": 0x203A, "oline": 0x203E, "frasl": 0x2044,
            "euro": 0x20AC, "trade": 0x2122, "larr": 0x2190, "uarr": 0x2191, "rarr": 0x2192,
            "darr": 0x2193, "harr": 0x2194, "crarr": 0x21B5, "lArr": 0x21D0, "rArr": 0x21D2,
            "hArr": 0x21D4, "forall": 0x2200, "part": 0x2202, "exist": 0x2203, "empty": 0x2205,
            "nabla": 0x2207, "isin": 0x2208, "notin": 0x2209, "ni": 0x220B, "prod": 0x220F,
            "sum": 0x2211, "minus": 0x2212, "lowast": 0x2217, "radic": 0x221A, "prop": 0x221D,
            "infin": 0x221E, "ang": 0x2220, "and": 0x2227, "or": 0x2228, "cap": 0x2229,
            "cup": 0x222A, "int": 0x222B, "there4": 0x2234, "sim": 0x223C, "cong": 0x2245,
            "asymp": 0x2248, "ne": 0x2260, "equiv": 0x2261, "le": 0x2264, "ge": 0x2265,
            "sub": 0x2282, "sup": 0x2283, "nsub": 0x2284, "sube": 0x2286, "supe": 0x2287,
            "oplus": 0x2295, "otimes": 0x2297, "perp": 0x22A5, "sdot": 0x22C5, "loz": 0x25CA,
            "spades": 0x2660, "clubs": 0x2663, "hearts": 0x2665, "diams": 0x2666,
        ]
        return table.merging(others) { _, new in new }
    }()
}
