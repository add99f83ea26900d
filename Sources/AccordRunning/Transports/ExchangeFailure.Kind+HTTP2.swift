import AccordModel
import AccordWire

extension ExchangeFailure.Kind {
  /// The kind of what goes wrong in the same way over HTTP/1.1.
  init(_ failure: HTTP2Failure) {
    self =
      switch failure {
      case .notBuiltIn, .forwardProxy, .notChosen: .network
      case .settingsMissing, .noStreamAllowed, .windowClosed: .responseTimeout
      case .closedBeforeSettings, .goneAway, .streamRefused, .endedWithoutResponse:
        .closedBeforeHead
      case .streamReset: .reset
      case .closedInContent: .truncatedBody
      case .notHTTP2, .statusMissing, .statusInvalid, .stream, .connection: .malformedHead
      }
  }
}
