/// Something a message does against RFC 9110, RFC 9112 or RFC 9113: read past where that is possible.
package struct Deviation: Sendable, Hashable {
  package var kind: Kind
  /// Where it is first, counted in bytes from the first byte of the message or its interim
  /// responses.
  package var offset: Int
  /// The bytes that show it there, at most 64.
  package var evidence: [UInt8]
  /// How often it occurs in the message, at least once.
  package var count = 1

  package init(_ kind: Kind, at offset: Int, evidence: some Collection<UInt8>) {
    self.kind = kind
    self.offset = offset
    self.evidence = Array(evidence.prefix(64))
  }

  /// The stable identifier, such as `RFC9112-2.2-bare-lf`.
  package var id: String { kind.rawValue }

  /// The section of the requirement, such as `RFC 9112 section 2.2`.
  package var section: String { kind.section }

  /// The sentence of the requirement that is not met.
  package var sentence: String { kind.requirement.sentence }

  /// How strongly the requirement is stated.
  package var level: Level { kind.requirement.level }

  /// The strength of a requirement in the sense of RFC 2119.
  package enum Level: String, Sendable, Hashable {
    case must
    case should
  }
}
