/// Names with an @ before them.
public enum Mention {
    /// Whether a text calls somebody by name: `@Ben`, in whatever case, and not as the beginning
    /// of a longer name.
    public static func calls(_ name: String, in text: String) -> Bool {
        guard !name.isEmpty else { return false }
        let call = "@" + name.lowercased()
        var rest = Substring(text.lowercased())
        while let found = rest.firstRange(of: call) {
            rest = rest[found.upperBound...]
            guard let next = rest.first, next.isLetter || next.isNumber else { return true }
        }
        return false
    }
}
