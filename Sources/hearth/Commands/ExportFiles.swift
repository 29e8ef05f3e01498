internal import Archives
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The attached files of a community, on their way into an export.
struct ExportFiles {
    /// Bytes of the zip file that are kept free for what is written after the files.
    static let reserve: UInt64 = 64 << 20
    private static let pieceBytes = 1 << 20

    let session: Session
    /// Where a file lies while it is read: beside the export, on the disk that has room for it.
    let place: String

    /// The files of a community, the oldest first.
    func all(of community: CommunityName) async throws -> [FileShown] {
        try await session.client.call(Routes.files).files
            .filter { $0.community?.id == community.id }.reversed()
    }

    /// Opens a file that is here, hands over what it takes to announce it, then its bytes.
    ///
    /// - Parameters:
    ///   - announce: Is given the checksum of the whole file.
    ///   - piece: Is given the bytes piece by piece.
    func read(
        _ file: FileShown, announce: (Checksum32) throws -> Void,
        piece: ([UInt8]) throws -> Void
    ) async throws {
        unlink(place)
        defer { unlink(place) }
        _ = try await session.client.call(
            Routes.saveFile, SaveFileRequest(reference: file.id, path: place))
        var checksum = Checksum32()
        try pieces { checksum.add($0) }
        try announce(checksum)
        try pieces(piece)
    }

    private func pieces(_ body: ([UInt8]) throws -> Void) throws {
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: place))
            defer { try? handle.close() }
            while let data = try handle.read(upToCount: Self.pieceBytes), !data.isEmpty {
                try Task.checkCancellation()
                try body([UInt8](data))
            }
        } catch let error as CocoaError {
            throw ServiceError(
                .internal, "\(place) can't be read: \(error.localizedDescription)")
        }
    }

    /// The name of the entry of a file.
    static func entry(of file: FileShown) -> String {
        let folder = "files/\(file.code)/"
        let name = file.fileName
        return folder + (folder.utf8.count + name.utf8.count > 255 ? "file" : name)
    }
}
