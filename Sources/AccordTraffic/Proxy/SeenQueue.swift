import AccordModel
import AccordRunning
import AccordWire
import Dispatch
import Synchronization

/// The exchanges that passed a proxy and wait to be judged, on a thread of their own.
final class SeenQueue: Sendable {
  private struct State {
    var count = 0
    var waiting = 0
    var bytes = 0
  }

  private let run: TrafficRun
  private let origin: String
  private let thread = DispatchQueue(label: "accord.traffic")
  private let state = Mutex(State())

  /// How much may wait, in exchanges and in bytes.
  private static let mostWaiting = 20_000
  private static let mostBytes = 256 << 20

  init(_ run: TrafficRun, origin: String) {
    self.run = run
    self.origin = origin
  }

  /// Takes what a relay tells.
  func hear(_ event: WireRelay.Event) {
    switch event {
    case .other(let other):
      run.note("a connection", other.reason, at: "connection \(other.connectionID)")
    case .exchange(let exchange):
      let weight = exchange.request.body.count + (exchange.exchange.response?.body.count ?? 0)
      let number = state.withLock { state -> Int? in
        state.count += 1
        guard state.waiting < Self.mostWaiting, state.bytes < Self.mostBytes else { return nil }
        state.waiting += 1
        state.bytes += weight
        return state.count
      }
      guard let number else {
        let place = "connection \(exchange.connectionID)"
        return run.note("an exchange", "It came faster than could be judged.", at: place)
      }
      thread.async { [self] in
        run.judge(SeenExchange(exchange, number: number, origin: origin))
        state.withLock { state in
          state.waiting -= 1
          state.bytes -= weight
        }
      }
    }
  }

  /// Waits until nothing is left to judge.
  func finish() async {
    await withCheckedContinuation { continuation in
      thread.async { continuation.resume() }
    }
  }
}

extension SeenExchange {
  /// An exchange that passed a relay.
  fileprivate init(_ relayed: RelayedExchange, number: Int, origin: String) {
    let request = relayed.request
    let text = request.targetText
    // A client may send the absolute form (RFC 9112 section 3.2.2).
    let target = text.hasPrefix("/") ? text : HARAddress(text)?.target ?? text
    let timings = relayed.exchange.timings
    self.init(
      number: number,
      place: "connection \(relayed.connectionID), exchange \(relayed.number)",
      origin: origin,
      method: request.method,
      target: target,
      fields: request.fields.map { Field($0.nameText, $0.valueText) },
      content: .whole(request.body),
      answer: Answer(Exchange.Outcome(relayed.exchange), toHEAD: request.method == "HEAD"),
      timing: Exchange.Timing(firstByte: timings.firstByte ?? 0, total: timings.total)
    )
  }
}

extension SeenExchange.Answer {
  /// How an exchange ended, with its content as far as its codings can be taken off.
  fileprivate init(_ outcome: Exchange.Outcome, toHEAD isHEAD: Bool) {
    switch outcome {
    case .failed(let failure, let partial): self = .broken(failure, partial: partial)
    case .answered(let response):
      let codings = ContentCoding.names(in: response.fields)
      let unread = codings.first { coding in
        !["gzip", "x-gzip", "deflate"].contains(coding.lowercased())
      }
      guard let unread, !response.body.isEmpty, !isHEAD else {
        self = .response(response, .whole(response.body))
        return
      }
      self = .response(
        response,
        .absent(reason: "The content is coded with \(unread), which is not read.")
      )
    }
  }
}
