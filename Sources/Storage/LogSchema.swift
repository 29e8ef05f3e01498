internal import GRDB

/// The tables of `log.sqlite`, one numbered step a version.
///
/// Steps are only ever added. What stands in the log is what was replicated: ciphertext, hashes
/// and signatures. Nothing that was decrypted is ever written here.
enum LogSchema {
    /// The version that this program writes.
    static var version: Int { steps.count }

    private static let steps = [
        """
        -- The spaces that were ever opened here. kind: 1 workplace, 2 community.
        CREATE TABLE space (
            number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind INTEGER NOT NULL
        ) STRICT;

        -- The logs and how far they are here. cut: where a forked log ends for everybody.
        CREATE TABLE log (
            number INTEGER PRIMARY KEY, space INTEGER NOT NULL, id BLOB NOT NULL,
            length INTEGER NOT NULL, head BLOB NOT NULL, cut INTEGER,
            UNIQUE (space, id)
        ) STRICT;

        -- The commits in their order of arrival. total: payload bytes of the log up to and with
        -- this one; hash: the chain hash after it; an erased payload leaves its hash.
        CREATE TABLE commits (
            arrival INTEGER PRIMARY KEY, log INTEGER NOT NULL, sequence INTEGER NOT NULL,
            total INTEGER NOT NULL, epoch INTEGER NOT NULL, hash BLOB NOT NULL,
            signature BLOB, payload_hash BLOB, payload BLOB
        ) STRICT;
        CREATE UNIQUE INDEX commits_by_place ON commits (log, sequence);

        -- The proof that the owner of a log wrote two histories.
        CREATE TABLE fork (
            log INTEGER PRIMARY KEY, common_length INTEGER NOT NULL, common_hash BLOB NOT NULL,
            runs BLOB NOT NULL
        ) STRICT;
        """,
        """
        -- permanent: the chain holds the commit as one that is never erased; notice: the log's
        -- signature that the payload is to be erased, where it is.
        ALTER TABLE commits ADD COLUMN permanent INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE commits ADD COLUMN notice BLOB;
        -- 'dropped': how many payloads were erased after they had been here.
        CREATE TABLE mark (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO mark VALUES ('dropped', 0);
        """,
    ]

    /// The first version whose chains tell what may be erased; no earlier one can be read.
    private static let earliest = 2

    /// Brings a file to this version.
    ///
    /// - Throws: ``StorageError/newerVersion(file:found:supported:)``,
    ///   ``StorageError/olderVersion(file:found:supported:)``, or SQLite's error.
    static func migrate(_ pool: DatabasePool, _ file: DatabaseFile) throws {
        try pool.write { database in
            let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            guard found <= version else {
                throw StorageError.newerVersion(
                    file: file.name, found: found, supported: version)
            }
            guard found == 0 || found >= earliest else {
                throw StorageError.olderVersion(
                    file: file.name, found: found, supported: earliest)
            }
            for step in steps.dropFirst(found) { try database.execute(sql: step) }
            if found < version { try database.execute(sql: "PRAGMA user_version = \(version)") }
        }
    }
}
