import Accord
import AccordReporting
import FoundationEssentials
import Testing

@testable import AccordCommand

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A whole process makes something on a real server, is told to end, and nothing is left behind.
@Suite("A process that is ended early cleans up", .serialized)
struct CleanUpProcessTests {
  @Test(arguments: [SIGINT, SIGTERM])
  func aSignal(_ number: Int32) async throws {
    let server = try await BoxServer()
    let (address, folder) = (server.address, server.folder)
    await #expect(processExitsWith: .exitCode(2)) {
      [address = address as String, folder = folder as String, number] in
      await BoxRun(address: address, folder: folder).runAndExit(signalling: number)
    }
    let kept = try await server.made()
    #expect(kept.count == 1)
    #expect(kept.allSatisfy { !$0.isThere })
    try await server.stop()
  }

  @Test func maxTime() async throws {
    let server = try await BoxServer()
    let (address, folder) = (server.address, server.folder)
    await #expect(processExitsWith: .exitCode(2)) {
      [address = address as String, folder = folder as String] in
      await BoxRun(address: address, folder: folder).runAndExit(["--max-time", "1"])
    }
    let kept = try await server.made()
    #expect(kept.count == 1)
    #expect(kept.allSatisfy { !$0.isThere })
    try await server.stop()
  }

  @Test func whatIsKilledIsCleanedUpLater() async throws {
    let server = try await BoxServer()
    let (address, folder) = (server.address, server.folder)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [address = address as String, folder = folder as String] in
      await BoxRun(address: address, folder: folder).runAndExit(signalling: SIGKILL)
    }
    let left = try await server.made()
    #expect(left.count == 1)
    #expect(left.allSatisfy { $0.isThere })

    // The events have no credential, and the run of a tool has it from its environment.
    let events = try String(contentsOfFile: "\(folder)/events.jsonl", encoding: .utf8)
    #expect(!events.contains(BoxRun.token))
    await #expect(processExitsWith: .exitCode(0)) { [folder = folder as String] in
      await BoxRun(address: "", folder: folder).cleanAndExit()
    }
    let rest = try await server.made()
    #expect(rest.allSatisfy { !$0.isThere })
    try await server.stop()
  }
}

/// A server of boxes: a mock, on a socket.
private struct BoxServer {
  let mock = Mock([BoxRun.suite])
  let server: MockServer
  let folder = "/tmp/accord-boxes-\(UInt64.random(in: 0 ... .max))"

  init() async throws {
    server = try await mock.start()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  var address: String { "\(server.address)" }

  /// What the events say that was made, and whether it is still there.
  func made() async throws -> [(target: String, isThere: Bool)] {
    let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/events.jsonl")))
    let lines = bytes.split(separator: 0x0A).compactMap { try? JSONDocument(parsing: Array($0)) }
    var made: [(String, Bool)] = []
    for line in lines where line.root["event"]?.string == "cleanUpNeeded" {
      let target = line.root["request"]?["target"]?.string ?? ""
      let request = Exchange.Request(
        origin: "",
        method: "GET",
        target: target,
        fields: [Field("Authorization", "Bearer \(BoxRun.token)")]
      )
      guard case .answered(let response) = await mock.outcome(of: request) else { continue }
      made.append((target, response.status == 200))
    }
    return made
  }

  func stop() async throws {
    await server.stop()
    try FileManager.default.removeItem(atPath: folder)
  }
}

/// The tool in a process of its own.
struct BoxRun: Sendable {
  static let token = "accord-mock-token"

  var address: String
  var folder: String

