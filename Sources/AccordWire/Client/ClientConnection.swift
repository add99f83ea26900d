import NIOCore
import NIOPosix
import Synchronization

/// One connection of a client: carries one exchange at a time.
///
/// It lives on its event loop.
final class ClientConnection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// What an exchange needs to know of its request and its bounds.
  struct Order: Sendable {
    /// A number of its own, so that a late cancellation cannot meet another exchange.
    let id = Order.ids.add(1, ordering: .relaxed).newValue
    var bytes: [UInt8]
    var method: String
    /// The transfer codings besides chunked that the request asks for.
    var askedTransferCodings: Set<String> = []
    /// Whether the connection is in order after this request, as far as the request goes.
    var mayReuse: Bool
    var limits: ReadLimits
    var headTimeout: TimeAmount
    /// The end of the whole exchange, and the limit that it comes from.
    var deadline: NIODeadline
    var totalTimeout: TimeAmount

    private static let ids = Atomic<Int>(0)

    /// The method and the target.
    var requestName: String {
      let line = bytes.prefix { $0 != ASCII.carriageReturn && $0 != ASCII.lineFeed }
      let end = line.lastIndex(of: ASCII.space) ?? line.endIndex
      return WireText.decode(line[..<end])
    }
  }

  /// What an exchange comes to.
  struct Outcome: Sendable {
    var response: WireResponse?
    var failure: WireFailure?
    var unread: [UInt8] = []
    /// What makes the response unreadable, where that is the peer's fault.
    var fault: Deviation?
    var firstByte: Int64?
    /// Whether the connection was found closed before the request was written to it.
    var isUnsent = false
    var tlsVersion: NegotiatedTLS?
    /// Whether the connection can carry another exchange.
    var isReusable = false
    /// Whether what came in the place of the response is left over from the exchange before.
    var isLeftover = false
    /// How long the connection was watched after the response was complete.
    var lingered: Int64 = 0
    /// Whether the server says that it did nothing of the request.
    var isUnprocessed = false
  }

  private struct Current {
    var order: Order
    var reader: MessageReader
    var promise: EventLoopPromise<Outcome>
    var start: NIODeadline
    var firstByte: NIODeadline?
    var isWritten = false
    var failure: WireFailure?
    var headTimer: Scheduled<Void>?
    var totalTimer: Scheduled<Void>?
    /// Waits for more of what cannot be read, so that it can be shown.
    var evidenceTimer: Scheduled<Void>?
    /// Waits for content that the response must not have.
    var lingerTimer: Scheduled<Void>?
    var completed: NIODeadline?
    /// What came before a response had begun, on a connection that had carried one.
    var early: [UInt8] = []
    /// Whether bytes stood before the response that belong to none.
    var hasLeftover = false
  }

  private struct Handshake {
    var promise: EventLoopPromise<Void>
    var tls: TLSClientSession
    /// What the certificate must be for, beyond what the library checks.
    var subject: CertificateSubject?
  }

  private var current: Current?
  private var context: ChannelHandlerContext?
  private var handshake: Handshake?
  private var cancelledOrder: Int?
  /// What the peer told between the handshake and the first request.
  private var earlyFailure: WireFailure?
  private var hasCarriedExchange = false
  private(set) var tlsVersion: NegotiatedTLS?
  /// What was chosen in the TLS handshake of the protocols that were offered.
  private(set) var applicationProtocol: String?
  /// Whether another protocol is spoken above, to which all is handed on.
  private var isTransparent = false
  /// How the bytes began that were handed on.
  private(set) var firstBytes: [UInt8] = []
  private var readError: (any Error)?
  private var idleEnded: (@Sendable () -> Void)?
  private let leftovers: LeftoverList
  /// The request and the status of the last response on this connection.
  private var last: (request: String, status: Int)?
  /// The request before that one.
  private var previous: String?

  /// A connection that tells what it finds between two responses.
  init(leftovers: LeftoverList) { self.leftovers = leftovers }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
  }

  // MARK: Exchanges

  /// Sends the request and reads its response.
  func perform(_ order: Order, on channel: any Channel) -> EventLoopFuture<Outcome> {
    let promise = channel.eventLoop.makePromise(of: Outcome.self)
    let isReused = hasCarriedExchange
    guard cancelledOrder != order.id else {
      promise.succeed(Outcome(failure: .cancelled))
      context?.close(promise: nil)
      return promise.futureResult
    }
    guard let context, channel.isActive, current == nil else {
      // What went wrong while nobody asked for anything is no answer to this request.
      let failure = (isReused ? nil : earlyFailure) ?? .closedBeforeHead(reused: isReused)
      promise.succeed(Outcome(failure: failure, isUnsent: true, tlsVersion: tlsVersion))
      return promise.futureResult
    }
    idleEnded = nil
    let now = NIODeadline.now()
    var reader = MessageReader(.response(toMethod: order.method), limits: order.limits)
    reader.askedTransferCodings = order.askedTransferCodings
    current = Current(
      order: order,
      reader: reader,
      promise: promise,
      start: now
    )
    schedule(on: channel.eventLoop, order: order, now: now)
    let bound = NIOLoopBound(self, eventLoop: channel.eventLoop)
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: order.bytes)))
      .whenComplete { result in bound.value.requestWritten(result) }
    return promise.futureResult
  }

  /// Ends the exchange, whatever it was about to become, and the connection with it.
  private func abort(_ failure: WireFailure) {
    guard current != nil else { return }
    // A time that runs out while more of unreadable bytes is awaited changes nothing about them.
    current?.reader.failAtOpenLine()
    if failure == .cancelled || current?.reader.failure == nil { current?.failure = failure }
    finish()
  }

  /// Ends this exchange, also when it has not begun; another one is left alone.
  func cancel(_ order: Int) {
    if current?.order.id == order {
      abort(.cancelled)
    } else {
      cancelledOrder = order
    }
  }

  /// Calls back when the connection ends while it is idle.
  func watchIdle(_ ended: @escaping @Sendable () -> Void) {
    guard let context, context.channel.isActive else {
      ended()
      return
    }
    idleEnded = ended
  }

  private func schedule(on loop: any EventLoop, order: Order, now: NIODeadline) {
    let bound = NIOLoopBound(self, eventLoop: loop)
    let headEnd = now + order.headTimeout
    if headEnd < order.deadline {
      current?.headTimer = loop.scheduleTask(deadline: headEnd) {
        bound.value.abort(
          .responseTimeout(phase: .head, nanoseconds: order.headTimeout.nanoseconds)
        )
      }
    }
    current?.totalTimer = loop.scheduleTask(deadline: order.deadline) {
      let phase: WireFailure.Phase = bound.value.current?.reader.state == .head ? .head : .body
      bound.value.abort(
        .responseTimeout(phase: phase, nanoseconds: order.totalTimeout.nanoseconds)
      )
    }
  }

  private func requestWritten(_ result: Result<Void, any Error>) {
    switch result {
    case .success: current?.isWritten = true
    case .failure(let error): readError = readError ?? error
    }
  }

  /// Hands the outcome out; keeps the connection only when nothing about it is doubtful.
  private func finish() {
    guard let ended = current else { return }
    current = nil
    ended.headTimer?.cancel()
    ended.totalTimer?.cancel()
    ended.evidenceTimer?.cancel()
    ended.lingerTimer?.cancel()
    var outcome = Outcome(
      response: ended.reader.response,
      failure: ended.failure ?? ended.reader.failure,
      unread: ended.reader.unread,
      fault: ended.failure == nil ? ended.reader.fault : nil,
      firstByte: ended.firstByte.map { ($0 - ended.start).nanoseconds },
      tlsVersion: tlsVersion
    )
    if let completed = ended.completed { outcome.lingered = (.now() - completed).nanoseconds }
    if ended.reader.isNoResponse, hasCarriedExchange, ended.failure == nil {
      outcome.isLeftover = noteLeftover(ended.reader.unread)
    }
    if outcome.failure == .closedBeforeHead(reused: false), hasCarriedExchange {
      outcome.failure = .closedBeforeHead(reused: true)
    }
    outcome.isReusable =
      outcome.failure == nil && ended.isWritten && ended.order.mayReuse
      && ended.reader.allowsReuse && !ended.hasLeftover && context?.channel.isActive == true
    noteShift(ended)
    hasCarriedExchange = true
    previous = last?.request
    last =
      ended.order.method == "CONNECT"
      ? nil : outcome.response.map { (ended.order.requestName, $0.status) }
    // CONNECT turns the connection into a tunnel, which the caller goes on with.
    if !outcome.isReusable, ended.order.method != "CONNECT" || outcome.failure != nil {
      context?.close(promise: nil)
    }
    ended.promise.succeed(outcome)
  }

  // MARK: TLS

  /// Puts TLS below this handler; succeeds when the handshake is done.
  func startTLS(
    _ tls: TLSClientSession,
    subject: CertificateSubject?,
    on channel: any Channel
  ) -> EventLoopFuture<Void> {
    let promise = channel.eventLoop.makePromise(of: Void.self)
    // The tunnel's CONNECT was not an exchange of this server.
    hasCarriedExchange = false
    handshake = Handshake(promise: promise, tls: tls, subject: subject)
    do throws(WireFailure) {
      try tls.start(on: channel)
    } catch {
      endHandshake(.failure(error))
    }
    return promise.futureResult
  }

  private func endHandshake(_ result: Result<Void, WireFailure>) {
    guard let handshake else { return }
    self.handshake = nil
    switch result {
    case .success: handshake.promise.succeed(())
    case .failure(let failure): handshake.promise.fail(failure)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    // The TLS library fires one event during a handshake that is none of the channel's own: its end.
    if let handshake, !(event is ChannelEvent) {
      tlsVersion = handshake.tls.version
      applicationProtocol = handshake.tls.applicationProtocol(in: event)
      endHandshake(handshake.tls.check(handshake.subject))
    }
    context.fireUserInboundEventTriggered(event)
  }

  // MARK: Inbound

  /// Hands everything on from here, to handlers that are put above.
  func becomeTransparent() { isTransparent = true }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if isTransparent {
      if firstBytes.count < 64 {
        firstBytes += unwrapInboundIn(data).readableBytesView.prefix(64 - firstBytes.count)
      }
      context.fireChannelRead(data)
      return
    }
    let buffer = unwrapInboundIn(data)
    guard current != nil else {
      // Bytes that nobody asked for: the next response could not be told from them.
      noteLeftover(Array(buffer.readableBytesView))
      context.close(promise: nil)
      return
    }
    if current?.firstByte == nil { current?.firstByte = .now() }
    feed(Array(buffer.readableBytesView))
    if current?.reader.state != .head {
      current?.headTimer?.cancel()
      current?.headTimer = nil
    }
  }

  /// Reads bytes of the response; those before it that the exchange before left behind are none.
  private func feed(_ bytes: [UInt8]) {
    let mayBeLeftover =
      hasCarriedExchange && last != nil && current?.hasLeftover == false
      && (current?.reader.hasBegun == false || current?.early.isEmpty == false)
    current?.reader.feed(bytes)
    guard mayBeLeftover, let current else { return }
    guard current.reader.isNoResponse || current.reader.state == .head else {
      self.current?.early = []
      return
    }
    let early = current.early + bytes
    guard current.reader.isNoResponse, let start = LeftoverBytes.statusLine(in: early), start > 0
    else {
      self.current?.early = early
      return
    }
    noteLeftover(early)
    var reader = MessageReader(
      .response(toMethod: current.order.method),
      limits: current.order.limits
    )
    reader.askedTransferCodings = current.order.askedTransferCodings
    reader.feed(Array(early[start...]))
    self.current?.reader = reader
    self.current?.hasLeftover = true
    self.current?.early = []
    current.evidenceTimer?.cancel()
    self.current?.evidenceTimer = nil
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if isTransparent { return context.fireChannelReadComplete() }
    switch current?.reader.state {
    case .failed where current?.reader.lacksEvidence == true: awaitEvidence(on: context.eventLoop)
    case .complete where mayLinger: linger(on: context.eventLoop)
    case .complete, .failed: finish()
    default: break
    }
  }

  /// How long the content is waited for of a response that must not have any.
  private static let lingering = TimeAmount.milliseconds(50)

  /// Whether content may come later than the head that says there is none: an answer to HEAD and a 304
  /// have the fields of a response with content, so that a server may go on and write it.
  private var mayLinger: Bool {
    guard let current, current.completed == nil, current.reader.surplus.isEmpty else {
      return false
    }
    return current.order.method == "HEAD" || current.reader.startLine.status == 304
  }

  private func linger(on loop: any EventLoop) {
    guard let order = current?.order.id else { return }
    current?.completed = .now()
    let bound = NIOLoopBound(self, eventLoop: loop)
    current?.lingerTimer = loop.scheduleTask(in: Self.lingering) {
      guard bound.value.current?.order.id == order else { return }
      bound.value.finish()
    }
  }

  /// Tells of bytes between two responses, as far as the next one; a response that says that the server
  /// no longer waits for a request (RFC 9110 section 15.5.9) is none.
  @discardableResult private func noteLeftover(_ bytes: [UInt8]) -> Bool {
    guard let last, !bytes.isEmpty, !LeftoverBytes.isFarewell(bytes) else { return false }
    var end = bytes.count
    if let start = LeftoverBytes.statusLine(in: bytes), start > 0 { end = start }
    leftovers.add(
      LeftoverBytes(
        request: last.request,
        status: last.status,
        bytes: Array(bytes.prefix(min(end, 4096))),
        previous: previous
      )
    )
    self.last = nil
    return true
  }

  /// Tells of a response right behind another on a reused connection: it may be the one that was asked
  /// for, and the one before it a response too many to the request before.
  private func noteShift(_ ended: Current) {
    let surplus = ended.reader.surplus
    guard !surplus.isEmpty, let last, let response = ended.reader.response,
      LeftoverBytes.statusLine(in: surplus) == 0
    else { return }
    leftovers.add(
      LeftoverBytes(
        request: ended.order.requestName,
        status: response.status,
        bytes: Array(surplus.prefix(4096)),
        previous: last.request
      )
    )
  }

  /// Lets what cannot be read come as far as its line end, for a moment: one byte says little.
  private func awaitEvidence(on loop: any EventLoop) {
    guard let order = current?.order.id, current?.evidenceTimer == nil else { return }
    let bound = NIOLoopBound(self, eventLoop: loop)
    current?.evidenceTimer = loop.scheduleTask(in: .milliseconds(200)) {
      guard bound.value.current?.order.id == order else { return }
      bound.value.finish()
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if isTransparent { return context.fireErrorCaught(error) }
    if let handshake {
      endHandshake(.failure(handshake.tls.failure(of: error)))
      context.close(promise: nil)
    } else if TLSDiagnosis.isIncompleteClose(error) {
      current?.reader.noteIncompleteClose()
    } else {
      readError = error
      let hasAnswered = hasCarriedExchange || current?.firstByte != nil
      if let failure = TLSDiagnosis.failure(afterHandshake: error, hasAnswered: hasAnswered) {
        earlyFailure = failure
        abort(failure)
      }
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    if isTransparent { return context.fireChannelInactive() }
    endHandshake(.failure(.tls(.closedInHandshake)))
    if current != nil {
      endOfBytes()
      finish()
    }
    idleEnded?()
    idleEnded = nil
  }

  /// Tells a reset from an orderly end.
  private func endOfBytes() {
    guard let reader = current?.reader, reader.state != .complete else { return }
    if case .failed = reader.state { return }
    guard (readError as? IOError)?.errnoCode == POSIXCode.connectionReset else {
      current?.reader.finish()
      return
    }
    if !reader.hasBegun, hasCarriedExchange {
      current?.failure = .closedBeforeHead(reused: true)
    } else {
      current?.failure = .reset(phase: reader.state == .head ? .head : .body)
    }
  }
}
