@testable import AccordJudging
import AccordModel
import AccordSchema
import Testing

/// Bodies in the charset that their Content-Type names.
@Suite struct CharsetTests {
  private static func utf16(_ text: String, isBig: Bool = true) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBig ? bytes : bytes.reversed()
    }
  }

  private static func latin1(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8($0.value) }
  }

  private static let rows = "id,title\r\n7,Zoë\r\n"

  struct Row: Sendable, CustomTestStringConvertible {
    var charset: String?
    var bytes: [UInt8]
    var testDescription: String { charset ?? "none" }
  }

  static let read = [
    Row(charset: nil, bytes: Array(rows.utf8)),
    Row(charset: "UTF-8", bytes: Array(rows.utf8)),
    Row(charset: "iso-8859-1", bytes: latin1(rows)),
    Row(charset: "windows-1252", bytes: latin1(rows)),
    Row(charset: "utf-16be", bytes: utf16(rows)),
    Row(charset: "utf-16le", bytes: utf16(rows, isBig: false)),
    Row(charset: "utf-16", bytes: utf16(rows, isBig: false)),
    Row(charset: "utf-16", bytes: [0xFF, 0xFE] + utf16(rows, isBig: false)),
    // The mark decides.
    Row(charset: "iso-8859-1", bytes: [0xEF, 0xBB, 0xBF] + Array(rows.utf8)),
  ]

  @Test("CSV and JSV are read in it", arguments: read)
  func reads(_ row: Row) throws {
    let body = ObservedBody(row.bytes, as: BookShop.csv, charset: row.charset)
    #expect(body.value(at: JSONPointer(tokens: ["title"]))?.value == "Zoë")
  }

  @Test("JSV is read in it too")
  func readsJSV() {
    let body = ObservedBody(Self.latin1("{title:Zoë}"), as: BookShop.jsv, charset: "latin1")
    #expect(body.value(at: JSONPointer(tokens: ["title"]))?.value == "Zoë")
  }

  @Test("A place is that of the bytes as they came")
  func places() throws {
    let text = "id,title\r\nëë,Zoë,1\r\n"
    let body = ObservedBody([0xFE, 0xFF] + Self.utf16(text), as: BookShop.csv, charset: "utf-16")
    let located = try #require(body.value(at: JSONPointer(tokens: ["title"])))
    #expect(located.position == SourcePosition(byte: 28, line: 2, column: 4))
    #expect(body.notices.map(\.position.byte) == [22])
    let rows = try #require(body.lexical).violations(
      of: BookShop.book,
      for: "it",
      .default,
      moreThan: 10
    )
    #expect(rows.first?.violations.first?.position?.byte == 22)
  }

  @Test("Bytes that are not of the charset are a violation at their place")
  func wrongBytes() throws {
    let response = Exchange.Response.answer(200, "text/csv; charset=us-ascii", Self.rows)
    let judgement = Judge().judge(
      .answer("rows", to: BookShop.listed(in: BookShop.csv), response)
    )
    #expect(judgement.verdict == .violates)
    let violation = try #require(judgement.violations.first)
    #expect(violation.rule == "body-is-well-formed")
    #expect(violation.expected == "well-formed CSV: US-ASCII")
    #expect(violation.actual == "the byte 0xC3")
    #expect(violation.position == SourcePosition(byte: 14, line: 2, column: 5))
  }

  @Test("A charset that is not known keeps the body from being read: nothing is judged of it")
  func unknown() throws {
    for (format, type, text) in [
      (BookShop.csv, "text/csv", Self.rows), (BookShop.xml, "application/xml", "<a/>"),
    ] {
      let response = Exchange.Response.answer(200, type + "; charset=x-klingon", text)
      let judgement = Judge().judge(.answer("rows", to: BookShop.listed(in: format), response))
      guard case .failed(let reason) = judgement.verdict else {
        Issue.record("\(judgement.verdict)")
        continue
      }
      #expect(
        reason
          == "body-is-well-formed: The response body cannot be read, which is not the answer's "
          + "fault: expected an encoding that is supported (UTF-8, UTF-16, UTF-32, US-ASCII, "
          + "ISO-8859-x or windows-125x), found x-klingon (line 1, column 1)."
      )
    }
  }
}

extension ObservedBody {
  fileprivate var lexical: LexicalBody? {
    if case .lexical(let body) = self { body } else { nil }
  }
}
