/// Says whether the values of a schema can be of a type that `xsi:type` names.
struct XMLTypeFit {
  let program: Program

  /// How many schemas are looked at for one name: alternatives inside one another can be many.
  private var rest = 1000

  init(_ program: Program) {
    self.program = program
  }

  // MARK: - Simple types

  /// Whether a schema leaves a value of a simple type.
  ///
  /// A type is no other one that it is derived from: `xs:decimal` is none of whole numbers.
  mutating func admits(_ type: XMLBuiltinType, _ index: Program.Index) -> Bool {
    let schema = program.schema(index)
    guard rest > 0, schema.boolean == nil else { return true }
    rest -= 1
    let isAny = type.types == .all || type.types.contains([.string, .boolean])
    let types = schema.types.subtracting(.null)
    if isAny {
      // Only a value of which nothing is said can be of the types from which all others are derived.
      guard schema.types == .all || types.isSuperset(of: type.types) else { return false }
    } else if types.isDisjoint(with: type.types) {
      return false
    }
    let formats = schema.strings.compactMap { ($0 as? FormatKeyword)?.format.name }
    if !type.formats.isEmpty, let format = formats.first, Self.hasType(format) {
      guard type.formats.contains(format) else { return false }
    }
    for branch in schema.branches {
      switch branch {
      case .allOf(let all): for index in all where !admits(type, index) { return false }
      case .reference(let index, _), .dynamicReference(_, let index, _):
        guard admits(type, index) else { return false }
      case .anyOf(let any, _), .oneOf(let any, _):
        var isAdmitted = false
        for index in any where !isAdmitted { isAdmitted = admits(type, index) }
        guard isAdmitted else { return false }
      case .not, .conditional: continue
      }
    }
    return true
  }

  /// Whether the strings of a format have a type of their own.
  private static func hasType(_ format: String) -> Bool {
    [
      "date-time", "dotnet-date-time", "date", "time", "duration", "base64", "guid", "uuid", "uri",
      "uri-reference", "iri", "iri-reference",
    ]
    .contains(format)
  }

  // MARK: - Types that somebody defined

  private enum Fit {
    /// The schema has this name.
    case named
    /// The schema has no name, so that any may be its.
    case open
    case refused
  }

  /// Whether a type that neither XML Schema nor DataContract defines can be that of a schema's values:
  /// the schema has its name, or is one of an object or a list without a name.
  mutating func admits(_ name: XMLName, _ index: Program.Index) -> Bool {
    fit(name, index) != .refused
  }

  private mutating func fit(_ name: XMLName, _ index: Program.Index) -> Fit {
    let schema = program.schema(index)
    guard rest > 0 else { return .open }
    rest -= 1
    if schema.xml.typeNames.contains(where: { $0.isMeant(by: name) }) { return .named }
    var isRefused =
      schema.types.isDisjoint(with: [.object, .array]) || !schema.xml.typeNames.isEmpty
    for branch in schema.branches {
      var fits: [Fit] = []
      switch branch {
      case .allOf(let all):
        for index in all { fits.append(fit(name, index)) }
        if !fits.contains(.named), fits.contains(.refused) { isRefused = true }
      case .reference(let index, _), .dynamicReference(_, let index, _):
        fits = [fit(name, index)]
        if fits == [.refused] { isRefused = true }
      case .anyOf(let any, _), .oneOf(let any, _):
        for index in any { fits.append(fit(name, index)) }
        if !fits.contains(.open) { isRefused = true }
      case .not, .conditional: continue
      }
      if fits.contains(.named) { return .named }
    }
    return isRefused ? .refused : .open
  }
}

extension XMLName {
  /// Whether a type is meant by another one's name; one whose namespace is not known is by any.
  fileprivate func isMeant(by name: XMLName) -> Bool {
    local.isIdentical(to: name.local) && (namespace == nil || self == name)
  }
}
