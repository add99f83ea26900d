import Accord
import AccordModel
import Synchronization
import Testing

/// Live data side by side, and lists in pages.
@Suite("Lamps") struct LampTests {
  /// A server of lamps, three on a page, and what is wrong with it.
  private final class Server: Sendable {
    enum Fault: Sendable { case lightsTheOneBeforeToo, forgetsWhatIsBehindAPage, togglesAgain }

    private let lit = Mutex<Set<Int>>([])
    private let fault: Fault?
    let requests = Mutex<[String]>([])

    init(_ fault: Fault? = nil) { self.fault = fault }

    func answer(_ request: Exchange.Request) -> Exchange.Outcome {
      requests.withLock { $0.append("\(request.method) \(request.target)") }
      let target = request.target.split(separator: "?")
      let parts = target[0].split(separator: "/")
      return lit.withLock { lit in
        if request.method == "PUT", let number = Int(parts[1]) {
          if fault == .togglesAgain, lit.contains(number) {
            lit.remove(number)
          } else {
            lit.insert(number)
          }
          if fault == .lightsTheOneBeforeToo { lit.insert(number - 1) }
          return .answered(Exchange.Response(status: 204, fields: []))
        }
        let query = Dictionary(
          (target.dropFirst().first ?? "").split(separator: "&").map { pair in
            let sides = pair.split(separator: "=").map(String.init)
            return (sides[0], sides[1])
          }
        ) { first, _ in first }
        let after = query["after"].flatMap { Int($0) } ?? 0
        let all = (1...40).filter { number in
          query["state"].map { ($0 == "on") == lit.contains(number) } ?? true
        }
        var page = Array(all.filter { $0 > after }.prefix(3))
        let next = page.last == all.last ? "null" : page.last.map(String.init) ?? "null"
        if fault == .forgetsWhatIsBehindAPage, after > 0 { page = Array(page.dropFirst()) }
        let items = page.map { #"{"number":\#($0),"state":"\#(lit.contains($0) ? "on" : "off")"}"# }
        let text = #"{"lamps":[\#(items.joined(separator: ","))],"next":\#(next)}"#
        return .answered(
          Exchange.Response(
            status: 200,
            fields: [Field("Content-Type", "application/json")],
            body: Array(text.utf8)
          )
        )
      }
    }
  }

  private func report(_ server: Server, cases: [String] = []) async throws -> Report {
    var settings = ConformanceRun.Settings(selection: Selection(cases: cases))
    settings.givens.add(
      (21...40).map { .number(JSONNumber($0)) },
      of: Lamps.suite.givens[0],
      in: Lamps.suite
    )
    let target = ConformanceRun.Target(
      Lamps.suite,
      at: try ServerAddress("http://lamps.example"),
      over: InProcessTransport { server.answer($0) }
    )
    return try await ConformanceRun([target], settings: settings).report()
  }

  @Test func suiteIsSound() {
    #expect(Lamps.suite.lint().map(\.description) == [])
  }

  @Test func mockKeepsThem() async throws {
    #expect(try await Lamps.suite.rehearse().map(\.description) == [])
  }

  @Test func pagesAreReadUntilOneHasIt() async throws {
    let server = Server()
    let report = try await report(server)
    #expect(report.violations == [])
    #expect(report.results.allSatisfy { $0.judgement.verdict == .conforms })
    let names = report.results.map { $0.testCase.id.description }
    #expect(names.contains("lamps/lamps.light/life-cycle/lamp/light/apart"))
    #expect(server.requests.withLock { $0.contains("GET /lamps?state=off&after=18") })
  }

  @Test func whatIsDoneToAnotherIsFound() async throws {
    let report = try await report(Server(.lightsTheOneBeforeToo), cases: ["*/apart"])
    #expect(Set(report.violations.map(\.rule)) == ["others-stay-as-they-were"])
  }

  @Test func whatIsLostBehindAPageIsFound() async throws {
    let server = Server(.forgetsWhatIsBehindAPage)
    let report = try await report(server, cases: ["*/lamp/given"])
    #expect(Set(report.violations.map(\.rule)) == ["list-contains"])
  }

  @Test func whatIsUndoneByARepetitionIsFound() async throws {
    let report = try await report(Server(.togglesAgain), cases: ["*/repeated-in/*"])
    #expect(Set(report.violations.map(\.rule)) == ["repeated-changes-nothing"])
  }
}
