import AccordSchema

extension DescriptionNode {
  /// How many references may lead to one another.
  private static let mostReferences = 100

  /// The text of the reference that the value is; nil if it is none.
  package var reference: String? { self["$ref"]?.text }

  /// What the value stands for: itself, or what its reference leads to, through files and further
  /// references.
  ///
  /// - Throws: The problem of the first reference that leads nowhere, or back to itself.
  package func resolved() throws(DescriptionProblem) -> DescriptionNode {
    var node = self
    var passed: Set<DescriptionLibrary.Place> = [place]
    while let member = node["$ref"], let reference = member.text {
      let target = try member.following(reference)
      guard passed.insert(target.place).inserted, passed.count <= Self.mostReferences else {
        throw member.problem(.error, .reference(reference, .endless))
      }
      node = target
    }
    return node
  }

  /// What a reference leads to that stands in this value, be it a reference of its own.
  ///
  /// - Throws: The problem, at the place of this value.
  package func following(_ reference: String) throws(DescriptionProblem) -> DescriptionNode {
    do throws(DescriptionProblem.ReferenceFault) {
      let target = try library.follow(reference, from: place)
      let pointer = library.documents[target.document].pointer(to: target.entry)
      return DescriptionNode(library, target, at: pointer)
    } catch {
      throw problem(.error, .reference(reference, error))
    }
  }

  /// A problem of this value.
  func problem(
    _ severity: DescriptionProblem.Severity,
    _ evidence: DescriptionProblem.Evidence
  ) -> DescriptionProblem {
    DescriptionProblem(severity, file: file, position: position, pointer: pointer, evidence)
  }
}
