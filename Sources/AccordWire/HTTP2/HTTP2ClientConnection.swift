#if HTTP2
import NIOCore
import NIOHPACK
import NIOHTTP2

/// The client's end of HTTP/2 on one connection: carries an exchange on each stream.
///
/// It lives on its event loop, above the library that reads and writes frames.
final class HTTP2ClientConnection: ChannelInboundHandler {
  typealias InboundIn = HTTP2Frame
  typealias OutboundOut = HTTP2Frame
  typealias Outcome = ClientConnection.Outcome

  /// What a stream may send before it hears of us.
  static let window = 1 << 20
  /// The largest frame that every server takes (RFC 9113 section 4.2).
  private static let frame = 16_384

  private struct Current {
    var order: HTTP2Order
    var reader: HTTP2MessageReader
    var promise: EventLoopPromise<Outcome>
    /// The stream; nil while none may be opened.
    var stream: HTTP2StreamID?
    var start: NIODeadline
    var firstByte: NIODeadline?
    /// How much of the content has left, and whether all of the request has.
    var sent = 0
    var isSent = false
    var headTimer: Scheduled<Void>?
    var totalTimer: Scheduled<Void>?
  }

  private struct GoAway {
    var code: UInt32
    var last: Int
    var text: [UInt8]
  }

  private let below: ClientConnection
  private let state: HTTP2Session.OpenState
  private var context: ChannelHandlerContext?
  private var exchanges: [Int: Current] = [:]
  /// The exchanges that wait for a stream, in order.
  private var queue: [Int] = []
  private var orderOfStream: [HTTP2StreamID: Int] = [:]
  private var nextStream = 1
  private var hasSettings = false
  private var hasCarriedExchange = false
  private var maxStreams = Int.max
  private var connectionWindow = 65_535
  private var goAway: GoAway?
  private var connectionFailure: WireFailure?
  private var readError: (any Error)?
  private var cancelledOrder: Int?
  private var closesWhenIdle = false

  init(below: ClientConnection, state: HTTP2Session.OpenState) {
    self.below = below
    self.state = state
  }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  // MARK: Exchanges

  /// Sends the request on a stream of its own and reads its response.
  func perform(_ order: HTTP2Order, on channel: any Channel) -> EventLoopFuture<Outcome> {
    let loop = channel.eventLoop
    let promise = loop.makePromise(of: Outcome.self)
    guard cancelledOrder != order.id else {
      promise.succeed(Outcome(failure: .cancelled))
      return promise.futureResult
    }
    guard context != nil, channel.isActive, state.isOpen, nextStream < 1 << 31 else {
      let failure = connectionFailure ?? closing(nil)
      promise.succeed(Outcome(failure: failure, isUnsent: true, tlsVersion: below.tlsVersion))
      return promise.futureResult
    }
    var current = Current(
      order: order,
      reader: HTTP2MessageReader(toMethod: order.method, limits: order.limits),
      promise: promise,
      start: .now()
    )
    let bound = NIOLoopBound(self, eventLoop: loop)
    let id = order.id
    let total = order.totalTimeout.nanoseconds
    current.totalTimer = loop.scheduleTask(deadline: order.deadline) {
      bound.value.timeOut(id, after: total)
    }
    exchanges[id] = current
    scheduleHead(id, on: loop)
    queue.append(id)
    openStreams()
    return promise.futureResult
  }

  func cancel(_ order: Int) {
    if exchanges[order] != nil {
      end(order, .cancelled)
    } else {
      cancelledOrder = order
    }
  }

  func closeWhenIdle() {
    closesWhenIdle = true
    if exchanges.isEmpty { context?.close(promise: nil) }
  }

  /// The head is awaited from the time on at which its request may be sent.
  private func scheduleHead(_ id: Int, on loop: any EventLoop) {
    guard let order = exchanges[id]?.order else { return }
    exchanges[id]?.headTimer?.cancel()
    exchanges[id]?.headTimer = nil
    let headEnd = NIODeadline.now() + order.headTimeout
    guard headEnd < order.deadline else { return }
    let bound = NIOLoopBound(self, eventLoop: loop)
    let limit = order.headTimeout.nanoseconds
    exchanges[id]?.headTimer = loop.scheduleTask(deadline: headEnd) {
      bound.value.timeOut(id, after: limit)
    }
  }

  private func openStreams() {
    guard let context, hasSettings else { return }
    while orderOfStream.count < maxStreams, !queue.isEmpty {
      send(queue.removeFirst(), context: context)
    }
  }

