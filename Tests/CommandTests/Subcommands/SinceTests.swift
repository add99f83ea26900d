import Testing

extension CommandTests {
  /// What changed since a revision, in real repositories.
  @Suite("--since") struct SinceTests {
    private static let shop = """
      openapi: 3.0.3
      info: {title: Shop, version: '1'}
      paths:
        /things:
          get:
            operationId: list
            responses: {'200': {description: ok, content: {application/json: {schema: {$ref: 'schemas/thing.yaml'}}}}}
        /orders:
          get:
            operationId: orders
            responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {}}}}}}
      """

    private static let environment = ["PATH": "/usr/bin:/bin:/usr/local/bin"]

    @discardableResult
    private static func git(_ words: String..., in folder: TestFolder) async throws -> String {
      let identity = [
        "-c", "user.name=A", "-c", "user.email=a@shop.example", "-c", "commit.gpgsign=false",
      ]
      let run = try await ToolProcess(
        "/usr/bin/env",
        ["git"] + identity + words,
        environment: environment.merging(["HOME": folder.path]) { own, _ in own },
        in: folder
      ).outcome()
      #expect(run.status == 0, "\(words): \(run.errors)")
      return run.output
    }

    /// A repository with a document in a folder, and a file to which it refers.
    private static func repository() async throws -> TestFolder {
      let folder = try TestFolder()
      try await git("init", "-q", in: folder)
      try folder.write(shop, to: "api/shop.yaml")
      try folder.write("type: array\nitems: {}\n", to: "api/schemas/thing.yaml")
      try await git("add", ".", in: folder)
      try await git("commit", "-q", "-m", "Shop", in: folder)
      return folder
    }

    private static func list(
      _ revision: String,
      in folder: TestFolder
    ) async throws -> ToolProcess.Outcome {
      try await accord(
        ["list", "--openapi", "api/shop.yaml", "--since", revision],
        environment: environment,
        in: folder
      )
    }

    private static func contracts(_ run: ToolProcess.Outcome) -> Set<String> {
      Set(
        run.output.split(separator: "\n").filter { $0.hasPrefix("shop/") }
          .compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) }
      )
    }

    @Test(
      "Only the operations are meant that are other than they were, files that are referred to included"
    )
    func operations() async throws {
      let folder = try await Self.repository()
      let none = try await Self.list("HEAD", in: folder)
      #expect(none.status == 0)
      #expect(none.output == "")
      #expect(none.errors == "note: No contract changed since HEAD: nothing is run.\n")

      try folder.write("type: array\nitems: {}\nminItems: 1\n", to: "api/schemas/thing.yaml")
      let referred = try await Self.list("HEAD", in: folder)
      #expect(Self.contracts(referred) == ["list"], "\(referred.output)\(referred.errors)")
      #expect(referred.errors == "note: 1 of 2 contracts changed since HEAD.\n")

      try folder.write(
        Self.shop.replacing(
          "operationId: orders\n",
          with: "operationId: orders\n      description: More.\n"
        ),
        to: "api/shop.yaml"
      )
      let both = try await Self.list("HEAD", in: folder)
      #expect(Self.contracts(both) == ["list", "orders"], "\(both.output)\(both.errors)")
      try await Self.git("commit", "-q", "-a", "-m", "Thing", in: folder)
      #expect(Self.contracts(try await Self.list("HEAD", in: folder)) == [])
      #expect(Self.contracts(try await Self.list("HEAD~1", in: folder)) == ["list", "orders"])
    }

    @Test("A document that is new, or cannot be read as it was, is meant whole")
    func newDocuments() async throws {
      let folder = try await Self.repository()
      try folder.write(
        Self.shop.replacing("schemas/", with: "../api/schemas/"),
        to: "other/shop.yaml"
      )
      let new = try await accord(
        ["list", "--openapi", "other/shop.yaml", "--since", "HEAD"],
        environment: Self.environment,
        in: folder
      )
      #expect(Self.contracts(new) == ["list", "orders"], "\(new.output)\(new.errors)")
      try folder.write("no: [document", to: "api/shop.yaml")
      try await Self.git("commit", "-q", "-a", "-m", "Broken", in: folder)
      try folder.write(Self.shop, to: "api/shop.yaml")
      let broken = try await Self.list("HEAD", in: folder)
      #expect(Self.contracts(broken) == ["list", "orders"])
      #expect(
        broken.errors.contains("warning: What api/shop.yaml was cannot be read"),
        "\(broken.errors)"
      )
    }

    @Test("The repository of the working tree stays as it was")
    func leavesNothing() async throws {
      let folder = try await Self.repository()
      try folder.write("type: array\nitems: {}\nminItems: 1\n", to: "api/schemas/thing.yaml")
      try folder.write(Self.shop + "\n", to: "api/shop.yaml")
      let before = try await Self.git("status", "--porcelain", in: folder)
      let temporary = try folder.write("", to: "temporary/.keep")
      let run = try await accord(
        ["list", "--openapi", "api/shop.yaml", "--since", "HEAD"],
        environment: Self.environment.merging(
          ["TMPDIR": String(temporary.dropLast("/.keep".count))]
        ) { own, _ in own },
        in: folder
      )
      #expect(run.status == 0)
      let after = try await Self.git("status", "--porcelain", in: folder)
      #expect(
        after.split(separator: "\n").filter {
          !$0.contains("temporary") && !$0.contains("process-")
        }
          == before.split(separator: "\n").filter {
            !$0.contains("temporary") && !$0.contains("process-")
          }
      )
      let kept = try await ToolProcess("/bin/ls", ["-A", "temporary"], in: folder).outcome()
      #expect(kept.output == ".keep\n")
    }

    @Test("A revision that is none, a folder outside of any repository, and no git are said")
    func failures() async throws {
      let folder = try await Self.repository()
      let unknown = try await Self.list("nowhere", in: folder)
      #expect(unknown.status == 64)
      #expect(
        unknown.errors.contains(
          "--since \"nowhere\" names no commit of this repository. In CI it may have to be fetched first: git fetch."
        ),
        "\(unknown.errors)"
      )
      let outside = try TestFolder()
      try outside.write(
        Self.shop.replacing("$ref: 'schemas/thing.yaml'", with: "type: string"),
        to: "api/shop.yaml"
      )
      let alone = try await Self.list("HEAD", in: outside)
      #expect(alone.status == 64)
      #expect(
        alone.errors.contains("is in no Git repository. Run it inside one, or leave --since out."),
        "\(alone.errors)"
      )
      let without = try await accord(
        ["list", "--openapi", "api/shop.yaml", "--since", "HEAD"],
        environment: ["PATH": folder.path],
        in: folder
      )
      #expect(without.status == 64)
      #expect(
        without.errors.contains("The program git could not be started: No such file or directory."),
        "\(without.errors)"
      )
    }
  }
}
