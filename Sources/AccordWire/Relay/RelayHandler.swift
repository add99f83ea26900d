import NIOCore

/// One side of a link, on its channel.
final class RelayHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let side: RelayLink.Side
  private let link: RelayLink
  private let failed: (any Error) -> Void
  private var hasBegun = false

  /// A side; `failed` hears why a connection broke off before anything came.
  init(_ side: RelayLink.Side, of link: RelayLink, failed: @escaping (any Error) -> Void = { _ in })
  {
    self.side = side
    self.link = link
    self.failed = failed
  }

  func handlerAdded(context: ChannelHandlerContext) { link.opened(side, context) }

  func channelActive(context: ChannelHandlerContext) { link.activated(side) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    hasBegun = true
    link.pass(unwrapInboundIn(data), from: side)
  }

  func channelReadComplete(context: ChannelHandlerContext) { link.finishedReading(side) }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if let event = event as? ChannelEvent, event == .inputClosed {
      link.ended(side)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }

  func channelInactive(context: ChannelHandlerContext) { link.closed(side) }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if !hasBegun { failed(error) }
    context.close(promise: nil)
  }
}
