import Testing

extension CommandTests {
  @Suite("Wrong command lines") struct UsageTests {
    @Test(
      "Each says what was expected and found, and ends with 64",
      arguments: WrongCommandLine.names + WrongCommandLine.values
    )
    func isRefused(_ wrong: WrongCommandLine) async throws {
      let folder = try TestFolder()
      let run = try await accord(wrong.arguments, in: folder)
      #expect(run.status == 64)
      #expect(run.output.isEmpty)
      #expect(run.errors.prefix { $0 != "\n" } == "Error: \(wrong.message)")
      let isKnown = !wrong.message.hasPrefix("Unknown command")
      let name = isKnown ? wrong.arguments[0] : "<subcommand>"
      #expect(run.errors.contains("\nUsage: accord \(name)"))
      #expect(
        run.errors.contains(
          "\n  See 'accord \(isKnown ? "\(name) " : "")--help' for more information."
        )
      )
      #expect(!folder.has("Reports"))
    }
  }
}
