import AccordModel
import AccordSchema
import AccordWire
import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import AccordRunning

/// Values that a command or a server gives when a case needs one.
@Suite struct GivenSourceTests {
  @Test(arguments: [
    ("!make-order", ["make-order"]),
    ("! make-order  --state pending", ["make-order", "--state", "pending"]),
    (#"!a 'b c' "d'e" f'g'h ''"#, ["a", "b c", "d'e", "fgh", ""]),
    (#"!sh -c 'echo $HOME | head -1'"#, ["sh", "-c", "echo $HOME | head -1"]),
    (#"!a \n *.txt ~ ;"#, ["a", #"\n"#, "*.txt", "~", ";"]),
  ])
  func aCommandIsSplitAtBlanks(_ text: String, _ words: [String]) throws {
    #expect(try GivenSource(text) == .command(words))
  }

  @Test func anAddressMayHaveAQuery() throws {
    let address = try ServerAddress("http://states.example/order")
    #expect(try GivenSource("http://states.example/order?a=1") == .url(address, query: "a=1"))
    #expect(try GivenSource("http://states.example/order") == .url(address, query: nil))
  }

  @Test(arguments: [
    (
      "shop.order=!",
      "expected NAME=!COMMAND or NAME=URL, such as shop.order=!make-order; expected a command after !, found none"
    ),
    (
      "shop.order=!a 'b",
      "expected NAME=!COMMAND or NAME=URL, such as shop.order=!make-order; a quote of the command is not closed"
    ),
    (
      "shop.order=make-order",
      """
      expected NAME=!COMMAND or NAME=URL, such as shop.order=!make-order; expected a URL that begins \
      with http:// or https://, found "make-order", or ! and a command
      """
    ),
    (
      "shop.ordre=!a",
      #"no suite declares the given "shop.ordre"; declared are shop.order, shop.parcel"#
    ),
  ])
  func othersAreRefused(_ text: String, _ message: String) {
    #expect {
      var values = GivenValues()
      try values.add(from: text, for: [Shop.suite])
    } throws: { error in
      "\(error)" == message
    }
  }

  @Test func aGivenHasEitherValuesOrOneSource() {
    #expect {
      var values = GivenValues()
      try values.add("shop.order=1", for: [Shop.suite])
      try values.add(from: "shop.order=!a", for: [Shop.suite])
    } throws: { error in
      "\(error)" == "shop.order has values or a source already; give it either values or one source"
    }
    #expect(throws: GivenValues.Invalid.twice("shop.order")) {
      var values = GivenValues()
      try values.add(.command(["a"]), of: "shop.order", for: [Shop.suite])
      try values.add("shop.order=1", for: [Shop.suite])
    }
  }

  private func supply(
    _ text: String,
    of given: Given = Shop.order,
    timeout: Double = 20
  ) throws -> GivenSupply {
    GivenSupply(
      .source(try GivenSource(text)),
      of: given,
      in: "shop",
      environment: EnvironmentVariables(["PATH": "/usr/bin:/bin", "WHO": "me"]),
      connection: ConnectionSettings(timeout: timeout)
    )
  }

  @Test func whatACommandWritesIsTheValue() async throws {
    #expect(try await supply("!echo ' 17 '").fresh() == ["order": 17])
    #expect(try await supply(#"!printf '3/a'"#, of: Shop.parcel).fresh() == ["id": 3, "code": "a"])
    let object = #"!printf '{"code":"b","id":4}'"#
    #expect(try await supply(object, of: Shop.parcel).fresh() == ["id": 4, "code": "b"])
  }

