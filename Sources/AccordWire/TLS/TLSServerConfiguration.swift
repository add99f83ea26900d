/// What a server shows of itself, and whether it asks clients for a certificate.
package struct TLSServerConfiguration: Sendable, Hashable {
  /// The certificate chain, leaf first.
  package var certificateChain: PEMSource
  package var privateKey: PEMSource
  /// When set, a client must show a certificate that this authority signed.
  package var clientAuthority: PEMSource?
  /// The newest version that is spoken; nil for the newest there is.
  package var newestVersion: NegotiatedTLS?
  /// What it chooses from, the preferred one first (RFC 7301).
  var applicationProtocols = ["http/1.1"]

  package init(
    certificateChain: PEMSource,
    privateKey: PEMSource,
    clientAuthority: PEMSource? = nil,
    newestVersion: NegotiatedTLS? = nil
  ) {
    self.certificateChain = certificateChain
    self.privateKey = privateKey
    self.clientAuthority = clientAuthority
    self.newestVersion = newestVersion
  }
}
