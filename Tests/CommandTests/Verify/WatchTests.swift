import AccordWire
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension CommandTests {
  /// A process that verifies again and again.
  @Suite("verify --watch") struct WatchTests {
    private static func document(_ more: String = "") -> String {
      """
      openapi: 3.0.3
      info: {title: Shop, version: '1'}
      paths:
        /things:
          get:
            operationId: list
            responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {}\(more)}}}}}
      """
    }

    private static func waiting(
      _ process: ToolProcess,
      for runs: Int,
      ending status: Int
    ) async throws {
      let sentence = "Ctrl-C ends with status \(status)."
      let limit = ContinuousClock.now + .seconds(30)
      while process.errors.ranges(of: "watch: ").isEmpty
        || process.errors.ranges(of: "watched; ").count < runs
        || !process.errors.contains(sentence)
      {
        try #require(ContinuousClock.now < limit, "\(process.output)\(process.errors)")
        try await Task.sleep(for: .milliseconds(10))
      }
    }

    @Test("It verifies when the document changes, and ends with the last status")
    func verifiesAgain() async throws {
      let folder = try TestFolder()
      try folder.write(Self.document(), to: "shop.yaml")
      let server = try await TestServer { _ in
        .response(
          status: 200,
          reason: "OK",
          fields: [WireField("Content-Type", "application/json")],
          body: Array("[]".utf8)
        )
      }
      let process = try ToolProcess(
        [
          "verify", "--openapi", "shop.yaml", "--server", server.address, "--watch", "--case",
          "*/example/*",
        ],
        in: folder
      )
      try await Self.waiting(process, for: 1, ending: 0)
      #expect(process.output.ranges(of: "The only case conforms.").count == 1)
      try folder.write(Self.document(", minItems: 1"), to: "shop.yaml")
      try await Self.waiting(process, for: 2, ending: 1)
      #expect(process.errors.contains("watch: shop.yaml changed.\n"), "\(process.errors)")
      // What cannot be read is said, and waited for.
      try folder.write("no: [document", to: "shop.yaml")
      try await Self.waiting(process, for: 3, ending: 64)
      try folder.write(Self.document(", maxItems: 1"), to: "shop.yaml")
      try await Self.waiting(process, for: 4, ending: 0)
      process.signal(SIGINT)
      let end = try await process.outcome()
      await server.stop()
      #expect(end.status == 0)
      #expect(
        end.output.ranges(of: "The only case conforms.").count == 2,
        "\(end.output)\(end.errors)"
      )
    }

    @Test("A signal ends the run that is under way in order, and its status is that of the watch")
    func endsInOrder() async throws {
      let folder = try TestFolder()
      try folder.write(Self.document(), to: "shop.yaml")
      let server = try await TestServer.silent()
      let process = try ToolProcess(
        ["verify", "--openapi", "shop.yaml", "--server", server.address, "--watch"],
        in: folder
      )
      try await server.waitForRequest()
      process.signal(SIGTERM)
      let end = try await process.outcome()
      await server.stop()
      #expect(end.status == 2, "\(end.output)\(end.errors)")
      #expect(folder.has("Reports/runs/report.json"))
    }
  }
}
