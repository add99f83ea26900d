/// What breaks a keyword: the facts, without words.
///
/// The words are in `SchemaViolation+Wording.swift` and nowhere else.
package enum Evidence: Sendable, Hashable {
  // Any value.
  case nothingAllowed(Found)
  case type(expected: Schema.Types, Found)
  case constant(JSON, Found)
  case enumeration([JSON], Found)
  case excluded(Found)
  case noBranch(count: Int, Found)
  case severalBranches([Int], Found)
  case tooDeep(limit: Int)
  case tooManyApplications(limit: Int)
  /// Schemas apply one another to the same value, for ever.
  case endlessReference

  // Numbers and strings.
  case limit(Limit, JSONNumber, Found)
  case limitUndecided(Limit, JSONNumber, Found)
  case length(atLeast: Int?, atMost: Int?, actual: Int, Found)
  case pattern(String, Found)
  case patternUndecided(String, Found)
  case format(name: String, phrase: String, Found)
  /// What is in a string: the end of the sentence "expected …".
  case content(String, Found)

  // Arrays.
  case itemCount(atLeast: Int?, atMost: Int?, actual: Int)
  case repeatedItem(first: Int, second: Int)
  case matchingItems(atLeast: Int, atMost: Int?, actual: Int)

  // Objects.
  case missingMember(String)
  case missingDependency(String, of: String)
  case undeclaredMember(String)
  case memberCount(atLeast: Int?, atMost: Int?, actual: Int)

  // XML.
  case elementName(expected: XMLName, actual: XMLName)
  case elementNamespace(expected: XMLName, actual: XMLName)
  case missingElement(XMLName)
  case missingAttribute(XMLName)
  case undeclaredElement(XMLName)
  case undeclaredAttribute(XMLName)
  case elementNotInXML(XMLName)
  case repeatedElement(XMLName)
  case misplacedElement(XMLName, after: XMLName)
  case strayText(Found)
  case elementsInText(XMLName)
  case nilWithContent
  case nilSpelling(String)
  case typeSpelling(String)
  case typePrefix(String)
  case unknownType(XMLName)
  case otherType(XMLName, expected: Schema.Types)
  case typedText(XMLName, Found)

  // Rows and names of CSV and JSV.
  case repeatedName(String)
  case namelessColumn
  case fieldCount(Int, expected: Int)

  /// A keyword that compares a number with a limit.
  package enum Limit: String, Sendable, Hashable {
    case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf
  }
}

extension Evidence {
  /// Whether a limit was reached, so that there is no verdict.
  package var isOfLimit: Bool {
    switch self {
    case .tooDeep, .tooManyApplications, .endlessReference, .patternUndecided, .limitUndecided: true
    default: false
    }
  }
}

/// What stands where something else was expected: its type, and its text cut to a bounded length.
package struct Found: Sendable, Hashable {
  /// The type as JSON Schema names it, or what XML calls it.
  package var type: String
  /// The value as text, for values that have no members or elements.
  package var text: String?

  package init(type: String, text: String? = nil) {
    self.type = type
    self.text = text
  }

  /// The most Unicode scalars of a value that a message shows.
  static let shownScalars = 64

  /// Describes a value; arrays and objects by their size alone.
  package init(_ value: JSON) {
    switch value {
    case .null:
      self.init(type: "null")
    case .boolean(let value):
      self.init(type: "boolean", text: value ? "true" : "false")
    case .number(let number):
      self.init(number: number)
    case .string(let text):
      self.init(type: "string", text: Self.quoted(text))
    case .array(let elements):
      self.init(type: "array", text: Self.counted(elements.count, "item"))
    case .object(let members):
      self.init(type: "object", text: Self.counted(members.count, "member"))
    }
  }

  init(number: JSONNumber) {
    self.init(
      type: number.isInteger ? "integer" : "number",
      text: Self.bounded(number.text, quoted: false)
    )
  }

  /// Character data of XML that is not of the type wanted.
  static func text(_ text: String) -> Self {
    Self(type: "text", text: quoted(text))
  }

  static func quoted(_ text: String) -> String {
    bounded(text, quoted: true)
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Cuts a text to a bounded length and says how long it really is.
  private static func bounded(_ text: String, quoted: Bool) -> String {
    let scalars = text.unicodeScalars
    guard
      let end = scalars.index(
        scalars.startIndex,
        offsetBy: shownScalars,
        limitedBy: scalars.endIndex
      ), end < scalars.endIndex
    else { return quoted ? JSON.string(text).description : text }
    let start = String(scalars[..<end])
    return (quoted ? JSON.string(start + "…").description : start + "…")
      + " (\(scalars.count) characters)"
  }
}
