public import AccordModel
public import AccordSchema

/// The live data that were provided for a run: `--given`, `--givens` and `--given-from`, or the mock's
/// store.
public struct GivenValues: Sendable, Hashable {
  private var entries: [Entry] = []
  /// The givens of which what is found may be used up, and those that nothing uses up.
  private var usable: [String] = []
  private var lasting: [String] = []

  private struct Entry: Sendable, Hashable {
    var name: String
    var values: [JSON]
    /// Where further values come from.
    var source: GivenSource?
  }

  /// Why a given cannot be taken.
  public enum Invalid: Error, Sendable, Hashable {
    /// The text has no equals sign.
    case noValue(String)
    /// No suite declares the name; the names that are declared.
    case unknown(String, known: [String])
    /// A value is not what the given's schema says.
    case value(given: String, field: String, found: String, expected: String)
    /// The schema of a field cannot be compiled.
    case schema(given: String, field: String, why: String)
    /// A value has too few or too many fields.
    case fields(given: String, expected: [String], found: String)
    /// What a value is to come from is neither a command nor an address.
    case source(String)
    /// A given has both values and a source, or two sources.
    case twice(String)
    /// The file is not JSON.
    case file(String)
    /// The file is not an object of lists.
    case shape(String)
  }

  /// Creates an empty set.
  public init() {}

  /// Adds values as they stand on the command line: `suite.name=VALUE,VALUE`; the fields of a
  /// value that has several are separated by slashes.
  public mutating func add(_ text: String, for suites: [ContractSuite]) throws(Invalid) {
    guard let equals = text.firstIndex(of: "=") else { throw .noValue(text) }
    let name = String(text[..<equals])
    let given = try takingValues(name, in: suites)
    for value in text[text.index(after: equals)...].split(separator: ",") {
      try append(name, Self.written(String(value), given, name))
    }
  }

  /// Adds a source that is asked when a case needs a value, as it stands on the command line:
  /// `suite.name=!COMMAND` or `suite.name=URL`; ``GivenSource`` says how they are read.
  ///
  /// Cases that use a value up ask for one each, all others share one. A value of several fields is an
  /// object of JSON, or its fields separated by slashes.
  public mutating func add(
    from text: String,
    for suites: [ContractSuite]
  ) throws(Invalid) {
    guard let equals = text.firstIndex(of: "=") else { throw .source("\"\(text)\" names no given") }
    let source: GivenSource
    do throws(GivenSource.Invalid) {
      source = try GivenSource(String(text[text.index(after: equals)...]))
    } catch {
      throw .source(error.reason)
    }
    try add(source, of: String(text[..<equals]), for: suites)
  }

  /// Adds a source of the values of a given, such as `shop.order`, that is asked when a case needs one.
  ///
  /// ```swift
  /// try settings.givens.add(.command(["make-order"]), of: "shop.order", for: [Shop.suite])
  /// ```
  public mutating func add(
    _ source: GivenSource,
    of name: String,
    for suites: [ContractSuite]
  ) throws(Invalid) {
    _ = try Self.given(name, in: suites)
    guard !entries.contains(where: { $0.name == name }) else { throw .twice(name) }
    entries.append(Entry(name: name, values: [], source: source))
  }

  /// Allows cases to use up values of a given, such as `shop.order`, that are found on the server.
  ///
  /// Without it a run uses up what it was given and what belongs to that: values whose discovery needs a
  /// given that was provided. What else is found is read, and neither changed nor deleted.
  public mutating func useFound(
    _ name: String,
    for suites: [ContractSuite]
  ) throws(Invalid) {
    _ = try Self.given(name, in: suites)
    usable.append(name)
  }

  /// Says that no case uses up a value of a given, such as `shop.order`, so that all share them: because
  /// the server sets them back, say.
  public mutating func reuse(_ name: String, for suites: [ContractSuite]) throws(Invalid) {
    _ = try Self.given(name, in: suites)
    lasting.append(name)
  }

  /// Whether cases may use up values that are found.
  func usesFound(_ given: Given.ID, in suite: ContractSuite.ID) -> Bool {
    usable.contains("\(suite).\(given)")
  }

  /// Whether no case uses up a value.
  func isReused(_ given: Given.ID, in suite: ContractSuite.ID) -> Bool {
    lasting.contains("\(suite).\(given)")
  }

  /// A value as a source gives it: an object of JSON where the given has several fields, or text.
  static func value(_ text: String, of given: Given, _ name: String) throws(Invalid) -> JSON {
    if given.fields.count > 1, text.utf8.first == UInt8(ascii: "{"),
      let document = try? JSONDocument(parsing: Array(text.utf8))
    {
      return try normal(document.root.value, given, name)
    }
    return try written(text, given, name)
  }

