internal import Wire

/// A proposal that its author hasn't shown to anybody yet.
struct KeptDraft: Equatable, Sendable {
    /// Its number on this computer, from 1.
    var number: Int
    /// What is to be proposed, as the local API has it.
    var content: Bytes
    /// When it was written, in milliseconds since 1970.
    var written: Int64
}

// Drafts lie beside the keys, because they are for nobody else's eyes: sealed where the keys are, and
// in no log.
extension KeyFolder {
    /// Drafts that are kept at most.
    static let mostDrafts = 64
    private static let draftPrefix = "draft-"

    /// The drafts, by number.
    func drafts() throws(DaemonError) -> [KeptDraft] {
        var drafts: [KeptDraft] = []
        for name in try names() where name.hasPrefix(KeyFolder.draftPrefix) {
            let file = path + "/" + name
            guard let content = try KeyFile(reading: file, kind: .proposalDraft, key: fileKey)
            else { continue }
            guard let number = Int(name.dropFirst(KeyFolder.draftPrefix.count)),
                content.fields.count == 2, let written = Bytes8(content.fields[0])
            else { throw .damagedKeyFile(path: file) }
            drafts.append(
                KeptDraft(
                    number: number, content: content.fields[1],
                    written: Int64(bitPattern: written.word)))
        }
        return drafts.sorted { $0.number < $1.number }
    }

    func save(_ draft: KeptDraft) throws(DaemonError) {
        let written = Bytes8(word: UInt64(bitPattern: draft.written)).bytes
        try KeyFile(kind: .proposalDraft, fields: [written, draft.content])
            .write(to: file(ofDraft: draft.number), key: fileKey)
    }

    func removeDraft(_ number: Int) throws(DaemonError) {
        let file = file(ofDraft: number)
        try PrivateFile.destroy(fileKey == nil ? file : file + SealedFile.suffix)
    }

    private func file(ofDraft number: Int) -> String {
        path + "/" + KeyFolder.draftPrefix + String(number)
    }
}
