/// What an evaluation noted, as the units of the output formats (core, section 12).
///
/// It decides nothing: what was applied to what, and what held, is in the record.
struct OutputRecording {
  /// How many schemas may be applied inside one another.
  static let depthLimit = 400

  let program: Program
  let tape: JSONTape

  /// The unit of a schema that was applied to a value.
  func unit(of applied: AppliedSchema, instance: String = "", path: String = "") -> OutputUnit {
    let target = Target(
      schema: program.schemas[applied.index],
      place: applied.place,
      instance: instance,
      path: path
    )
    var unit = OutputUnit(
      keywordLocation: path,
      absoluteLocation: target.schema.absoluteLocation,
      instanceLocation: instance
    )
    unit.isValid = applied.isValid
    guard let refusal = applied.findings.first(where: \.keyword.isEmpty) else {
      unit.children = leaves(of: applied, target) + applicators(of: applied, target)
      return unit
    }
    unit.error = refusal.evidence.sentence
    return unit
  }

  /// The unit of the whole where a limit left open what came of its parts.
  func undecided(isValid: Bool, because finding: Finding?) -> OutputUnit {
    var root = OutputUnit(
      keywordLocation: "",
      absoluteLocation: program.schemas[program.root].absoluteLocation,
      instanceLocation: ""
    )
    root.isValid = isValid
    root.error = isValid ? nil : finding?.evidence.sentence
    return root
  }

  /// A schema, the value to which it is applied, and the ways to both.
  struct Target {
    var schema: CompiledSchema
    var place: Int
    var instance: String
    var path: String

    /// The unit of a keyword of the schema.
    func unit(_ keyword: String) -> OutputUnit {
      OutputUnit(
        keywordLocation: path + "/" + keyword,
        absoluteLocation: schema.absoluteLocation.map { $0 + "/" + keyword },
        instanceLocation: instance
      )
    }
  }

  // MARK: - Keywords without schemas

  private func leaves(of applied: AppliedSchema, _ target: Target) -> [OutputUnit] {
    var units: [OutputUnit] = []
    var failed: Set<String> = []
    let findings = applied.findings.filter { !$0.isOfApplicator }
    for finding in findings where failed.insert(finding.keyword).inserted {
      var keyword = target.unit(finding.keyword)
      keyword.isValid = false
      keyword.error = findings.sentence(of: finding.keyword)
      units.append(keyword)
    }
    for member in target.schema.source?.members ?? [] where !failed.contains(member.key) {
      var keyword = target.unit(JSONPointer.escaped(member.key))
      switch Keyword(rawValue: member.key) {
      case .comment?: continue
      case let known?:
        switch known.facts.kind {
        case .assertion: break
        case .annotation, .note: keyword.annotation = member.value
        case .applicator, .reference, .identifier: continue
        }
      // An unknown keyword is an annotation (core, section 6.5).
      case nil: keyword.annotation = member.value
      }
      units.append(keyword)
    }
    return units
  }
}

extension Finding {
  /// Whether a keyword that applies schemas says so, which has a unit of its own.
  fileprivate var isOfApplicator: Bool {
    // `dependencies` may hold names as well.
    if case .missingDependency = evidence { return false }
    switch Keyword(rawValue: keyword)?.facts.kind {
    case .applicator, .reference: return true
    case .assertion, .annotation, .note, .identifier, nil: return false
    }
  }
}

extension [Finding] {
  /// What a keyword found, as one text; `nil` where it found nothing wrong.
  func sentence(of keyword: String) -> String? {
    let own = filter { $0.keyword == keyword }
    return own.isEmpty ? nil : own.map(\.evidence.sentence).joined(separator: " ")
  }
}

extension CompiledSchema {
  /// The URI of the schema, where its resource has one.
  var absoluteLocation: String? {
    guard let base, !base.uri.isEmpty else { return nil }
    return base.uri + "#" + location.dropFirst(base.location.count)
  }
}

extension Evidence {
  /// What was expected and what was found, as a sentence.
  var sentence: String { "expected " + expected + ", found " + actual + "." }
}
