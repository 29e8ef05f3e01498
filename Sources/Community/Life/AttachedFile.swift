public import Keys
public import Ledger
public import Wire

/// What a record says of a file that hangs on another one.
public struct AttachedFile: Sendable {
    /// The record that says so.
    public let record: RecordID
    /// The space that it lives in.
    public let space: SpaceID
    /// Who attached the file.
    public let person: PersonID
    /// What it hangs on.
    public let target: RecordID
    /// What it is called, as its author wrote it; see ``fileName``.
    public let name: String
    /// Its media type, as its author says; empty if they don't.
    public let type: String
    /// How long a sound is, in milliseconds, as its author says.
    public let milliseconds: Int64?
    /// How wide a picture is, in pixels, as its author says.
    public let width: Int64?
    /// How high a picture is, in pixels, as its author says.
    public let height: Int64?
    /// Its address and size.
    public let file: AttachmentID
    /// What opens it.
    public let key: SecretBytes

    /// Reads a record of the kind ``Schema/attachment``; `nil` for others, and for one whose words
    /// were taken along.
    public init?(_ facts: RecordFacts) {
        guard facts.kind == Schema.attachment, let target = facts.record("of"),
            let name = facts.text("name"), let size = facts.integer("size"), size > 0,
            case .bytes(let address) = facts.values["address"],
            case .bytes(let key) = facts.values["key"],
            let raw = AttachmentAddress(address),
            let file = AttachmentID(raw, size: UInt64(size))
        else { return nil }
        record = facts.id
        space = facts.space
        person = facts.person
        self.target = target
        self.name = name
        type = facts.text("type") ?? ""
        milliseconds = facts.integer("milliseconds")
        width = facts.integer("width")
        height = facts.integer("height")
        self.file = file
        self.key = SecretBytes(copying: key)
    }

    /// The name under which the file may be written to a disk: it names a file and never a way to one.
    public var fileName: String { AttachedFile.safeName(name) }

    /// What is left of a name that somebody else chose.
    ///
    /// No slashes of any system, no colon, no dot, dash or tilde in front, no dot or space behind;
    /// at most 120 bytes; `file` if nothing is left.
    static func safeName(_ name: String) -> String {
        let forbidden: Set<Unicode.Scalar> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
        var kept = ""
        for scalar in name.unicodeScalars {
            let isHidden = scalar.properties.generalCategory == .format
            if isHidden || scalar.properties.generalCategory == .control { continue }
            kept.unicodeScalars.append(forbidden.contains(scalar) ? "_" : scalar)
        }
        var text = kept[...]
        while let first = text.first, [".", "-", "~", " "].contains(first) { text.removeFirst() }
        // The ending says what a file is, so a long name is cut in front of it.
        let ending = text.lastIndex(of: ".").map { text[$0...] } ?? ""
        let tail = ending.utf8.count <= 16 ? String(ending) : ""
        var stem = String(text.dropLast(tail.count))
        while stem.utf8.count + tail.utf8.count > 120 { stem.removeLast() }
        var whole = stem + tail
        while let last = whole.last, last == "." || last.isWhitespace { whole.removeLast() }
        return whole.isEmpty ? "file" : whole
    }
}

/// Files that hang on records.
extension Compose {
    /// Attaches a file that was cut, sealed and named.
    ///
    /// - Parameters:
    ///   - record: What it hangs on.
    ///   - name: What it is called.
    ///   - type: Its media type by its name; empty where nothing is known.
    ///   - media: What it says of itself; then the name counts for nothing.
    ///   - key: What opens it.
    public static func attachment(
        to record: RecordID, name: String, type: String = "", media: MediaFacts? = nil,
        file: AttachmentID, key: SecretBytes
    ) throws(CommunityError) -> Operation {
        var fields: [(String, Value)] = [
            ("of", .record(record)), ("name", .text(name)),
            ("size", .integer(Int64(clamping: file.shape.size))),
            ("address", .bytes(file.address.bytes)), ("key", .bytes(key.exposedCopy())),
        ]
        // A picture that is none by its content is no picture, whatever it is called.
        let named = MediaFacts.recognised.contains(type) ? "" : type
        let type = media?.type ?? named
        if !type.isEmpty { fields.append(("type", .text(type))) }
        for (name, number) in [
            ("milliseconds", media?.milliseconds), ("width", media?.width),
            ("height", media?.height),
        ] {
            if let number { fields.append((name, .integer(number))) }
        }
        return try create(Schema.attachment, fields)
    }
}
