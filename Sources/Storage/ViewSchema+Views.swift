extension ViewSchema {
    /// A view for people who open the file with `sqlite3` (chapter 09).
    struct ReadableView: Sendable {
        let name: String
        let query: String

        var definition: String { "CREATE VIEW \(name) AS \(query);" }
    }

    /// The text of an id in SQL.
    private static func id(_ table: String, _ high: String = "high", _ low: String = "low")
        -> String
    {
        "printf('%016x%016x', \(table).\"\(high)\", \(table).\"\(low)\")"
    }

    /// A date in milliseconds as ISO 8601 text in UTC.
    private static func date(_ column: String) -> String {
        "strftime('%Y-%m-%dT%H:%M:%SZ', \(column) / 1000, 'unixepoch')"
    }

    /// A text of a question or an answer, unless its author took it along.
    ///
    /// What was imported is by somebody else.
    private static func shown(_ text: String) -> String {
        "CASE WHEN w.is_erased AND x.original_author IS NULL THEN '' ELSE \(text) END"
    }

    /// The tables that say where a record of a kind stands and that its writer is admitted.
    private static func visible(_ table: String) -> String {
        """
        \(table) AS x
        JOIN record AS r ON r.number = x.number
        JOIN writer AS w ON w.number = r.writer AND w.is_admitted
        JOIN known_person AS p ON p.number = w.person
        JOIN space AS s ON s.number = r.space
        """
    }

    /// All views, each after those that it reads.
    static let views: [ReadableView] = [
        counted("counted_element", isShown: false), counted("shown_element", isShown: true),
        latestEntry, people, devices, vouches, communities, members, questions, answers, thanks,
        tags, history, spaces,
        proposals, stances, closings,
    ]

    /// The set elements that are in their sets.
    ///
    /// - Parameter isShown: Without those of people who took their words with them.
    private static func counted(_ name: String, isShown: Bool) -> ReadableView {
        ReadableView(
            name: name,
            query: """
                SELECT DISTINCT t.high, t.low, t.space, t.field, t.type, t.value
                FROM element AS t JOIN writer AS w ON w.number = t.writer AND w.is_admitted
                    \(isShown ? "AND NOT w.is_erased" : "")
                WHERE t.counts AND NOT EXISTS (
                    SELECT 1 FROM removal AS x
                    JOIN writer AS v ON v.number = x.writer AND v.is_admitted
                    WHERE x.counts AND x.high = t.high AND x.low = t.low AND x.space = t.space
                        AND x.field = t.field
                        AND (x.dot_high, x.dot_low) = (t.dot_high, t.dot_low))
                """)
    }

    /// Each person's own entry of a personal field: the last that counts.
    private static let latestEntry = ReadableView(
        name: "latest_entry",
        query: """
            SELECT high, low, space, field, person, type, value, written FROM (
                SELECT e.*, w.person AS person, row_number() OVER (
                    PARTITION BY e.high, e.low, e.space, e.field, w.person
                    ORDER BY e.lamport DESC, l.id DESC, e.sequence DESC, e.place DESC) AS rank
                FROM entry AS e
                JOIN writer AS w ON w.number = e.writer AND w.is_admitted
                JOIN log AS l ON l.number = e.log
                WHERE e.counts)
            WHERE rank = 1
            """)

    private static let people = ReadableView(
        name: "people",
        query: """
            SELECT lower(hex(p.id)) AS id, p.name AS name, p.is_founder AS founder,
                (SELECT count(*) FROM vouch AS v WHERE v.person = p.number) AS vouches,
                (SELECT count(*) FROM known_device AS d WHERE d.person = p.number) AS devices
            FROM known_person AS p WHERE p.is_known AND p.is_admitted
            """)

    private static let devices = ReadableView(
        name: "devices",
        query: """
            SELECT lower(hex(d.id)) AS id, p.name AS person, lower(hex(p.id)) AS person_id
            FROM known_device AS d JOIN known_person AS p ON p.number = d.person
            WHERE p.is_admitted
            """)

    private static let vouches = ReadableView(
        name: "vouches",
        query: """
            SELECT p.name AS person, v.name AS vouched_by, lower(hex(p.id)) AS person_id,
                lower(hex(v.id)) AS vouched_by_id
            FROM vouch JOIN known_person AS p ON p.number = vouch.person
            JOIN known_person AS v ON v.number = vouch.voucher
            """)

    private static let communities = ReadableView(
        name: "communities",
        query: """
            SELECT \(id("r")) AS id, x.name AS name, coalesce(x.purpose, '') AS purpose,
                lower(hex(x.space)) AS space, p.name AS founder, \(date("r.shown")) AS founded,
                (SELECT count(*) FROM latest_entry AS e WHERE e.high = r.high AND e.low = r.low
                    AND e.space = r.space AND e.field = 3 AND e.value > 0) AS members
            FROM \(visible("community"))
            JOIN listed_community AS c ON c.number = x.number
            """)

    private static let members = ReadableView(
        name: "members",
        query: """
            SELECT x.name AS community, m.name AS person, lower(hex(m.id)) AS person_id,
                \(date("e.written")) AS since
            FROM \(visible("community"))
            JOIN listed_community AS c ON c.number = x.number
            JOIN latest_entry AS e ON e.high = r.high AND e.low = r.low AND e.space = r.space
                AND e.field = 3 AND e.value > 0
            JOIN known_person AS m ON m.number = e.person
            """)

    /// The name of the community that the row's space belongs to.
    private static let community = """
        coalesce((SELECT c.name FROM community AS c
            JOIN listed_community AS l ON l.number = c.number WHERE c.space = s.id), '')
        """

    /// How many people have something against a record, in whatever version of it.
    private static let flags = """
        (SELECT count(DISTINCT fw.person) FROM flag AS f JOIN record AS fr ON fr.number = f.number
            JOIN writer AS fw ON fw.number = fr.writer AND fw.is_admitted
            WHERE f.target_high = r.high AND f.target_low = r.low AND fr.space = r.space
                AND NOT coalesce(f.withdrawn, 0)) AS flags
        """

    private static let questions = ReadableView(
        name: "questions",
        query: """
            SELECT \(id("r")) AS id, \(community) AS community, \(shown("x.title")) AS title,
                \(shown("coalesce(x.body, '')")) AS body,
                coalesce(x.original_author, p.name) AS author,
                p.name AS posted_by, \(date("r.shown")) AS date, x.source AS source,
                (SELECT count(*) FROM answer AS a JOIN record AS ar ON ar.number = a.number
                    JOIN writer AS aw ON aw.number = ar.writer AND aw.is_admitted
                    WHERE a.question_high = r.high AND a.question_low = r.low
                        AND ar.space = r.space) AS answers,
                r.number AS number, \(flags)
            FROM \(visible("question"))
            """)

    private static let answers = ReadableView(
        name: "answers",
        query: """
            SELECT \(id("r")) AS id, \(id("x", "question_high", "question_low")) AS question,
                coalesce((SELECT q.title FROM question AS q
                    JOIN record AS qr ON qr.number = q.number
                    JOIN writer AS qw ON qw.number = qr.writer
                        AND NOT (qw.is_erased AND q.original_author IS NULL)
                    WHERE qr.high = x.question_high AND qr.low = x.question_low
                        AND qr.space = r.space), '') AS title,
                \(community) AS community, \(shown("x.body")) AS body,
                coalesce(x.original_author, p.name) AS author, p.name AS posted_by,
                \(date("r.shown")) AS date, x.source AS source, r.number AS number, \(flags)
            FROM \(visible("answer"))
            """)

    private static let thanks = ReadableView(
        name: "thanks_given",
        query: """
            SELECT \(id("r")) AS id, \(id("x", "for_high", "for_low")) AS target,
                CASE WHEN w.is_erased THEN '' ELSE coalesce(x.text, '') END AS text,
                p.name AS author, \(date("r.shown")) AS date, \(flags)
            FROM \(visible("thanks")) WHERE NOT coalesce(x.withdrawn, 0)
            """)

    private static let tags = ReadableView(
        name: "tags",
        query: """
            SELECT e.value AS tag, \(id("r")) AS question,
                CASE WHEN w.is_erased AND q.original_author IS NULL THEN '' ELSE q.title END
                    AS title
            FROM shown_element AS e
            JOIN record AS r ON r.high = e.high AND r.low = e.low AND r.space = e.space
            JOIN writer AS w ON w.number = r.writer AND w.is_admitted
            JOIN question AS q ON q.number = r.number
            WHERE e.field = 3 AND r.kind = 5
            """)

    private static let history = ReadableView(
        name: "history",
        query: """
            SELECT \(id("a")) AS record, a.field AS field, a.value AS value, p.name AS author,
                \(date("a.written")) AS date, a.lamport AS lamport
            FROM assignment AS a
            JOIN writer AS w ON w.number = a.writer AND w.is_admitted AND NOT w.is_erased
            JOIN known_person AS p ON p.number = w.person
            """)

    private static let proposals = ReadableView(
        name: "proposals",
        query: """
            SELECT \(id("r")) AS id, \(community) AS community, x.kind AS kind, x.text AS text,
                p.name AS author, \(date("r.shown")) AS date, \(date("x.closes")) AS closes
            FROM \(visible("proposal"))
            """)

    private static let stances = ReadableView(
        name: "stances",
        query: """
            SELECT \(id("x", "proposal_high", "proposal_low")) AS proposal,
                lower(hex(x.version)) AS version, x.choice AS choice,
                coalesce(x.reason, '') AS reason, p.name AS author, \(date("r.shown")) AS date
            FROM \(visible("stance"))
            """)

    private static let closings = ReadableView(
        name: "closings",
        query: """
            SELECT \(id("x", "proposal_high", "proposal_low")) AS proposal,
                lower(hex(x.version)) AS version, x.outcome AS outcome,
                coalesce(x.round, 0) AS round, p.name AS author, \(date("r.shown")) AS date
            FROM \(visible("closing"))
            """)

    private static let spaces = ReadableView(
        name: "spaces",
        query: """
            SELECT lower(hex(s.id)) AS id,
                CASE s.kind WHEN 1 THEN 'workplace' ELSE 'community' END AS kind,
                \(community) AS name,
                (SELECT count(*) FROM log AS l WHERE l.space = s.number) AS logs
            FROM space AS s
            """)
}
