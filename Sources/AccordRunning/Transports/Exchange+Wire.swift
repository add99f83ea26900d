package import AccordModel
package import AccordWire

extension Exchange.Outcome {
  /// How an exchange on the wire ended.
  package init(_ wire: WireExchange) {
    let response = wire.response.map(Exchange.Response.init)
    self =
      switch (wire.failure, response) {
      case (nil, .some(let response)): .answered(response)
      case (.some(let failure), let partial):
        .failed(
          ExchangeFailure(
            ExchangeFailure.Kind(failure),
            failure.description,
            deviation: wire.fault.map(Exchange.Response.Deviation.init)
          ),
          partial: partial
        )
      case (nil, nil):
        .failed(ExchangeFailure(.closedBeforeHead, "No response was read."), partial: nil)
      }
  }
}

extension Exchange.Response {
  fileprivate init(_ wire: WireResponse) {
    self.init(
      version: wire.version,
      status: wire.status,
      reason: wire.reason,
      fields: wire.fields.map(Field.init),
      body: wire.body,
      trailers: wire.trailers.map(Field.init),
      interim: wire.interim.map { interim in
        Interim(status: interim.status, fields: interim.fields.map(Field.init))
      },
      surplus: wire.surplus,
      deviations: wire.deviations.map(Deviation.init)
    )
  }
}

extension Exchange.Response.Deviation {
  fileprivate init(_ wire: AccordWire.Deviation) {
    self.init(
      id: wire.id,
      section: wire.section,
      sentence: wire.sentence,
      isRecommendation: wire.level == .should,
      offset: wire.offset,
      evidence: wire.evidence,
      count: wire.count
    )
  }
}

extension Field {
  fileprivate init(_ wire: WireField) { self.init(wire.nameText, wire.valueText) }
}

extension ExchangeFailure.Kind {
  init(_ failure: WireFailure) {
    self =
      switch failure {
      case .nameNotResolved: .nameNotResolved
      case .refused: .refused
      case .connectTimeout: .connectTimeout
      case .responseTimeout: .responseTimeout
      case .tls: .tls
      case .http2(let failure): Self(failure)
      case .reset: .reset
      case .closedBeforeHead: .closedBeforeHead
      case .closedInHead: .closedInHead
      case .truncated: .truncatedBody
      case .malformedHead: .malformedHead
      case .malformedChunk: .malformedChunk
      case .headOverLimit: .headOverLimit
      case .bodyOverLimit: .bodyOverLimit
      case .proxyRefused, .proxyUnreadable: .proxyRefused
      case .cancelled, .clientClosed: .cancelled
      case .unreachable, .other: .network
      }
  }
}
