import AccordModel
import AccordSchema

/// One request with what came back or went wrong.
struct EncodedExchange: EncodedValue {
  let step: String?
  let request: Request
  let curl: String
  let response: EncodedResponse?
  let failure: ExchangeFailure?
  let wasResent: Bool

  init(_ exchange: Exchange, step: String?, in suite: ContractSuite) {
    self.step = step
    request = exchange.request
    curl = CurlCommand(exchange.request, in: suite).description
    wasResent = exchange.wasResent
    switch exchange.outcome {
    case .answered(let response):
      self.response = EncodedResponse(response)
      failure = nil
    case .failed(let failure, let partial):
      response = partial.map(EncodedResponse.init)
      self.failure = failure
    }
  }

  var json: JSON {
    [
      "step": .text(step),
      "request": [
        "method": .string(request.method),
        "url": .string(request.origin + request.target),
        "fields": EncodedResponse.fields(request.fields),
        "body": EncodedBody(request.body).json,
      ],
      "curl": .string(curl),
      "response": response?.json ?? .null,
      "failure": failure.map { failure in
        ["kind": .string(failure.kind.rawValue), "message": .string(failure.message)]
      } ?? .null,
      "wasResent": .boolean(wasResent),
    ]
  }
}

/// A response; of one that is not whole, what was received.
struct EncodedResponse: EncodedValue {
  let response: Response

  init(_ response: Response) { self.response = response }

  var json: JSON {
    [
      "version": .string(response.version),
      "status": .count(response.status),
      "reason": .string(response.reason),
      "fields": Self.fields(response.fields),
      "body": EncodedBody(response.body).json,
      "trailers": Self.fields(response.trailers),
      "interim": .array(
        response.interim.map { interim in
          ["status": .count(interim.status), "fields": Self.fields(interim.fields)]
        }
      ),
      "surplus": EncodedBody(response.surplus).json,
      "deviations": .array(
        response.deviations.map { deviation in
          ["id": .string(deviation.id), "sentence": .string(deviation.sentence)]
        }
      ),
    ]
  }

  /// Fields as a list, because their order, case and repeats matter.
  static func fields(_ fields: [Field]) -> JSON {
    .array(fields.map { ["name": .string($0.name), "value": .string($0.value)] })
  }
}
