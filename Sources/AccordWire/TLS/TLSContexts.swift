#if TLS
import NIOCore
import NIOSSL

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the TLS library makes of a configuration.
typealias TLSContext = NIOSSLContext

/// Makes the contexts of the TLS library from our configurations.
enum TLSContexts {
  /// A client's context.
  ///
  /// Without `checksNames` the caller holds the names against the host.
  static func client(
    _ configuration: TLSClientConfiguration,
    checksNames: Bool
  ) throws(WireFailure) -> TLSContext {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.applicationProtocols = configuration.applicationProtocols
    if !checksNames { tls.certificateVerification = .noHostnameVerification }
    // Nobody waits for the peer's closure alert: the answer was read before.
    tls.shutdownTimeout = .milliseconds(500)
    switch configuration.trust {
    case .system:
      tls.trustRoots = .default
    case .authorities(let sources):
      var certificates: [NIOSSLCertificate] = []
      for source in sources { certificates += try self.certificates(source) }
      tls.trustRoots = .certificates(certificates)
    case .insecure:
      tls.certificateVerification = .none
    }
    if let identity = configuration.identity {
      tls.certificateChain = try certificates(identity.certificateChain).map { .certificate($0) }
      tls.privateKey = .privateKey(try privateKey(identity.privateKey))
    }
    return try context(tls)
  }

  static func server(_ configuration: TLSServerConfiguration) throws(WireFailure) -> TLSContext {
    var tls = TLSConfiguration.makeServerConfiguration(
      certificateChain: try certificates(configuration.certificateChain).map { .certificate($0) },
      privateKey: .privateKey(try privateKey(configuration.privateKey))
    )
    tls.applicationProtocols = configuration.applicationProtocols
    tls.shutdownTimeout = .milliseconds(500)
    tls.maximumTLSVersion = configuration.newestVersion?.library
    if let authority = configuration.clientAuthority {
      tls.certificateVerification = .noHostnameVerification
      tls.trustRoots = .certificates(try certificates(authority))
    }
    return try context(tls)
  }

  private static func context(_ tls: TLSConfiguration) throws(WireFailure) -> TLSContext {
    do {
      return try NIOSSLContext(configuration: tls)
    } catch {
      throw .tls(.configuration(reason: "certificate and key cannot be used together"))
    }
  }

  private static func certificates(_ source: PEMSource) throws(WireFailure) -> [NIOSSLCertificate] {
    do {
      let certificates =
        switch source {
        case .file(let path): try NIOSSLCertificate.fromPEMFile(path)
        case .text(let text): try NIOSSLCertificate.fromPEMBytes(Array(text.utf8))
        }
      guard certificates.isEmpty else { return certificates }
    } catch {}
    throw .tls(.configuration(reason: source.fault("certificate")))
  }

  private static func privateKey(_ source: PEMSource) throws(WireFailure) -> NIOSSLPrivateKey {
    do {
      switch source {
      case .file(let path): return try NIOSSLPrivateKey(file: path, format: .pem)
      case .text(let text): return try NIOSSLPrivateKey(bytes: Array(text.utf8), format: .pem)
      }
    } catch {
      throw .tls(.configuration(reason: source.fault("private key")))
    }
  }
}

extension PEMSource {
  /// Why nothing of a kind is in it.
  fileprivate func fault(_ kind: String) -> String {
    if case .file(let path) = self, access(path, R_OK) != 0 { return "\(path) cannot be read" }
    return "\(name) holds no PEM \(kind)"
  }

  fileprivate var name: String {
    switch self {
    case .file(let path): path
    case .text: "the text given"
    }
  }
}
#endif
