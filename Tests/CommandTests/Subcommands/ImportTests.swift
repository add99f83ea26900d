import Testing

extension CommandTests {
  /// A document as Swift source.
  @Suite("import") struct ImportTests {
    @Test("The suite is written once, and again only where it changed")
    func writes() async throws {
      let folder = try TestFolder()
      try folder.write(OpenAPITests.pets, to: "pets.yaml")
      let command = ["import", "pets.yaml", "--into", "Sources/Contracts"]
      let dry = try await accord(command + ["--dry-run"], in: folder)
      #expect(dry.status == 0)
      #expect(dry.output.hasSuffix("4 files: 4 written (dry run)\n"), "\(dry.output)")
      let first = try await accord(command, in: folder)
      #expect(first.status == 0)
      #expect(first.output == "4 files: 4 written\n")
      let again = try await accord(command + ["--diff"], in: folder)
      #expect(again.output == "4 files: 4 unchanged\n")
      let changed = OpenAPITests.pets.replacing("maximum: 10", with: "maximum: 20")
      try folder.write(changed, to: "pets.yaml")
      let third = try await accord(command + ["--diff"], in: folder)
      #expect(third.status == 0)
      #expect(third.output.contains("\n+") && third.output.contains("\n-"))
      #expect(third.output.hasSuffix("4 files: 1 written, 3 unchanged\n"), "\(third.output)")
    }

    @Test("Files of others stay as they are")
    func keeps() async throws {
      let folder = try TestFolder()
      try folder.write(OpenAPITests.pets, to: "pets.yaml")
      let command = ["import", "pets.yaml", "--into", "Contracts"]
      let first = try await accord(command, in: folder)
      #expect(first.status == 0)
      let name = "PetsAPI+GetPet.swift"
      #expect(folder.has("Contracts/\(name)"))
      try folder.write("// Ours.\n", to: "Contracts/\(name)")
      let again = try await accord(command, in: folder)
      #expect(again.status == 2)
      #expect(
        again.errors.hasPrefix(
          "error: Contracts/\(name) was not written by an import of pets.yaml: "
        )
      )
      #expect(folder.text(of: "Contracts/\(name)") == "// Ours.\n")
    }

    @Test("What is missing and what is wrong is said")
    func refuses() async throws {
      let folder = try TestFolder()
      try folder.write("openapi: 3.1.0\nopenapi: [", to: "pets.yaml")
      let wrong = try await accord(["import", "pets.yaml", "--into", "Contracts"], in: folder)
      #expect(wrong.status == 64)
      #expect(wrong.errors.hasSuffix("error: import: pets.yaml is not used: it has 1 problem.\n"))
      let missing = try await accord(["import", "pets.yaml"], in: folder)
      #expect(missing.status == 64)
      #expect(missing.errors.contains("--into <folder>"), "\(missing.errors)")
    }

    @Test("Files beside the document's folder are read inside of --root")
    func readsInsideOfTheRoot() async throws {
      let folder = try TestFolder()
      let document = """
        openapi: 3.1.0
        info: {title: Shop, version: '1'}
        paths: {/a: {$ref: '../shared/a.yaml'}}
        """
      try folder.write(document, to: "work/api/openapi.yaml")
      try folder.write("get: {responses: {'200': {description: d}}}", to: "work/shared/a.yaml")
      let elsewhere = try TestFolder()
      let path = "\(folder.path)/work/api/openapi.yaml"
      let refused = try await accord(["list", "--openapi", path], in: elsewhere)
      #expect(refused.status == 64)
      #expect(
        refused.errors.contains(
          """
          leads out of the folder "\(folder.path)/work/api", inside of which files are read; name a folder \
          that holds both files with --root.
          """
        ),
        "\(refused.errors)"
      )
      let listed = try await accord(
        ["list", "--openapi", path, "--root", "\(folder.path)/work"],
        in: elsewhere
      )
      #expect(listed.status == 0, "\(listed.errors)")
      // Where the document lies inside the current folder, nothing has to be said.
      let inside = try await accord(["list", "--openapi", "work/api/openapi.yaml"], in: folder)
      #expect(inside.status == 0, "\(inside.errors)")
    }
  }
}