  /// A value as a person writes it, its fields separated by slashes.
  private static func written(
    _ text: String,
    _ given: Given,
    _ name: String
  ) throws(Invalid) -> JSON {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let whole = given.fields.count == 1 ? [text] : parts
    guard whole.count == given.fields.count else {
      throw .fields(given: name, expected: given.fields.map(\.name), found: text)
    }
    let fields = zip(given.fields, whole).map { field, text in
      JSONMember(field.name, value(text, as: field.schema))
    }
    return try checked(.object(fields), given, name)
  }

  /// Adds values from a JSON text: `{"suite.name": [value, …]}`; a value that has several fields
  /// is an object of them.
  public mutating func add(json bytes: [UInt8], for suites: [ContractSuite]) throws(Invalid) {
    let root: JSON
    do {
      root = try JSONDocument(parsing: bytes).root.value
    } catch {
      throw .file("\(error)")
    }
    guard let members = root.members else { throw .shape("the text is not an object") }
    for member in members {
      let given = try takingValues(member.key, in: suites)
      guard let values = member.value.elements else {
        throw .shape("the value of \"\(member.key)\" is not an array")
      }
      for value in values { append(member.key, try Self.normal(value, given, member.key)) }
    }
  }

  /// Adds values that are known to be right.
  public mutating func add(_ values: [JSON], of given: Given, in suite: ContractSuite) {
    let name = "\(suite.id).\(given.id)"
    for value in values {
      guard let value = try? Self.normal(value, given, name) else { continue }
      append(name, value)
    }
  }

  /// The values of a given, each an object of its fields; `nil` if none were provided.
  func values(of given: Given.ID, in suite: ContractSuite.ID) -> [JSON]? {
    entries.first { $0.name == "\(suite).\(given)" && $0.source == nil }?.values
  }

  /// Where values of a given come from when they are needed; `nil` if nobody said it.
  func source(of given: Given.ID, in suite: ContractSuite.ID) -> GivenSource? {
    entries.first { $0.name == "\(suite).\(given)" }?.source
  }

  /// The given of a name, unless its values come from a source.
  private func takingValues(
    _ name: String,
    in suites: [ContractSuite]
  ) throws(Invalid) -> Given {
    guard !entries.contains(where: { $0.name == name && $0.source != nil }) else {
      throw .twice(name)
    }
    return try Self.given(name, in: suites)
  }

  private mutating func append(_ name: String, _ value: JSON) {
    guard let index = entries.firstIndex(where: { $0.name == name }) else {
      entries.append(Entry(name: name, values: [value]))
      return
    }
    entries[index].values.append(value)
  }

  private static func given(
    _ name: String,
    in suites: [ContractSuite]
  ) throws(Invalid) -> Given {
    for suite in suites {
      for given in suite.givens where "\(suite.id).\(given.id)" == name { return given }
    }
    let known = suites.flatMap { suite in suite.givens.map { "\(suite.id).\($0.id)" } }
    throw .unknown(name, known: known)
  }

  /// A number where the schema wants one, else the text; a schema that cannot be compiled is
  /// reported when the value is held to it.
  private static func value(_ text: String, as schema: Schema) -> JSON {
    guard let number = JSONNumber(text), let validator = try? SchemaValidator(schema),
      validator.validate(.number(number)).isEmpty
    else { return .string(text) }
    return .number(number)
  }

  private static func normal(
    _ value: JSON,
    _ given: Given,
    _ name: String
  ) throws(Invalid) -> JSON {
    if given.fields.count == 1, value.members == nil {
      return try checked(.object([JSONMember(given.fields[0].name, value)]), given, name)
    }
    let found = given.fields.compactMap { field in
      value[field.name].map { JSONMember(field.name, $0) }
    }
    guard found.count == given.fields.count else {
      throw .fields(given: name, expected: given.fields.map(\.name), found: value.text())
    }
    return try checked(.object(found), given, name)
  }

  private static func checked(
    _ value: JSON,
    _ given: Given,
    _ name: String
  ) throws(Invalid) -> JSON {
    for field in given.fields {
      guard let part = value[field.name] else { continue }
      let validator: SchemaValidator
      do throws(SchemaError) {
        validator = try SchemaValidator(field.schema)
      } catch {
        throw .schema(given: name, field: field.name, why: error.message)
      }
      if let violation = validator.validate(part).first {
        throw .value(
          given: name,
          field: field.name,
          found: part.text(),
          expected: violation.expected
        )
      }
    }
    return value
  }
}
