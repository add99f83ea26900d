extension XMLSchemaWriter {
  /// The type of the texts that stand for values of these types.
  mutating func simpleType(
    _ content: Schema.Content,
    _ types: Schema.Types,
    at location: String
  ) -> SimpleType {
    let admitted = content.admittedValues
    var members: [SimpleType] = []
    if types.contains(.boolean) { members.append(Self.booleanType(admitted)) }
    if types.contains(.number) {
      members.append(numberType(content, admitted, at: location))
    } else if types.contains(.integer) {
      members.append(integerType(content, admitted, at: location))
    }
    if types.contains(.string) { members.append(stringType(content, admitted, at: location)) }
    let possible = members.filter { $0 != .never }
    if possible.isEmpty { return .never }
    // Every text is a string.
    return possible.contains(.builtin("xs:string")) ? .builtin("xs:string") : .union(possible)
  }

  private static func booleanType(_ admitted: [JSON]?) -> SimpleType {
    guard let admitted else { return .builtin("xs:boolean") }
    let values = [true, false].filter { admitted.contains(.boolean($0)) }
    switch values {
    case []: return .never
    case [true]: return SimpleType.builtin("xs:boolean").restricted([.pattern("true|1")])
    case [false]: return SimpleType.builtin("xs:boolean").restricted([.pattern("false|0")])
    default: return .builtin("xs:boolean")
    }
  }

  // MARK: - Numbers

  private mutating func numberType(
    _ content: Schema.Content,
    _ admitted: [JSON]?,
    at location: String
  ) -> SimpleType {
    noteNumbers(content, at: location)
    var type = SimpleType.builtin("xs:double")
    var limits = content
    limits.tighten()
    let bounds: [(String, JSONNumber?)] = [
      ("minInclusive", limits.minimum), ("minExclusive", limits.exclusiveMinimum),
      ("maxInclusive", limits.maximum), ("maxExclusive", limits.exclusiveMaximum),
    ]
    if limits.hasCrossingLimits { return .never }
    if let admitted {
      let values = admitted.compactMap(\.number)
      if values.isEmpty { return .never }
      type = type.restricted(values.map { .enumeration($0.text) })
    }
    let facets = bounds.compactMap { name, bound in
      bound.map { SimpleType.Facet(name: name, value: $0.text) }
    }
    if content.saysOfNumbers || admitted != nil {
      // INF, -INF and NaN are no numbers of JSON, and no limit holds for them.
      type = type.restricted([.pattern("[^NI]*")])
    }
    return type.restricted(facets)
  }

  private mutating func integerType(
    _ content: Schema.Content,
    _ admitted: [JSON]?,
    at location: String
  ) -> SimpleType {
    noteNumbers(content, at: location)
    var type = SimpleType.builtin("xs:integer")
    var limits = content
    limits.tighten()
    if limits.hasCrossingLimits { return .never }
    if let admitted {
      let values = admitted.compactMap(\.number).filter(\.isInteger)
      let texts = values.compactMap { Self.integerText($0, .toNearestOrEven) }
      if texts.count < values.count { note(.stricter, .limit("enum"), at: location + "/enum") }
      if texts.isEmpty { return .never }
      type = type.restricted(texts.map { .enumeration($0) })
    }
    let bounds: [(keyword: String, String, JSONNumber?, FloatingPointRoundingRule)] = [
      ("minimum", "minInclusive", limits.minimum, .up),
      ("exclusiveMinimum", "minExclusive", limits.exclusiveMinimum, .down),
      ("maximum", "maxInclusive", limits.maximum, .down),
      ("exclusiveMaximum", "maxExclusive", limits.exclusiveMaximum, .up),
    ]
    var facets: [SimpleType.Facet] = []
    for case (let keyword, let name, let bound?, let rule) in bounds {
      guard let text = Self.integerText(bound, rule) else {
        note(.looser, .limit(keyword), at: location + "/" + keyword)
        continue
      }
      facets.append(SimpleType.Facet(name: name, value: text))
    }
    // A processor refuses limits that cross, which rounding can make of limits that do not.
    let ends = facets.compactMap { JSONNumber($0.value) }
    if ends.count == 2, facets[0].name.hasPrefix("min"), facets[1].name.hasPrefix("max") {
      let isOpen = facets.contains { $0.name.hasSuffix("Exclusive") }
      if ends[0] > ends[1] || isOpen && ends[0] == ends[1] { return .never }
    }
    return type.restricted(facets)
  }

  /// A whole number as `xs:integer` spells it.
  private static func integerText(
    _ number: JSONNumber,
    _ rule: FloatingPointRoundingRule
  ) -> String? {
    if let value = number.int64 { return String(value) }
    if number.isInteger {
      // Beyond 64 bits only what is written in digits can be copied.
      let isPlain = number.text.utf8.allSatisfy { $0 == 0x2D || ASCII.isDigit($0) }
      return isPlain ? number.text : nil
    }
    let rounded = number.double.rounded(rule)
    return abs(rounded) < 9e15 ? String(Int64(rounded)) : nil
  }

  private mutating func noteNumbers(_ content: Schema.Content, at location: String) {
    if content.multipleOf != nil {
      note(.looser, .keyword("multipleOf"), at: location + "/multipleOf")
    }
  }

  // MARK: - Strings

  private mutating func stringType(
    _ content: Schema.Content,
    _ admitted: [JSON]?,
    at location: String
  ) -> SimpleType {
    let least = content.minLength ?? 0
    if let most = content.maxLength, most < least { return .never }
    var type = SimpleType.builtin("xs:string")
    if let name = content.format {
      type = formatType(name, content.stringFormat, at: location)
    }
    let isPlain = content.format == nil
    if let admitted {
      let values = admitted.compactMap(\.string).filter(\.isXMLText)
      if values.isEmpty { return .never }
      type = type.restricted(
        isPlain
          ? values.map { .enumeration($0) } : values.map { .pattern(XSDPattern.literal($0)) }
      )
    }
    var lengths: [SimpleType.Facet] = []
    if least > 0 { lengths.append(SimpleType.Facet(name: "minLength", value: String(least))) }
    if let most = content.maxLength {
      lengths.append(SimpleType.Facet(name: "maxLength", value: String(most)))
    }
    if isPlain {
      type = type.restricted(lengths)
    } else if !lengths.isEmpty {
      // The types of dates have no length, and that of Base64 counts other things.
      for facet in lengths { note(.looser, .keyword(facet.name), at: location + "/" + facet.name) }
    }
    for (keyword, _, _) in content.contentCounterexamples {
      note(.looser, .keyword(keyword), at: location + "/" + keyword)
    }
    if let source = content.pattern {
      switch XSDPattern(source) {
      case .text(let text): type = type.restricted([.pattern(text)])
      case .unsupported(let part):
        note(.looser, .pattern(source, part: part), at: location + "/pattern")
      }
    }
    return type
  }

  /// The type of the texts in a format.
  private mutating func formatType(
    _ name: String,
    _ format: StringFormat?,
    at location: String
  ) -> SimpleType {
    if let exact = Self.exactFormats[name] { return exact }
    if format?.types.contains(.string) != true { return .builtin("xs:string") }
    note(.looser, .format(name), at: location + "/format")
    return Self.partFormats[name] ?? .builtin("xs:token")
  }

  /// The pattern is that of the specification (part 2, section 3.2.16), which not every processor
  /// holds texts to.
  private static let base64 = SimpleType.builtin("xs:base64Binary").restricted([
    .pattern(
      "(([A-Za-z0-9+/] ?){4})*(([A-Za-z0-9+/] ?){3}[A-Za-z0-9+/]"
        + "|([A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?=|[A-Za-z0-9+/] ?[AQgw] ?= ?=)?"
    )
  ])

  private static let dashedUUID = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
  private static let octet = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"

  private static func token(_ pattern: String) -> SimpleType {
    SimpleType.builtin("xs:token").restricted([.pattern(pattern)])
  }

  /// The formats whose texts are those of a type, or of a pattern.
  private static let exactFormats: [String: SimpleType] = [
    "date-time": .builtin("xs:dateTime"),
    // The years 1 to 9999; the type has no year 0.
    "dotnet-date-time": SimpleType.builtin("xs:dateTime").restricted([.pattern("[0-9]{4}-.*")]),
    "date": .builtin("xs:date"), "time": .builtin("xs:time"),
    "duration": .builtin("xs:duration"), "base64": base64,
    "guid": token(dashedUUID), "uuid": token(dashedUUID),
    "ipv4": token("(" + octet + #"\.){3}"# + octet),
  ]

  /// What can be said of other formats.
  private static let partFormats: [String: SimpleType] = [
    "email": token("[^@].*@.+"), "idn-email": token("[^@].*@.+"),
    "uri": token(#"[A-Za-z][A-Za-z0-9+.\-]*:.*"#), "iri": token(#"[A-Za-z][A-Za-z0-9+.\-]*:.*"#),
    "json-pointer": token("(/.*)?"), "ipv6": token("[0-9A-Fa-f:.]+"),
  ]
}

extension Schema.Content {
  /// The values that `const` and `enum` leave; nil if neither is there.
  var admittedValues: [JSON]? {
    guard let constant else { return enumeration }
    return enumeration.map { $0.contains(constant) ? [constant] : [] } ?? [constant]
  }

  /// The range of a format of numbers.
  private var formatRange: (least: JSONNumber, greatest: JSONNumber)? {
    stringFormat?.range
  }

  fileprivate var saysOfNumbers: Bool {
    minimum != nil || maximum != nil || exclusiveMinimum != nil || exclusiveMaximum != nil
      || multipleOf != nil || formatRange != nil
  }

  /// Leaves one lower and one upper limit, those of a format of numbers among them.
  fileprivate mutating func tighten() {
    // XML Schema admits one lower and one upper limit, of which the tighter counts.
    if let (least, greatest) = formatRange {
      minimum = max(minimum ?? least, least)
      maximum = min(maximum ?? greatest, greatest)
    }
    if let low = minimum, let exclusive = exclusiveMinimum {
      if exclusive < low { exclusiveMinimum = nil } else { minimum = nil }
    }
    if let high = maximum, let exclusive = exclusiveMaximum {
      if exclusive > high { exclusiveMaximum = nil } else { maximum = nil }
    }
  }

  /// Whether no number lies between the limits.
  fileprivate var hasCrossingLimits: Bool {
    guard let low = minimum ?? exclusiveMinimum, let high = maximum ?? exclusiveMaximum else {
      return false
    }
    let isOpen = exclusiveMinimum != nil || exclusiveMaximum != nil
    return isOpen ? low >= high : low > high
  }
}

extension String {
  /// Whether XML 1.0 can express each character of the text.
  var isXMLText: Bool {
    unicodeScalars.allSatisfy { XMLCharacters.isCharacter($0.value) }
  }
}
