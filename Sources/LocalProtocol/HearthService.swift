/// Everything that a person, a script or a page can ask of a node: one method for each ``Route``.
///
/// The daemon implements it; the HTTP server for the local API calls it. Methods that write return
/// once the words are on disk.
public protocol HearthService: ExportingService {
    // The node and who lives here.

    /// The state of the node at a glance; works in any stage.
    func status() async throws(ServiceError) -> Status
    /// Creates the person and the device of this home; `usage` when there are some already.
    func initialize(_ request: InitializeRequest) async throws(ServiceError) -> Identity
    /// The person and the device of this home.
    func identity() async throws(ServiceError) -> Identity
    /// All people of the workplace.
    func people() async throws(ServiceError) -> PeopleList

    // The workplace and how to come in.

    /// Founds a workplace with the person of this home as its first member.
    func foundWorkplace(_ request: NewWorkplaceRequest) async throws(ServiceError) -> Workplace
    /// The workplace of this home.
    func workplace() async throws(ServiceError) -> Workplace
    /// Makes a one-time code and waits for somebody to use it.
    func invite(_ request: InviteRequest) async throws(ServiceError) -> Pairing
    /// Looks for the inviter of a code on the network.
    func join(_ request: JoinRequest) async throws(ServiceError) -> Pairing
    /// How far a pairing has come.
    func pairing(_ request: PairingReference) async throws(ServiceError) -> Pairing
    /// The pairing now and after each change, until it is over.
    func watchPairing(
        _ request: PairingReference
    ) async throws(ServiceError) -> AnswerStream<Pairing>
    /// Says whether the words on both screens are the same.
    func judgeWords(_ request: PairingVerdict) async throws(ServiceError) -> Pairing
    /// Calls a pairing off; its code is void from then on.
    func cancelPairing(_ request: PairingReference) async throws(ServiceError) -> Pairing

    // Devices of the person.

    /// Makes a one-time code for one more computer of the person of this home.
    func addDevice(_ request: InviteRequest) async throws(ServiceError) -> Pairing
    /// Makes this computer one more device of somebody who belongs; `usage` in a home where somebody lives.
    func joinAsDevice(_ request: JoinDeviceRequest) async throws(ServiceError) -> Pairing
    /// The devices of the person of this home.
    func devices() async throws(ServiceError) -> DeviceList
    /// Gives a device of the person another label.
    func renameDevice(_ request: RenameDeviceRequest) async throws(ServiceError) -> PersonDevice
    /// Puts a device of the person out for ever; what it writes from then on counts nowhere.
    func revokeDevice(_ request: DeviceReference) async throws(ServiceError) -> DeviceRevoked
    /// Makes a recovery sheet; the words are in the answer and nowhere else.
    func makeSheet() async throws(ServiceError) -> RecoverySheet

    // Persons: how they belong, come back and leave.

