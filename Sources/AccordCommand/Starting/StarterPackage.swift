import AccordModel

/// The files of a package with one contract, its tests and its CI: what `accord init` writes.
struct StarterPackage {
  /// A file.
  struct File: Hashable {
    /// The path below the folder of the package.
    var path: String
    /// The text.
    var text: String
  }

  /// The name of the tool and the suite, such as `pet-store`.
  let name: String

  /// Where Accord comes from: the path of a folder, or the address of a repository.
  let accord: String

  /// Whether https is spoken, which takes longer to build.
  var hasTLS = true

  /// The name as Swift types bear it, such as `PetStore`.
  private var type: String {
    let words = name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return words.joined()
  }

  /// The module of the contracts.
  private var module: String { "\(type)Contracts" }

  /// The name of the package that Accord is, by which its products are found.
  private var package: String {
    var last = accord[...]
    while last.hasSuffix("/") { last.removeLast() }
    if last.hasSuffix(".git") { last.removeLast(4) }
    return String(last.split(separator: "/").last ?? "accord")
  }

  private var dependency: String {
    let traits = hasTLS ? "" : ", traits: []"
    return accord.contains("://") || accord.hasPrefix("git@")
      ? ".package(url: \"\(accord)\", from: \"\(AccordVersion.current)\"\(traits))"
      : ".package(path: \"\(accord)\"\(traits))"
  }

  /// The files, in the order of their paths.
  var files: [File] {
    [
      File(path: ".github/workflows/contract.yml", text: workflow),
      File(path: ".gitignore", text: ".build/\nPackage.resolved\nReports/\n"),
      File(path: "Package.swift", text: manifest),
      File(path: "Sources/\(module)/\(type).swift", text: contracts),
      File(path: "Sources/\(name)/Tool.swift", text: tool),
      File(path: "Tests/\(module)Tests/\(type)Tests.swift", text: tests),
    ]
  }

  private var manifest: String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    let package = Package(
      name: "\(name)",
      platforms: [.macOS(.v15)],
      dependencies: [
        \(dependency)
      ],
      targets: [
        .target(
          name: "\(module)",
          dependencies: [.product(name: "Accord", package: "\(package)")]
        ),
        .executableTarget(
          name: "\(name)",
          dependencies: ["\(module)", .product(name: "AccordCommand", package: "\(package)")]
        ),
        .testTarget(
          name: "\(module)Tests",
          dependencies: ["\(module)", .product(name: "AccordTesting", package: "\(package)")]
        ),
      ]
    )

    """
  }

  private var contracts: String {
    """
    import Accord

    /// What the server promises: begin here, one contract for each endpoint.
    public enum \(type) {
      public static let suite = ContractSuite(
        "\(name)",
        name: "\(type)",
        "Keeps items.",
        folder: "Sources/\(module)",
        errors: ErrorCatalogue(
          entries: [],
          places: [],
          message: "/title",
          formats: [.problemJSON],
          schemas: [problem]
        ),
        contracts: [getItem]
      )

      static let getItem = Contract(
        "items.get",
        "Returns the item with the given number.",
        document: "items.md",
        effect: .readOnly,
        routes: [.get("/items/{id}")],
        parameters: [
          .path(
            "id",
            .integer(in: 1...),
            example: 1,
            invalid: .statuses(.anyOf([400, 404])),
            unknown: .status(.notFound, probes: [.probe("none", 99, why: "is no item")])
          )
        ],
        responses: [.status(.ok, .payload(item))],
        examples: [.example("an-item-that-exists")],
        relations: [.relation("again", "The same item twice is the same.", .sameReadTwice)]
      )

      static let item = Schema.object([
        .required("id", .integer(in: 1...)), .required("name", .nonEmptyString),
        .optional("state", .oneOf("new", "used")),
      ])

      /// Problem details of RFC 9457.
      static let problem = Schema.object([
        .required("title", .nonEmptyString), .optional("status", .integer(in: 400...599)),
        .optional("detail", .string),
      ])
    }

    """
  }

  private var tool: String {
    """
    import AccordCommand
    import \(module)

    @main
    enum Tool {
      static func main() async { await ConformanceCommand.main(suites: [\(type).suite]) }
    }

    """
  }

  private var tests: String {
    """
    import AccordTesting
    import Testing

    @testable import \(module)

    /// The contracts against the mock that is made of them; a server is `against: .server(address)`.
    let subject = SuiteUnderTest(\(type).suite)

    @Test("The contract is kept", arguments: subject.cases)
    func isKept(_ testCase: CaseUnderTest) async throws {
      try await subject.check(testCase)
    }

    """
  }

  private var workflow: String {
    """
    # The contracts against their own mock for every change, and against the server whose address the
    # repository's variable STAGING holds.
    name: contract
    on: [push, pull_request]
    jobs:
      contract:
        runs-on: ubuntu-latest
        container: swift:6.2
        steps:
          - uses: actions/checkout@v4
          - uses: actions/cache@v4
            with:
              path: .build
              key: build-${{ runner.os }}-${{ hashFiles('Package.swift') }}-${{ github.sha }}
              restore-keys: build-${{ runner.os }}-${{ hashFiles('Package.swift') }}-
          - run: swift test
          - if: vars.STAGING != ''
            run: >
              swift run \(name) verify --server "$STAGING"
              --report junit=Reports/junit.xml --report github
            env: {STAGING: "${{ vars.STAGING }}"}

    """
  }
}
