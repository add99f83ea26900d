/// Holds documents to a schema.
///
/// A schema is compiled once, however many validators are made of it: what it is compiled to lives
/// with the value. A validator can be shared freely.
///
/// ```swift
/// let validator = try SchemaValidator(.object([.required("id", .guid)]))
/// let document = try JSONDocument(parsing: bytes)
/// for violation in validator.validate(document) {
///   print(violation.message)
/// }
/// ```
///
/// At most a thousand violations are collected in one document, the first that are met, unless the
/// limits say otherwise. Where a limit of the work is reached (schemas applied 1,200 deep inside one
/// another, patterns that take too long), the violation at that place is one only in name:
/// ``SchemaViolation/isUndecided`` is true, and ``outcome(of:)-(JSONDocument)`` tells a document
/// without a verdict from one that does not conform.
public struct SchemaValidator: Sendable {
  /// The schema to which documents are held.
  public let schema: Schema

  let program: Program

  /// The way to a verdict without a document.
  let verdicts: VerdictPlanCell

  /// Compiles a schema, unless that was done before; a schema that cannot mean anything is refused.
  public init(_ schema: Schema, limits: ValidationLimits = .default) throws(SchemaError) {
    let form = try schema.compiled(limits: limits)
    self.schema = schema
    program = form.program
    verdicts = form.verdicts
  }

  /// The bounds within which documents are held to the schema.
  public var limits: ValidationLimits { program.limits }

  /// Whether the schema says nothing of any value, so that everything conforms.
  public var admitsEverything: Bool { program.admitsEverything }

  /// What is odd in the schema, though it can be used.
  public var notices: [SchemaNotice] { program.notices }

  /// The violations in a JSON document, in document order.
  public func validate(_ document: JSONDocument) -> [SchemaViolation] {
    validate(document.root)
  }

  /// The violations in a value of a JSON document, in document order.
  public func validate(_ node: JSONNode) -> [SchemaViolation] { outcome(of: node).violations }

  /// The violations in a JSON value, in the order of its members; they have no position.
  public func validate(_ value: JSON) -> [SchemaViolation] {
    kept(found(in: value))
  }

  /// What is found in a JSON value, one violation beyond the limit included.
  func found(in value: JSON) -> [SchemaViolation] {
    do {
      // The value is written and read again, so that there is only one evaluation to be right.
      let limits = JSONLimits(depth: .max, bytes: .max)
      let document = try JSONDocument(parsing: value.bytes(), limits: limits)
      return found(in: document.root).map { $0.withoutPosition() }
    } catch {
      // Only a value deeper than any document can be comes here.
      let evidence = Evidence.tooDeep(limit: limits.depth)
      return [
        SchemaViolation(
          keyword: "$ref",
          path: .root,
          schemaLocation: "",
          evidence: evidence
        )
      ]
    }
  }

  /// The violations in JSON Lines, each line held to the schema.
  ///
  /// Locations are those in the array of all lines: `/1/id` is in the second line that has a value.
  public func validate(_ lines: JSONLines) -> [SchemaViolation] {
    outcome(of: lines).violations
  }

  /// The violations in an XML document, in document order.
  ///
  /// The root element must have the name that the schema states, if it states one. Every keyword acts
  /// on XML as on the JSON of the same value, but for what XML cannot tell:
  /// - A text has no type: one of the values that it can be read as has to conform.
  /// - A list without an element of its own that has no items is not there: where it must be there
  ///   it is taken to be empty, if it may be.
  /// - A list and an object are both an element that holds elements.
  /// - A member that XML never carries is neither missed nor counted as missing.
  public func validate(_ document: XMLDocument) -> [SchemaViolation] {
    validate(document.root)
  }

  /// The violations in an element of an XML document, in document order.
  public func validate(_ element: XMLElement) -> [SchemaViolation] {
    outcome(of: element).violations
  }

  /// Says whether a JSON document is known to conform; this is faster than asking for the violations.
  public func admits(_ document: JSONDocument) -> Bool {
    var evaluation = JSONEvaluation(program, on: document.tape, plan: verdicts.plan)
    return evaluation.admits(at: 0)
  }

  /// Says whether a JSON value is known to conform.
  public func admits(_ value: JSON) -> Bool {
    validate(value).isEmpty
  }

  /// Says whether an XML document is known to conform.
  public func admits(_ document: XMLDocument) -> Bool {
    var evaluation = XMLEvaluation(program, on: document)
    return evaluation.admits(at: document.root.index)
  }
}
