import AccordSchema
import AccordWire

/// `accord mock` as a process of its own.
struct MockProcess {
  static let token = "accord-mock-token"
  static let tokens = ["INTERACT_TOKEN": token, "PLATFORM_TOKEN": token]

  let process: ToolProcess
  /// Its address, as it says itself.
  let address: String

  struct NoAddress: Error {
    var output: String
  }

  init(_ options: [String] = [], in folder: TestFolder) async throws {
    process = try ToolProcess(["mock", "--port", "0"] + options, in: folder)
    try await process.wait(forOutput: "/__accord/givens > givens.json\n")
    let first = process.output.prefix { $0 != "\n" }
    guard let space = first.lastIndex(of: " ") else { throw NoAddress(output: process.output) }
    address = String(first[space...].dropFirst())
  }

  var port: Int { Int(address.split(separator: ":").last ?? "") ?? 0 }

  /// `--server` for both suites, at this address or at another that leads here.
  func servers(_ address: String? = nil) -> [String] {
    let address = address ?? self.address
    return ["--server", "interact=\(address)", "--server", "platform=\(address)"]
  }

  /// Waits until a run has used two invitations up, which cases do that come last.
  func waitUntilInvitationsAreUsed() async throws {
    func left() async -> Int {
      let text = await givens(trusting: nil)
      let document = try? JSONDocument(parsing: Array(text.utf8))
      return document?.root.value["interact.pendingInvitation"]?.elements?.count ?? 0
    }
    let start = await left()
    let limit = ContinuousClock.now + .seconds(30)
    while await left() > start - 2, ContinuousClock.now < limit {
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// The mock's live data, written to a file as a user would do it.
  func givens(in folder: TestFolder, trusting authority: PEMSource? = nil) async throws -> String {
    try folder.write(await givens(trusting: authority), to: "givens.json")
  }

  private func givens(trusting authority: PEMSource?) async -> String {
    let endpoint = Endpoint(
      scheme: authority == nil ? .http : .https,
      host: "127.0.0.1",
      port: port
    )
    var configuration = WireClientConfiguration()
    if let authority {
      configuration.tls = TLSClientConfiguration(trust: .authorities([authority]))
    }
    let client = WireClient(configuration)
    let exchange = await client.exchange(
      WireRequest("GET", "/__accord/givens", fields: [WireField("Host", endpoint.authority)]),
      with: endpoint,
      safeToResend: true
    )
    await client.shutdown()
    return String(decoding: exchange.response?.body ?? [], as: UTF8.self)
  }
}
