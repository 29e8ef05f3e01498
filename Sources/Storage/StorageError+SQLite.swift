internal import GRDB
internal import Ledger

extension StorageError {
    /// Says what an error of SQLite means for the store.
    ///
    /// - Parameters:
    ///   - error: What was thrown.
    ///   - file: Whose trouble it is.
    init(_ error: any Error, file: DatabaseFile) {
        switch error {
        case let error as StorageError: self = error
        case let error as LedgerError: self = .notPermitted("\(error)")
        case let error as DatabaseError: self = StorageError.meaning(of: error, in: file)
        case is CancellationError: self = .cancelled
        default: self = .database(code: -1, detail: "\(file.name): \(type(of: error))")
        }
    }

    private static func meaning(of error: DatabaseError, in file: DatabaseFile) -> StorageError {
        switch error.resultCode {
        case .SQLITE_FULL: .diskFull
        case .SQLITE_READONLY: .readOnly(path: file.path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            .unreadable(path: file.path, code: error.extendedResultCode.rawValue)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            file.kind == .log
                ? .logDamaged(path: file.path, detail: error.message ?? "damaged")
                : .viewDamaged(path: file.path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        case .SQLITE_INTERRUPT, .SQLITE_ABORT: .cancelled
        case .SQLITE_IOERR:
            .unreadable(path: file.path, code: error.extendedResultCode.rawValue)
        default:
            .database(
                code: error.extendedResultCode.rawValue,
                detail: "\(file.name): \(error.message ?? "no message")")
        }
    }
}
