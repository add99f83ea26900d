public import AccordModel
package import AccordSchema
import AccordWire

/// A server that serves suites of contracts, without a socket.
///
/// It checks each request against its contract and answers a wrong one with the declared error, a
/// right one with an answer that conforms. Nothing in it depends on a clock but the life of the
/// tokens that it issues.
///
/// ```swift
/// let server = try await Mock([PetStore.suite]).start(port: 8080)
/// // … call server.address …
/// await server.stop()
/// ```
public final class Mock: Sendable {
  /// The token that is always accepted.
  package static let token = MockSetting.token

  /// The header that asks for an error by its name.
  package static let errorField = "X-Accord-Error"

  /// The header that asks for faults.
  package static let faultField = "X-Accord-Fault"

  /// What stands between a request and the mock: it gets the request, and a way to have this or
  /// another request answered.
  package typealias Distortion =
    @Sendable (MockRequest, _ answer: (MockRequest) -> MockAnswer) -> MockAnswer

  let hosts: [Host]
  private let faults: [Fault]
  private let distortion: Distortion?

  /// Creates a mock of some suites.
  ///
  /// The faults occur in every answer, after the distortion. `now` counts seconds; tokens expire by
  /// it.
  package init(
    _ suites: [ContractSuite],
    seed: UInt64 = 0,
    faults: [Fault] = [],
    distortion: Distortion? = nil,
    now: @escaping @Sendable () -> Int64 = Mock.seconds
  ) {
    hosts = suites.map { Host($0, seed: seed, now: now) }
    self.faults = faults
    self.distortion = distortion
  }

  /// Creates a mock of some suites; the faults occur in every answer.
  public convenience init(_ suites: [ContractSuite], faults: [Fault] = []) {
    self.init(suites, seed: 0, faults: faults)
  }

  /// Serves on a host and a port, 0 for any free one; with TLS if a certificate chain and its private
  /// key are named, both files in PEM.
  ///
  /// Throws an error whose description says why it cannot listen, and what to do.
  public func start(
    host: String = "127.0.0.1",
    port: Int = 0,
    tlsCertificate: String? = nil,
    tlsKey: String? = nil
  ) async throws -> MockServer {
    let tls = tlsCertificate.map { certificate in
      TLSServerConfiguration(
        certificateChain: .file(certificate),
        privateKey: .file(tlsKey ?? certificate)
      )
    }
    return try await MockServer.start(self, host: host, port: port, tls: tls)
  }

  /// The live data that cases need, as they are now: `shop.order` with its values; a value that has
  /// several fields is an object of them.
  package func givens() -> [(String, [JSON])] {
    hosts.flatMap { host in
      host.suite.givens.map { ("\(host.suite.id).\($0.id)", host.behaviour.values(of: $0)) }
    }
  }

  /// The values of one given, as they are now.
  package func values(of given: Given, in suite: ContractSuite) -> [JSON] {
    hosts.first { $0.suite.id == suite.id }?.behaviour.values(of: given) ?? []
  }

  /// The environment variables that prove a caller of a suite here, with their values; empty if the
  /// suite has no credential or is not served.
  public func environment(of suite: ContractSuite) -> [(variable: String, value: String)] {
    guard let host = hosts.first(where: { $0.suite.id == suite.id }) else { return [] }
    return MockCredentials(suite: host.suite).environment
  }

  /// Restores the start state.
  public func reset() {
    for host in hosts { host.reset() }
  }

  /// Answers a request, late if a delay was asked for.
  package func answer(_ request: MockRequest) async -> MockAnswer {
    let answer = respond(to: request)
    for case .delay(let milliseconds) in answer.faults {
      try? await Task.sleep(for: .milliseconds(milliseconds))
    }
    return answer
  }

  /// How an exchange ends that brings a request here without a socket.
  package func outcome(of request: Exchange.Request) async -> Exchange.Outcome {
    let answer = await answer(
      MockRequest(request.method, request.target, fields: request.fields, body: request.body)
    )
    return answer.outcome(isHEAD: request.method == "HEAD")
  }

  /// Seconds of a clock that never goes back.
  package static func seconds() -> Int64 {
    start.duration(to: .now).components.seconds
  }

  private static let start = ContinuousClock.now
}

extension Mock {
  private func respond(to request: MockRequest) -> MockAnswer {
    let target = RequestTarget(request.target)
    if let answer = administer(request, target) { return answer }
    var faults = faults
    if let text = request.value(of: Mock.faultField) {
      do throws(FaultError) {
        faults += try Fault.list(parsing: text)
      } catch {
        return .text(400, "\(Mock.faultField): \(error)\n")
      }
    }
    let answer = distortion.map { $0(request, route) } ?? route(request)
    return answer.with(faults)
  }

  private func route(_ request: MockRequest) -> MockAnswer {
    route(request, RequestTarget(request.target))
  }

  /// The mock's own endpoints, below `/__accord`.
  private func administer(_ request: MockRequest, _ target: RequestTarget) -> MockAnswer? {
    switch (request.method, target.path) {
    case ("POST", "/__accord/reset"):
      reset()
      return MockAnswer(204)
    case ("GET", "/__accord/givens"):
      let members = givens().map { JSONMember($0, .array($1)) }
      return MockAnswer(
        200,
        fields: [Field("Content-Type", "application/json")],
        body: JSON.object(members).bytes()
      )
    case (_, "/__accord/reset"), (_, "/__accord/givens"):
      let allowed = target.path.hasSuffix("reset") ? "POST" : "GET"
      return .text(405, "This answers \(allowed).\n", fields: [Field("Allow", allowed)])
    default:
      return nil
    }
  }

  private func route(_ request: MockRequest, _ target: RequestTarget) -> MockAnswer {
    let findings = hosts.map { ($0, $0.find(request, target)) }
    for (host, found) in findings {
      if case .route(let match) = found.finding {
        return host.answer(request, target, match, suffix: found.suffix)
      }
    }
    for host in hosts {
      if let answer = host.answer(undeclared: request) { return answer }
    }
    for (host, found) in findings {
      if case .otherMethods(let allowed, let match) = found.finding {
        return host.answer(request, target, otherMethodsThan: allowed, match, suffix: found.suffix)
      }
    }
    if let host = hosts.first(where: { $0.router.isNear(target.path) }) {
      return host.convention.answerUnknown()
    }
    let names = hosts.map(\.suite.name).joined(separator: ", ")
    return .text(404, "No suite has this path; served are: \(names).\n")
  }
}
