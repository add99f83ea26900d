#if TLS
import NIOCore
import NIOSSL

/// Names what goes wrong in TLS, from the error of the library and the peer's certificate.
enum TLSDiagnosis {
  /// The failure of a handshake.
  static func failure(
    of error: any Error,
    host: String,
    certificate: NIOSSLCertificate? = nil
  ) -> WireFailure {
    switch error {
    case let failure as WireFailure:
      return failure
    case let error as NIOSSLExtraError where error == .failedToValidateHostname:
      let names = certificate.map(CertificateNames.texts) ?? []
      return .tls(.nameMismatch(host: host, names: names))
    case NIOSSLError.handshakeFailed(let reason):
      return .tls(handshakeFailure(reason, certificate: certificate))
    case is IOError, NIOSSLError.uncleanShutdown:
      return .tls(.closedInHandshake)
    case BoringSSLError.sslError(let stack):
      return .tls(.handshakeRefused(reason: reason(stack)))
    default:
      return .tls(.other("\(error)"))
    }
  }

  /// Whether an error says that the peer closed the connection without saying so in TLS
  /// (RFC 8446 section 6.1).
  static func isIncompleteClose(_ error: any Error) -> Bool {
    error as? NIOSSLError == .uncleanShutdown
  }

  /// The failure of a connection after its handshake: an alert of the peer, or bytes that are none
  /// of TLS; nil for what TLS has no part in.
  ///
  /// An alert before the first answer still refuses the handshake, as for a missing certificate
  /// (RFC 8446, section 4.4.2.4).
  static func failure(afterHandshake error: any Error, hasAnswered: Bool) -> WireFailure? {
    switch error {
    case BoringSSLError.sslError(let stack), NIOSSLError.handshakeFailed(.sslError(let stack)):
      let reason = reason(stack)
      guard reason.contains("ALERT") else { return .tls(.record(reason: reason)) }
      return .tls(hasAnswered ? .alert(reason: reason) : .handshakeRefused(reason: reason))
    default:
      return nil
    }
  }

  private static func handshakeFailure(
    _ error: BoringSSLError,
    certificate: NIOSSLCertificate?
  ) -> TLSFailure {
    guard case .sslError(let stack) = error else { return .other("\(error)") }
    if stack.contains(.eofDuringHandshake) { return .closedInHandshake }
    let reason = reason(stack)
    if reason.contains("CERTIFICATE_VERIFY_FAILED") {
      return certificate.map(distrust) ?? .certificate(reason: reason)
    }
    let plainText = ["WRONG_VERSION_NUMBER", "HTTP_REQUEST", "HTTPS_PROXY_REQUEST"]
    if plainText.contains(where: reason.contains) { return .plainText }
    return .handshakeRefused(reason: reason)
  }

  /// Why a certificate was not trusted: its dates, or else its authority.
  private static func distrust(_ certificate: NIOSSLCertificate) -> TLSFailure {
    let now = POSIXCode.secondsSince1970
    let subject = CertificateNames.subject(certificate)
    let notAfter = Int64(certificate.notValidAfter)
    let notBefore = Int64(certificate.notValidBefore)
    if notAfter < now { return .expired(subject: subject, notAfter: notAfter) }
    if notBefore > now { return .notYetValid(subject: subject, notBefore: notBefore) }
    return .unknownAuthority(subject: subject)
  }

  /// The library's own names for what happened, without its source paths.
  private static func reason(_ stack: NIOBoringSSLErrorStack) -> String {
    let names = stack.map { error in
      let text = error.description.split(separator: " at ").first ?? ""
      return text.split(separator: ":").last.map(String.init) ?? String(text)
    }
    return names.isEmpty ? "no reason given" : names.joined(separator: ", ")
  }
}
#endif
