import Accord
import AccordOpenAPI
import ArgumentParser

/// One of two contracts that are compared.
enum ComparedContract {
  /// The document of a path, or what a suite of that name says as a document.
  ///
  /// What cannot be read is said with its place, and ends the command with 64.
  static func read(_ text: String) throws -> Description {
    if !InputFile.exists(text) {
      let suites = ConformanceCommand.suites
      if let suite = suites.first(where: { $0.id == text }) { return try description(of: suite) }
      // What looks like a path is one.
      guard suites.isEmpty || text.contains(where: { "./\\".contains($0) }) else {
        throw ValidationError(
          "There is no file and no suite \"\(text)\". \(NearMiss.hint(text, among: suites.map(\.id)))"
        )
      }
    }
    let description: Description
    do throws(DescriptionFailure) {
      description = try Description(contentsOf: text)
    } catch {
      Console.standard.complain(error.line)
      throw ExitCode(64)
    }
    if case .arazzo = description.kind {
      Console.standard.complain(
        "\(text):1:1: error: Expected an OpenAPI or Swagger document, found one of Arazzo."
      )
      throw ExitCode(64)
    }
    return description
  }

  /// The suite that a contract is: that of the name, else what is made of the document.
  static func suite(_ text: String, _ description: Description) throws -> ContractSuite {
    if !InputFile.exists(text),
      let suite = ConformanceCommand.suites.first(where: { $0.id == text })
    {
      return suite
    }
    do throws(DescriptionFlaws) {
      return try ImportedSuite(of: description).suite
    } catch {
      for line in error.lines { Console.standard.complain(line) }
      Console.standard.complain("error: --behaviour: \(error)")
      throw ExitCode(64)
    }
  }

  /// What a suite says, as a document that has its name.
  private static func description(of suite: ContractSuite) throws -> Description {
    let export = try suite.openAPI()
    return try Description(
      parsing: export.document.bytes(indented: true),
      named: "suite \(suite.id)"
    )
  }
}
