#if TLS
import NIOCore
import NIOSSL
import NIOTLS

/// The client's end of TLS on one connection.
struct TLSClientSession {
  private let handler: NIOSSLClientHandler
  private let host: String

  /// A session with a host; `serverName` is the name for the handshake, where there is one.
  init(_ context: TLSContext, with host: String, serverName: String?) throws(WireFailure) {
    self.host = host
    do {
      handler = try NIOSSLClientHandler(context: context, serverHostname: serverName)
    } catch {
      throw TLSDiagnosis.failure(of: error, host: host)
    }
  }

  /// Puts TLS below everything else on a channel, and begins the handshake.
  func start(on channel: any Channel) throws(WireFailure) {
    do {
      try channel.pipeline.syncOperations.addHandler(handler, position: .first)
    } catch {
      throw failure(of: error)
    }
  }

  /// The version that was agreed on.
  var version: NegotiatedTLS? { handler.tlsVersion.map(NegotiatedTLS.init) }

  /// What was chosen of the protocols that were offered, which the event at the end of the handshake tells.
  func applicationProtocol(in event: Any) -> String? {
    guard case .handshakeCompleted(let chosen) = event as? TLSUserEvent else { return nil }
    return chosen
  }

  /// Holds the peer's certificate against whom it must be for, beyond what the library checks.
  func check(_ subject: CertificateSubject?) -> Result<Void, WireFailure> {
    guard let subject else { return .success(()) }
    let names = handler.peerCertificate.map(CertificateNames.texts) ?? []
    guard let certificate = handler.peerCertificate,
      subject.isNamed(by: names, hosts: CertificateNames.hosts(certificate))
    else { return .failure(.tls(.nameMismatch(host: host, names: names))) }
    return .success(())
  }

  /// What an error in the handshake says.
  func failure(of error: any Error) -> WireFailure {
    TLSDiagnosis.failure(of: error, host: host, certificate: handler.peerCertificate)
  }
}
#endif
