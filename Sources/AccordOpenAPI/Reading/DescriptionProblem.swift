package import AccordSchema

/// What is wrong with a description, and where.
package struct DescriptionProblem: Error, Sendable, Hashable {
  /// How much it counts.
  package enum Severity: String, Sendable, Hashable {
    /// The description breaks its specification, or cannot be followed.
    case error
    /// It breaks a recommendation.
    case warning
  }

  /// How much it counts.
  package var severity: Severity

  /// The file, as it was given.
  package var file: String

  /// Where in the file as it was written.
  package var position: SourcePosition

  /// Where in the document.
  package var pointer: JSONPointer

  /// What is wrong.
  package var evidence: Evidence

  /// Whether it is the official schema that is broken, for certain.
  package var isOfOfficialSchema: Bool {
    switch evidence {
    case .violation, .exampleBesideExamples, .nothingDescribed, .relativePath:
      severity == .error
    default: false
    }
  }

  /// Creates a problem.
  package init(
    _ severity: Severity,
    file: String,
    position: SourcePosition,
    pointer: JSONPointer,
    _ evidence: Evidence
  ) {
    self.severity = severity
    self.file = file
    self.position = position
    self.pointer = pointer
    self.evidence = evidence
  }
}

extension DescriptionProblem {
  /// What can be wrong.
  package enum Evidence: Sendable, Hashable {
    /// A reference that cannot be followed.
    case reference(String, ReferenceFault)
    /// A member that stands twice in one object.
    case duplicateMember(String, first: SourcePosition)
    /// Something that the official schema does not allow.
    case violation(expected: String, actual: String, advice: String? = nil)
    /// A part with an example of each kind, of which it may have one.
    case exampleBesideExamples
    /// A document without paths, components and webhooks.
    case nothingDescribed

    // Paths and parameters.

    /// A path that does not begin with a slash.
    case relativePath(String)
    /// A body of a method for which HTTP gives it no meaning.
    case bodyWithoutMeaning(method: String)
    /// A brace of a path template that nothing closes, or that closes nothing.
    case pathTemplate(String)
    /// A variable that a path template has twice.
    case repeatedVariable(String, path: String)
    /// A variable of a path without a parameter.
    case undeclaredVariable(String, path: String)
    /// A parameter in the path that the template does not have.
    case unusedPathParameter(String, path: String)
    /// A path that another one equals but for the names of its variables.
    case samePath(String, first: SourcePosition, as: String)
    /// A path that matches what another one matches, where neither is more concrete.
    case ambiguousPath(String, first: SourcePosition, as: String)
    /// A parameter of a name and place that another one of the list has.
    case repeatedParameter(String, in: String)
    /// A second parameter for the body, or one beside form fields, in Swagger 2.0.
    case severalBodies

    // Operations.

    /// An operationId that another operation has.
    case repeatedOperationID(String, file: String, first: SourcePosition)
    /// A link to an operation that does not exist.
    case unknownOperation(String)
    /// A parameter in a link that the operation to which it leads does not have.
    case unknownLinkParameter(String, of: String, meant: String?)
    /// A scope that no flow of its security scheme declares.
    case unknownScope(String, of: String, among: [String])
    /// A security scheme that is not declared.
    case unknownSecurityScheme(String)
    /// Scopes for a security scheme that has none.
    case scopes(of: String, type: String)
    /// A tag of an operation that the list of tags does not have.
    case undeclaredTag(String)
    /// A tag that stands twice in the list of tags.
    case repeatedTag(String)

    // Servers.

    /// A variable of a server's URL that is not declared.
    case undeclaredServerVariable(String)
    /// A default that is not among the values of its variable.
    case serverDefault(String, among: [String])

    // Schemas.

    /// A schema that means nothing, and why.
    case schema(String)
    /// A schema of arrays that does not say what their items are.
    case noItems
    /// A member that neither requests nor answers have.
    case neitherWay
    /// A value that stands twice in `enum`.
    case repeatedValue(String)
    /// A schema that admits no value of a kind, such as `number`, or none at all, and why.
    case noValue(of: String?, why: String)
    /// A schema for which no value was found.
    case noValueFound
    /// A discriminator that maps to no schema.
    case unknownMapping(String)
    /// An example that its schema does not admit.
    case example(expected: String, actual: String)
    /// A default that its schema does not admit.
    case defaultValue(expected: String, actual: String)
  }

  /// Why a reference cannot be followed.
  package enum ReferenceFault: Sendable, Hashable {
    /// It leads to a document on a network, which is not fetched.
    case notFetched(uri: String)
    /// There is no such file.
    case missingFile(path: String)
    /// The file is outside the folder of the description.
    case outside(folder: String)
    /// More files than are read.
    case tooManyFiles(limit: Int)
    /// The file has no value.
    case unreadable(DescriptionFailure)
    /// The document has no such place.
    case missingPlace(String)
    /// The document has no schema of that anchor.
    case missingAnchor(String)
    /// The fragment has wrong percent escapes, or is no JSON Pointer.
    case malformed
    /// It leads back to itself.
    case endless
    /// It leads to a value that is no object.
    case notAnObject(JSONKind)
  }
}

extension DescriptionProblem: Comparable {
  /// Orders problems by file, place and severity; what stands at one place keeps its order.
  package static func < (left: Self, right: Self) -> Bool {
    guard left.file == right.file else { return left.file < right.file }
    guard left.position == right.position else { return left.position < right.position }
    guard left.pointer == right.pointer else { return left.pointer < right.pointer }
    return left.severity == .error && right.severity == .warning
  }
}
