/// The table of rights as the design has it, written out by hand and not made from the data.
///
/// Columns: verb, visitor, kiosk, guest, member, coordinator, sponsor, policy of IT, door key.
enum ExpectedRights {
    static let table = """
        read-open | always | always | always | always | always | always | never | never
        read-private | never | never | always (one thread) | always (if member) | always (if member) | always (if member) | never | never
        ask | always (kiosk or paper) | always | always (invited thread) | always | always | always | never | never
        ask-unnamed | always (the terminal, for whoever is signed in) | always | never | always (for somebody else) | always (for somebody else) | always (for somebody else) | never | never
        reveal | never | own | never | own | own | own | never | never
        answer | always (kiosk or paper) | always | always (invited thread) | always | always | always | never | never
        thanks | always (kiosk or paper) | always | always (invited thread) | always | always | always | never | never
        raise-problem | always (kiosk or paper) | always | always (invited thread) | always | always | always | never | never
        post | always (kiosk or paper) | always | always (invited thread) | always | always | always | never | never
        mark | never | always | never | always | always | always | never | never
        import | never | never | never | always | always | always | never | never
        accept-answer | own (the terminal, for whoever asked without a name) | own | never | own | own | own | never | never
        edit | own (the terminal, for whoever asked without a name) | own | never | own | own | own | never | never
        edit-page | never | always | never | always | always | always | never | never
        tag | never | always | never | always | always | always | never | never
        erase | own (by slip) | own | own | own | own | own | never | never
        flag | never | always | always | always | always | always | never | never
        blur | never | always (once per item) | never | always (once per item) | always (once per item) | always (once per item) | never | never
        start-community | never | always (open ones) | never | always | always | always | never | never
        describe-community | never | always | never | always | always | always | never | never
        fork-community | never | always | never | always | always | always | never | never
        reopen-community | never | always (former members) | never | always (former members) | always (former members) | always (former members) | never | never
        join-community | never | always | never | always | always | always | never | never
        leave-community | never | always | always | always | always | always | never | never
        invite | never | never | never | always | always | always | never | never
        vouch | never | never | never | always | always | always | never | never
        propose | never | always | never | always | always | always | never | never
        take-stance | never | own (those affected) | never | own (those affected) | own (those affected) | own (those affected) | never | never
        close-proposal | never | two members (of those affected) | never | two members (of those affected) | two members (of those affected) | two members (of those affected) | never | never
        new-rule | never | by consent | never | by consent | by consent | by consent | never | never
        merge-communities | never | by consent | never | by consent | by consent | by consent | never | never
        close-community | never | by consent | never | by consent | by consent | by consent | never | never
        change-visibility | never | by consent | never | by consent | by consent | by consent | never | never
        set-aside | never | by consent (read only, 30 days at most) | never | by consent (read only, 30 days at most) | by consent (read only, 30 days at most) | by consent (read only, 30 days at most) | never | never
        restore-words | never | by consent | never | by consent | by consent | by consent | never | never
        take-role | never | always | never | always | always | always | never | never
        ask-for-role | never | always | never | always | always | always | never | never
        accept-role | never | own | never | own | own | own | never | never
        lay-down-role | never | own | never | own | own | own | never | never
        convene | never | always | never | always | always | always | never | never
        greet | never | always | never | always | always | always | never | never
        weave | never | always | never | always | always | always | never | never
        pledge | never | always | never | always | always | always | never | never
        conditions | never | always | never | always | always | always | never | never
        edit-profile | never | own | never | own | own | own | never | never
        add-device | never | never | never | own | own | own | never | never
        rename-device | never | never | never | own | own | own | never | never
        revoke-device | never | never | never | own | own | own | never | never
        recover-person | never | never | never | two members | two members | two members | never | never
        mark-departed | never | own | never | own or two members, delayed | own or two members, delayed | own or two members, delayed | never | always (logged to all)
        release-words | never | never | never | always | always | always | never | never
        remove-kiosk | never | never | never | two members | two members | two members | never | never
        keep-node | never | never | never | own | own | own | never | never
        set-ports | never | never | never | never | never | never | always (this machine only) | never
        set-networks | never | never | never | never | never | never | always (this machine only) | never
        set-caps | never | never | never | never | never | never | always (this machine only) | never
        set-lease | never | never | never | never | never | never | always (this machine only) | never
        set-gateway | never | never | never | never | never | never | always (this machine only) | never
        see-activity | never | never | never | never | never | never | never | never
        rank-people | never | never | never | never | never | never | never | never
        hide | never | never | never | never | never | never | never | never
        edit-others | never | never | never | never | never | never | never | never
        delete-others | never | never | never | never | never | never | never | never
        approve-posts | never | never | never | never | never | never | never | never
        close-problem | never | never | never | never | never | never | never | never
        remove-member | never | never | never | never | never | never | never | never
        appoint | never | never | never | never | never | never | never | never
        dismiss | never | never | never | never | never | never | never | never
        overrule | never | never | never | never | never | never | never | never
        read-uninvited | never | never | never | never | never | never | never | never
        """

    /// The verb and the cells of each row.
    static var rows: [(verb: String, cells: [String])] {
        table.split(separator: "\n").map { line in
            let parts = line.split(separator: "|").map {
                String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            return (parts[0], Array(parts.dropFirst()))
        }
    }
}
