import NIOCore

/// Reads the exchanges of a connection from the bytes that pass, and never touches them.
struct ExchangeWatcher {
  typealias Event = WireRelay.Event

  /// An exchange whose request has a head.
  private struct Open {
    var method: String
    var request: WireServerRequest?
    var start: NIODeadline
    var reader: MessageReader
    var firstByte: NIODeadline?
    var end: NIODeadline?
  }

  private let connectionID: Int
  private let limits: ReadLimits
  private var request: MessageReader
  private var requestStart: NIODeadline?
  private var isRequestOpen = false
  private var open: [Open] = []
  private var count = 0
  private var hasClientEnded = false
  /// Whether nothing is read any more.
  private(set) var isBlind = false
  /// What was read since it was last asked for.
  private var events: [Event] = []

  init(connectionID: Int, limits: ReadLimits) {
    self.connectionID = connectionID
    self.limits = limits
    request = MessageReader(.request, limits: limits)
  }

  /// Whether a request waits for its answer.
  var isWaiting: Bool { !open.isEmpty || request.hasBegun }

  /// What was read since it was last asked for.
  mutating func takeEvents() -> [Event] {
    defer { events = [] }
    return events
  }

  /// Reads what the client sent.
  mutating func read(fromClient bytes: [UInt8], at now: NIODeadline) {
    var bytes = bytes
    while !isBlind, !bytes.isEmpty {
      if requestStart == nil { requestStart = now }
      request.feed(bytes)
      bytes = []
      if case .failed(let failure) = request.state {
        return goBlind("A request cannot be read, and nothing after it was judged: \(failure)")
      }
      guard request.state != .head else { return }
      if !isRequestOpen {
        isRequestOpen = true
        let method = WireText.decode(request.startLine.method)
        open.append(
          Open(
            method: method,
            start: requestStart ?? now,
            reader: MessageReader(.response(toMethod: method), limits: limits)
          )
        )
      }
      guard request.state == .complete else { return }
      bytes = request.surplus
      request.surplus = []
      open[open.count - 1].request = WireServerRequest(request, connectionID: connectionID)
      request = MessageReader(.request, limits: limits)
      (requestStart, isRequestOpen) = (nil, false)
      finishFirst()
    }
  }

  /// Reads what the server sent.
  mutating func read(fromServer bytes: [UInt8], at now: NIODeadline) {
    var bytes = bytes
    while !isBlind, !bytes.isEmpty {
      guard let place = open.firstIndex(where: { $0.end == nil }) else {
        return goBlind("Bytes came from the server that no request asked for.")
      }
      if open[place].firstByte == nil { open[place].firstByte = now }
      open[place].reader.feed(bytes)
      bytes = []
      switch open[place].reader.state {
      case .head, .body: return
      case .failed: end(place, now)
      case .complete:
        if open.count > place + 1 {
          bytes = open[place].reader.surplus
          open[place].reader.surplus = []
        }
        end(place, now)
      }
    }
  }

  /// Takes the end of what the client sends; it may still wait for answers.
  mutating func finishClient() { hasClientEnded = true }

  /// Takes the end of what the server sends.
  mutating func finish(at now: NIODeadline) {
    guard !isBlind else { return }
    // Who ended first did not wait, unless something came before.
    if hasClientEnded, isWaiting, open.allSatisfy({ $0.firstByte == nil }) { return abandon() }
    while let place = open.firstIndex(where: { $0.end == nil }), !isBlind {
      open[place].reader.finish()
      end(place, now)
    }
    isBlind = true
  }

  /// Takes the end of a connection that the client did not wait for.
  mutating func abandon() {
    guard !isBlind, isWaiting else { return }
    goBlind("The client ended the connection before it had its answer.")
  }

  private mutating func end(_ place: Int, _ now: NIODeadline) {
    open[place].end = now
    finishFirst()
  }

  /// Tells of the first exchanges, as far as request and response are there.
  private mutating func finishFirst() {
    while let first = open.first, let end = first.end, let request = first.request, !isBlind {
      open.removeFirst()
      count += 1
      let reader = first.reader
      var exchange = WireExchange(
        sent: [],
        response: reader.response,
        failure: nil,
        timings: WireTimings(
          firstByte: first.firstByte.map { ($0 - first.start).nanoseconds },
          total: (end - first.start).nanoseconds
        ),
        connectionID: connectionID
      )
      if case .failed(let failure) = reader.state {
        exchange.failure = failure
        exchange.unread = reader.unread
        exchange.fault = reader.fault
      }
      events.append(
        .exchange(
          RelayedExchange(
            connectionID: connectionID,
            number: count,
            request: request,
            exchange: exchange
          )
        )
      )
      if case .failed = reader.state {
        isBlind = true
      } else if reader.startLine.status == 101 || request.method == "CONNECT" {
        goBlind("The connection changed to another protocol.")
      }
    }
  }

  private mutating func goBlind(_ reason: String) {
    isBlind = true
    events.append(.other(RelayedOther(connectionID: connectionID, reason: reason)))
  }
}
