public import Wire

/// What a hash, a derived key or a signature is for: a text that keeps each use apart from others.
///
/// A label stands before what it labels as one byte with its length and then its letters, so no
/// labelled message is the beginning of a message with another label. All labels of the project are
/// here, in the order of `Protocol/02-keys.md`.
public struct Label: Hashable, Sendable {
    /// The letters.
    public let text: String

    /// The length byte and the letters: what is hashed or signed before the parts.
    public let prefix: Bytes

    /// Gives a use its label.
    ///
    /// Only for the list below and for tests.
    package init(_ text: StaticString) {
        self.text = text.description
        prefix = [UInt8(self.text.utf8.count)] + Bytes(self.text.utf8)
    }

    /// The labelled message: the label's prefix and the parts, one after the other.
    ///
    /// All parts but the last must have a fixed length, or two lists of parts give one message.
    public func message(_ parts: [Bytes]) -> Bytes {
        var message = prefix
        message.reserveCapacity(parts.reduce(prefix.count) { $0 + $1.count })
        for part in parts { message += part }
        return message
    }

    // MARK: Ledger

    /// One step of a log's hash chain.
    public static let chain = Label("hearth/chain")
    /// One step of a log's hash chain over a commit that is never erased.
    public static let permanent = Label("hearth/permanent")
    /// The hash of a commit's payload.
    public static let payload = Label("hearth/payload")
    /// What a log key signs: the chain hash at the end of a run.
    public static let head = Label("hearth/head")
    /// The id of an epoch key.
    public static let epoch = Label("hearth/epoch")
    /// The id of a space.
    public static let space = Label("hearth/space")
    /// The id of a person.
    public static let person = Label("hearth/person")
    /// The id of an operation.
    public static let operation = Label("hearth/operation")
    /// Names a log that begins anew in a collaborative text (chapter 18).
    public static let textAuthor = Label("hearth/text-author")
    /// What a device signs to say that a log is its own.
    public static let binding = Label("hearth/binding")
    /// What a device signs to say that an X25519 key is its own.
    public static let agreement = Label("hearth/agreement")
    /// The secret of a log key, derived from the device's.
    public static let logSeed = Label("hearth/log-seed")
    /// A notice that a payload is erased.
    public static let erasure = Label("hearth/erasure")
    /// What a device signs to say that it wants to be a person's.
    public static let acceptance = Label("hearth/acceptance")
    /// What a recovery sheet signs to let a device in.
    public static let sheet = Label("hearth/sheet")
    /// What the one-way door key signs.
    public static let door = Label("hearth/door")
    /// The token of an invitation, derived from its code.
    public static let invitation = Label("hearth/invitation")
    /// What a shared terminal signs to say that it keeps the key of a device.
    public static let hosting = Label("hearth/hosting")
    /// The key of a slip of paper, derived from the code on it.
    public static let slipKey = Label("hearth/slip-key")
    /// What a slip signs to say whose it is.
    public static let slip = Label("hearth/slip")
    /// What a slip signs to take a name off words.
    public static let slipAway = Label("hearth/slip-away")

    /// What a question without a name says of who asked: person and space, under a secret of theirs.
    public static let pseudonym = Label("hearth/pseudonym")
    /// That secret, derived from the code on a slip.
    public static let pseudonymCode = Label("hearth/pseudonym-code")

    // MARK: Attachments

    /// The address of an attachment.
    public static let attachment = Label("hearth/attachment")
    /// One sealed chunk in the tree of an attachment's hashes.
    public static let attachmentLeaf = Label("hearth/attachment-leaf")
    /// A node of that tree.
    public static let attachmentNode = Label("hearth/attachment-node")
    /// What a sealed chunk is bound to.
    public static let attachmentChunk = Label("hearth/attachment-chunk")

    // MARK: Frontier

    /// One log's entry in the fingerprint of a frontier.
    public static let frontierItem = Label("hearth/frontier-item")
    /// The fingerprint of a range of a frontier.
    public static let frontierRange = Label("hearth/frontier-range")
    /// The place of a name among those that a node chooses its neighbours from (chapter 07).
    public static let place = Label("hearth/place")

    // MARK: Between two nodes

    /// The hash by which a finished handshake is known.
    public static let handshake = Label("hearth/handshake")
    /// What a device signs to say that it is the one at this end of the session.
    public static let session = Label("hearth/session")
    /// The name of a space within one session.
    public static let tag = Label("hearth/tag")
    /// The tag by which nodes of a workplace recognise each other's service.
    public static let discovery = Label("hearth/discovery")
    /// The four words that two people compare.
    public static let words = Label("hearth/words")
    /// The keys of a pairing after CPace.
    public static let pairing = Label("hearth/pairing")
    /// What somebody who knows an invitation's code shows in a session.
    public static let knock = Label("hearth/knock")
    /// What two people who know each other compare again.
    public static let acquaintance = Label("hearth/acquaintance")

    // MARK: On this computer

    /// The keys of a recovery sheet, derived from its secret.
    public static let sheetKey = Label("hearth/sheet-key")

    /// The marker that ties a key file and a database to one machine.
    public static let machine = Label("hearth/machine")
    /// The checksum of a key file.
    public static let keyFile = Label("hearth/key-file")

    /// The file that seals the key files of a home.
    public static let seal = Label("hearth/seal")
    /// A sealed key file.
    public static let sealedFile = Label("hearth/sealed-file")
    /// One line of the security log.
    public static let audit = Label("hearth/audit")
    /// The hash by which a policy file is known.
    public static let policy = Label("hearth/policy")
    /// What the pieces of a backup or a bundle are sealed under.
    public static let backup = Label("hearth/backup")
    /// The key of a bundle, and what spaces are called in it.
    public static let bundle = Label("hearth/bundle")
    /// What a shared terminal seals the keys under that it keeps for people.
    public static let heldKey = Label("hearth/held-key")

    /// Every label, in the order above.
    public static let all: [Label] = [
        .chain, .permanent, .payload, .head, .epoch, .space, .person, .operation, .binding,
        .agreement,
        .logSeed, .erasure, .acceptance, .sheet, .door, .invitation, .hosting, .slipKey, .slip,
        .slipAway, .pseudonym, .pseudonymCode, .attachment,
        .attachmentLeaf, .attachmentNode, .attachmentChunk, .frontierItem, .frontierRange, .place,
        .handshake, .session, .tag, .discovery, .words, .pairing, .knock,
        .acquaintance, .sheetKey, .machine, .keyFile, .seal, .sealedFile, .audit, .policy,
        .heldKey, .backup, .bundle,
    ]
}
