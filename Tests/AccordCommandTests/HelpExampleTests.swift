import Accord
import ArgumentParser
import Testing

@testable import AccordCommand

/// Help shows examples of the suites that the tool was given.
@Suite struct HelpExampleTests {
  static let suite = ContractSuite(
    "zoo",
    name: "Zoo",
    "Keeps animals.",
    contracts: [
      Contract(
        "animals.get",
        "Returns an animal.",
        document: "zoo.txt",
        routes: [.get("/animals")],
        responses: [.status(.ok, .payload(.object([.required("name", .string)])))],
        examples: [.example("any")]
      )
    ]
  )

  static let commands: [(command: any ParsableCommand.Type, own: String, other: String)] = [
    (ExportCommand.self, "such as animals.get/response.", "such as books.get/response."),
    (ValidateCommand.self, "such as animals.get/response;", "such as books.get/response;"),
    (VerifyCommand.self, "\"zoo=Cookie: session={token}\"", "\"shop=Cookie: session={token}\""),
  ]

  @Test(arguments: 0..<commands.count)
  func helpShowsTheToolsOwnSuites(_ index: Int) {
    let (command, own, other) = Self.commands[index]
    ConformanceCommand.$suites.withValue([Self.suite]) {
      #expect(command.helpMessage(columns: 1_000).contains(own))
    }
    #expect(command.helpMessage(columns: 1_000).contains(other))
  }
}
