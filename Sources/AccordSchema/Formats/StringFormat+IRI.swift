extension StringFormat {
  /// An IRI (RFC 3987, section 2.2): it has a scheme.
  static let iri = StringFormat(
    "iri",
    "an IRI",
    sample: "https://example.com/fotos/größe.jpg",
    counterexample: "//example.com/fotos/größe.jpg"
  ) { isURI($0, schemeRequired: true, admitsUnicode: true) }

  /// An IRI or a relative reference.
  static let iriReference = StringFormat(
    "iri-reference",
    "an IRI or a relative reference",
    sample: "/fotos/größe.jpg",
    counterexample: "\\fotos\\größe.jpg"
  ) { isURI($0, schemeRequired: false, admitsUnicode: true) }
}