  private func send(_ id: Int, context: ChannelHandlerContext) {
    guard let order = exchanges[id]?.order else { return }
    let stream = HTTP2StreamID(nextStream)
    nextStream += 2
    hasCarriedExchange = true
    orderOfStream[stream] = id
    exchanges[id]?.stream = stream
    exchanges[id]?.start = .now()
    scheduleHead(id, on: context.eventLoop)
    let request = order.request
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    func write(_ payload: HTTP2Frame.FramePayload, ends: Bool, content: Int = 0) {
      let promise = context.eventLoop.makePromise(of: Void.self)
      promise.futureResult.whenSuccess {
        bound.value.exchanges[id]?.sent += content
        if ends { bound.value.exchanges[id]?.isSent = true }
      }
      context.write(
        wrapOutboundOut(HTTP2Frame(streamID: stream, payload: payload)),
        promise: promise
      )
    }
    let isBare = request.body.isEmpty && request.trailers.isEmpty
    write(.headers(.init(headers: Self.block(request.fields), endStream: isBare)), ends: isBare)
    for start in stride(from: 0, to: request.body.count, by: Self.frame) {
      let end = min(start + Self.frame, request.body.count)
      let isLast = end == request.body.count && request.trailers.isEmpty
      let data = HTTP2Frame.FramePayload.Data(
        data: .byteBuffer(ByteBuffer(bytes: request.body[start..<end])),
        endStream: isLast
      )
      write(.data(data), ends: isLast, content: end - start)
    }
    if !request.trailers.isEmpty {
      write(.headers(.init(headers: Self.block(request.trailers), endStream: true)), ends: true)
    }
    context.flush()
  }

  private static func block(_ fields: [HTTP2Fields.Field]) -> HPACKHeaders {
    HPACKHeaders(fields.map { ($0.name, $0.value) })
  }

  // MARK: Ends

  /// Names what did not come in time.
  private func timeOut(_ id: Int, after nanoseconds: Int64) {
    guard let current = exchanges[id] else { return }
    if !hasSettings {
      end(id, .http2(.settingsMissing(nanoseconds: nanoseconds)))
    } else if current.stream == nil {
      end(id, .http2(.noStreamAllowed(limit: maxStreams, nanoseconds: nanoseconds)))
    } else if !current.isSent, !current.reader.hasHead, context?.channel.isWritable == true {
      let isStream = current.stream.flatMap { windows[$0] } ?? initialWindow <= 0
      end(
        id,
        .http2(
          .windowClosed(
            isStream ? .stream : .connection,
            sent: current.sent,
            of: current.order.request.body.count,
            nanoseconds: nanoseconds
          )
        )
      )
    } else {
      let phase: WireFailure.Phase = current.reader.hasHead ? .body : .head
      end(id, .responseTimeout(phase: phase, nanoseconds: nanoseconds))
    }
  }

  /// The windows of our streams that the server has opened or closed since they began.
  private var windows: [HTTP2StreamID: Int] = [:]
  private var initialWindow = 65_535

  /// Hands the outcome out; a stream that the server has not ended is reset.
  private func end(_ id: Int, _ failure: WireFailure?, resets: Bool = true) {
    guard let ended = exchanges.removeValue(forKey: id) else { return }
    queue.removeAll { $0 == id }
    ended.headTimer?.cancel()
    ended.totalTimer?.cancel()
    if let stream = ended.stream {
      orderOfStream[stream] = nil
      windows[stream] = nil
      if resets, !ended.reader.isComplete || !ended.isSent, let context, context.channel.isActive {
        let frame = HTTP2Frame(streamID: stream, payload: .rstStream(.cancel))
        context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
      }
    }
    var outcome = Outcome(
      response: ended.reader.response,
      failure: failure,
      firstByte: ended.firstByte.map { ($0 - ended.start).nanoseconds },
      isUnsent: ended.stream == nil && failure != nil,
      tlsVersion: below.tlsVersion
    )
    if case .http2(let failure) = failure { outcome.isUnprocessed = failure.isUnprocessed }
    // What ended by itself or by us is no case for another connection.
    if ended.stream == nil, connectionFailure == nil, context?.channel.isActive == true,
      goAway == nil
    {
      outcome.isUnsent = false
    }
    ended.promise.succeed(outcome)
    if closesWhenIdle || goAway != nil, exchanges.isEmpty { context?.close(promise: nil) }
    openStreams()
  }

  /// Why the response of a stream did not end, when the connection has ended.
  private func closing(_ current: Current?) -> WireFailure {
    if let goAway, let stream = current?.stream.map({ Int($0) }) {
      return .http2(
        .goneAway(code: goAway.code, lastStream: goAway.last, stream: stream, text: goAway.text)
      )
    }
    if !hasSettings {
      return .http2(
        below.firstBytes.isEmpty ? .closedBeforeSettings : .notHTTP2(found: below.firstBytes)
      )
    }
    if (readError as? IOError)?.errnoCode == POSIXCode.connectionReset,
      current?.firstByte != nil
    {
      return .reset(phase: current?.reader.hasHead == true ? .body : .head)
    }
    if let current, current.reader.hasHead {
      return .http2(.closedInContent(received: current.reader.body.count))
    }
    return .closedBeforeHead(reused: isReused(current))
  }

  private func isReused(_ current: Current?) -> Bool {
    guard let stream = current?.stream else { return hasCarriedExchange }
    return Int(stream) > 1
  }

