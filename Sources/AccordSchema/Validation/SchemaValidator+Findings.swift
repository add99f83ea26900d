extension SchemaValidator {
  /// Looks up the places of findings in a JSON document.
  ///
  /// The document may be a part of a larger value, to which a path leads.
  func violations(
    _ findings: [Finding],
    in document: JSONDocument,
    at outer: InstancePath = .root
  ) -> [SchemaViolation] {
    var index = document.sourceIndex()
    let tape = document.tape
    var places = JSONPlaces(tape)
    // Ascending offsets let the lines be counted in one pass.
    let ordered =
      findings.count < 2
      ? findings
      : findings.enumerated().sorted { left, right in
        (left.element.place, left.offset) < (right.element.place, right.offset)
      }
      .map(\.element)
    func violation(_ finding: Finding) -> SchemaViolation {
      let position = index.position(ofByte: Int(tape.entries[finding.place].start))
      return SchemaViolation(
        keyword: finding.keyword,
        path: outer.isRoot
          ? places.path(to: finding.place) : outer.appending(places.path(to: finding.place)),
        schemaLocation: finding.location,
        position: position,
        causes: finding.causes.map(violation),
        evidence: finding.evidence
      )
    }
    return ordered.map(violation)
  }
}

extension Finding {
  /// The JSON Pointer of the keyword; what only XML has points to the schema's facet.
  var location: String {
    if keyword.isEmpty { return schema }
    let name = keyword.hasPrefix("xml.") ? "xml" : keyword
    var location = ""
    location.reserveCapacity(schema.utf8.count + 1 + name.utf8.count)
    location += schema
    location += "/"
    location += name
    return location
  }
}
