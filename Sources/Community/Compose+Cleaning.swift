extension Compose {
    /// Makes a text of foreign origin fit for a field: for imports, where a person can't be asked.
    ///
    /// Line ends become line feeds, forbidden characters are left out, white space at both ends
    /// too, and what is too long is cut and ends in `…`.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - rule: The field that it shall go into.
    public static func cleaned(_ text: String, for rule: FieldRule) -> String {
        let limit: Int
        let manyLines: Bool
        switch rule.type {
        case .line(let characters): (limit, manyLines) = (characters, false)
        case .text(let characters): (limit, manyLines) = (characters, true)
        case .integer, .bytes, .list, .record, .flag: return text
        }
        // Most texts are fit as they are, and looking costs a tenth of copying.
        guard !isClean(text, limit: limit, manyLines: manyLines) else { return text }
        var scalars = String.UnicodeScalarView()
        var bytes = 0
        var count = 0
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            let next = replacement(for: scalar, after: previous, manyLines: manyLines)
            previous = scalar
            guard let next, !(scalars.isEmpty && next.properties.isWhitespace) else { continue }
            count += 1
            bytes += UTF8.width(next)
            // Room for the ellipsis is kept free.
            guard count < limit, bytes <= Schema.textBytes - 3 else {
                scalars.append("…")
                break
            }
            scalars.append(next)
        }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }

    /// Whether cleaning would change nothing.
    private static func isClean(_ text: String, limit: Int, manyLines: Bool) -> Bool {
        let survey = TextSurvey(text, manyLines: manyLines)
        guard survey.forbidden == nil, survey.scalars < limit,
            survey.bytes <= Schema.textBytes - 3,
            let first = text.unicodeScalars.first, let last = text.unicodeScalars.last
        else { return false }
        return !first.properties.isWhitespace && !last.properties.isWhitespace
    }

    private static func replacement(
        for scalar: Unicode.Scalar, after previous: Unicode.Scalar?, manyLines: Bool
    ) -> Unicode.Scalar? {
        switch scalar {
        case "\r": return manyLines ? "\n" : " "
        case "\n" where previous == "\r": return nil
        case "\n", "\t": return manyLines ? scalar : " "
        default:
            return TextSurvey.isForbidden(scalar.value, manyLines: manyLines) ? nil : scalar
        }
    }
}
