package import AccordModel
import AccordSchema
import HTTPTypes

extension ExchangeRunner {
  /// Sends requests that an earlier run was to send, and tells what became of each.
  package func clean(_ requests: [CleanUpRequest]) async -> [CleanUpEvent] {
    var events: [CleanUpEvent] = []
    for request in requests {
      let reason = await reason(sending: request)
      events.append(reason.map { .failed(request, reason: $0) } ?? .done(request))
    }
    return events
  }

  /// Why something may be left after a request; `nil` where nothing is.
  private func reason(sending request: CleanUpRequest) async -> String? {
    if let reason = interruption.reason { return "was not sent: \(reason)" }
    guard let method = HTTPRequest.Method(rawValue: request.method) else {
      return "has the method \(request.method), which is none"
    }
    if let away = URIReference(leadingAway: request.target) {
      return "was not sent: it leads to another server, \(away.origin ?? "which is none")"
    }
    var template = RequestTemplate(
      method,
      [],
      fields: request.fields.map {
        RequestTemplate.Field($0.name, .value(.literal(.string($0.value))))
      },
      body: request.body.isEmpty ? nil : .bytes(request.body)
    )
    template.target = .literal(.string(request.target))
    if let caller = request.caller {
      template.fields += caller.fields.map { RequestTemplate.Field($0, .credential) }
      if caller.fields.isEmpty { template.credential = .valid(as: caller.role) }
    }
    let sent = await session.send(template, OperandValues(token: ""), changesState: true)
    return sent.reasonOfRemains { (200..<300).contains($0) || [404, 410].contains($0) }
  }
}

extension PacedTransport.Sent {
  /// Why something may be left after a clean-up; `nil` where its answer has one of the statuses that say
  /// that nothing is.
  func reasonOfRemains(_ isDone: (Int) -> Bool) -> String? {
    switch self {
    case .skipped(let reason), .failed(let reason, _): return "was not sent: \(reason.unended)"
    case .exchanged(let exchange):
      switch exchange.outcome {
      case .answered(let response):
        return isDone(response.status) ? nil : "was answered \(response.status)"
      case .failed(let failure, _): return "had no answer: \(failure.message.unended)"
      }
    }
  }
}

extension String {
  /// The sentence without its full stop, to go on from.
  fileprivate var unended: String { hasSuffix(".") ? String(dropLast()) : self }
}