    /// One person, and how they belong.
    func person(_ request: PersonReference) async throws(ServiceError) -> PersonDetails
    /// Four words to compare with a colleague face to face.
    func comparison(_ request: PersonReference) async throws(ServiceError) -> Comparison
    /// Says that the words on both screens are the same, for everybody to see.
    func verify(_ request: ComparisonVerdict) async throws(ServiceError) -> PersonDetails
    /// Begins, or shows, the recovery of a colleague who lost all computers.
    func recover(_ request: PersonReference) async throws(ServiceError) -> RecoveryStart
    /// Gives the second word for a recovery.
    func confirmRecovery(_ request: ComparisonVerdict) async throws(ServiceError) -> PersonDetails
    /// Leaves the workplace, or says that somebody has left.
    func depart(_ request: DepartRequest) async throws(ServiceError) -> DepartureAnswer
    /// Begins the handover of the person of this home, or gives it another note.
    func startHandover(_ request: StartHandoverRequest) async throws(ServiceError) -> HandoverSaved
    /// What people leave to those who stay.
    func handovers(_ request: HandoversRequest) async throws(ServiceError) -> HandoverList
    /// Asks somebody who goes one of at most five questions.
    func askHandover(_ request: AskHandoverRequest) async throws(ServiceError) -> HandoverSaved
    /// Answers a question of a colleague; `noSuchRight` for one to somebody else.
    func answerHandover(
        _ request: AnswerHandoverRequest
    ) async throws(ServiceError) -> HandoverSaved
    /// Notes somebody who has no computer at work, and makes their slip.
    func noteUnclaimed(_ request: NoteUnclaimedRequest) async throws(ServiceError) -> UnclaimedSaved
    /// The people without a computer who were noted.
    func unclaimed() async throws(ServiceError) -> UnclaimedList
    /// Says for whom words of one's own were written; the slip for them is in the answer, once.
    func writeOnBehalf(_ request: BehalfRequest) async throws(ServiceError) -> Saved
    /// Puts one's name to words that somebody else wrote down, or takes it off.
    func claimWords(_ request: ClaimRequest) async throws(ServiceError) -> Saved
    /// Makes a sealed backup of this home while it runs; `noSuchRight` where the policy forbids exports.
    func backup(_ request: BackupRequest) async throws(ServiceError) -> AnswerStream<BackupProgress>
    /// Writes signed commits into a file; `noSuchRight` where the policy forbids exports.
    func exportBundle(_ request: BundleRequest) async throws(ServiceError) -> BundleReport
    /// Takes in the commits of such a file, each checked as if a peer had sent it.
    func importBundle(_ request: BundleRequest) async throws(ServiceError) -> BundleReport
    /// Keys of shared terminals that wait for a word.
    func keyOffers() async throws(ServiceError) -> KeyOfferList
    /// Says that a key of a shared terminal is this person's, or a colleague's.
    func acceptKey(_ request: ComparisonVerdict) async throws(ServiceError) -> PersonDetails
    /// This shared terminal; `usage` on a computer that is none, as for the rest of these.
    func kiosk() async throws(ServiceError) -> KioskShown
    /// Begins at this terminal with a slip of paper.
    func showSlip(_ request: ShowSlipRequest) async throws(ServiceError) -> HeldKeyMade
    /// Offers to keep a key for somebody who belongs.
    func offerKey(_ request: OfferKeyRequest) async throws(ServiceError) -> HeldKeyMade
    /// Signs somebody in; `noSuchRight` for a wrong PIN or card, and for a while after five.
    func signIn(_ request: SignInRequest) async throws(ServiceError) -> KioskSession
    /// Ends the session of the request.
    func signOut() async throws(ServiceError) -> KioskShown
    /// Gives the person of the session another PIN, or none.
    func changePIN(_ request: ChangePINRequest) async throws(ServiceError) -> KioskSession
    /// Makes a new card for the person of the session.
    func makeCard() async throws(ServiceError) -> CardMade
    /// What goes when words of one's own are taken back; `noSuchRight` for those of others.
    func erasurePlan(_ request: ErasureReference) async throws(ServiceError) -> ErasurePlanned
    /// Takes words of one's own back, on every computer.
    func erase(_ request: EraseRequest) async throws(ServiceError) -> ErasureShown
    /// Words that were taken back, and which computers have done it.
    func erasures(_ request: ErasuresRequest) async throws(ServiceError) -> ErasureList
    /// Attaches a file of this computer; `usage` for what is no file or too large.
    func attach(_ request: AttachRequest) async throws(ServiceError) -> FileAttached
    /// The attached files, and how much of them is here.
    func attachedFiles() async throws(ServiceError) -> FileList
    /// One attached file, and who has it.
    func file(_ request: FileReference) async throws(ServiceError) -> FileShown
    /// Fetches a file from colleagues for the next 30 seconds.
    func fetchFile(_ request: FileReference) async throws(ServiceError) -> FileShown
    /// Writes a file to the disk; `offline` until all of it is here.
    func saveFile(_ request: SaveFileRequest) async throws(ServiceError) -> FileSaved
    /// Departures that colleagues spoke for and that are not decided.
    func departures() async throws(ServiceError) -> DepartureList
    /// Vouches again for somebody who left.
    func readmit(_ request: PersonReference) async throws(ServiceError) -> PersonDetails
    /// Words of removed computers that are kept here and don't count.
    func lateWords() async throws(ServiceError) -> LateWordsList
    /// Lets such words count, everywhere.
    func release(_ request: ReleaseRequest) async throws(ServiceError) -> ReleaseAnswer

    // Communities.

    /// All communities that this node knows.
    func communities() async throws(ServiceError) -> CommunityList
    /// Creates a community; its creator is its first member.
    func createCommunity(
        _ request: NewCommunityRequest
    ) async throws(ServiceError) -> CommunitySaved
    /// One community with its members.
    func community(_ request: CommunityReference) async throws(ServiceError) -> CommunityDetails
    /// Makes the person of this home a member.
    func joinCommunity(
        _ request: CommunityReference
    ) async throws(ServiceError) -> CommunitySaved
    /// Ends the membership of the person of this home; never refused.
    func leaveCommunity(
        _ request: CommunityReference
    ) async throws(ServiceError) -> CommunitySaved

