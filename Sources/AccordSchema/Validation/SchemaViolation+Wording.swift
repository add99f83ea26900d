extension SchemaViolation: CustomStringConvertible {
  /// What should stand there.
  public var expected: String { evidence.expected }

  /// What stands there, with its type and cut to a bounded length.
  public var actual: String { evidence.actual }

  /// The violation as a sentence: where, what was expected, what was found, what to do.
  public var message: String {
    var text = place + ": expected " + evidence.expected + ", found " + evidence.actual + "."
    if let advice = evidence.advice {
      text += " " + advice
    }
    if let cause = causes.first {
      text += " The closest alternative fails " + cause.message.loweredAtStart
    }
    return text
  }

  /// The message.
  public var description: String { message }

  private var place: String {
    let location = instanceLocation.isEmpty ? "the whole value" : instanceLocation
    guard let position else { return "At " + location }
    return "At " + location + " (" + position.description + ")"
  }
}

extension String {
  fileprivate var loweredAtStart: String {
    prefix(1).lowercased() + dropFirst()
  }
}

extension Found {
  /// The type and the text of the value.
  var words: String {
    switch (type, text) {
    case ("array", let text?): "an array of " + text
    case ("object", let text?): "an object of " + text
    case (let type, let text?): type + " " + text
    case (let type, nil): type
    }
  }
}

extension Schema.Types {
  /// The names of the types, joined.
  var words: String {
    Self.spoken.filter { contains($0.type) }.map(\.name).joined(separator: " or ")
  }
}

extension XMLName {
  /// The name with its namespace, spelled out because the prefix means nothing by itself.
  var words: String {
    guard let namespace else { return "<" + local + "> without a namespace" }
    return "<" + local + "> in the namespace " + namespace
  }
}

extension XMLName {
  /// The name of a type with its namespace.
  fileprivate var typeWords: String {
    guard let namespace else { return "the type " + local + " without a namespace" }
    return "the type " + local + " in the namespace " + namespace
  }
}

extension Evidence {
  var expected: String {
    switch self {
    case .nothingAllowed: "nothing"
    case .type(let types, _): types.words
    case .constant(let value, _): Found.value(value)
    case .enumeration(let values, _): Self.choice(values)
    case .excluded: "a value that the schema under \"not\" refuses"
    case .noBranch(let count, _): "a value that one of \(count) alternatives admits"
    case .severalBranches: "a value that exactly one alternative admits"
    case .tooDeep(let limit): "at most \(limit) schemas applied inside one another"
    case .tooManyApplications(let limit): "at most \(limit) schemas applied to the document"
    case .endlessReference: "a schema that does not apply itself to the same value"
    case .limit(let limit, let number, _), .limitUndecided(let limit, let number, _):
      limit.words + " " + Found.bounded(number.text)
    case .length(let least, let most, _, _):
      "a string of " + Self.range(least, most, "character")
    case .pattern(let pattern, _), .patternUndecided(let pattern, _):
      "a string in which the pattern " + Found.bounded(pattern, to: 256) + " is found"
    case .format(_, let phrase, _), .content(let phrase, _): phrase
    case .itemCount(let least, let most, _): "an array of " + Self.range(least, most, "item")
    case .repeatedItem: "items that are all different"
    case .matchingItems(let least, let most, _):
      "an array with " + Self.range(least, most, "item") + " that \"contains\" admits"
    case .missingMember(let name): "a member " + Found.quoted(name)
    case .missingDependency(let name, let other):
      "a member " + Found.quoted(name) + " beside " + Found.quoted(other)
    case .undeclaredMember: "declared members only"
    case .memberCount(let least, let most, _): "an object of " + Self.range(least, most, "member")
    default: expectedInXML
    }
  }

  var actual: String {
    switch self {
    case .nothingAllowed(let found), .type(_, let found), .constant(_, let found),
      .enumeration(_, let found), .excluded(let found), .limit(_, _, let found),
      .pattern(_, let found), .format(_, _, let found), .content(_, let found):
      found.words
    case .noBranch(_, let found): found.words + ", which none of them admits"
    case .severalBranches(let branches, let found):
      found.words + ", which the alternatives " + Self.listed(branches) + " admit"
    case .tooDeep: "more"
    case .tooManyApplications: "more, so that no verdict was reached"
    case .endlessReference: "one that goes on for ever"
    case .limitUndecided(_, _, let found):
      found.words + ", whose division was given up because it takes too long"
    case .length(_, _, let actual, let found):
      found.words + " of " + Found.counted(actual, "character")
    case .patternUndecided(_, let found):
      found.words + ", on which the search was given up because it takes too long"
    case .itemCount(_, _, let actual): Found.counted(actual, "item")
    case .repeatedItem(let first, let second): "item \(second) equal to item \(first)"
    case .matchingItems(_, _, let actual): Found.counted(actual, "such item")
    case .missingMember, .missingDependency: "none"
    case .undeclaredMember(let name): "the member " + Found.quoted(name)
    case .memberCount(_, _, let actual): Found.counted(actual, "member")
    default: actualInXML
    }
  }

