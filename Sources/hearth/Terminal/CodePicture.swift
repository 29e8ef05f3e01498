internal import ArgumentParser
internal import Languages
internal import LocalProtocol
internal import QRCodes

/// Whether a code is shown as a QR code, too.
struct PictureOptions: ParsableArguments {
    @Flag(
        inversion: .prefixedNo,
        help: .say("Show the code as a QR code, too (default: on a terminal that is wide enough)."))
    var qr: Bool?

    /// Refuses what contradicts itself.
    func check(_ output: OutputOptions) throws {
        if qr == true, output.json {
            throw ValidationError(say("Give --qr or --json, not both."))
        }
    }

    /// The lines of the QR code of a link; none where nobody wants to see them.
    func lines(_ link: CodeLink, _ style: Style) throws -> [String] {
        try lines(of: link.text, style)
    }

    /// The lines of the QR code of a text; none where nobody wants to see them.
    func lines(of text: String, _ style: Style) throws -> [String] {
        guard qr ?? Terminal.isOutputTerminal, let code = QRCode(text) else { return [] }
        if let width = style.width, code.columns > width {
            guard qr == true else { return [] }
            throw ServiceError(
                .usage, "The terminal has \(width) columns; the QR code needs \(code.columns).",
                hint: "Make the terminal wider, or leave --qr out.")
        }
        return [""] + code.blocks().map { style.lightOnDark($0) } + [""]
    }
}
