import Accord
import AccordModel
import AccordReporting
import Testing

@Suite("Requests are signed by AWS Signature Version 4")
struct AWSCallerTests {
  private let suite = Vault.suite(
    .signed(
      by: .awsSignature(region: "us-east-1", service: "s3", keyID: "KEY_ID", secret: "KEY_SECRET")
    )
  )

  @Test func mockVerifiesSignatures() async throws {
    let run = ConformanceRun([.init(suite, against: .inProcessMock)])
    #expect(run.problems.map { "\($0)" } == [])
    let report = try await run.report()
    let results = report.suites.flatMap(\.results)
    #expect(
      results.contains { $0.testCase.id.description.hasSuffix("credential-invalid/wrong-key") }
    )
    for result in results {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.verdict) \(result.judgement.violations)"
      )
    }
  }

  @Test func curlSignsByItselfAndNoKeyIsShown() async throws {
    var settings = ConformanceRun.Settings()
    settings.environment = EnvironmentVariables([
      "KEY_ID": "AKIDEXAMPLE", "KEY_SECRET": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
    ])
    settings.clock = { Moment(parsing: "2015-08-30T12:36:00Z") }
    let target = ConformanceRun.Target(
      suite,
      at: try ServerAddress("http://vault.example"),
      over: InProcessTransport { request in
        let echo = request.fields.map { Field("X-Echo", $0.value) }
        return .answered(Exchange.Response(status: 500, fields: echo))
      }
    )
    let report = try await ConformanceRun([target], settings: settings).report()
    for format in ReportFormats.all {
      let text = format.text(for: report)
      #expect(!text.contains("AKIDEXAMPLE"), "\(format.name)")
      #expect(!text.contains("wJalrXUtnFEMI"), "\(format.name)")
    }
    #expect(
      TerminalFormat.terminal.text(for: report).contains(
        #"--aws-sigv4 'aws:amz:us-east-1:s3' -u "$KEY_ID"':'"$KEY_SECRET""#
      )
    )
  }

  @Test func documentSaysThatRequestsAreSigned() throws {
    let run = ConformanceRun([.init(suite, against: .inProcessMock)])
    let markdown = LivingDocument(of: try #require(run.plans.first)).markdown
    #expect(
      markdown.contains(
        """
        A caller signs every request by AWS Signature Version 4.

        For `accord verify` the keys are in `KEY_ID` and `KEY_SECRET`.
        """
      )
    )
  }
}
