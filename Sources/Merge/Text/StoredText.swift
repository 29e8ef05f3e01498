/// A text with its whole history as bytes, for a database.
///
/// The text itself comes first and can be read at once; the history is read when it is needed, to
/// edit, to merge or to look back. Each inserted character is stored once: what is still in the
/// text isn't repeated in the history, where walking it tells the place
/// (`Protocol/18-text.md`, section 6).
public struct StoredText: Sendable {
    static let format: UInt8 = 1

    /// The text.
    public let text: String
    /// The bytes.
    public let bytes: [UInt8]
    /// Where the history begins in the bytes.
    private let historyStart: Int

    /// Stores a text.
    ///
    /// - Throws: ``TextError`` never for a text that was made by editing and merging.
    public init(_ document: TextDocument) throws(TextError) {
        var writer = ColumnWriter()
        let utf8 = document.buffer.utf8
        writer.reserve(utf8.count + document.log.content.count / 2 + document.log.runs.count * 4)
        writer.byte(Self.format)
        writer.block(utf8)
        historyStart = writer.bytes.count
        let ordered = document.inWalkingOrder()
        HistoryShape(ordered).write(&writer)
        writer.block(try ordered.goneText())
        bytes = writer.bytes
        text = String(decoding: utf8, as: UTF8.self)
    }

    /// Takes bytes that were stored, and reads the text.
    ///
    /// - Throws: ``TextError`` for bytes of another format.
    public init(bytes: [UInt8]) throws(TextError) {
        var reader = ColumnReader(bytes[...])
        let format = try reader.byte("format")
        guard format == Self.format else { throw .laterFormat(format) }
        guard let text = String(validating: try reader.block("text"), as: UTF8.self) else {
            throw .malformed(part: "text")
        }
        self.text = text
        self.bytes = bytes
        historyStart = reader.position
    }

    /// The text with its history.
    ///
    /// The memory is in proportion to the bytes, whatever they say, and to how often characters
    /// are deleted more than once.
    ///
    /// - Throws: ``TextError`` for bytes that no text makes.
    public func document() throws(TextError) -> TextDocument {
        var reader = ColumnReader(bytes[historyStart...])
        let shape = try HistoryShape(&reader)
        let gone = try reader.block("deleted text")
        try reader.finish("end")
        guard String(validating: gone, as: UTF8.self) != nil else {
            throw .malformed(part: "deleted text")
        }
        return try shape.document(text: Array(text.utf8), gone: Array(gone))
    }
}
