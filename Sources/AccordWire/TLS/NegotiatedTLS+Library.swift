#if TLS
import NIOSSL

extension NegotiatedTLS {
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
#endif
