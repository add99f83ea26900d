import AccordModel
import AccordSchema
import Testing

@testable import AccordJudging

/// An answer in parts is read as an object of them.
@Suite struct MultipartAnswerTests {
  private func violations(_ body: String, _ type: String) -> [String] {
    var expectation = BookShop.found(in: .formData)
    expectation.formatClause = nil
    var example = RuleExample.answer("parts", to: expectation, .answer(200, type, body))
    example.suite.formats.append(.formData)
    return Judge().judge(example).violations.map { violation in
      let position = violation.position.map { " \($0.line):\($0.column)" } ?? ""
      return "\(violation.rule) \(violation.place)\(position)"
    }
  }

  private func partsInOrder(_ body: String) -> [String] {
    var example = RuleExample.answer(
      "parts",
      to: BookShop.found(in: .mixed),
      .answer(200, "multipart/mixed; boundary=x", body)
    )
    example.suite.formats.append(.mixed)
    return Judge().judge(example).violations.map { "\($0.rule) \($0.place)" }
  }

  /// The schema wants an object, and parts in order are a list.
  @Test func partsInOrderAreAList() {
    let body = "--x\r\nContent-Type: application/json\r\n\r\n{\"id\": 7}\r\n--x--\r\n"
    #expect(partsInOrder(body) == ["body-matches-schema response body"])
    #expect(partsInOrder("--x\r\n\r\nno end") == ["body-is-well-formed response body"])
  }

  private func part(_ name: String, _ content: String) -> String {
    "--x\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(content)\r\n"
  }

  @Test func rightPartsConform() {
    let body = part("id", "7") + part("title", "Emma") + "--x--\r\n"
    #expect(violations(body, "multipart/form-data; boundary=x") == [])
    #expect(
      violations("preamble\r\n" + body + "epilogue", "multipart/form-data; boundary=\"x\"") == []
    )
  }

  @Test func wrongPartsAreFoundAtTheirPlace() {
    let body = part("id", "seven") + part("title", "Emma") + "--x--\r\n"
    #expect(
      violations(body, "multipart/form-data; boundary=x")
        == ["body-matches-schema response body /id 4:1"]
    )
    #expect(
      violations(part("id", "7"), "multipart/form-data; boundary=x")
        == ["body-is-well-formed response body 4:1"]
    )
    #expect(
      violations(body, "multipart/form-data") == ["body-is-well-formed response body 1:1"]
    )
  }
}
