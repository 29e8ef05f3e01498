/// One kind of record, as ``Schema/kinds`` declares it.
///
/// Numbers of kinds and fields are given once and for ever: replicas of every version share them.
public struct RecordKind: Hashable, Sendable {
    /// Which sort of space records of a kind live in.
    public enum Home: String, Hashable, Sendable {
        /// The workplace's own space, which all colleagues share.
        case workplace
        /// The space of one community.
        case community
        /// Either.
        case anywhere
    }

    /// The kind's number in operations.
    public let number: UInt32
    /// The kind's name in chapters, views and commands.
    public let name: String
    /// The one or two letters that short codes begin with.
    public let letters: String
    /// Where records of the kind live.
    public let home: Home
    /// The fields, by ascending number.
    public let fields: [FieldRule]

    /// The rule of a field; `nil` for a field of a later version.
    public func field(_ number: UInt32) -> FieldRule? {
        position(of: number).map { fields[$0] }
    }

    /// The place of a field in ``fields``; `nil` for a field of a later version.
    public func position(of number: UInt32) -> Int? { fields.position(of: number, \.number) }

    /// The number of the field with a name.
    public func number(of name: String) -> UInt32? { fields.first { $0.name == name }?.number }
}

/// What one field holds, how it merges, and who may write it.
public struct FieldRule: Hashable, Sendable {
    /// The type of the value.
    public enum ValueType: Hashable, Sendable {
        /// Text of one line.
        case line(characters: Int)
        /// Text of many lines.
        case text(characters: Int)
        /// A whole number in a range.
        case integer(ClosedRange<Int64>)
        /// Exactly so many bytes.
        case bytes(Int)
        /// Items of so many bytes each, one after the other; at most `upTo` of them.
        case list(of: Int, upTo: Int)
        /// The id of a record; `kinds` are the kinds that it may name, in the same space.
        case record(kinds: [UInt32])
        /// Yes or no.
        case flag
    }

    /// How concurrent writes of the field come together.
    public enum MergeRule: String, Hashable, Sendable {
        /// Given when the record is created, and never changed.
        case immutable
        /// The last writer by Lamport clock, log and place wins; older values stay in the history.
        case register
        /// One last-writer register for each person.
        case personal
        /// A set in which an addition survives a removal that has not seen it.
        case set
        /// A text that several people edit at once; its edits are operations of their own.
        case collaborative
    }

    /// Whose writes count.
    public enum Writer: String, Hashable, Sendable {
        /// The person who created the record.
        case author
        /// Everybody who is admitted.
        case anyone
        /// Each person their own entry.
        case each
    }

    /// The field's number in operations.
    public let number: UInt32
    /// The field's name in chapters, views and commands.
    public let name: String
    /// What it holds.
    public let type: ValueType
    /// How it merges.
    public let merge: MergeRule
    /// Whose writes count.
    public let writer: Writer
    /// Whether a record can't be created without it.
    public let isRequired: Bool
}