  @Test func aCommandKnowsWhatItIsAskedFor() async throws {
    let given = Given.given("who", .nonEmptyString, "Who asks.")
    let supply = GivenSupply(
      .source(try GivenSource(#"!sh -c 'echo "$WHO $ACCORD_GIVEN"; cat'"#)),
      of: given,
      in: "shop",
      environment: EnvironmentVariables(["PATH": "/usr/bin:/bin", "WHO": "me"]),
      connection: ConnectionSettings()
    )
    #expect(try await supply.fresh() == ["who": "me shop.who"])
  }

  @Test func whatIsWrittenLastIsNotLost() async throws {
    let given = Given.given("text", .nonEmptyString, "Some text.")
    let text =
      #"!sh -c 'i=0; while [ $i -lt 20000 ]; do echo 0123456789; i=$((i+1)); done; printf end'"#
    let value = try await supply(text, of: given).fresh()
    #expect(value["text"]?.string?.utf8.count == 220_003)
    #expect(value["text"]?.string?.hasSuffix("end") == true)
  }

  @Test(arguments: [
    (
      "!no-such-command",
      """
      A value of shop.order comes from the command "no-such-command", which could not be started: No \
      such file or directory.
      """
    ),
    (
      "!sh -c 'echo first >&2; echo no tenant >&2; echo >&2; exit 3'",
      """
      A value of shop.order comes from the command "sh", which ended with the status 3; it said last: \
      no tenant.
      """
    ),
    (
      "!sh -c 'exit 1'",
      """
      A value of shop.order comes from the command "sh", which ended with the status 1 and wrote no \
      message.
      """
    ),
    (
      "!sh -c 'kill -9 $$'",
      """
      A value of shop.order comes from the command "sh", which was ended by the signal 9 and wrote no \
      message.
      """
    ),
    ("!true", #"A value of shop.order comes from the command "true", which gave nothing."#),
    (
      "!echo one",
      """
      A value of shop.order comes from the command "echo", which gave what is no value of it: the field \
      order of shop.order: expected integer, found "one".
      """
    ),
    (
      #"!printf '\377'"#,
      """
      A value of shop.order comes from the command "printf", which gave bytes that are no UTF-8.
      """
    ),
    (
      "!sh -c 'cat /dev/zero'",
      """
      A value of shop.order comes from the command "sh", which wrote more than 1048576 bytes.
      """
    ),
  ])
  func whyThereIsNoValueIsSaid(_ text: String, _ message: String) async throws {
    let supply = try supply(text)
    await #expect {
      try await supply.fresh()
    } throws: { error in
      (error as? GivenSupply.Failure)?.reason == message
    }
  }

  @Test func whatAServerAnswersIsTheValue() async throws {
    let server = try await WireServer.start { request in
      request.targetText == "/states/order?open=1"
        ? .response(status: 200, body: Array(" 17\r\n".utf8)) : .response(status: 404)
    }
    let url = "http://127.0.0.1:\(server.port)/states/order"
    #expect(try await supply("\(url)?open=1").fresh() == ["order": 17])
    await #expect {
      try await supply("\(url)?secret=x").fresh()
    } throws: { error in
      (error as? GivenSupply.Failure)?.reason
        == "A value of shop.order comes from \(url), which answered 404."
    }
    await server.shutdown(grace: .zero)
    await #expect {
      try await supply(url).fresh()
    } throws: { error in
      let reason = (error as? GivenSupply.Failure)?.reason ?? ""
      return reason.hasPrefix("A value of shop.order comes from \(url), which failed: ")
        && reason.contains("refused")
    }
  }

  @Test func aCommandThatDoesNotEndIsEndedWithWhatItStarted() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = "(sleep 2; echo late > \(file.path)) & echo waiting >&2; sleep 60"
    let supply = try supply("!sh -c '\(script)'", timeout: 0.5)
    await #expect {
      try await supply.fresh()
    } throws: { error in
      (error as? GivenSupply.Failure)?.reason == """
        A value of shop.order comes from the command "sh", which did not end within 0.5 s; it said \
        last: waiting.
        """
    }
    try await Task.sleep(for: .seconds(2.2))
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test func aCommandThatLeavesAProcessBehindHasEnded() async throws {
    // Whoever waited for what is left behind would come to the limit of twenty seconds.
    #expect(try await supply("!sh -c 'sleep 30 & echo 5'").fresh() == ["order": 5])
  }

  @Test func anEndOfTheRunEndsIt() async throws {
    let supply = try supply("!sleep 60")
    let task = Task { () -> String? in
      do throws(GivenSupply.Failure) {
        _ = try await supply.fresh()
        return nil
      } catch {
        return error.reason
      }
    }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    #expect(
      await task.value
        == #"A value of shop.order comes from the command "sleep", which was ended with the run."#
    )
  }

  private func order(_ id: String, consumes: Bool) -> Case {
    Case(
      id: CaseID(id),
      suite: "shop",
      contract: "orders.get",
      title: "A case.",
      steps: [
        Case.Step(
          "request",
          RequestTemplate(.get, [.value(.given("order"))]),
          expecting: Case.Expectation(.success(.status(.ok, .empty))),
          of: "orders.get"
        )
      ],
      clauses: [],
      consumes: consumes ? ["order"] : []
    )
  }

  @Test func casesThatUseAValueUpGetANewOneAndOthersShareOne() async throws {
    let counter = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: counter) }
    let script = "echo x >> \(counter.path); wc -l < \(counter.path)"
    let supply = try supply("!sh -c '\(script)'")
    let assignment = GivenAssignment(pools: [(Shop.order, .supply(supply))])
    var found: [String] = []
    for consumes in [false, true, false, true, true] {
      let testCase = order("shop/orders.get/\(found.count)", consumes: consumes)
      switch await assignment.values(for: testCase, token: "t") {
      case .values(let values):
        found.append(values.value(of: .given("order"))?.text() ?? "none")
      case .missing(let reason), .failed(let reason): found.append(reason)
      }
    }
    #expect(found == ["1", "2", "1", "3", "4"])
  }
}
