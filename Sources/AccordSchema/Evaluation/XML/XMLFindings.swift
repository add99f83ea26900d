extension SchemaValidator {
  /// Looks up the places of findings in an XML document, all positions in one pass.
  func violations(_ findings: [Finding], in document: XMLDocument) -> [SchemaViolation] {
    let tape = document.tape
    let ordered = findings.enumerated().sorted { left, right in
      (tape.start(of: left.element.place), left.element.place, left.offset)
        < (tape.start(of: right.element.place), right.element.place, right.offset)
    }
    var index = XMLPositionIndex(document)
    var positions: [Int: SourcePosition] = [:]
    for start in ordered.flatMap({ $0.element.places }).map(tape.start).sorted()
    where positions[start] == nil {
      positions[start] = index.position(ofText: start)
    }
    var paths = XMLPaths(tape)
    func violation(_ finding: Finding) -> SchemaViolation {
      SchemaViolation(
        keyword: finding.keyword,
        path: paths.path(to: finding.place),
        schemaLocation: finding.location,
        position: positions[tape.start(of: finding.place)],
        causes: finding.causes.map(violation),
        evidence: finding.evidence
      )
    }
    return ordered.map { violation($0.element) }
  }
}

extension Finding {
  /// The places of the finding and of its causes.
  fileprivate var places: [Int] {
    [place] + causes.flatMap(\.places)
  }
}

extension XMLTape {
  /// The offset at which an element or an attribute begins.
  fileprivate func start(of place: Int) -> Int {
    Int(isAttribute(place) ? attributes[place - entries.count].start : entries[place].start)
  }
}
