import NIOCore
import NIOPosix

/// Two connections that are one: what comes on either is written to the other, byte for byte.
///
/// It lives on the event loop of both.
final class RelayLink {
  /// A side of the link.
  enum Side {
    case client
    case server

    var other: Side { self == .client ? .server : .client }
  }

  /// What is known of a side.
  private struct End {
    var context: ChannelHandlerContext?
    var isActive = false
    /// Writes to it that are not done.
    var writing = 0
    /// Whether it has said all that it will say.
    var hasEnded = false
    /// Whether it is to be told that the other side has said all.
    var isToEnd = false
    /// Whether it is read from when what it said before has been passed on.
    var isReadHeld = false
  }

  private var client = End()
  private var server = End()
  private var watcher: ExchangeWatcher
  private let isServerSecure: Bool
  private let tell: ([WireRelay.Event]) -> Void
  /// What goes on after the client got an answer from us.
  private var isRefused = false

  init(
    connectionID: Int,
    limits: ReadLimits,
    isServerSecure: Bool,
    tell: @escaping ([WireRelay.Event]) -> Void
  ) {
    watcher = ExchangeWatcher(connectionID: connectionID, limits: limits)
    self.isServerSecure = isServerSecure
    self.tell = tell
  }

  private subscript(side: Side) -> End {
    get { side == .client ? client : server }
    set { if side == .client { client = newValue } else { server = newValue } }
  }

  func opened(_ side: Side, _ context: ChannelHandlerContext) { self[side].context = context }

  /// Lets both sides speak as soon as both are there: a channel that is asked before is never read from.
  func activated(_ side: Side) {
    self[side].isActive = true
    guard client.isActive, server.isActive else { return }
    client.context?.read()
    server.context?.read()
  }

  // MARK: Passing on

  /// Writes what came on one side to the other, and looks at it afterwards.
  func pass(_ buffer: ByteBuffer, from side: Side) {
    guard !isRefused else { return }
    guard let target = self[side.other].context else { return }
    self[side.other].writing += 1
    let bound = NIOLoopBound(self, eventLoop: target.eventLoop)
    target.writeAndFlush(NIOAny(buffer)).whenComplete { _ in
      bound.value.wrote(to: side.other)
    }
    guard !watcher.isBlind else { return }
    let bytes = Array(buffer.readableBytesView)
    let now = NIODeadline.now()
    switch side {
    case .client: watcher.read(fromClient: bytes, at: now)
    case .server: watcher.read(fromServer: bytes, at: now)
    }
    report()
  }

  /// Asks a side for more as soon as what it said before has been passed on.
  func finishedReading(_ side: Side) {
    guard !isRefused else {
      self[side].context?.read()
      return
    }
    if self[side.other].writing == 0 {
      self[side].context?.read()
    } else {
      self[side].isReadHeld = true
    }
  }

  private func wrote(to side: Side) {
    self[side].writing -= 1
    guard self[side].writing == 0 else { return }
    if self[side].isToEnd { endOutput(to: side) }
    if self[side.other].isReadHeld {
      self[side.other].isReadHeld = false
      self[side.other].context?.read()
    }
  }

  // MARK: Ends

  /// A side has said all that it will say.
  func ended(_ side: Side) {
    self[side].hasEnded = true
    if side == .client {
      watcher.finishClient()
    } else {
      watcher.finish(at: .now())
      report()
    }
    // TLS has no end of one direction that all servers understand.
    if side == .client, isServerSecure, watcher.isWaiting, !watcher.isBlind { return }
    self[side.other].isToEnd = true
    if self[side.other].writing == 0 { endOutput(to: side.other) }
  }

  private func endOutput(to side: Side) {
    guard let context = self[side].context else { return }
    if self[side].hasEnded || side == .server && isServerSecure {
      context.close(promise: nil)
    } else {
      context.close(mode: .output, promise: nil)
    }
    if client.hasEnded, server.hasEnded {
      client.context?.close(promise: nil)
      server.context?.close(promise: nil)
    }
  }

  /// The connection of a side is gone.
  func closed(_ side: Side) {
    self[side].context = nil
    if side == .client {
      watcher.abandon()
    } else {
      watcher.finish(at: .now())
    }
    report()
    guard let other = self[side.other].context, !isRefused else { return }
    if self[side.other].writing == 0 {
      other.close(promise: nil)
    } else {
      self[side.other].hasEnded = true
      self[side.other].isToEnd = true
    }
  }

  /// Answers the client in the place of a server that is not there (RFC 9110 section 15.6.3).
  func refuse(_ failure: WireFailure) {
    guard let context = client.context, !isRefused else { return }
    isRefused = true
    let bytes = WireReply.responseBytes(
      status: 502,
      reason: "Bad Gateway",
      fields: [WireField("Content-Type", "text/plain; charset=utf-8")],
      body: Array("\(failure)\n".utf8),
      keepAlive: false
    )
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(NIOAny(ByteBuffer(bytes: bytes))).whenComplete { _ in
      bound.value.close(mode: .output, promise: nil)
    }
    // What the client still sends is dropped for a moment: to close before would lose the answer.
    context.read()
    context.eventLoop.scheduleTask(in: .seconds(2)) { bound.value.close(promise: nil) }
  }

  private func report() {
    let events = watcher.takeEvents()
    if !events.isEmpty { tell(events) }
  }
}
