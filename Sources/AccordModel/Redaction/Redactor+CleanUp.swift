extension Redactor {
  /// What is known of a clean-up, without secrets.
  package func redact(_ event: CleanUpEvent) -> CleanUpEvent {
    switch event {
    case .needed(let request): .needed(redact(request))
    case .done(let request): .done(redact(request))
    case .failed(let request, let reason): .failed(redact(request), reason: redact(reason))
    case .impossible(let testCase, let step, let request, let reason):
      .impossible(testCase, step: step, request: redact(request), reason: redact(reason))
    }
  }

  private func redact(_ request: CleanUpRequest) -> CleanUpRequest {
    let redacted = redact(
      Exchange.Request(
        origin: "",
        method: request.method,
        target: request.target,
        fields: request.fields,
        body: request.body
      )
    )
    var request = request
    request.target = redacted.target
    request.fields = redacted.fields
    request.body = redacted.body
    return request
  }
}
