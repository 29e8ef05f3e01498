// Files that hang on what was written.
extension Routes {
    /// The routes of attached files, in the order of the documentation.
    static let attachedFiles: [any AnyRoute] = [attach, files, file, fetchFile, saveFile]

    /// `POST /v1/files`: attach a file of this computer.
    public static let attach = Route<AttachRequest, FileAttached>(
        "attach", .post, "/v1/files", "Attach a file of this computer to what was written"
    ) { service, request throws(ServiceError) in try await service.attach(request) }

    /// `GET /v1/files`: the attached files, and how much of them is here.
    public static let files = Route<Nothing, FileList>(
        "files", .get, "/v1/files", "The attached files, and how much of them is here"
    ) { service, _ throws(ServiceError) in try await service.attachedFiles() }

    /// `GET /v1/file`: one attached file, and who has it.
    public static let file = Route<FileReference, FileShown>(
        "file", .get, "/v1/file", "One attached file, and who has it"
    ) { service, request throws(ServiceError) in try await service.file(request) }

    /// `POST /v1/file/fetch`: fetch a file from colleagues; ask again within 30 seconds to go on.
    public static let fetchFile = Route<FileReference, FileShown>(
        "fetchFile", .post, "/v1/file/fetch",
        "Fetch a file from colleagues; ask again within 30 seconds to go on"
    ) { service, request throws(ServiceError) in try await service.fetchFile(request) }

    /// `POST /v1/file/save`: write a file that is here to a disk of this computer.
    public static let saveFile = Route<SaveFileRequest, FileSaved>(
        "saveFile", .post, "/v1/file/save", "Write a file that is here to a disk of this computer"
    ) { service, request throws(ServiceError) in try await service.saveFile(request) }
}
