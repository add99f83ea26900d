import Accord
import AccordModel
import AccordReporting
import Testing

@Suite("Syntaxes, places of errors and roles of a team's own stand beside each other")
struct WorkshopTests {
  @Test func mockKeepsTheContracts() async throws {
    let notKept = try await Workshop.suite.rehearse().map(\.description)
    #expect(notKept == [])
    let report = try await ConformanceRun([.init(Workshop.suite, against: .inProcessMock)]).report()
    for result in report.suites.flatMap(\.results) where result.judgement.verdict != .conforms {
      Issue.record(
        "\(result.testCase.id): \(result.judgement.verdict) \(result.judgement.violations.map { "\($0.rule) \($0.place): \($0.expected), \($0.actual)" })"
      )
    }
    let json = report.text(in: .json)
    #expect(try RunRecord(reading: Array(json.utf8)).text(in: .json) == json)
    #expect(!LivingDocument(of: Workshop.suite.plan()).markdown.isEmpty)
  }

  /// What a server sends that wants to do harm.
  enum Hostile: CaseIterable, Sendable {
    case bomb, links, tags, oddCookies, endlessPages, blankLinks, oddTags, redirects, deepJSON
  }

  @Test(arguments: Hostile.allCases)
  func hostileAnswersAreJudgedInTime(_ hostile: Hostile) async throws {
    let bomb = hostile == .bomb ? GZIP.stored([UInt8](repeating: 0x20, count: 66 << 20)) : []
    let deep = [UInt8](repeating: 0x5B, count: 100_000)
    for next in [Attic.next, .link()] {
      let target = ConformanceRun.Target(
        Attic.suite(.token("ATTIC_KEY", in: .cookie("sid")), next: next),
        at: try ServerAddress("unix:/run/attic.sock"),
        over: InProcessTransport { request in
          var response = VaultServer.json(
            200,
            #"{"boxes":[{"id":1,"name":"a"}],"total":100000000000000000000,"next":"1"}"#
          )
          switch hostile {
          case .bomb:
            response.body = bomb
            response.fields.append(Field("Content-Encoding", "gzip"))
          case .links:
            for number in 0..<300 {
              response.fields.append(Field("Link", "</boxes?\(number)>; rel=\"next \(number)\""))
            }
          case .tags:
            for number in 0..<300 { response.fields.append(Field("ETag", "\"\(number)\"")) }
          case .oddCookies:
            for value in ["=;=;", "sid", ";;;", "sid=\u{1F36A}; Path", "a=b=c=\"", " = "] {
              response.fields.append(Field("Set-Cookie", value))
            }
          case .endlessPages:
            response.fields.append(Field("Link", "<?>; rel=next, <>; rel=next"))
          case .blankLinks:
            response.fields.append(Field("Link", "</boxes?a b>; rel=next"))
            response.fields.append(Field("Location", "/boxes/ 9"))
          case .oddTags:
            response.fields.append(Field("ETag", "\"\u{FC}\u{0}\""))
            response.fields.append(Field("Last-Modified", "\u{0}"))
          case .redirects:
            response.status = 302
            response.fields.append(Field("Location", "https://attacker.example/\(request.target)"))
          case .deepJSON: response.body = deep
          }
          return .answered(response)
        }
      )
      var settings = ConformanceRun.Settings()
      settings.environment = EnvironmentVariables(["ATTIC_KEY": "k3y-0f-th3-att1c"])
      let report = try await ConformanceRun([target], settings: settings).report()
      let text = report.text(in: .json)
      #expect(!text.contains("k3y-0f-th3-att1c"))
      #expect(!text.contains("do not begin as that coding does"))
      if [.bomb, .deepJSON].contains(hostile) {
        let relations = report.suites.flatMap(\.results).filter { $0.testCase.relation != nil }
        #expect(!relations.contains { $0.judgement.verdict == .conforms })
      }

    }
  }
}
