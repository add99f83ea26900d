/// Whom a client trusts, and how it shows who it is.
package struct TLSClientConfiguration: Sendable, Hashable {
  package enum Trust: Sendable, Hashable {
    /// The authorities that the operating system trusts.
    case system
    /// These authorities and no others.
    case authorities([PEMSource])
    /// Every certificate, whatever it says: nothing is verified.
    case insecure
  }

  /// A certificate chain, leaf first, and its private key.
  package struct Identity: Sendable, Hashable {
    package var certificateChain: PEMSource
    package var privateKey: PEMSource

    package init(certificateChain: PEMSource, privateKey: PEMSource) {
      self.certificateChain = certificateChain
      self.privateKey = privateKey
    }
  }

  package var trust: Trust
  package var identity: Identity?
  /// What the handshake offers, the preferred one first (RFC 7301).
  var applicationProtocols = ["http/1.1"]

  package init(trust: Trust = .system, identity: Identity? = nil) {
    self.trust = trust
    self.identity = identity
  }
}
