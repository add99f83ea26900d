/// A named format of strings: what the keyword `format` checks (JSON Schema validation, section 7).
///
/// One of your own is a value that a schema brings along. It is checked, samples, wrong values and
/// mocks are made of it, and exports name it:
///
/// ```swift
/// extension StringFormat {
///   static let isbn = StringFormat(
///     "isbn",
///     "an ISBN",
///     samples: ["978-3-16-148410-0"],
///     counterexamples: ["978-3-16-148410-1"]
///   ) { text in hasRightCheckDigit(text) }
/// }
///
/// let book = Schema.object([.required("isbn", .format(.isbn))])
/// ```
///
/// A format belongs to the values of one type and says nothing about others. XML has spellings of
/// its own for some of them (`xs:dateTime` may lack a zone), hence the second check. Formats are equal
/// if they have the same name, phrase and samples: what checks them cannot be compared.
public struct StringFormat: Sendable, Hashable {
  /// What reads the UTF-8 bytes of a value.
  package typealias Check = @Sendable (Span<UInt8>) -> Bool

  /// The name as it stands in a schema.
  public let name: String
  /// What the format admits, as the end of the sentence "expected …", such as `an ISBN`.
  public let phrase: String
  /// The types of values that the format speaks of.
  package let types: Schema.Types
  /// Values that conform, the usual first.
  package let samples: [JSON]
  /// Values of the right type that do not conform.
  package let counterexamples: [JSON]
  /// The least and the greatest number of a format of whole numbers.
  let range: (least: JSONNumber, greatest: JSONNumber)?
  let json: Check
  let xml: Check

  /// Creates a format of strings.
  ///
  /// `samples` are texts that conform, the usual first, and `counterexamples` texts that do not, one at
  /// least of each: a schema whose format does not take the ones or takes one of the others cannot be
  /// compiled, and `accord lint` says so. `check` gets the text without its escapes, and in XML without
  /// white space around it. It is called often and must always say the same of a text.
  public init(
    _ name: String,
    _ phrase: String,
    samples: [String],
    counterexamples: [String],
    check: @escaping @Sendable (String) -> Bool
  ) {
    self.name = name
    self.phrase = phrase
    types = .string
    self.samples = samples.map { .string($0) }
    self.counterexamples = counterexamples.map { .string($0) }
    range = nil
    json = { bytes in
      check(bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    }
    xml = json
  }

  init(
    _ name: String,
    _ phrase: String,
    types: Schema.Types = .string,
    sample: JSON,
    counterexample: JSON,
    range: (least: JSONNumber, greatest: JSONNumber)? = nil,
    xml: Check? = nil,
    json: @escaping Check
  ) {
    self.name = name
    self.phrase = phrase
    self.types = types
    samples = [sample]
    counterexamples = [counterexample]
    self.range = range
    self.json = json
    self.xml = xml ?? json
  }

  /// A value that conforms.
  package var sample: JSON { samples.first ?? "" }

  /// A value of the right type that does not conform.
  package var counterexample: JSON { counterexamples.first ?? "" }

  /// Whether both are the same as far as can be seen.
  public static func == (left: StringFormat, right: StringFormat) -> Bool {
    left.name == right.name && left.phrase == right.phrase && left.types == right.types
      && left.samples == right.samples && left.counterexamples == right.counterexamples
  }

  /// Feeds what equality compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(phrase)
    hasher.combine(samples)
    hasher.combine(counterexamples)
  }

  /// Says whether a text conforms, as JSON or as XML spells it.
  package func admits(_ text: String, inXML: Bool = false) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      inXML ? xml(bytes.span) : json(bytes.span)
    }
  }

  /// All formats that can be checked, in the order of their names.
  package static let all: [StringFormat] = [
    base64, byte, date, dateTime, dotNetDateTime, double, duration, email, epochMilliseconds, float,
    guid, hostname, idnEmail, idnHostname, int16, int32, int64, int8, ipv4, ipv6, iri, iriReference,
    jsonPointer, mediaRange, regex, relativeJSONPointer, time, uint16, uint32, uint64, uint8, uri,
    uriReference, uriTemplate, uuid,
  ]

  /// The format of a name, if it can be checked.
  package static func named(_ name: String) -> StringFormat? {
    all.first { $0.name == name }
  }

  /// Whether a name is that of a format that every schema knows.
  package static func isStandard(_ name: String) -> Bool { named(name) != nil }

  /// Why it cannot be used, as a sentence; `nil` where it can.
  package var flaw: String? {
    if Self.isStandard(name) {
      return """
        the format \(Found.quoted(name)) has the name of one that every schema knows; give it another.
        """
    }
    guard !samples.isEmpty, !counterexamples.isEmpty else {
      return """
        the format \(Found.quoted(name)) needs a sample and a counterexample, which cases and mocks \
        are made of.
        """
    }
    if let sample = samples.compactMap(\.string).first(where: { !admits($0) }) {
      return """
        the format \(Found.quoted(name)) refuses its own sample \(Found.quoted(sample)).
        """
    }
    if let text = counterexamples.compactMap(\.string).first(where: { admits($0) }) {
      return """
        the format \(Found.quoted(name)) takes its own counterexample \(Found.quoted(text)).
        """
    }
    return nil
  }
}
