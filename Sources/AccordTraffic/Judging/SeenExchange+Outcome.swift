import AccordModel

extension SeenExchange {
  /// How it ended.
  var outcome: Exchange.Outcome {
    switch answer {
    case .response(var response, let content):
      response.body = content.bytes
      return .answered(response)
    case .broken(let failure, let partial): return .failed(failure, partial: partial)
    case .none(let reason):
      return .failed(ExchangeFailure(.closedBeforeHead, reason), partial: nil)
    }
  }

  /// The status; zero where there is no whole answer.
  var status: Int {
    guard case .response(let response, _) = answer else { return 0 }
    return response.status
  }

  /// Whether it asks what a page of another origin may do (Fetch standard, section 3.2.2).
  var isPreflight: Bool {
    method == "OPTIONS" && !fields.values(of: "Access-Control-Request-Method").isEmpty
  }

  /// Whether a credential of a suite stands in its place, in whatever form.
  func showsCredential(of suite: ContractSuite) -> Bool {
    suite.credentials.contains { _, credential in
      if case .header(let name, _) = credential.place.resolved {
        return fields.values(of: name).contains { !$0.isEmpty }
      }
      return credential.token(in: target, fields) != nil
    }
  }

  /// Whether it is answered as HTTP has it for what the client added by itself, such as the validators of
  /// its cache, and the contract says nothing of that status.
  func isAnswerOfHTTP(_ contract: Contract) -> Bool {
    guard !contract.answers.contains(where: { $0.statuses != .any && $0.statuses.contains(status) })
    else { return false }
    func has(_ names: String...) -> Bool {
      names.contains { !fields.values(of: $0).isEmpty }
    }
    switch status {
    case 304: return has("If-None-Match", "If-Modified-Since")
    case 206, 416: return has("Range")
    case 412: return has("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since")
    default: return false
    }
  }
}
