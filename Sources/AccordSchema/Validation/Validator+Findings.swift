extension Validator {
  /// Looks up the places of findings in a JSON document.
  func violations(_ findings: [Finding], in document: JSONDocument) -> [SchemaViolation] {
    var index = document.sourceIndex()
    let tape = document.tape
    var places = JSONPlaces(tape)
    // Ascending offsets let the lines be counted in one pass.
    let ordered = findings.enumerated().sorted { left, right in
      (left.element.place, left.offset) < (right.element.place, right.offset)
    }
    func violation(_ finding: Finding) -> SchemaViolation {
      let position = index.position(ofByte: Int(tape.entries[finding.place].start))
      return SchemaViolation(
        keyword: finding.keyword,
        path: places.path(to: finding.place),
        schemaLocation: finding.location,
        position: position,
        causes: finding.causes.map(violation),
        evidence: finding.evidence
      )
    }
    return ordered.map { violation($0.element) }
  }
}

extension Finding {
  /// The JSON Pointer of the keyword; what only XML has points to the schema's facet.
  var location: String {
    if keyword.isEmpty { return schema }
    return keyword.hasPrefix("xml.") ? schema + "/xml" : schema + "/" + keyword
  }
}
