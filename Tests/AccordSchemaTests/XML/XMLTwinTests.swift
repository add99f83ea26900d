@testable import AccordSchema
import Testing

/// JSON and XML of the same value validate alike: the same keywords in the same places.
///
/// What XML cannot tell is the table of ``Difference``; nothing else may differ.
struct XMLTwinTests {
  /// Why the twins of a value may be judged differently.
  private enum Difference: String {
    /// XML has no types: `1` can be meant as a number, a boolean and a string, so that one that
    /// conforms is enough. Held to the value that is read from XML, JSON says the same as XML.
    case type
    /// A list without an element of its own that has no items is not there at all: it is taken to
    /// be empty where it must be there and may be empty.
    case emptyList
    /// A list and an object are both an element that holds elements.
    case container
  }

  /// What became of a value that was written in both formats.
  private enum Outcome: Hashable, CustomStringConvertible {
    case alike(isValid: Bool)
    /// XML has no form for the value, and the writer says so.
    case unwritable
    case explained(Difference)
    case different

    var description: String {
      switch self {
      case .alike(let isValid): isValid ? "alike and valid" : "alike and invalid"
      case .unwritable: "without a form in XML"
      case .explained(let difference): "different by " + difference.rawValue
      case .different: "different"
      }
    }
  }

  /// A value with its schema, and what was found in both twins.
  private struct Twins {
    let value: JSON
    let schema: Schema
    let validator: SchemaValidator
    let document: XMLDocument
    let bareLists: Set<String>

    var inXML: [String] {
      validator.validate(document).map { violation in
        // XML names the element itself where JSON names the value that holds it: an element in a
        // text, and an element whose name is wrong.
        let path = violation.instanceLocation
        let parent = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
        var isInside = violation.schemaLocation.contains("/propertyNames")
        if case .elementsInText = violation.evidence { isInside = true }
        return violation.keyword + " " + (isInside ? parent : path)
      }
      .sorted()
    }

    /// What JSON says of a value, at the places of the document; `isLeftOut` is asked of each list of
    /// which `contains` does not hold.
    func inJSON(
      of value: JSON,
      leavingOut isLeftOut: (TwinPlaces.Place) -> Bool = { _ in false }
    ) -> [String] {
      let places = TwinPlaces(schema: schema, value: value, root: document.root)
      return validator.validate(value).compactMap { violation in
        let pointer = JSONPointer(parsing: violation.instanceLocation) ?? .root
        let place = places.place(of: pointer)
        if violation.keyword == "contains", isLeftOut(place) { return nil }
        return violation.keyword + " " + place.path
      }
      .sorted()
    }
  }

  /// The violations but for those that a list without an element of its own can make, by being
  /// taken to be there or not.
  private static func ignoringMembers(_ violations: [String]) -> [String] {
    let keywords = ["required", "dependentRequired", "minProperties", "maxProperties", "not"]
    return violations.filter { violation in
      !keywords.contains { violation.hasPrefix($0 + " ") }
    }
  }

  /// How many schemas are made; each has up to six values.
  private static let schemaCount = 400

  @Test func twinsValidateAlike() throws {
    print("XML twins: seed", TwinSchemas.seed)
    var outcomes: [Outcome: Int] = [:]
    for number in 0..<UInt64(Self.schemaCount) {
      var random = TwinSchemas(seed: TwinSchemas.seed &+ number)
      let schema = random.schema()
      let validator = try SchemaValidator(schema)
      var values = TwinValues(random: random)
      for value in values.values(of: schema, count: 2) {
        guard let bytes = try? BodyWriter.xml(value, as: schema) else {
          outcomes[.unwritable, default: 0] += 1
          continue
        }
        let twins = Twins(
          value: value,
          schema: schema,
          validator: validator,
          document: try XMLDocument(parsing: bytes),
          bareLists: random.bareLists
        )
        // The quick verdict is that of the evaluation which collects violations.
        var evaluation = XMLEvaluation(validator.program, on: twins.document)
        evaluation.usesPlan = false
        let findings = evaluation.collect(at: twins.document.root.index)
        #expect(validator.admits(twins.document) == findings.isEmpty, "\(report(twins, bytes))")
        let outcome = self.outcome(of: twins)
        outcomes[outcome, default: 0] += 1
        #expect(outcome != .different, "schema \(number): \(report(twins, bytes))")
      }
    }
    for (outcome, count) in outcomes.sorted(by: { $0.value > $1.value }) {
      print("XML twins:", count, outcome)
    }
    // Most twins are alike.
    let valid = outcomes[.alike(isValid: true)] ?? 0
    let invalid = outcomes[.alike(isValid: false)] ?? 0
    #expect(valid > Self.schemaCount / 2)
    #expect(valid + invalid > Self.schemaCount * 2)
  }

  private func outcome(of twins: Twins) -> Outcome {
    let inXML = twins.inXML
    if inXML == twins.inJSON(of: twins.value) { return .alike(isValid: inXML.isEmpty) }
    let read = BodyReader.value(of: twins.document.root, as: twins.schema)
    if inXML == twins.inJSON(of: read) { return .explained(.type) }
    if !twins.bareLists.isEmpty,
      Self.ignoringMembers(inXML) == Self.ignoringMembers(twins.inJSON(of: read))
    {
      return .explained(.emptyList)
    }
    if Self.isConfused(twins.value, read) { return .explained(.container) }
    let others = twins.inJSON(of: read, leavingOut: Self.holdsAsRead)
    return inXML == others ? .explained(.type) : .different
  }

  /// Whether a list contains what is looked for if its items are read as that: a text is what the schema in
  /// hand takes it for, such as a boolean for that of the items, and a text for that of `contains`.
  private static func holdsAsRead(_ list: TwinPlaces.Place) -> Bool {
    let content = list.schema.resolved(for: list.value).withMergedMembers.content
    guard let sought = content.contains,
      let validator = try? SchemaValidator(sought)
    else { return false }
    let count = list.items.count { validator.admits(BodyReader.value(of: $0, as: sought)) }
    return count >= content.minContains ?? 1 && count <= content.maxContains ?? .max
  }

  /// Whether a list is read as an object, or an object as a list.
  private static func isConfused(_ value: JSON, _ read: JSON) -> Bool {
    switch (value, read) {
    case (.array, .object), (.object, .array):
      true
    case (.array(let items), .array(let others)):
      zip(items, others).contains { isConfused($0, $1) }
    case (.object(let members), .object):
      members.contains { member in
        read[member.key].map { isConfused(member.value, $0) } ?? false
      }
    default:
      false
    }
  }

  private func report(_ twins: Twins, _ bytes: [UInt8]) -> String {
    let read = BodyReader.value(of: twins.document.root, as: twins.schema)
    return """
      \(twins.value)
        \(String(decoding: bytes, as: UTF8.self))
        read \(read)
        JSON \(twins.inJSON(of: twins.value))
        read \(twins.inJSON(of: read))
        XML  \(twins.inXML)
      """
  }
}
