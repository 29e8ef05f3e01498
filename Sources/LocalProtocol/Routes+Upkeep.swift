// Replication and upkeep.
extension Routes {
    /// `POST /v1/sync`: sync now and report until all is in sync.
    public static let sync = StreamRoute<SyncRequest, SyncProgress>(
        "sync", .post, "/v1/sync", "Sync now and report until all is in sync"
    ) { service, request throws(ServiceError) in try await service.sync(request) }

    /// `GET /v1/sync/explain`: one cause for each thing that isn't in sync.
    public static let explainSync = Route<Nothing, SyncExplanation>(
        "explainSync", .get, "/v1/sync/explain", "One cause for each thing that isn't in sync"
    ) { service, _ throws(ServiceError) in try await service.explainSync() }

    /// `GET /v1/peers`: all peers that this node knows.
    public static let peers = Route<Nothing, PeerList>(
        "peers", .get, "/v1/peers", "All peers that this node knows"
    ) { service, _ throws(ServiceError) in try await service.peers() }

    /// `GET /v1/peers/holdings`: what one peer holds.
    public static let holdings = Route<HoldingsRequest, Holdings>(
        "holdings", .get, "/v1/peers/holdings", "What one peer holds"
    ) { service, request throws(ServiceError) in try await service.holdings(request) }

    /// `POST /v1/peers/static`: add an address dialled without discovery.
    public static let addStaticPeer = Route<StaticPeerRequest, StaticPeers>(
        "addStaticPeer", .post, "/v1/peers/static", "Add an address dialled without discovery"
    ) { service, request throws(ServiceError) in try await service.addStaticPeer(request) }

    /// `DELETE /v1/peers/static`: remove an address dialled without discovery.
    public static let removeStaticPeer = Route<StaticPeerRequest, StaticPeers>(
        "removeStaticPeer", .delete, "/v1/peers/static",
        "Remove an address dialled without discovery"
    ) { service, request throws(ServiceError) in try await service.removeStaticPeer(request) }

    /// `GET /v1/doctor`: what keeps this node from seeing colleagues.
    public static let doctor = Route<Nothing, DoctorReport>(
        "doctor", .get, "/v1/doctor", "What keeps this node from seeing colleagues"
    ) { service, _ throws(ServiceError) in try await service.doctor() }

    /// `POST /v1/rebuild`: make the readable database anew from the log.
    public static let rebuild = StreamRoute<Nothing, RebuildProgress>(
        "rebuild", .post, "/v1/rebuild", "Make the readable database anew from the log"
    ) { service, _ throws(ServiceError) in try await service.rebuild() }

    /// `GET /v1/dump`: the replica as text that is equal on equal replicas.
    public static let dump = StreamRoute<DumpRequest, DumpPiece>(
        "dump", .get, "/v1/dump", "The replica as text that is equal on equal replicas"
    ) { service, request throws(ServiceError) in try await service.dump(request) }

    /// `GET /v1/events`: what happens from now on.
    public static let events = StreamRoute<EventsRequest, NodeEvent>(
        "events", .get, "/v1/events", "What happens from now on"
    ) { service, request throws(ServiceError) in try await service.events(request) }
}
