import AccordSchema

extension Description {
  /// What is wrong with the description, in the order of files and places; found anew each time.
  ///
  /// The description is held to the official schema of its kind, and to what its specification says
  /// beyond that.
  package var problems: [DescriptionProblem] {
    let official = OfficialSchemas(for: self)
    var problems = library.duplicates
    problems += official.problems(of: nil, in: root)
    switch kind {
    case .arazzo: break
    case .swagger20, .openAPI:
      let survey = DescriptionSurvey(self)
      problems += survey.problems
      // The parts in other files stand where no schema of documents looks.
      for found in survey.parts where found.isInOtherFile {
        problems += official.problems(of: found.part, in: found.node)
      }
      let check = DescriptionCheck(description: self, survey: survey)
      problems += check.paths() + check.operations() + check.links() + check.servers()
      problems += check.tags() + check.security()
      problems += SchemaCheck(description: self, survey: survey).problems()
    }
    var known: Set<DescriptionProblem> = []
    return problems.filter { known.insert($0).inserted }.sorted()
  }
}
