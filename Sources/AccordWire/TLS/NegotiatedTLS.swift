import NIOSSL

/// A version of TLS that was agreed on.
package enum NegotiatedTLS: String, Sendable, Hashable, CaseIterable {
  case version1 = "TLS 1.0"
  case version1_1 = "TLS 1.1"
  case version1_2 = "TLS 1.2"
  case version1_3 = "TLS 1.3"

  init(_ version: TLSVersion) {
    self =
      switch version {
      case .tlsv1: .version1
      case .tlsv11: .version1_1
      case .tlsv12: .version1_2
      case .tlsv13: .version1_3
      }
  }

  var library: TLSVersion {
    switch self {
    case .version1: .tlsv1
    case .version1_1: .tlsv11
    case .version1_2: .tlsv12
    case .version1_3: .tlsv13
    }
  }
}
