#if HTTP2
import NIOCore
import NIOHPACK
import NIOHTTP2

/// The server's end of HTTP/2 on one connection: plays replies that were made for HTTP/1.1 on its streams.
///
/// What a reply does to its connection it does to its stream. It lives on its event loop.
final class HTTP2ServerConnection: ChannelInboundHandler {
  typealias InboundIn = HTTP2Frame
  typealias OutboundOut = HTTP2Frame

  private struct Request {
    var fields: [HTTP2Fields.Field]
    var body: [UInt8] = []
    var trailers: [HTTP2Fields.Field] = []
    var isAnswered = false
    var task: Task<Void, Never>?
    var reader: MessageReader?
    var hasSentHead = false
    var sent = 0
  }

  private let id: Int
  private let limits: ReadLimits
  private let handler: @Sendable (WireServerRequest) async -> WireReply
  private var requests: [HTTP2StreamID: Request] = [:]
  private var context: ChannelHandlerContext?
  private var closesWhenIdle = false

  init(
    id: Int,
    limits: ReadLimits,
    handler: @escaping @Sendable (WireServerRequest) async -> WireReply
  ) {
    self.id = id
    self.limits = limits
    self.handler = handler
  }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  // MARK: Reading

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let frame = unwrapInboundIn(data)
    switch frame.payload {
    case .headers(let section):
      let fields = section.headers.map { (name: $0.name, value: $0.value) }
      if requests[frame.streamID] == nil {
        requests[frame.streamID] = Request(fields: fields)
        if !section.endStream, fields.contains(where: { $0 == ("expect", "100-continue") }) {
          write(.headers(.init(headers: [":status": "100"])), on: frame.streamID)
          context.flush()
        }
      } else {
        requests[frame.streamID]?.trailers = fields
      }
      if section.endStream { answer(frame.streamID, context: context) }
    case .data(let content):
      read(content, on: frame.streamID, context: context)
    case .rstStream:
      drop(frame.streamID)
    default:
      break
    }
  }

  private func read(
    _ content: HTTP2Frame.FramePayload.Data,
    on stream: HTTP2StreamID,
    context: ChannelHandlerContext
  ) {
    let count = content.data.readableBytes + (content.paddingBytes.map { $0 + 1 } ?? 0)
    if count > 0 {
      write(.windowUpdate(windowSizeIncrement: count), on: .rootStream)
      if !content.endStream { write(.windowUpdate(windowSizeIncrement: count), on: stream) }
      context.flush()
    }
    guard requests[stream]?.isAnswered == false else { return }
    if case .byteBuffer(let bytes) = content.data {
      requests[stream]?.body.append(contentsOf: bytes.readableBytesView)
    }
    if let length = requests[stream]?.body.count, length > limits.maxBodyBytes {
      requests[stream]?.isAnswered = true
      play(.response(status: 413, body: Array("The content is too large.\n".utf8)), on: stream)
    } else if content.endStream {
      answer(stream, context: context)
    }
  }

  private func answer(_ stream: HTTP2StreamID, context: ChannelHandlerContext) {
    guard let request = requests[stream], !request.isAnswered else { return }
    requests[stream]?.isAnswered = true
    let served = WireServerRequest(
      request.fields,
      body: request.body,
      trailers: request.trailers,
      id: id
    )
    let handler = self.handler
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    let loop = context.eventLoop
    requests[stream]?.task = Task {
      let reply = await handler(served)
      loop.execute { bound.value.play(reply, on: stream, method: served.method) }
    }
  }

  // MARK: Playing

  private func play(_ reply: WireReply, on stream: HTTP2StreamID, method: String = "GET") {
    guard requests[stream] != nil else { return }
    requests[stream]?.reader = MessageReader(.response(toMethod: method), limits: limits)
    play(reply.actions[...], on: stream)
  }

  private func play(_ actions: ArraySlice<WireAction>, on stream: HTTP2StreamID) {
    guard let context, requests[stream] != nil else { return }
    guard let action = actions.first else {
      finish(stream)
      return
    }
    let rest = actions.dropFirst()
    switch action {
    case .write(let bytes):
      requests[stream]?.reader?.feed(bytes)
      forward(stream)
      context.flush()
      play(rest, on: stream)
    case .pause(let duration):
      let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
      context.eventLoop.scheduleTask(in: TimeAmount(duration)) {
        bound.value.play(rest, on: stream)
      }
    case .halfClose, .close, .closeBelowTLS:
      finish(stream)
    case .reset:
      reset(stream, .internalError)
    case .neverAnswer:
      break
    }
  }

  /// Sends of the response what has been written of it so far.
  private func forward(_ stream: HTTP2StreamID) {
    guard let request = requests[stream], let reader = request.reader else { return }
    guard let response = reader.response, reader.state != .head else { return }
    if case .failed = reader.state { return }
    let isComplete = reader.state == .complete && response.trailers.isEmpty
    if !request.hasSentHead {
      requests[stream]?.hasSentHead = true
      for interim in response.interim {
        write(.headers(.init(headers: Self.block(interim.status, interim.fields))), on: stream)
      }
      let ends = isComplete && response.body.isEmpty
      write(
        .headers(.init(headers: Self.block(response.status, response.fields), endStream: ends)),
        on: stream
      )
      if ends { return drop(stream) }
    }
    let content = response.body.dropFirst(request.sent)
    if !content.isEmpty || isComplete {
      requests[stream]?.sent = response.body.count
      write(
        .data(.init(data: .byteBuffer(ByteBuffer(bytes: content)), endStream: isComplete)),
        on: stream
      )
    }
    if isComplete { return drop(stream) }
    guard reader.state == .complete else { return }
    let trailers = HPACKHeaders(response.trailers.map { ($0.nameText.lowercased(), $0.valueText) })
    write(.headers(.init(headers: trailers, endStream: true)), on: stream)
    drop(stream)
  }

  /// Ends the stream where the reply ends: what is no whole message is reset.
  private func finish(_ stream: HTTP2StreamID) {
    guard requests[stream] != nil else { return }
    requests[stream]?.reader?.finish()
    forward(stream)
    context?.flush()
    if requests[stream] != nil { reset(stream, .internalError) }
  }

  private func reset(_ stream: HTTP2StreamID, _ code: HTTP2ErrorCode) {
    write(.rstStream(code), on: stream)
    context?.flush()
    drop(stream)
  }

  private static func block(_ status: Int, _ fields: [WireField]) -> HPACKHeaders {
    var headers = HPACKHeaders([(":status", String(status))])
    for field in fields {
      let name = field.nameText.lowercased()
      if HTTP2Fields.connectionSpecific.contains(name) { continue }
      headers.add(name: name, value: field.valueText)
    }
    return headers
  }

  private func write(_ payload: HTTP2Frame.FramePayload, on stream: HTTP2StreamID) {
    context?.write(wrapOutboundOut(HTTP2Frame(streamID: stream, payload: payload)), promise: nil)
  }

  private func drop(_ stream: HTTP2StreamID) {
    requests.removeValue(forKey: stream)
    if closesWhenIdle, requests.isEmpty { context?.close(promise: nil) }
  }

  // MARK: Ends

  func closeWhenIdle() {
    closesWhenIdle = true
    if requests.isEmpty { context?.close(promise: nil) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if error is NIOHTTP2Errors.StreamError { return }
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    for request in requests.values { request.task?.cancel() }
    requests = [:]
    context.fireChannelInactive()
  }
}

