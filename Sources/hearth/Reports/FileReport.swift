internal import Languages
internal import LocalProtocol

/// How attached files look to a person.
enum FileReport {
    /// What `hearth attach` prints.
    static func lines(_ attached: FileAttached, _ style: Style) -> [String] {
        let file = attached.file
        return [
            say(
                "Attached \(style.cyan(file.code)) to \(file.attachedTo): \(what(file)), \(Style.bytes(file.bytes))"
            ),
            attached.durability.sentence,
        ]
    }

    /// What `hearth fetch` prints.
    static func lines(_ saved: FileSaved, _ style: Style) -> [String] {
        [
            say(
                "\(style.cyan(saved.code)) is in \(PlainText.line(saved.path)) (\(Style.bytes(saved.bytes)))"
            )
        ]
    }

    /// What `hearth files` prints.
    static func lines(_ list: FileList, _ style: Style) -> [String] {
        let room = Style.bytes(list.bytes)
        guard !list.files.isEmpty else {
            return [say("No files are attached; \(room) on this computer.")]
        }
        var lines = list.files.flatMap { file in
            let author = PlainText.line(file.author.name)
            return [
                line(file, style),
                "    "
                    + style.faint(
                        say("on \(file.attachedTo), by \(author), \(style.moment(file.writtenAt))")),
            ]
        }
        lines.append(
            say(
                list.files.count, one: "\(.count) file, \(room) on this computer.",
                other: "\(.count) files, \(room) on this computer."))
        if list.unnamed > 0 {
            lines.append(
                say(
                    list.unnamed, one: "\(.count) more file hangs on nothing; kept for a day.",
                    other: "\(.count) more files hang on nothing; kept for a day."))
        }
        return lines
    }

    /// What `hearth show` says below words on which files hang.
    static func lines(_ files: [FileShown], _ style: Style) -> [String] {
        ["", style.bold(say(files.count, one: "\(.count) file", other: "\(.count) files"))]
            + files.map { file in
                line(file, style) + "  " + style.faint(say("on \(file.attachedTo)"))
            }
    }

    private static func line(_ file: FileShown, _ style: Style) -> String {
        "\(style.cyan(file.code))  \(name(file))  "
            + (media(file).map { $0 + "  " } ?? "") + "\(Style.bytes(file.bytes))  "
            + (file.isHere ? style.green(standing(file)) : style.yellow(standing(file)))
    }

    /// The name of a file, safe for a terminal.
    static func name(_ file: FileShown) -> String { PlainText.line(file.name) }

    /// The name of a file, and what it is to hear or to see.
    private static func what(_ file: FileShown) -> String {
        media(file).map { say("\(name(file)) (\($0))", context: "a file") } ?? name(file)
    }

    /// "sound, 40 s", "picture, 1200 × 800"; `nil` for other files.
    static func media(_ file: FileShown) -> String? {
        guard let media = file.media else { return nil }
        switch media.kind {
        case .sound:
            guard let length = media.milliseconds else { return say("sound") }
            let (minutes, seconds) = ((length + 500) / 60_000, (length + 500) / 1_000 % 60)
            return minutes == 0
                ? say("sound, \(seconds) s") : say("sound, \(minutes) min \(seconds) s")
        case .picture:
            guard let width = media.width, let height = media.height else { return say("picture") }
            return say("picture, \(width) × \(height)")
        }
    }

    /// What is said of files that were attached with the words.
    static func lines(attached files: [FileShown], _ style: Style) -> [String] {
        files.map {
            say("With \(style.cyan($0.code)): \(what($0)), \(Style.bytes($0.bytes))")
        }
    }

    /// "here", "2 of 5 chunks; Ben's laptop has it", "nobody who is connected has it".
    static func standing(_ file: FileShown) -> String {
        if file.isHere { return say("here") }
        guard file.chunksHere > 0 else { return holders(file) }
        return say("\(file.chunksHere) of \(file.chunks) chunks; \(holders(file))")
    }

    private static func holders(_ file: FileShown) -> String {
        guard let first = file.holders.first else { return say("nobody who is connected has it") }
        let name = PlainText.line(first.person.name)
        let device = PlainText.line(first.device)
        let others = file.holders.count - 1
        let isWhole = first.chunks == file.chunks
        guard others > 0 else {
            return isWhole
                ? say("\(name)'s \(device) has it") : say("\(name)'s \(device) has some of it")
        }
        return isWhole
            ? say("\(name)'s \(device) and \(others) more have it")
            : say("\(name)'s \(device) and \(others) more have some of it")
    }
}