  var advice: String? {
    switch self {
    case .elementNamespace(let expected, _):
      "A reader that goes by namespaces skips the element: declare "
        + (expected.namespace ?? "no namespace") + " for it."
    case .misplacedElement(let name, let other):
      "DataContractSerializer skips an element that is out of order: write <" + name.local
        + "> before <" + other.local + ">."
    case .nilWithContent: "Leave the element empty or leave out nil."
    case .elementNotInXML: "Leave the element out: the member has no XML form."
    case .typePrefix(let prefix): "Declare it with xmlns:\(prefix)."
    default: nil
    }
  }

  private static func range(_ least: Int?, _ most: Int?, _ noun: String) -> String {
    switch (least, most) {
    case (let least?, let most?) where least == most: Found.counted(least, noun)
    case (let least?, let most?): "\(least) to " + Found.counted(most, noun)
    case (let least?, nil): "at least " + Found.counted(least, noun)
    case (nil, let most?): "at most " + Found.counted(most, noun)
    case (nil, nil): "any number of " + noun + "s"
    }
  }

  private static func choice(_ values: [JSON]) -> String {
    guard values.count > 1 else { return values.first.map(Found.value) ?? "nothing" }
    let shown = values.prefix(8).map(Found.value)
    let more = values.count > 8 ? " or one of \(values.count - 8) more" : ""
    return "one of " + shown.joined(separator: ", ") + more
  }

  private static func listed(_ numbers: [Int]) -> String {
    let words = numbers.map(String.init)
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Found {
  /// The value itself when it is short, its type and size otherwise.
  static func value(_ value: JSON) -> String {
    switch value {
    case .string(let text): quoted(text)
    case .array, .object: bounded(value.description)
    case .number(let number): bounded(number.text)
    default: value.description
    }
  }

  /// The beginning of a text that is longer than some length, and all of one that is not.
  static func bounded(_ text: String, to length: Int = shownScalars) -> String {
    text.unicodeScalars.count <= length
      ? text : String(text.unicodeScalars.prefix(length)) + "…"
  }
}

extension Evidence.Limit {
  var words: String {
    switch self {
    case .minimum: "at least"
    case .maximum: "at most"
    case .exclusiveMinimum: "more than"
    case .exclusiveMaximum: "less than"
    case .multipleOf: "a multiple of"
    }
  }
}

// MARK: - XML

extension Evidence {
  private var expectedInXML: String {
    switch self {
    case .elementName(let expected, _), .elementNamespace(let expected, _): expected.words
    case .missingElement(let name): "an element " + name.words
    case .missingAttribute(let name): "an attribute " + name.local
    case .undeclaredElement: "declared elements only"
    case .undeclaredAttribute: "declared attributes only"
    case .elementNotInXML(let name): "no element <" + name.local + ">"
    case .repeatedElement(let name): "one element <" + name.local + ">"
    case .misplacedElement(let name, let other):
      "<" + name.local + "> before <" + other.local + ">"
    case .strayText: "elements only"
    case .elementsInText: "text only"
    case .nilWithContent: "an empty element, because nil is true"
    case .nilSpelling: "true, false, 1 or 0 as the value of nil"
    case .typeSpelling: "the name of a type as the value of xsi:type"
    case .typePrefix: "a declared prefix in the value of xsi:type"
    case .unknownType: "a type that XML Schema has as the value of xsi:type"
    case .otherType(_, let types):
      "a type that the value can have" + (types == .all ? "" : " (" + types.words + ")")
        + " as the value of xsi:type"
    case .typedText(let type, _): "a text of the type " + type.local + ", which xsi:type names"
    default: expectedInRows
    }
  }

  private var expectedInRows: String {
    switch self {
    case .repeatedName: "names that differ"
    case .namelessColumn: "a name for every column"
    case .fieldCount(_, let expected): Found.counted(expected, "field") + " as in the first row"
    default: ""
    }
  }

  private var actualInXML: String {
    switch self {
    case .elementName(_, let actual), .elementNamespace(_, let actual): actual.words
    case .missingElement, .missingAttribute: "none"
    case .undeclaredElement(let name), .elementNotInXML(let name): name.words
    case .undeclaredAttribute(let name): "the attribute " + name.local
    case .repeatedElement: "another one"
    case .misplacedElement: "it after that"
    case .strayText(let found): found.words
    case .elementsInText(let name): "the element <" + name.local + ">"
    case .nilWithContent: "content"
    case .nilSpelling(let text), .typeSpelling(let text): Found.quoted(text)
    case .typePrefix(let prefix): "the prefix " + prefix
    case .unknownType(let name), .otherType(let name, _): name.typeWords
    case .typedText(_, let found): found.words
    default: actualInRows
    }
  }

  private var actualInRows: String {
    switch self {
    case .repeatedName(let name): Found.quoted(name) + " twice"
    case .namelessColumn: "none"
    case .fieldCount(let count, _): "\(count)"
    default: ""
    }
  }
}
