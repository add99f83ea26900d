/// A version of TLS that was agreed on.
package enum NegotiatedTLS: String, Sendable, Hashable, CaseIterable {
  case version1 = "TLS 1.0"
  case version1_1 = "TLS 1.1"
  case version1_2 = "TLS 1.2"
  case version1_3 = "TLS 1.3"
}