    /// Lets a colleague who waits into a community.
    func admit(_ request: AdmissionRequest) async throws(ServiceError) -> CommunityDetails
    /// Lets a colleague into a community and sends the keys; the colleague decides.
    func inviteInto(_ request: AdmissionRequest) async throws(ServiceError) -> CommunityDetails
    /// Makes a code on paper that lets people into a community.
    func makeCode(_ request: CodeRequest) async throws(ServiceError) -> DoorCode
    /// Invitations that came and wait for an answer.
    func invitations() async throws(ServiceError) -> InvitationList
    /// Comes into the community of an invitation.
    func acceptInvitation(
        _ request: InvitationReference
    ) async throws(ServiceError) -> InvitationAnswer
    /// Throws an invitation away; nobody is told.
    func declineInvitation(
        _ request: InvitationReference
    ) async throws(ServiceError) -> InvitationAnswer
    /// Shows a code to colleagues' computers until one of them opens the door.
    func showCode(_ request: TypedCode) async throws(ServiceError) -> InvitationAnswer
    /// How the key of a community stands.
    func communityKeys(_ request: CommunityReference) async throws(ServiceError) -> KeyReport

    // Words.

    /// Publishes a question.
    func ask(_ request: AskRequest) async throws(ServiceError) -> Saved
    /// Says that the person asked a question that names nobody.
    func reveal(_ request: RevealRequest) async throws(ServiceError) -> Saved
    /// Publishes an answer.
    func answer(_ request: AnswerRequest) async throws(ServiceError) -> Saved
    /// Publishes a thank-you.
    func thank(_ request: ThanksRequest) async throws(ServiceError) -> Saved
    /// Changes the person's own words; `noSuchRight` for those of others.
    func edit(_ request: EditRequest) async throws(ServiceError) -> Saved
    /// A page of questions, newest first.
    func questions(_ request: ListRequest) async throws(ServiceError) -> QuestionList
    /// What a short code or identifier leads to.
    func show(_ request: ShowRequest) async throws(ServiceError) -> Shown
    /// A page of posts that hold some words.
    func search(_ request: SearchRequest) async throws(ServiceError) -> SearchResults

    // Problems, stories, experiments, gatherings.

    /// Records of a kind, newest first.
    func items(_ request: ItemsRequest) async throws(ServiceError) -> ItemList
    /// One record with those that belong to it.
    func item(_ request: ItemReference) async throws(ServiceError) -> ItemDetails
    /// Publishes a record.
    func createItem(_ request: NewItemRequest) async throws(ServiceError) -> Saved
    /// Changes a record, or the person's own entries in it; `noSuchRight` for the words of others.
    func changeItem(_ request: ItemChangeRequest) async throws(ServiceError) -> Saved
    /// Events as a calendar file.
    func calendar(_ request: CalendarRequest) async throws(ServiceError) -> CalendarFile
    /// An event with the wall of its open space.
    func openSpace(_ request: ItemReference) async throws(ServiceError) -> OpenSpace
    /// What happened, for the wall; `noSuchRight` for a community that isn't open to everybody.
    func digest(_ request: DigestRequest) async throws(ServiceError) -> Digest

    /// Gives out what happened, under the next number that is known here.
    ///
    /// - Throws: ``ServiceError`` as for reading it.
    func issueDigest(_ request: DigestRequest) async throws(ServiceError) -> Digest

    /// The digests that were given out, the newest first.
    ///
    /// - Throws: ``ServiceError`` outside of a workplace.
    func digestIssues() async throws(ServiceError) -> DigestIssueList
    /// Everything that hangs together with a record.
    func trace(_ request: TraceRequest) async throws(ServiceError) -> TraceChain

    // Tags.

    /// The tags of a community, and which of them mean the same.
    func tags(_ request: TagsRequest) async throws(ServiceError) -> TagList
    /// Says that two tags mean the same, or that they don't.
    func relateTags(_ request: TagRelationRequest) async throws(ServiceError) -> TagList

    // Pages: texts that a community writes together.

