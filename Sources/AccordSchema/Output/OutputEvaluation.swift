/// Holds a JSON document to a program and notes what came of every keyword.
///
/// The keywords that hold no schemas are left to ``JSONEvaluation``, so that there is one place
/// where each of them is right.
struct OutputEvaluation {
  /// How many schemas may be applied inside one another; frames are larger here than in
  /// ``JSONEvaluation``.
  static let depthLimit = 400

  let program: Program
  let tape: JSONTape
  private var scope: [Int] = []
  private var depth = 0
  private var isExhausted = false

  init(_ program: Program, on tape: JSONTape) {
    self.program = program
    self.tape = tape
  }

  /// The unit of the whole schema, applied to the whole document.
  ///
  /// The verdict is known; it is all that is said where the limit of depth leaves the rest open.
  mutating func root(isValid: Bool) -> OutputUnit {
    var root = unit(program.root, at: 0, instance: "", path: "")
    guard isExhausted else { return root }
    root.isValid = isValid
    root.children = []
    root.error = isValid ? nil : Evidence.tooDeep(limit: Self.depthLimit).sentence
    return root
  }

  /// The unit of a schema that is applied to a value.
  mutating func unit(
    _ index: Program.Index,
    at place: Int,
    instance: String,
    path: String
  ) -> OutputUnit {
    let schema = program.schemas[index]
    var unit = OutputUnit(
      keywordLocation: path,
      absoluteLocation: schema.absoluteLocation,
      instanceLocation: instance
    )
    guard depth < Self.depthLimit, !isExhausted else {
      isExhausted = true
      unit.isValid = false
      unit.error = Evidence.tooDeep(limit: Self.depthLimit).sentence
      return unit
    }
    depth += 1
    defer { depth -= 1 }
    let enters = schema.resource.map { scope.last != $0 } ?? false
    if enters, let resource = schema.resource { scope.append(resource) }
    defer { if enters { scope.removeLast() } }
    let target = Target(schema: schema, place: place, instance: instance, path: path)
    addLeaves(to: &unit, target)
    switch tape.entries[place].kind {
    case .array: addItems(to: &unit, target)
    case .object: addMembers(to: &unit, target)
    default: break
    }
    for branch in schema.branches { add(branch, to: &unit, target) }
    addUnevaluated(to: &unit, target)
    return unit
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

  /// The unit of a schema directly inside another one.
  mutating func inner(
    _ index: Program.Index,
    of target: Target,
    at place: Int? = nil,
    instance: String? = nil
  ) -> OutputUnit {
    let rest = program.schemas[index].location.dropFirst(target.schema.location.count)
    return unit(
      index,
      at: place ?? target.place,
      instance: instance ?? target.instance,
      path: target.path + rest
    )
  }

  /// The schema to which a dynamic reference leads from here.
  func dynamicTarget(table: Int, fallback: Program.Index) -> Program.Index {
    let targets = program.tables[table]
    return scope.lazy.compactMap { targets[$0] }.first ?? fallback
  }

  /// What an evaluation says of a value as a message.
  func found(_ place: Int) -> Found {
    JSONEvaluation(program, on: tape).found(place)
  }

  // MARK: - Keywords without schemas

  private func addLeaves(to unit: inout OutputUnit, _ target: Target) {
    var evaluation = JSONEvaluation(program, on: tape)
    let findings = evaluation.leafFindings(of: target.schema, at: target.place)
      .filter { !$0.isOfApplicator }
    if let finding = findings.first(where: \.keyword.isEmpty) {
      unit.isValid = false
      unit.error = finding.evidence.sentence
      return
    }
    var failed: Set<String> = []
    for finding in findings where failed.insert(finding.keyword).inserted {
      var keyword = target.unit(finding.keyword)
      keyword.isValid = false
      keyword.error = findings.lazy.filter { $0.keyword == finding.keyword }
        .map(\.evidence.sentence).joined(separator: " ")
      unit.add(keyword)
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
      unit.add(keyword)
    }
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
