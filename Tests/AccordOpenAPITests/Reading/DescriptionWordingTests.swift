import AccordSchema
import Testing

@testable import AccordOpenAPI

/// The words of what the other tests do not show.
@Suite struct DescriptionWordingTests {
  @Test(
    arguments: [
      (
        DescriptionProblem.ReferenceFault.missingAnchor("a"),
        ##"The reference "r" leads nowhere: no schema has the anchor "a"."##
      ),
      (
        .tooManyFiles(limit: 2),
        ##"The reference "r" leads to one file more than the 2 that are read."##
      ),
      (
        .notAnObject(.array),
        ##"The reference "r" leads to a value of the type array, not to an object."##
      ),
    ]
  )
  func references(fault: DescriptionProblem.ReferenceFault, message: String) {
    let problem = DescriptionProblem(
      .error,
      file: "a.yaml",
      position: SourcePosition(line: 2, column: 3),
      pointer: .root,
      .reference("r", fault)
    )
    #expect(problem.line == "a.yaml:2:3: error: \(message) (at the root)")
  }

  @Test(
    arguments: [
      (
        DescriptionFailure.Reason.unreadable,
        "a: error: The file cannot be read. Check the path and its permissions."
      ),
      (.folder, "a: error: It is a folder. Name a file in it."),
      (.tooLarge(limit: 3), "a: error: The file holds more than the 3 bytes that are read."),
    ]
  )
  func failures(reason: DescriptionFailure.Reason, line: String) {
    #expect(DescriptionFailure(file: "a", position: nil, reason: reason).line == line)
  }

  @Test(
    arguments: [
      (YAMLFailure.Reason.notUTF8, "The file is not UTF-8 here."),
      (.tooDeep(limit: 3), "Values stand more than 3 deep inside one another."),
      (.tooLarge(limit: 3), "The file holds more than the 3 bytes that are read."),
      (.tooManyValues(limit: 3), "Aliases make more than 3 values of the file."),
      (.syntax("a problem", context: nil), "The file is not YAML: a problem."),
    ]
  )
  func yaml(reason: YAMLFailure.Reason, message: String) {
    #expect(YAMLFailure(reason: reason, position: SourcePosition()).message == message)
  }
}
