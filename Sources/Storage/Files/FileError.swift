public import Ledger

/// Why a file could not be attached, kept or written out.
public enum FileError: Error, Equatable, Sendable {
    /// The disk or its owner is in the way.
    case storage(StorageError)
    /// A chunk isn't the file's, or can't be opened with its key.
    case chunk(AttachmentError)
    /// There is no file with this path that can be opened; the number is the system's.
    case unreadable(path: String, code: Int32)
    /// The path leads to a folder, a pipe or a device.
    case notAFile(path: String)
    /// There is nothing in the file.
    case empty(path: String)
    /// The file has more bytes than may be attached.
    case tooLarge(bytes: UInt64, limit: UInt64)
    /// The file became shorter while it was read.
    case changed(path: String)
    /// There is a file with this path already.
    case exists(path: String)
    /// A chunk isn't here yet, or was found to be damaged.
    case missing(chunk: Int)
}
