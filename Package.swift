// swift-tools-version: 6.2
import PackageDescription

// HTTPTypes is a currency type of the vocabulary; NIO stays behind AccordWire.
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
  .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["TLS"])),
  .product(name: "NIOTLS", package: "swift-nio", condition: .when(traits: ["TLS"])),
  .product(name: "NIOHTTP2", package: "swift-nio-http2", condition: .when(traits: ["HTTP2"])),
  .product(name: "NIOHPACK", package: "swift-nio-http2", condition: .when(traits: ["HTTP2"])),
]
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)

// Where plugins run in a sandbox, reports and requests have to be allowed; elsewhere nothing is asked.
#if os(macOS)
let pluginPermissions: [PluginPermission] = [
  .writeToPackageDirectory(reason: "Reports are written to the package."),
  .allowNetworkConnections(scope: .all(), reason: "Contracts are verified against servers."),
]
#else
let pluginPermissions: [PluginPermission] = []
#endif

let package = Package(
  name: "Accord",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "AccordSchema", targets: ["AccordSchema"]),
    .library(name: "Accord", targets: ["Accord"]),
    .library(name: "AccordTesting", targets: ["AccordTesting"]),
    .library(name: "AccordAudit", targets: ["AccordAudit"]),
    .library(name: "AccordCommand", targets: ["AccordCommand"]),
    .library(name: "AccordGenerating", targets: ["AccordGenerating"]),
    .library(name: "AccordOpenAPI", targets: ["AccordOpenAPI"]),
    .library(name: "AccordTraffic", targets: ["AccordTraffic"]),
    .library(name: "ShippedContracts", targets: ["ShippedContracts"]),
    .executable(name: "accord", targets: ["accord"]),
    .plugin(name: "AccordPlugin", targets: ["AccordPlugin"]),
  ],
  traits: [
    .trait(
      name: "TLS",
      description: "https, by BoringSSL: half of a first build. Without it https is an error."
    ),
    .trait(
      name: "YAML",
      description: "OpenAPI and Arazzo documents in YAML, by Yams. Without it YAML is an error."
    ),
    .trait(
      name: "HTTP2",
      description: "HTTP/2, by swift-nio-http2. Off by default; without it `--http2` is an error."
    ),
    .default(enabledTraits: ["TLS", "YAML"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.86.0"),
    .package(url: "https://github.com/apple/swift-nio-http2", from: "1.38.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.34.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    // The chain, in the order of Sources/README.md. The arrows never turn back.
    .target(
      name: "AccordSchema",
      exclude: [
        "Documents", "Evaluation", "Exporting", "Formats", "Keywords", "Loading", "Output",
        "Patterns", "Schema", "Validation", "Writing", "XML",
      ].map { $0 + "/README.md" }
    ),
    .target(name: "AccordModel", dependencies: ["AccordSchema", httpTypes]),
    .target(name: "AccordWire", dependencies: nio),
    .target(name: "AccordPlanning", dependencies: ["AccordModel", "AccordSchema", httpTypes]),
    .target(
      name: "AccordRunning",
      dependencies: ["AccordModel", "AccordSchema", "AccordWire", httpTypes]
    ),
    .target(name: "AccordJudging", dependencies: ["AccordModel", "AccordSchema", httpTypes]),
    .target(name: "AccordReporting", dependencies: ["AccordModel", "AccordSchema", httpTypes]),
    .target(
      name: "AccordMocking",
      dependencies: ["AccordModel", "AccordSchema", "AccordWire", httpTypes]
    ),
    .target(
      name: "Accord",
      dependencies: [
        "AccordSchema", "AccordModel", "AccordPlanning", "AccordRunning", "AccordJudging",
        "AccordReporting", "AccordMocking", httpTypes,
      ]
    ),
    .target(name: "AccordTesting", dependencies: ["Accord", "AccordReporting"]),
    // How much a suite's plan would notice: its own mock, broken in one way at a time.
    .target(
      name: "AccordAudit",
      dependencies: [
        "Accord", "AccordJudging", "AccordMocking", "AccordModel", "AccordPlanning",
        "AccordReporting", "AccordRunning", "AccordSchema", httpTypes,
      ]
    ),
    // The only target that sees a reader of YAML.
    .target(
      name: "AccordOpenAPI",
      dependencies: [
        "AccordModel", "AccordPlanning", "AccordSchema",
        .product(name: "Yams", package: "Yams", condition: .when(traits: ["YAML"])), httpTypes,
      ],
      exclude: ["Meta/LICENSE"]
    ),
    // Two descriptions beside one another.
    .target(
      name: "AccordComparing",
      dependencies: [
        "Accord", "AccordMocking", "AccordModel", "AccordOpenAPI", "AccordReporting",
        "AccordRunning", "AccordSchema", httpTypes,
      ]
    ),
    // Requests made from the schemas beyond the plan, and shrunk where they fail.
    .target(
      name: "AccordGenerating",
      dependencies: [
        "Accord", "AccordModel", "AccordOpenAPI", "AccordPlanning", "AccordReporting",
        "AccordSchema", httpTypes,
      ]
    ),
    // What clients and servers said to one another, judged without sending anything.
    .target(
      name: "AccordTraffic",
      dependencies: [
        "Accord", "AccordJudging", "AccordMocking", "AccordModel", "AccordReporting",
        "AccordRunning", "AccordSchema", "AccordWire", httpTypes,
      ]
    ),
    .target(
      name: "AccordCommand",
      dependencies: [
        "Accord", "AccordAudit", "AccordComparing", "AccordModel", "AccordJudging", "AccordMocking",
        "AccordGenerating", "AccordOpenAPI",
        "AccordReporting", "AccordTraffic",
        "AccordWire", argumentParser,
      ]
    ),

    // The shipped contracts: promises only, no logic; what their mocks do beyond them is beside them.
    .target(
      name: "InteractContracts",
      dependencies: ["AccordModel", "AccordSchema", httpTypes],
      path: "Contracts/Interact",
      exclude: ["Mock"]
    ),
    .target(
      name: "InteractMock",
      dependencies: ["AccordMocking", "AccordModel", "AccordSchema"],
      path: "Contracts/Interact/Mock"
    ),
    .target(
      name: "PlatformContracts",
      dependencies: ["AccordModel", "AccordSchema", httpTypes],
      path: "Contracts/Platform",
      exclude: ["Mock"]
    ),
    .target(
      name: "PlatformMock",
      dependencies: ["AccordMocking", "AccordModel", "AccordSchema"],
      path: "Contracts/Platform/Mock"
    ),
    .target(
      name: "ShippedContracts",
      dependencies: [
        "AccordMocking", "AccordModel", "InteractContracts", "InteractMock", "PlatformContracts",
        "PlatformMock",
      ],
      path: "Contracts",
      exclude: ["Interact", "Platform"],
      sources: ["ShippedContracts.swift"]
    ),
    .executableTarget(
      name: "accord",
      dependencies: ["AccordCommand", "ShippedContracts"],
      path: "Sources/AccordTool"
    ),

    // `swift package accord …` in a package that depends on this one.
    .plugin(
      name: "AccordPlugin",
      capability: .command(
        intent: .custom(verb: "accord", description: "Holds an HTTP API to its contract."),
        permissions: pluginPermissions
      ),
      dependencies: ["accord"],
      path: "Sources/AccordPlugin"
    ),

    // Tests mirror Sources.
    .testTarget(name: "AccordSchemaTests", dependencies: ["AccordSchema"]),
    .testTarget(
      name: "AccordModelTests",
      dependencies: ["AccordModel", "AccordSchema", httpTypes]
    ),
    .testTarget(name: "AccordWireTests", dependencies: ["AccordWire"] + nio),
    .testTarget(
      name: "AccordPlanningTests",
      dependencies: ["AccordPlanning", "AccordModel", "AccordSchema", httpTypes]
    ),
    .testTarget(
      name: "AccordRunningTests",
      dependencies: ["AccordRunning", "AccordModel", "AccordSchema", "AccordWire", httpTypes]
    ),
    .testTarget(
      name: "AccordJudgingTests",
      dependencies: ["AccordJudging", "AccordModel", "AccordSchema", httpTypes]
    ),
    .testTarget(
      name: "AccordReportingTests",
      dependencies: ["AccordReporting", "AccordModel", "AccordSchema", httpTypes],
      exclude: ["Goldens"]
    ),
    .testTarget(
      name: "AccordMockingTests",
      dependencies: [
        "AccordMocking", "AccordModel", "AccordSchema", "AccordWire", "PlainSocket", httpTypes,
      ]
    ),
    // A socket that nothing of ours reads, for the tests of what mocks write.
    .target(
      name: "PlainSocket",
      dependencies: [.product(name: "NIOPosix", package: "swift-nio")],
      path: "Tests/PlainSocket"
    ),
    .testTarget(
      name: "ShippedMockTests",
      dependencies: [
        "AccordMocking", "AccordModel", "AccordSchema", "InteractMock", "PlainSocket",
        "PlatformContracts", "PlatformMock", "ShippedContracts", httpTypes,
      ]
    ),
    .testTarget(
      name: "ContractTests",
      dependencies: [
        "ShippedContracts", "InteractContracts", "PlatformContracts", "AccordPlanning",
        "AccordModel", "AccordSchema", httpTypes,
      ],
      exclude: ["Documents", "Goldens"]
    ),
    .testTarget(
      name: "AccordTests",
      dependencies: [
        "Accord", "AccordModel", "AccordReporting", "AccordRunning", "AccordSchema",
        "ShippedContracts",
      ],
      exclude: ["Names/Interface"]
    ),
    .testTarget(
      name: "AccordAuditTests",
      dependencies: [
        "AccordAudit", "Accord", "AccordJudging", "AccordMocking", "AccordModel", "AccordReporting",
        "AccordSchema", "ShippedContracts", httpTypes,
      ]
    ),
    .testTarget(
      name: "AccordGeneratingTests",
      dependencies: [
        "AccordGenerating", "Accord", "AccordModel", "AccordReporting", "AccordSchema",
        "AccordWire",
      ]
    ),
    .testTarget(
      name: "AccordTestingTests",
      dependencies: ["AccordTesting", "Accord", "ShippedContracts"]
    ),
    .testTarget(
      name: "AccordOpenAPITests",
      dependencies: [
        "AccordOpenAPI", "Accord", "AccordMocking", "AccordModel", "AccordReporting",
        "AccordSchema", "ShippedContracts", httpTypes,
      ],
      exclude: ["Goldens"]
    ),
    .testTarget(
      name: "AccordTrafficTests",
      dependencies: [
        "AccordTraffic", "Accord", "AccordMocking", "AccordModel", "AccordReporting",
        "AccordRunning",
        "AccordSchema", "AccordWire", "ShippedContracts", httpTypes,
      ],
      exclude: ["Files"]
    ),
    .testTarget(
      name: "AccordComparingTests",
      dependencies: [
        "AccordComparing", "AccordModel", "AccordOpenAPI", "AccordSchema", "ShippedContracts",
      ],
      exclude: ["Pairs/differences.md"]
    ),
    // What the articles of Accord.docc show, compiled and run: with public modules alone.
    .testTarget(
      name: "CookbookTests",
      dependencies: ["Accord", "AccordCommand", "AccordTesting"]
    ),
    .testTarget(
      name: "AccordCommandTests",
      dependencies: [
        "AccordCommand", "Accord", "AccordReporting", "ShippedContracts", argumentParser,
      ]
    ),
    // Peers judge generated documents with what schemas are exported to.
    .testTarget(
      name: "Differential",
      dependencies: ["AccordSchema", "ShippedContracts", "AccordModel"],
      exclude: ["json_schema_peer.py"]
    ),
    // The page of a run, opened in a real browser.
    .testTarget(
      name: "PageTests",
      dependencies: ["AccordReporting", "AccordModel", "AccordSchema", httpTypes]
    ),
    // Whole processes: the executable is built with the tests and run as a user would.
    .testTarget(
      name: "CommandTests",
      dependencies: ["accord", "AccordSchema", "AccordWire", "ShippedContracts"]
    ),
    // Servers that are wrong in one way each, and variations that are no fault.
    .testTarget(
      name: "FaultyServers",
      dependencies: [
        "Accord", "AccordJudging", "AccordMocking", "AccordPlanning", "AccordReporting",
        "AccordSchema", "AccordWire", "ShippedContracts", "InteractContracts", "PlatformContracts",
        httpTypes,
      ]
    ),
  ]
)

// Warnings are errors in CI only: a package that depends on this one must not break on a warning
// of a later compiler.
let isContinuousIntegration = Context.environment["ACCORD_WARNINGS_ARE_ERRORS"] != nil

// `ACCORD_TEST_TARGETS=AccordJudgingTests swift test` builds the named test targets and what they
// depend on: SwiftPM builds everything for each run otherwise.
if let chosen = Context.environment["ACCORD_TEST_TARGETS"]?.split(separator: ",").map(String.init) {
  var needed = Set(chosen)
  // Until nothing is added.
  while true {
    let dependencies = package.targets.filter { needed.contains($0.name) }.flatMap(\.dependencies)
      .compactMap { dependency -> String? in
        switch dependency {
        case .targetItem(let name, _), .byNameItem(let name, _): name
        default: nil
        }
      }
    guard !needed.isSuperset(of: dependencies) else { break }
    needed.formUnion(dependencies)
  }
  package.targets.removeAll { !needed.contains($0.name) }
  package.products = []
}

// `.ci/test` and `.ci/quick` build what computes optimised, for debugging too: the tests take a third of
// the time. Assertions and `@testable` stay. SwiftPM refuses such flags in a package that is depended on,
// so that nobody has them who does not ask.
let optimised: Set<String> =
  Context.environment["ACCORD_OPTIMISED"] == nil
  ? []
  : [
    "AccordSchema", "AccordModel", "AccordWire", "AccordPlanning", "AccordRunning", "AccordJudging",
    "AccordReporting", "AccordMocking", "Accord", "AccordAudit", "AccordComparing",
    "AccordGenerating", "AccordOpenAPI",
    "AccordTraffic", "InteractMock", "PlatformMock",
    // Tests that look through all that was written, and change every body.
    "CommandTests", "FaultyServers",
  ]

// What a plugin runs is built for the host: SwiftPM would build everything a second time, BoringSSL too. Who
// tests or lands a change does without; a package that depends on this one always has it.
if !optimised.isEmpty || isContinuousIntegration {
  package.targets.removeAll { $0.type == .plugin }
  package.products.removeAll { $0.name == "AccordPlugin" }
}

for target in package.targets where target.type != .plugin {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ] + (isContinuousIntegration ? [.treatAllWarnings(as: .error)] : [])
    + (optimised.contains(target.name)
      ? [.unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))] : [])
}
