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
      let names = ConformanceCommand.suites.map(\.id)
      guard names.isEmpty || text.contains(where: { "./\\".contains($0) }) else {
        throw ValidationError(
          "There is no file and no suite \"\(text)\". \(NearMiss.hint(text, among: names))"
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
}
