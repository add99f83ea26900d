package import AccordModel

extension MockAnswer {
  /// How an exchange ends that gets this answer without a socket: faults of the wire are the
  /// failures that a client would name.
  package func outcome(isHEAD: Bool = false) -> Exchange.Outcome {
    let response = Response(
      status: status,
      reason: reason,
      fields: fields,
      body: isHEAD ? [] : body
    )
    for fault in faults {
      switch fault {
      case .resetBeforeHead: return failed(.reset, "The mock reset the connection.")
      case .resetInBody: return failed(.reset, "The mock reset the connection.", half(of: response))
      case .truncatedBody:
        return failed(.truncatedBody, "The mock closed the connection.", half(of: response))
      case .malformedHead: return failed(.malformedHead, "The mock sent no status.")
      case .garbage: return failed(.malformedHead, "The mock sent no HTTP.")
      case .neverAnswer: return failed(.responseTimeout, "The mock did not answer.")
      case .delay, .slowBody, .malformedJSON, .malformedXML, .wrongStatus, .wrongContentType,
        .droppedHeader:
        break
      }
    }
    return .answered(response)
  }

  private func failed(
    _ kind: ExchangeFailure.Kind,
    _ message: String,
    _ partial: Response? = nil
  ) -> Exchange.Outcome {
    .failed(ExchangeFailure(kind, message), partial: partial)
  }

  private func half(of response: Response) -> Response {
    var partial = response
    partial.body = Array(response.body.prefix(response.body.count / 2))
    return partial
  }
}
