internal import NIOCore
internal import Wire

/// The end of a channel's pipeline: carries bytes and the end of a connection out of NIO.
final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let connection: Connection
    private let opening: @Sendable (ConnectionNumber, Address) -> TransportEvent
    private var failure: TransportError?

    init(
        _ connection: Connection,
        opening: @escaping @Sendable (ConnectionNumber, Address) -> TransportEvent
    ) {
        self.connection = connection
        self.opening = opening
    }

    func channelActive(context: ChannelHandlerContext) {
        guard let remote = Sockets.address(context.channel.remoteAddress) else {
            context.close(promise: nil)
            return
        }
        connection.opened(opening(connection.number, remote))
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        connection.received(unwrapInboundIn(data))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        failure = Sockets.error(error)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        connection.end(failure.map { .failed($0) } ?? .remote)
        context.fireChannelInactive()
    }
}
