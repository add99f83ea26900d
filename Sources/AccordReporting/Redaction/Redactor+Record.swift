package import AccordModel

extension Redactor {
  /// The record of a case without secrets that became known after it was made.
  ///
  /// `variables` are the names that the shell expands in the commands of curl.
  package func redact(
    _ result: RunRecord.Case,
    expanding variables: [String]
  ) -> RunRecord.Case {
    var result = result
    result.verdict = redact(Judgement(result.verdict)).verdict
    result.cause = result.cause.map { redact($0) }
    result.notChecked = result.notChecked.map { redact($0) }
    result.violations = result.violations.map { redact($0) }
    result.script = result.script.map { redact($0) }
    result.exchanges = result.exchanges.map { redact($0, expanding: variables) }
    result.retryHindrance = result.retryHindrance.map { redact($0) }
    result.earlierTries = result.earlierTries.map { redact($0, expanding: variables) }
    return result
  }

  private func redact(_ violation: RunRecord.Violation) -> RunRecord.Violation {
    var violation = violation
    violation.place = violation.place.mappingNames { redact($0) }
    violation.reference = violation.reference.map {
      Violation.Reference(step: $0.step, value: redact($0.value))
    }
    violation.expected = redact(violation.expected)
    violation.actual = redact(violation.actual)
    violation.hint = violation.hint.map { redact($0) }
    return violation
  }

  private func redact(
    _ exchange: RunRecord.Exchange,
    expanding variables: [String]
  ) -> RunRecord.Exchange {
    let redacted = redact(Exchange(exchange))
    var result = RunRecord.Exchange(
      redacted,
      step: exchange.step,
      expanding: variables,
      keeping: .whole
    )
    result.timing = exchange.timing
    result.request.body = redact(exchange.request.body, as: result.request.body)
    let command = CurlCommand(
      redacted.request,
      expanding: variables,
      bodyLength: result.request.body.length
    )
    (result.curl, result.curlWithoutBody) = (command.description, command.withoutBody)
    result.tellWhatWasNotSent()
    guard var response = result.response, let before = exchange.response else { return result }
    response.body = redact(before.body, as: response.body)
    response.surplus = redact(before.surplus, as: response.surplus)
    result.response = response
    return result
  }

  /// What was kept of content that is cut, and now is redacted.
  private func redact(
    _ before: RunRecord.Content,
    as after: RunRecord.Content
  ) -> RunRecord.Content {
    guard before.isTruncated else { return after }
    return RunRecord.Content(
      after.bytes,
      length: before.length,
      digest: before.digest,
      passages: before.passages.map { passage in
        .init(start: passage.start, bytes: redact(content: passage.bytes, describedBy: []))
      }
    )
  }
}

extension Exchange {
  /// The exchange that a record tells of, as far as it does.
  fileprivate init(_ record: RunRecord.Exchange) {
    let start =
      record.request.url.firstRange(of: "://")?.upperBound ?? record.request.url.startIndex
    let rest = record.request.url[start...]
    let path = rest.firstIndex { "/?".contains($0) } ?? rest.endIndex
    let request = Exchange.Request(
      origin: String(record.request.url[..<path]),
      method: record.request.method,
      target: String(record.request.url[path...]),
      fields: record.request.fields,
      body: record.request.body.bytes
    )
    let response = record.response.map { response in
      Exchange.Response(
        version: response.version,
        status: response.status,
        reason: response.reason,
        fields: response.fields,
        body: response.body.bytes,
        trailers: response.trailers,
        interim: response.interim,
        surplus: response.surplus.bytes,
        deviations: response.deviations
      )
    }
    let failure = record.failure
    self.init(
      request: request,
      outcome: failure.map { .failed($0, partial: response) }
        ?? response.map { .answered($0) }
        ?? .failed(ExchangeFailure(.cancelled, ""), partial: nil),
      wasResent: record.wasResent
    )
  }
}
