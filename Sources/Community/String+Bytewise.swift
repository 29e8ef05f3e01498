extension String {
    /// A text that equals and orders by its bytes.
    ///
    /// Swift holds texts equal that only look equal, which follows tables that change with the
    /// version of Unicode; replicas and SQLite compare bytes.
    public struct Bytewise: Hashable, Comparable, Sendable {
        private let bytes: [UInt8]

        fileprivate init(_ text: String) { bytes = Array(text.utf8) }

        /// The text itself.
        public var text: String { String(decoding: bytes, as: UTF8.self) }

        public static func < (left: Bytewise, right: Bytewise) -> Bool {
            left.bytes.lexicographicallyPrecedes(right.bytes)
        }
    }

    /// The text as something that equals and orders by its bytes.
    public var bytewise: Bytewise { Bytewise(self) }
}
