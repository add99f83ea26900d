#if TLS
import NIOCore
import NIOSSL

/// The names that a certificate is for.
enum CertificateNames {
  /// The common name of the subject, or its first name of another kind.
  static func subject(_ certificate: NIOSSLCertificate) -> String {
    let names = certificate.subjectName
    let common = names.first { $0.type == .commonName } ?? names.first
    return common?.value ?? "(no subject)"
  }

  /// The DNS names and addresses of the certificate as text, in its order.
  static func texts(_ certificate: NIOSSLCertificate) -> [String] {
    certificate._subjectAlternativeNames().compactMap { name in
      let bytes = Array(name.contents)
      switch name.nameType {
      case .dnsName: return WireText.decode(bytes)
      case .ipAddress: return address(bytes)
      default: return nil
      }
    }
  }

  /// The DNS names of the certificate.
  static func hosts(_ certificate: NIOSSLCertificate) -> [String] {
    certificate._subjectAlternativeNames().compactMap { name in
      name.nameType == .dnsName ? WireText.decode(Array(name.contents)) : nil
    }
  }

  private static func address(_ bytes: [UInt8]) -> String? {
    (try? SocketAddress(packedIPAddress: ByteBuffer(bytes: bytes), port: 0))?.ipAddress
  }
}
#endif
