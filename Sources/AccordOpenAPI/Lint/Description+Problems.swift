import AccordSchema

extension Description {
  /// What is wrong with the description, in the order of files and places; found anew each time.
  ///
  /// The description is held to the official schema of its kind, and to what its specification says
  /// beyond that.
  package var problems: [DescriptionProblem] {
    let official = OfficialSchemas(for: self)
    var problems = library.duplicates
    switch kind {
    case .arazzo: problems += official.problems(of: nil, in: root)
    case .swagger20, .openAPI:
      let survey = DescriptionSurvey(self)
      let table = DescriptionPartTable(self, survey)
      problems += table.problems
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
      problems += SchemaCheck(description: self, survey: survey).problems()
    }
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
