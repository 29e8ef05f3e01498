internal import Community
internal import GRDB

/// The tables of `view.sqlite`.
///
/// A file of another version is thrown away and made anew from the log: there are no migrations.
enum ViewSchema {
    /// The version that this program reads and writes; any change of this file raises it.
    static let version = 13

    /// The number of the first kind that ``Store/items(_:)`` lists by date.
    static let firstItem = Schema.problem.number

    /// Makes all tables, indexes and views in an empty file.
    static func create(in database: Database) throws {
        try database.execute(sql: tables)
        for table in KindTable.all { try database.execute(sql: table.definition) }
        try database.execute(sql: indexes)
        try database.execute(sql: search)
        for table in KindTable.all where table.kind.number >= firstItem {
            for index in table.referenceIndexes { try database.execute(sql: index) }
        }
        for view in ViewSchema.views { try database.execute(sql: view.definition) }
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }

    private static let tables = """
        -- 'applied': the arrival number up to which the log is in here. 'dropped': how many
        -- payloads had been erased in it when this file was begun.
        CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO meta VALUES ('applied', 0);

        CREATE TABLE space (
            number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind INTEGER NOT NULL
        ) STRICT;

        -- Everybody who was ever named as a writer or is known by a founding.
        CREATE TABLE known_person (
            number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
            is_known INTEGER NOT NULL DEFAULT 0, is_admitted INTEGER NOT NULL DEFAULT 0,
            is_founder INTEGER NOT NULL DEFAULT 0, has_left INTEGER NOT NULL DEFAULT 0,
            words INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL DEFAULT '',
            is_blank INTEGER NOT NULL DEFAULT 0, -- no words of theirs are in this file
            is_kiosk INTEGER NOT NULL DEFAULT 0 -- a shared terminal, and no human
        ) STRICT;
        -- use: 0 a computer, 1 a recovery sheet, 2 a key that a shared terminal keeps, 3 a shared
        -- terminal. kiosk: the device of the terminal that keeps the key.
        CREATE TABLE known_device (
            person INTEGER NOT NULL, id BLOB NOT NULL, use INTEGER NOT NULL,
            is_in INTEGER NOT NULL, kiosk BLOB, PRIMARY KEY (person, id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE vouch (
            person INTEGER NOT NULL, voucher INTEGER NOT NULL,
            has_verified INTEGER NOT NULL, PRIMARY KEY (person, voucher)
        ) STRICT, WITHOUT ROWID;

        -- A person by one of their devices. What is written by one that was never admitted is hidden.
        -- role: 0 with all rights, 1 with a key that a terminal keeps, 2 as a terminal, 3 with no
        -- right to what was written.
        CREATE TABLE writer (
            number INTEGER PRIMARY KEY, person INTEGER NOT NULL, device BLOB NOT NULL,
            is_admitted INTEGER NOT NULL,
            is_erased INTEGER NOT NULL DEFAULT 0, -- left and took all words along
            role INTEGER NOT NULL,
            UNIQUE (person, device, role)
        ) STRICT;
        CREATE TABLE log (
            number INTEGER PRIMARY KEY, space INTEGER NOT NULL, id BLOB NOT NULL, writer INTEGER,
            lamport INTEGER NOT NULL, cut INTEGER -- how many of its commits count, if it ended
        ) STRICT;

        -- Commits of communities that bear on membership and keys.
        CREATE TABLE essential (arrival INTEGER PRIMARY KEY) STRICT;

        -- Commits that were not applied. reason: 1 no key yet, 2 its log has no binding yet,
        -- 3 never, because it breaks a rule.
        CREATE TABLE unopened (
            arrival INTEGER PRIMARY KEY, space INTEGER NOT NULL, log INTEGER NOT NULL,
            reason INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE refused (
            log INTEGER NOT NULL, sequence INTEGER NOT NULL, place INTEGER NOT NULL,
            reason TEXT NOT NULL, PRIMARY KEY (log, sequence, place)
        ) STRICT, WITHOUT ROWID;

        -- Every record of every kind. high, low: the halves of its id; shown: the date to sort
        -- and show by; source_key: a hash of where an imported record comes from.
        CREATE TABLE record (
            number INTEGER PRIMARY KEY, high INTEGER NOT NULL, low INTEGER NOT NULL,
            space INTEGER NOT NULL, kind INTEGER NOT NULL, writer INTEGER NOT NULL,
            log INTEGER NOT NULL, sequence INTEGER NOT NULL, place INTEGER NOT NULL,
            lamport INTEGER NOT NULL, written INTEGER NOT NULL, shown INTEGER NOT NULL,
            source_key INTEGER
        ) STRICT;

        -- Registers that were written after the record was created; the value at creation is
        -- among them. type: 1 text, 2 integer, 3 bytes, 4 record, 5 flag, 0 unknown.
        CREATE TABLE assignment (
            number INTEGER PRIMARY KEY, high INTEGER NOT NULL, low INTEGER NOT NULL,
            space INTEGER NOT NULL, field INTEGER NOT NULL, writer INTEGER NOT NULL,
            log INTEGER NOT NULL, sequence INTEGER NOT NULL, place INTEGER NOT NULL,
            lamport INTEGER NOT NULL, written INTEGER NOT NULL, type INTEGER NOT NULL, value ANY
        ) STRICT;

        -- Personal fields. counts: whether the schema permits value and writer.
        CREATE TABLE entry (
            number INTEGER PRIMARY KEY, high INTEGER NOT NULL, low INTEGER NOT NULL,
            space INTEGER NOT NULL, field INTEGER NOT NULL, writer INTEGER NOT NULL,
            log INTEGER NOT NULL, sequence INTEGER NOT NULL, place INTEGER NOT NULL,
            lamport INTEGER NOT NULL, written INTEGER NOT NULL, type INTEGER NOT NULL, value ANY,
            counts INTEGER NOT NULL
        ) STRICT;

        -- Set elements and what takes them back, by dot.
        CREATE TABLE element (
            high INTEGER NOT NULL, low INTEGER NOT NULL, space INTEGER NOT NULL,
            field INTEGER NOT NULL, dot_high INTEGER NOT NULL, dot_low INTEGER NOT NULL,
            writer INTEGER NOT NULL, type INTEGER NOT NULL, value ANY, counts INTEGER NOT NULL,
            PRIMARY KEY (high, low, space, field, dot_high, dot_low)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE removal (
            high INTEGER NOT NULL, low INTEGER NOT NULL, space INTEGER NOT NULL,
            field INTEGER NOT NULL, dot_high INTEGER NOT NULL, dot_low INTEGER NOT NULL,
            writer INTEGER NOT NULL, counts INTEGER NOT NULL,
            PRIMARY KEY (high, low, space, field, dot_high, dot_low, writer)
        ) STRICT, WITHOUT ROWID;

        -- Edits of collaborative texts.
        CREATE TABLE text_edit (
            number INTEGER PRIMARY KEY, high INTEGER NOT NULL, low INTEGER NOT NULL,
            space INTEGER NOT NULL, field INTEGER NOT NULL, writer INTEGER NOT NULL,
            log INTEGER NOT NULL, sequence INTEGER NOT NULL, place INTEGER NOT NULL,
            written INTEGER NOT NULL, generation INTEGER NOT NULL, batch BLOB NOT NULL
        ) STRICT;

        -- Records that were written to before they came.
        CREATE TABLE early (
            high INTEGER NOT NULL, low INTEGER NOT NULL, space INTEGER NOT NULL,
            PRIMARY KEY (high, low, space)
        ) STRICT, WITHOUT ROWID;

        -- Statements that erase, the records that went, and the devices that have erased them.
        CREATE TABLE erasure (
            high INTEGER NOT NULL, low INTEGER NOT NULL, space INTEGER NOT NULL,
            writer INTEGER NOT NULL, log INTEGER NOT NULL, sequence INTEGER NOT NULL,
            written INTEGER NOT NULL, commits INTEGER NOT NULL,
            PRIMARY KEY (high, low, space)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE erased_record (
            high INTEGER NOT NULL, low INTEGER NOT NULL, space INTEGER NOT NULL,
            erasure_high INTEGER NOT NULL, erasure_low INTEGER NOT NULL,
            PRIMARY KEY (high, low, space, erasure_high, erasure_low)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE erasure_receipt (
            high INTEGER NOT NULL, low INTEGER NOT NULL, space INTEGER NOT NULL,
            writer INTEGER NOT NULL, written INTEGER NOT NULL,
            PRIMARY KEY (high, low, space, writer)
        ) STRICT, WITHOUT ROWID;

        -- The community records that count: those of the space's own founder.
        CREATE TABLE listed_community (number INTEGER PRIMARY KEY) STRICT;
        """

