package import HTTPTypes

extension HTTPRequest.Method {
  /// Whether it is defined to change nothing (RFC 9110 section 9.2.1).
  package var isSafe: Bool { [.get, .head, .options, .trace].contains(self) }

  /// Whether to send it twice is defined to do what sending it once does (section 9.2.2).
  package var isIdempotent: Bool { isSafe || [.put, .delete].contains(self) }

  /// Whether its content has a meaning (sections 9.3.3 and 9.3.4, RFC 5789).
  package var givesContentMeaning: Bool { [.post, .put, .patch].contains(self) }
}
