/// The table of rights as the design has it, written out by hand and not made from the data.
///
/// Columns: verb, visitor, guest, member, coordinator, sponsor, policy of IT, door key.
enum ExpectedRights {
    static let table = """
        read-open | always | always | always | always | always | never | never
        read-private | never | always (one thread) | always (if member) | always (if member) | always (if member) | never | never
        ask | always (kiosk or paper) | always (invited thread) | always | always | always | never | never
        answer | always (kiosk or paper) | always (invited thread) | always | always | always | never | never
        thanks | always (kiosk or paper) | always (invited thread) | always | always | always | never | never
        raise-problem | always (kiosk or paper) | always (invited thread) | always | always | always | never | never
        import | never | never | always | always | always | never | never
        accept-answer | never | never | own | own | own | never | never
        edit | never | never | own | own | own | never | never
        edit-page | never | never | always | always | always | never | never
        tag | never | never | always | always | always | never | never
        erase | own (by slip) | own | own | own | own | never | never
        flag | never | always | always | always | always | never | never
        blur | never | never | always (once per item) | always (once per item) | always (once per item) | never | never
        start-community | never | never | always | always | always | never | never
        describe-community | never | never | always | always | always | never | never
        fork-community | never | never | always | always | always | never | never
        reopen-community | never | never | always (former members) | always (former members) | always (former members) | never | never
        join-community | never | never | always | always | always | never | never
        leave-community | never | always | always | always | always | never | never
        invite | never | never | always | always | always | never | never
        vouch | never | never | always | always | always | never | never
        propose | never | never | always | always | always | never | never
        take-stance | never | never | own (those affected) | own (those affected) | own (those affected) | never | never
        close-proposal | never | never | two members (of those affected) | two members (of those affected) | two members (of those affected) | never | never
        new-rule | never | never | by consent | by consent | by consent | never | never
        merge-communities | never | never | by consent | by consent | by consent | never | never
        close-community | never | never | by consent | by consent | by consent | never | never
        change-visibility | never | never | by consent | by consent | by consent | never | never
        set-aside | never | never | by consent (read only, 30 days at most) | by consent (read only, 30 days at most) | by consent (read only, 30 days at most) | never | never
        restore-words | never | never | by consent | by consent | by consent | never | never
        take-role | never | never | always | always | always | never | never
        ask-for-role | never | never | always | always | always | never | never
        accept-role | never | never | own | own | own | never | never
        lay-down-role | never | never | own | own | own | never | never
        convene | never | never | always | always | always | never | never
        greet | never | never | always | always | always | never | never
        weave | never | never | always | always | always | never | never
        pledge | never | never | always | always | always | never | never
        conditions | never | never | always | always | always | never | never
        edit-profile | never | never | own | own | own | never | never
        add-device | never | never | own | own | own | never | never
        rename-device | never | never | own | own | own | never | never
        revoke-device | never | never | own | own | own | never | never
        recover-person | never | never | two members | two members | two members | never | never
        mark-departed | never | never | own or two members, delayed | own or two members, delayed | own or two members, delayed | never | always (logged to all)
        release-words | never | never | always | always | always | never | never
        keep-node | never | never | own | own | own | never | never
        set-ports | never | never | never | never | never | always (this machine only) | never
        set-networks | never | never | never | never | never | always (this machine only) | never
        set-caps | never | never | never | never | never | always (this machine only) | never
        set-lease | never | never | never | never | never | always (this machine only) | never
        set-gateway | never | never | never | never | never | always (this machine only) | never
        see-activity | never | never | never | never | never | never | never
        rank-people | never | never | never | never | never | never | never
        hide | never | never | never | never | never | never | never
        edit-others | never | never | never | never | never | never | never
        delete-others | never | never | never | never | never | never | never
        approve-posts | never | never | never | never | never | never | never
        close-problem | never | never | never | never | never | never | never
        remove-member | never | never | never | never | never | never | never
        appoint | never | never | never | never | never | never | never
        dismiss | never | never | never | never | never | never | never
        overrule | never | never | never | never | never | never | never
        read-uninvited | never | never | never | never | never | never | never
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
