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
