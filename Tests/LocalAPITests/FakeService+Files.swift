import LocalProtocol

// Files that hang on what was written.
extension FakeService {
    private static var picture: FileShown {
        FileShown(
            id: "0123456789abcdef0123456789abcd0f", code: "FL-9K2M4",
            name: "pu\u{1B}[2Jmp.jpg", fileName: "pump.jpg", type: "image/jpeg", bytes: 81_000,
            attachedTo: "Q-7F3KD", community: bearings, author: ada, writtenAt: noon, chunks: 2,
            chunksHere: 2)
    }

    private static var film: FileShown {
        FileShown(
            id: "0123456789abcdef0123456789abcd1f", code: "FL-2B3C4", name: "press 4.mp4",
            fileName: "press 4.mp4", type: "video/mp4", bytes: 300_000_000,
            attachedTo: "N-2B3C4", author: ben, writtenAt: noon, chunks: 4_579, chunksHere: 12,
            isFetched: true,
            holders: [FileHolder(person: ben, device: "laptop", chunks: 4_579)])
    }

    func attach(_ request: AttachRequest) async throws(ServiceError) -> FileAttached {
        note("attach", "\(request.reference) \(request.name ?? "-")")
        return FileAttached(
            file: Self.picture, durability: Durability(connected: 2, holding: 1))
    }

    func attachedFiles() async throws(ServiceError) -> FileList {
        FileList(files: [Self.picture, Self.film], bytes: 867_000, unnamed: 1)
    }

    func file(_ request: FileReference) async throws(ServiceError) -> FileShown {
        request.reference == Self.film.code ? Self.film : Self.picture
    }

    func fetchFile(_ request: FileReference) async throws(ServiceError) -> FileShown {
        request.reference == Self.film.code ? Self.film : Self.picture
    }

    func saveFile(_ request: SaveFileRequest) async throws(ServiceError) -> FileSaved {
        FileSaved(code: Self.picture.code, path: "/home/ada/pump.jpg", bytes: Self.picture.bytes)
    }
}
