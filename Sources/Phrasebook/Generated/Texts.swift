// Made by Tools/phrases.
// swift-format-ignore-file

extension Phrasebook {
/// The catalogues that are built in, each in pieces.
static let texts: [String: [String]] = ["he": he]
}