/// Begins HTTP/2 on a connection of a server.
enum HTTP2ServerSession {
  /// Puts it above all else on a channel; returns what closes it when it is idle.
  static func start(
    on channel: any Channel,
    id: Int,
    limits: ReadLimits,
    handler: @escaping @Sendable (WireServerRequest) async -> WireReply
  ) -> (@Sendable () -> Void)? {
    let connection = HTTP2ServerConnection(id: id, limits: limits, handler: handler)
    var settings = NIOHTTP2Handler.ConnectionConfiguration()
    settings.headerBlockValidation = .disabled
    settings.contentLengthValidation = .disabled
    settings.initialSettings = [
      HTTP2Setting(parameter: .maxConcurrentStreams, value: 100),
      HTTP2Setting(parameter: .maxHeaderListSize, value: min(limits.maxHeadBytes, 1 << 30)),
    ]
    let frames = NIOHTTP2Handler(mode: .server, connectionConfiguration: settings)
    guard (try? channel.pipeline.syncOperations.addHandlers([frames, connection])) != nil else {
      return nil
    }
    let bound = NIOLoopBound(connection, eventLoop: channel.eventLoop)
    return { bound.value.closeWhenIdle() }
  }
}

extension WireServerRequest {
  /// The request of a stream: the authority as its Host field (RFC 9113 section 8.3.1).
  init(
    _ section: [HTTP2Fields.Field],
    body: [UInt8],
    trailers: [HTTP2Fields.Field],
    id: Int
  ) {
    func pseudo(_ name: String) -> String? { section.first { $0.name == name }?.value }
    var fields = section.filter { !$0.name.hasPrefix(":") }.map { WireField($0.name, $0.value) }
    if let authority = pseudo(":authority") { fields.insert(WireField("host", authority), at: 0) }
    let method = pseudo(":method") ?? ""
    self.init(
      method: method,
      target: Array((pseudo(":path") ?? pseudo(":authority") ?? "").utf8),
      version: "HTTP/2",
      fields: fields,
      rawHead: HTTP2Fields.shown(section),
      body: body,
      trailers: trailers.map { WireField($0.name, $0.value) },
      connectionID: id
    )
  }
}
#endif
