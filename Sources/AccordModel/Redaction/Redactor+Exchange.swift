import AccordSchema

extension Redactor {
  /// The exchange without the secrets.
  package func redact(_ exchange: Exchange) -> Exchange {
    var exchange = exchange
    exchange.request = redact(exchange.request)
    switch exchange.outcome {
    case .answered(let response): exchange.outcome = .answered(redact(response))
    case .failed(let failure, let partial):
      exchange.outcome = .failed(redact(failure), partial: partial.map { redact($0) })
    }
    return exchange
  }

  /// The request without the secrets, and without the values that it was written from: whoever shows
  /// it shows what was sent.
  package func redact(_ request: Exchange.Request) -> Exchange.Request {
    Exchange.Request(
      origin: redact(request.origin),
      method: redact(request.method),
      target: redact(request.target),
      fields: redact(request.fields).map(withoutShortSecrets),
      body: redact(content: request.body, describedBy: request.fields)
    )
  }

  /// The exchange without the secrets, and with what its request was written from: rules look at that too.
  func twin(of exchange: Exchange) -> Exchange {
    var twin = redact(exchange)
    twin.request.arguments = exchange.request.arguments.map {
      .init($0.name, in: $0.place, redact($0.value))
    }
    twin.request.payload = exchange.request.payload.map { redact($0) }
    return twin
  }

  private func redact(_ value: JSON) -> JSON {
    switch value {
    case .object(let members):
      return .object(members.map { JSONMember(redact($0.key), redact($0.value)) })
    case .array(let items): return .array(items.map { redact($0) })
    case .string(let text): return .string(redact(text))
    case .number, .boolean, .null:
      let text = value.wireText
      let redacted = redact(text)
      return redacted == text ? value : .string(redacted)
    }
  }

  /// The response without the secrets.
  package func redact(_ response: Exchange.Response) -> Exchange.Response {
    var response = response
    response.version = redact(response.version)
    response.reason = redact(response.reason)
    response.fields = redact(response.fields)
    response.body = redact(content: response.body, describedBy: response.fields)
    response.trailers = redact(response.trailers)
    response.surplus = redact(content: response.surplus, describedBy: [])
    response.interim = response.interim.map {
      Exchange.Response.Interim(status: $0.status, fields: redact($0.fields))
    }
    response.deviations = response.deviations.map { redact($0) }
    return response
  }

  private func redact(_ deviation: Exchange.Response.Deviation) -> Exchange.Response.Deviation {
    var deviation = deviation
    deviation.sentence = redact(deviation.sentence)
    deviation.evidence = redact(deviation.evidence)
    return deviation
  }

  /// The failure without the secrets.
  package func redact(_ failure: ExchangeFailure) -> ExchangeFailure {
    ExchangeFailure(
      failure.kind,
      redact(failure.message),
      deviation: failure.deviation.map { redact($0) }
    )
  }

  private func redact(_ fields: [Field]) -> [Field] {
    fields.map { Field(redact($0.name), redact($0.value)) }
  }

  /// The field that carries a credential without the secrets that are too short to be looked for.
  private func withoutShortSecrets(_ field: Field) -> Field {
    guard !shortSecrets.isEmpty,
      credentialFields.contains(field.name.lowercased()) || CredentialName.matches(field.name)
    else { return field }
    var words: [String] = [""]
    for character in field.value {
      if " =;,:".contains(character) {
        words += [String(character), ""]
      } else {
        words[words.count - 1].append(character)
      }
    }
    let value = words.map { word in
      shortSecrets.first { $0.value == word }?.placeholder ?? word
    }
    return Field(field.name, value.joined())
  }
}
