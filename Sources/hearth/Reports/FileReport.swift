internal import LocalProtocol

/// How attached files look to a person.
enum FileReport {
    /// What `hearth attach` prints.
    static func lines(_ attached: FileAttached, _ style: Style) -> [String] {
        let file = attached.file
        return [
            "Attached \(style.cyan(file.code)) to \(file.attachedTo): \(name(file)), "
                + Style.bytes(file.bytes),
            attached.durability.sentence,
        ]
    }

    /// What `hearth fetch` prints.
    static func lines(_ saved: FileSaved, _ style: Style) -> [String] {
        [
            "\(style.cyan(saved.code)) is in \(PlainText.line(saved.path)) (\(Style.bytes(saved.bytes)))"
        ]
    }

    /// What `hearth files` prints.
    static func lines(_ list: FileList, _ style: Style) -> [String] {
        let room = "\(Style.bytes(list.bytes)) on this computer"
        guard !list.files.isEmpty else { return ["No files are attached; \(room)."] }
        var lines = list.files.flatMap { file in
            [
                line(file, style),
                "    "
                    + style.faint(
                        "on \(file.attachedTo), by \(PlainText.line(file.author.name)), ")
                    + style.moment(file.writtenAt),
            ]
        }
        lines.append("\(Style.count(list.files.count, "file")), \(room).")
        if list.unnamed > 0 {
            let verb = list.unnamed == 1 ? "hangs" : "hang"
            lines.append(
                "\(Style.count(list.unnamed, "more file")) \(verb) on nothing; kept for a day.")
        }
        return lines
    }

    /// What `hearth show` says below words on which files hang.
    static func lines(_ files: [FileShown], _ style: Style) -> [String] {
        ["", style.bold(Style.count(files.count, "file"))]
            + files.map { file in
                line(file, style) + style.faint("  on \(file.attachedTo)")
            }
    }

    private static func line(_ file: FileShown, _ style: Style) -> String {
        "\(style.cyan(file.code))  \(name(file))  \(Style.bytes(file.bytes))  "
            + (file.isHere ? style.green(standing(file)) : style.yellow(standing(file)))
    }

    /// The name of a file, safe for a terminal.
    static func name(_ file: FileShown) -> String { PlainText.line(file.name) }

    /// "here", "2 of 5 chunks; Ben's laptop has it", "nobody who is connected has it".
    static func standing(_ file: FileShown) -> String {
        if file.isHere { return "here" }
        let part =
            file.chunksHere > 0 ? "\(file.chunksHere) of \(file.chunks) chunks; " : ""
        return part + holders(file)
    }

    private static func holders(_ file: FileShown) -> String {
        guard let first = file.holders.first else { return "nobody who is connected has it" }
        let name = "\(PlainText.line(first.person.name))'s \(PlainText.line(first.device))"
        let others = file.holders.count - 1
        let who = others == 0 ? name : "\(name) and \(others) more"
        let verb = others == 0 ? "has" : "have"
        return first.chunks == file.chunks ? "\(who) \(verb) it" : "\(who) \(verb) some of it"
    }
}