    private static let indexes = """
        CREATE INDEX device_by_id ON known_device (id);
        CREATE INDEX record_by_high ON record (high);
        CREATE INDEX record_by_source ON record (source_key) WHERE source_key IS NOT NULL;
        CREATE INDEX question_by_date ON record (space, shown) WHERE kind = 5;
        CREATE INDEX record_in_workplace ON record (kind) WHERE kind <= 4;
        CREATE INDEX question_by_pseudonym ON question (pseudonym) WHERE pseudonym IS NOT NULL;
        CREATE INDEX answer_by_question ON answer (question_high);
        CREATE INDEX thanks_by_target ON thanks (for_high);
        CREATE INDEX flag_by_target ON flag (target_high);
        CREATE INDEX blur_by_target ON blur (target_high);
        CREATE INDEX step_by_space ON record (space) WHERE kind IN (12, 13, 14);
        CREATE INDEX alias_by_space ON record (space) WHERE kind = \(Schema.tagAlias.number);
        CREATE INDEX item_by_date ON record (kind, shown) WHERE kind >= \(firstItem);
        CREATE INDEX attachment_by_address ON attachment (address);
        CREATE INDEX assignment_by_record ON assignment (high, field);
        CREATE INDEX assignment_by_writer ON assignment (writer);
        CREATE INDEX text_edit_by_record ON text_edit (high, field);
        CREATE INDEX text_edit_by_writer ON text_edit (writer);
        CREATE INDEX entry_by_record ON entry (high, field);
        CREATE INDEX element_by_value ON element (value) WHERE counts;
        """

    /// The search index.
    ///
    /// It keeps no copy of the text (`content=''`) and no sizes for a ranking that the store makes
    /// itself. Marks are part of words, so that the scripts of South Asia stay whole;
    /// ``SearchText`` prepares the scripts that write no spaces.
    private static let search = """
        CREATE VIRTUAL TABLE search USING fts5 (
            text, content='', columnsize=0,
            tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
        );
        -- The words of the index, for those who mistype.
        CREATE VIRTUAL TABLE search_word USING fts5vocab (search, row);
        """
}
