import AccordModel
import AccordSchema

extension Description {
  /// What is wrong with the description, in the order of files and places; found anew each time.
  ///
  /// The description is held to the official schema of its kind, and to what its specification says
  /// beyond that.
  package var problems: [DescriptionProblem] { problems {}.told }

  /// What is wrong with the description, and what is made of it meanwhile, if anything should be: nothing is
  /// where more is wrong than its schemas.
  func problems<Made: Sendable>(
    _ make: @Sendable () -> Made
  ) -> (told: [DescriptionProblem], made: Made?) {
    if case .arazzo = kind {
      let official = OfficialSchemas(for: self).problems(of: nil, in: root)
      return (Self.told(library.duplicates + official), nil)
    }
    let survey = DescriptionSurvey(self)
    let found = problems(survey)
    let check = SchemaCheck(description: self, survey: survey)
    guard !found.contains(where: { $0.severity == .error }) else {
      return (Self.told(found + check.problems()), nil)
    }
    let both = sideBySide({ check.problems() }, make)
    return (Self.told(found + both.first), both.second)
  }

  /// What is wrong with a description of an API beyond its schemas.
  private func problems(_ survey: DescriptionSurvey) -> [DescriptionProblem] {
    let official = OfficialSchemas(for: self)
    let table = DescriptionPartTable(self, survey)
    var problems = library.duplicates + table.problems
    problems += official.problems(of: nil, in: root, table)
    problems += survey.problems
    // The parts in other files stand where no schema of documents looks.
    for found in survey.parts where found.isInOtherFile {
      problems += official.problems(of: found.part, in: found.node, table)
    }
    let check = DescriptionCheck(description: self, survey: survey)
    problems += check.paths() + check.operations() + check.links() + check.servers()
    problems += check.tags() + check.security()
    problems += check.bodies()
    return problems
  }

  /// What of the problems is told, in order.
  private static func told(_ problems: [DescriptionProblem]) -> [DescriptionProblem] {
    let broken = Set(problems.filter(\.isOfOfficialSchema).map(Spot.init))
    var known: Set<DescriptionProblem> = []
    return problems.filter { problem in
      // What a keyword means is not said where its value is told to be wrong.
      if case .schema = problem.evidence, broken.contains(Spot(problem)) { return false }
      return known.insert(problem).inserted
    }.sorted()
  }
}

/// Where a problem stands.
private struct Spot: Hashable {
  var file: String
  var pointer: JSONPointer

  init(_ problem: DescriptionProblem) {
    file = problem.file
    pointer = problem.pointer
  }
}