  /// Verifies the workflow against a slow server, and ends the process as the tool would; if asked for, it
  /// gets a signal as soon as something was made.
  func runAndExit(_ arguments: [String] = [], signalling number: Int32? = nil) async -> Never {
    setenv("BOXES_TOKEN", Self.token, 1)
    if let number {
      let events = "\(folder)/events.jsonl"
      Task.detached {
        while !((try? String(contentsOfFile: events, encoding: .utf8)) ?? "").contains(
          "cleanUpNeeded"
        ) {
          try? await Task.sleep(for: .milliseconds(5))
        }
        kill(getpid(), number)
      }
    }
    let usual = [
      "verify", "--server", address, "--case", "*/workflow/*", "--quiet",
      "--header", "X-Accord-Fault: delay=400ms", "--report", "events=\(folder)/events.jsonl",
    ]
    await Self.exit(usual + arguments)
  }

  func cleanAndExit() async -> Never {
    setenv("BOXES_TOKEN", Self.token, 1)
    await Self.exit(["clean", "\(folder)/events.jsonl"])
  }

  private static func exit(_ arguments: [String]) async -> Never {
    let end = await ConformanceCommand.$suites.withValue([suite]) {
      await ConformanceCommand.run(arguments)
    }
    _exit(end.status)
  }

  static let suite = ContractSuite(
    "boxes",
    name: "Boxes",
    "Keeps boxes.",
    credential: .token("BOXES_TOKEN"),
    contracts: [add, get, change, remove],
    workflows: [
      .workflow(
        "box-lives",
        "A box that is added is found, is changed, and is gone when it is removed.",
        steps: [
          .step("add", "boxes.add", outputs: [.output("id", .body("/id"), .integer)]),
          .step("read", "boxes.get", arguments: ["id": .output("id", of: "add")]),
          .step("change", "boxes.change", arguments: ["id": .output("id", of: "add")]),
          .step("read what changed", "boxes.get", arguments: ["id": .output("id", of: "add")]),
          .step("remove", "boxes.remove", arguments: ["id": .output("id", of: "add")]),
          .step(
            "read again",
            "boxes.get",
            arguments: ["id": .output("id", of: "add")],
            expect: .refused("parameter/id/unknown")
          ),
        ],
        cleanUp: [.step("clean", "boxes.remove", arguments: ["id": .output("id", of: "add")])]
      )
    ]
  )

  private static let box = Schema.object([
    .required("id", .integer(in: 1...)), .required("label", .nonEmptyString),
  ])

  private static let label = Schema.object([.required("label", .nonEmptyString)])

  private static let number = Parameter.path(
    "id",
    .integer(in: 1...),
    example: 1,
    unknown: .status(.notFound, probes: [.probe("none", 99_999, why: "is no box")])
  )

  private static let add = Contract(
    "boxes.add",
    "Adds a box.",
    document: "boxes.txt",
    effect: .changesState,
    routes: [.post("/boxes")],
    credential: .required(missing: .status(.unauthorized)),
    body: .body(label),
    responses: [.status(.created, .payload(box))],
    examples: [.example("hats", body: ["label": "hats"], changesState: true)]
  )

  private static let get = Contract(
    "boxes.get",
    "Returns a box.",
    document: "boxes.txt",
    effect: .readOnly,
    routes: [.get("/boxes/{id}")],
    credential: .required(missing: .status(.unauthorized)),
    parameters: [number],
    responses: [.status(.ok, .payload(box))],
    examples: [.example("one")]
  )

  private static let change = Contract(
    "boxes.change",
    "Changes a box.",
    document: "boxes.txt",
    effect: .changesState,
    routes: [.put("/boxes/{id}")],
    credential: .required(missing: .status(.unauthorized)),
    parameters: [number],
    body: .body(label),
    responses: [.status(.ok, .payload(box))],
    examples: [.example("shoes", body: ["label": "shoes"], changesState: true)]
  )

  private static let remove = Contract(
    "boxes.remove",
    "Removes a box.",
    document: "boxes.txt",
    effect: .changesState,
    routes: [.delete("/boxes/{id}")],
    credential: .required(missing: .status(.unauthorized)),
    parameters: [number],
    responses: [.status(.noContent, .empty)],
    examples: [.example("one", changesState: true)]
  )
}