  /// Ends all exchanges, in the order in which they began.
  private func endAll(_ failure: (Current) -> WireFailure) {
    state.end()
    queue = []
    for id in exchanges.keys.sorted() {
      if let current = exchanges[id] { end(id, failure(current), resets: false) }
    }
  }

  // MARK: Inbound

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let frame = unwrapInboundIn(data)
    switch frame.payload {
    case .settings(.settings(let settings)):
      for setting in settings {
        if setting.parameter == .maxConcurrentStreams { maxStreams = setting.value }
        if setting.parameter == .initialWindowSize { initialWindow = setting.value }
      }
      hasSettings = true
      openStreams()
    case .headers(let section):
      read(frame.streamID) { reader in
        reader.take(section.headers.map { ($0.name, $0.value) }, ends: section.endStream)
      }
    case .data(let content):
      read(frame.streamID) { reader in
        switch content.data {
        case .byteBuffer(let bytes): reader.take(bytes.readableBytesView, ends: content.endStream)
        case .fileRegion: break
        }
      }
      credit(content, on: frame.streamID, context: context)
    case .rstStream(let code):
      guard let id = orderOfStream[frame.streamID], let current = exchanges[id] else { return }
      let phase: WireFailure.Phase = current.reader.hasHead ? .body : .head
      end(
        id,
        .http2(
          code == .refusedStream
            ? .streamRefused : .streamReset(code: UInt32(code.networkCode), phase: phase)
        ),
        resets: false
      )
    case .goAway(let last, let code, let text):
      goAway = GoAway(
        code: UInt32(code.networkCode),
        last: Int(last),
        text: Array((text?.readableBytesView).map { Array($0.prefix(256)) } ?? [])
      )
      state.end()
      for id in exchanges.keys.sorted() {
        guard let current = exchanges[id] else { continue }
        if current.stream.map({ Int($0) > Int(last) }) ?? true {
          end(id, closing(current), resets: false)
        }
      }
      if exchanges.isEmpty { context.close(promise: nil) }
    default:
      break
    }
  }

  private func read(_ stream: HTTP2StreamID, _ take: (inout HTTP2MessageReader) -> Void) {
    guard let id = orderOfStream[stream], var current = exchanges[id] else { return }
    if current.firstByte == nil { current.firstByte = .now() }
    take(&current.reader)
    if current.reader.hasHead {
      current.headTimer?.cancel()
      current.headTimer = nil
    }
    exchanges[id] = current
    if current.reader.isComplete || current.reader.failure != nil {
      end(id, current.reader.failure)
    }
  }

  /// Lets the server send as much again as it has sent.
  private func credit(
    _ content: HTTP2Frame.FramePayload.Data,
    on stream: HTTP2StreamID,
    context: ChannelHandlerContext
  ) {
    let count = content.data.readableBytes + (content.paddingBytes.map { $0 + 1 } ?? 0)
    // A connection that the server ends takes no frame after its last stream.
    guard count > 0, context.channel.isActive, goAway == nil || !exchanges.isEmpty else { return }
    var frames = [
      HTTP2Frame(streamID: .rootStream, payload: .windowUpdate(windowSizeIncrement: count))
    ]
    if !content.endStream, orderOfStream[stream] != nil {
      frames.append(
        HTTP2Frame(streamID: stream, payload: .windowUpdate(windowSizeIncrement: count))
      )
    }
    for frame in frames { context.write(wrapOutboundOut(frame), promise: nil) }
    context.flush()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case let event as NIOHTTP2WindowUpdatedEvent:
      if let size = event.outboundWindowSize, event.streamID != .rootStream {
        windows[event.streamID] = size
      }
    case let event as StreamClosedEvent:
      windows[event.streamID] = nil
    default: break
    }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if TLSDiagnosis.isIncompleteClose(error) { return }
    // Of our own frames, not of the server's.
    if error is NIOHTTP2Errors.IOOnClosedConnection { return }
    if let error = error as? NIOHTTP2Errors.StreamError {
      guard let id = orderOfStream[error.streamID] else { return }
      end(id, .http2(.stream(reason: HTTP2Fault.words(error))), resets: false)
      return
    }
    readError = error
    let failure: WireFailure
    if let tls = TLSDiagnosis.failure(afterHandshake: error, hasAnswered: hasSettings) {
      failure = tls
    } else if error is IOError {
      return
    } else if HTTP2Fault.isOverLimit(error) {
      let limit = exchanges.values.first?.order.limits.maxHeadBytes ?? 0
      failure = .headOverLimit(limit: limit)
    } else if !hasSettings {
      failure = .http2(.notHTTP2(found: below.firstBytes))
    } else {
      failure = .http2(.connection(reason: HTTP2Fault.words(error)))
    }
    connectionFailure = failure
    endAll { _ in failure }
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    endAll { [self] current in closing(current) }
    context.fireChannelInactive()
  }
}
#endif