    /// Begins a page.
    func createPage(_ request: NewPageRequest) async throws(ServiceError) -> Saved
    /// A page with its text, as it is or as it was.
    func page(_ request: PageReference) async throws(ServiceError) -> Page
    /// Changes the text of a page; what others write meanwhile stays.
    func editPage(_ request: EditPageRequest) async throws(ServiceError) -> PageEdited
    /// Everything that was written into a page.
    func pageHistory(_ request: PageReference) async throws(ServiceError) -> PageHistory
    /// Who wrote which line of a page.
    func pageBlame(_ request: PageReference) async throws(ServiceError) -> PageBlame
    /// What differs between two states of a page.
    func pageDiff(_ request: PageDiffRequest) async throws(ServiceError) -> PageDiff
    /// A thread or a story as a section of a page.
    func distil(_ request: DistilRequest) async throws(ServiceError) -> Distilled

    /// Everything that the person of this home has written.
    func ownWords(_ request: OwnWordsRequest) async throws(ServiceError) -> OwnWords

    // What is new for the person of this home; none of it leaves the home.

    /// What is unread.
    func inbox(_ request: InboxRequest) async throws(ServiceError) -> Inbox
    /// Takes note of what was read; answers with the rest.
    func markRead(_ request: ReadRequest) async throws(ServiceError) -> Inbox
    /// Follows a record, or doesn't any more.
    func follow(_ request: FollowRequest) async throws(ServiceError) -> FollowedItem
    /// What the person chose to follow or not to hear of.
    func following() async throws(ServiceError) -> Following
    /// What is here already that is like a draft; asked of this node alone.
    func similar(_ request: SimilarRequest) async throws(ServiceError) -> SimilarItems
    /// A community in twenty lines, for whoever comes new or comes back.
    func catchUp(_ request: CommunityReference) async throws(ServiceError) -> CatchUp
    /// Who can help, and why; asked of this node alone.
    func whoKnows(_ request: WhoKnowsRequest) async throws(ServiceError) -> Knowers
    /// Says whether the person wants to be named as who can help.
    func setFindable(_ request: FindableRequest) async throws(ServiceError) -> Nothing
    /// What the person's own words were good for; `noSuchRight` for those of somebody else.
    func mirror(_ request: MirrorRequest) async throws(ServiceError) -> Mirror

    // Rights, roles, and what members say against words.

    /// The table of rights; works in any stage.
    func rights() async throws(ServiceError) -> RightsTable
    /// What the roles may do with one verb; `noSuchRight` for one that exists for nobody.
    func right(_ request: RightRequest) async throws(ServiceError) -> Right
    /// The roles that there are; works in any stage.
    func roleDescriptions() async throws(ServiceError) -> RoleDescriptions
    /// Who has which role.
    func roles(_ request: RolesRequest) async throws(ServiceError) -> RoleList
    /// Takes a role, or asks somebody to take it.
    func takeRole(_ request: RoleRequest) async throws(ServiceError) -> Saved
    /// Accepts a role that the person was asked to take.
    func acceptRole(_ request: RoleAnswer) async throws(ServiceError) -> Saved
    /// Lays a role down, or declines it.
    func layDownRole(_ request: RoleAnswer) async throws(ServiceError) -> Saved
    /// Flags the version of an item that is shown here.
    func flag(_ request: ObjectionRequest) async throws(ServiceError) -> Saved
    /// Takes the person's own flags of an item back.
    func unflag(_ request: WithdrawalRequest) async throws(ServiceError) -> Saved
    /// Blurs an item for 72 hours, once.
    func blur(_ request: ObjectionRequest) async throws(ServiceError) -> Saved
    /// Lifts the person's own blur of an item early.
    func unblur(_ request: WithdrawalRequest) async throws(ServiceError) -> Saved
    /// The public log of a community or of the workplace, newest first.
    func publicLog(_ request: PublicLogRequest) async throws(ServiceError) -> PublicLogPage

    // Deciding by consent.

