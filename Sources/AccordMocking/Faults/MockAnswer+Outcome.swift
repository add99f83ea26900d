package import AccordModel

extension MockAnswer {
  /// How an exchange ends that gets this answer without a socket: faults of the wire are the
  /// failures that a client would name.
  package func outcome(isHEAD: Bool = false) -> Exchange.Outcome {
    let response = Exchange.Response(
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
      case .malformedHead:
        let deviation = Exchange.Response.Deviation(
          id: "RFC9112-4-status-missing",
          section: "RFC 9112 section 4",
          sentence: "The status line holds a status of three digits.",
          evidence: Array("HTTP/1.1 OK\r\n".utf8)
        )
        return failed(.malformedHead, "The mock sent no status.", because: deviation)
      case .garbage:
        let deviation = Exchange.Response.Deviation(
          id: "RFC9112-2.1-not-http",
          section: "RFC 9112 section 2.1",
          sentence: "A response begins with its status line: HTTP/1.1, a status and a reason.",
          evidence: FaultPlayer.garbage.prefix { $0 != 0x0A } + [0x0A]
        )
        return failed(.malformedHead, "The mock sent no HTTP.", because: deviation)
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
    _ partial: Exchange.Response? = nil,
    because deviation: Exchange.Response.Deviation? = nil
  ) -> Exchange.Outcome {
    .failed(ExchangeFailure(kind, message, deviation: deviation), partial: partial)
  }

  private func half(of response: Exchange.Response) -> Exchange.Response {
    var partial = response
    partial.body = Array(response.body.prefix(response.body.count / 2))
    return partial
  }
}
