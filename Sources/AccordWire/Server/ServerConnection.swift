import NIOCore
import NIOPosix

/// One connection of a server: reads requests in order and plays their replies byte for byte.
///
/// It lives on its event loop; only the handler of the server runs elsewhere.
final class ServerConnection: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private enum Activity {
    /// Reading a request, or waiting for one.
    case reading
    /// The handler has a request, or its reply is being played.
    case answering
    /// Nothing is said any more; bytes that come are dropped.
    case silent
  }

  private let id: Int
  private let limits: ReadLimits
  private let usesTLS: Bool
  /// Whether HTTP/2 is spoken with a client that begins with its preface (RFC 9113 section 3.4).
  private let speaksHTTP2: Bool
  private let handler: @Sendable (WireServerRequest) async -> WireReply
  private let ended: @Sendable () -> Void

  private var activity = Activity.reading
  private var reader: MessageReader
  private var hasSentContinue = false
  private var waiting: [UInt8] = []
  private var isReadHeld = false
  private var task: Task<Void, Never>?
  private var pause: Scheduled<Void>?
  private var context: ChannelHandlerContext?
  private var closesWhenIdle = false
  /// How the bytes of the connection began, until it is known what is spoken.
  private var beginning: [UInt8]?
  /// What closes the connection where HTTP/2 is spoken.
  private var closeHTTP2: (@Sendable () -> Void)?

  init(
    id: Int,
    limits: ReadLimits,
    usesTLS: Bool,
    speaksHTTP2: Bool = false,
    handler: @escaping @Sendable (WireServerRequest) async -> WireReply,
    ended: @escaping @Sendable () -> Void
  ) {
    self.id = id
    self.limits = limits
    self.usesTLS = usesTLS
    self.speaksHTTP2 = speaksHTTP2
    beginning = speaksHTTP2 ? [] : nil
    self.handler = handler
    self.ended = ended
    reader = MessageReader(.request, limits: limits)
  }

  // MARK: Reading

  private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

  /// The bytes to read as HTTP/1.1: none while it is not known, or is not so.
  private func begin(_ bytes: [UInt8], context: ChannelHandlerContext) -> [UInt8] {
    guard let before = beginning else { return bytes }
    let all = before + bytes
    guard all.starts(with: Self.preface) else {
      if Self.preface.starts(with: all) {
        beginning = all
        return []
      }
      beginning = nil
      return all
    }
    beginning = nil
    closeHTTP2 = HTTP2ServerSession.start(
      on: context.channel,
      id: id,
      limits: limits,
      handler: handler
    )
    context.fireChannelRead(wrapOutboundOut(ByteBuffer(bytes: all)))
    return []
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if closeHTTP2 != nil { return context.fireChannelRead(data) }
    let bytes = begin(Array(unwrapInboundIn(data).readableBytesView), context: context)
    guard !bytes.isEmpty else { return }
    switch activity {
    case .reading: take(bytes, context: context)
    case .answering: waiting.append(contentsOf: bytes)
    case .silent: break
    }
  }

  /// Stops reading while a reply is due and enough of what follows is here already.
  func read(context: ChannelHandlerContext) {
    if activity == .answering, waiting.count > 64 * 1024 {
      isReadHeld = true
    } else {
      context.read()
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    activity = .silent
    task?.cancel()
    pause?.cancel()
    ended()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if closeHTTP2 != nil { return context.fireErrorCaught(error) }
    context.close(promise: nil)
  }

  private func take(_ bytes: [UInt8], context: ChannelHandlerContext) {
    reader.feed(bytes)
    if reader.expectsContinue, !hasSentContinue {
      hasSentContinue = true
      let interim = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: interim)), promise: nil)
    }
    switch reader.state {
    case .head, .body:
      break
    case .failed(let failure):
      activity = .answering
      play(Self.refusal(of: failure), context: context)
    case .complete:
      guard let request = WireServerRequest(reader, connectionID: id) else { return }
      waiting = reader.surplus
      reader = MessageReader(.request, limits: limits)
      hasSentContinue = false
      answer(request, context: context)
    }
  }

  private func answer(_ request: WireServerRequest, context: ChannelHandlerContext) {
    activity = .answering
    let loop = context.eventLoop
    let bound = NIOLoopBound((self, context), eventLoop: loop)
    let handler = self.handler
    task = Task {
      var reply = await handler(request)
      reply.keepAlive = reply.keepAlive && request.keepsAlive
      let played = reply
      loop.execute {
        let (connection, context) = bound.value
        connection.play(played, context: context)
      }
    }
  }

  /// What is answered to bytes that are no request (RFC 9112, sections 2.2 and 6.3).
  private static func refusal(of failure: WireFailure) -> WireReply {
    let (status, reason) =
      switch failure {
      case .headOverLimit: (431, "Request Header Fields Too Large")
      case .bodyOverLimit: (413, "Content Too Large")
      default: (400, "Bad Request")
      }
    return .response(
      status: status,
      reason: reason,
      fields: [WireField("Content-Type", "text/plain; charset=utf-8")],
      body: Array((failure.description + "\n").utf8),
      keepAlive: false
    )
  }

  // MARK: Playing

  private func play(_ reply: WireReply, context: ChannelHandlerContext) {
    guard activity == .answering else { return }
    play(reply.actions[...], of: reply, context: context)
  }

  /// Plays the next action, and the rest when it is done.
  private func play(
    _ actions: ArraySlice<WireAction>,
    of reply: WireReply,
    context: ChannelHandlerContext
  ) {
    guard activity == .answering else { return }
    guard let action = actions.first else {
      end(of: reply, context: context)
      return
    }
    let rest = actions.dropFirst()
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    switch action {
    case .write(let bytes):
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes))).whenSuccess {
        let (connection, context) = bound.value
        connection.play(rest, of: reply, context: context)
      }
    case .pause(let duration):
      pause = context.eventLoop.scheduleTask(in: TimeAmount(duration)) {
        let (connection, context) = bound.value
        connection.play(rest, of: reply, context: context)
      }
    case .halfClose:
      context.close(mode: .output).whenComplete { _ in
        let (connection, context) = bound.value
        connection.play(rest, of: reply, context: context)
      }
    case .close:
      closeInOrder(context: context)
    case .closeBelowTLS:
      beSilent(context: context)
      lowest(context).close(promise: nil)
    case .reset:
      reset(context: context)
    case .neverAnswer:
      beSilent(context: context)
    }
  }

  private func end(of reply: WireReply, context: ChannelHandlerContext) {
    guard reply.keepAlive, !closesWhenIdle else {
      closeInOrder(context: context)
      return
    }
    activity = .reading
    let bytes = waiting
    waiting = []
    if !bytes.isEmpty { take(bytes, context: context) }
    if isReadHeld, activity == .reading || waiting.count <= 64 * 1024 {
      isReadHeld = false
      context.read()
    }
  }

  /// Ends our side, and drops what the client still sends for a moment.
  ///
  /// Closing with bytes unread would make the operating system reset the connection, and the
  /// client might lose the end of the answer (RFC 9112, section 9.6).
  private func closeInOrder(context: ChannelHandlerContext) {
    beSilent(context: context)
    guard !usesTLS else {
      context.close(promise: nil)
      return
    }
    context.close(mode: .output, promise: nil)
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    pause = context.eventLoop.scheduleTask(in: .seconds(2)) {
      bound.value.close(promise: nil)
    }
  }

  private func reset(context: ChannelHandlerContext) {
    beSilent(context: context)
    let bound = NIOLoopBound(lowest(context), eventLoop: context.eventLoop)
    guard let options = context.channel as? any SocketOptionProvider else {
      context.close(promise: nil)
      return
    }
    options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in
      bound.value.close(promise: nil)
    }
  }

  /// Where the socket itself is closed: below TLS, which would send a closure alert first.
  private func lowest(_ context: ChannelHandlerContext) -> ChannelHandlerContext {
    TLSServerSession.context(in: context.pipeline.syncOperations) ?? context
  }

  private func beSilent(context: ChannelHandlerContext) {
    activity = .silent
    waiting = []
    if isReadHeld {
      isReadHeld = false
      context.read()
    }
  }

  // MARK: Shutdown

  /// Closes now when nothing is being answered, else after the reply.
  func closeWhenIdle() {
    if let closeHTTP2 { return closeHTTP2() }
    closesWhenIdle = true
    if activity != .answering { context?.close(promise: nil) }
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
  }
}