    /// Proposes something to a community that the person is a member of.
    func propose(_ request: ProposeRequest) async throws(ServiceError) -> ProposalSaved
    /// Keeps a proposal on this computer; nobody else sees it before it is opened.
    func keepDraft(_ request: ProposeRequest) async throws(ServiceError) -> ProposalDraftShown
    /// The drafts on this computer.
    func drafts() async throws(ServiceError) -> DraftList
    /// Proposes what a draft says, and removes the draft.
    func openDraft(_ request: DraftReference) async throws(ServiceError) -> ProposalSaved
    /// Removes a draft.
    func dropDraft(_ request: DraftReference) async throws(ServiceError) -> DraftList
    /// Proposals of the communities that the person is in, those that are open first.
    func proposals(_ request: ProposalsRequest) async throws(ServiceError) -> ProposalList
    /// One proposal with everything that was said to it.
    func proposal(_ request: ProposalReference) async throws(ServiceError) -> ProposalShown
    /// Takes a stance for the person of this home.
    func takeStance(_ request: StanceRequest) async throws(ServiceError) -> ProposalSaved
    /// Gives the person's own proposal other words; `noSuchRight` for those of others.
    func amend(_ request: AmendRequest) async throws(ServiceError) -> ProposalSaved
    /// Asks something about a proposal, or replies.
    func askAboutProposal(
        _ request: ProposalQuestionRequest
    ) async throws(ServiceError) -> ProposalSaved
    /// Says what was decided, by what is here; `needsConsent` while the window is open.
    func closeProposal(_ request: ProposalReference) async throws(ServiceError) -> ProposalSaved
    /// Brings the open questions of a closed community to the home that its members chose; once each.
    func rehome(_ request: CommunityReference) async throws(ServiceError) -> Rehomed
    /// Says what form, charter or stage a community has; nothing else follows from it.
    func describeCommunity(
        _ request: DescribeRequest
    ) async throws(ServiceError) -> CommunityDetails
    /// The agreements of a community.
    func agreements(_ request: CommunityReference) async throws(ServiceError) -> AgreementList
    /// Begins a community that goes on from another one's past.
    func forkCommunity(_ request: ForkRequest) async throws(ServiceError) -> CommunitySaved
    /// Opens an archived community again, for anybody who was ever a member.
    func reopenCommunity(
        _ request: CommunityReference
    ) async throws(ServiceError) -> CommunitySaved
    /// Which of the person's communities are quiet, and what members wish.
    func pulse() async throws(ServiceError) -> PulseList
    /// Says how a community shall go on.
    func answerPulse(_ request: PulseRequest) async throws(ServiceError) -> Pulse

    // Archives.

    /// Begins an import into a community that the person is a member of.
    func beginImport(_ request: ImportRequest) async throws(ServiceError) -> ImportTicket
    /// Adds posts that aren't here yet, and answers once they are on disk; its counts are those of
    /// this batch.
    func importBatch(_ request: ImportBatch) async throws(ServiceError) -> ImportProgress
    /// Ends an import; its counts are those of all batches.
    func finishImport(_ request: ImportReference) async throws(ServiceError) -> ImportSummary

    // Replication and upkeep.

    /// Asks all colleagues what is new and reports until all is in sync or the time is over.
    func sync(_ request: SyncRequest) async throws(ServiceError) -> AnswerStream<SyncProgress>
    /// One cause for each thing that isn't in sync.
    func explainSync() async throws(ServiceError) -> SyncExplanation
    /// All peers that this node knows.
    func peers() async throws(ServiceError) -> PeerList
    /// What one peer holds.
    func holdings(_ request: HoldingsRequest) async throws(ServiceError) -> Holdings
    /// Adds an address to those dialled without discovery, and to the configuration file.
    func addStaticPeer(_ request: StaticPeerRequest) async throws(ServiceError) -> StaticPeers
    /// Removes such an address.
    func removeStaticPeer(_ request: StaticPeerRequest) async throws(ServiceError) -> StaticPeers
    /// Looks for what keeps this node from seeing colleagues.
    func doctor() async throws(ServiceError) -> DoctorReport
    /// What the policy of this machine says, and what holds.
    func policy() async throws(ServiceError) -> PolicyReport
    /// How the gateway stands, through which telephones read what everybody may read.
    func gateway() async throws(ServiceError) -> GatewayReport
    /// Opens or shuts the gateway at once, and in the configuration file; `noSuchRight` where the
    /// policy keeps it shut.
    func setGateway(_ request: GatewayRequest) async throws(ServiceError) -> GatewayReport
    /// Lines of the security log, oldest first.
    func audit(_ request: AuditRequest) async throws(ServiceError) -> AnswerStream<AuditLine>
    /// Whether the security log is as it was written.
    func verifyAudit(_ request: AuditVerification) async throws(ServiceError) -> AuditVerdict
    /// What those who answer for the machine want to know.
    func inspectMachine() async throws(ServiceError) -> MachineInspection
    /// Makes the readable database anew from the log.
    func rebuild() async throws(ServiceError) -> AnswerStream<RebuildProgress>
    /// The state of this replica as text that is equal on equal replicas.
    func dump(_ request: DumpRequest) async throws(ServiceError) -> AnswerStream<DumpPiece>
    /// What happens from now on, until the asker hangs up.
    func events(_ request: EventsRequest) async throws(ServiceError) -> AnswerStream<NodeEvent>
}
