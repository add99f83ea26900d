import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

struct JSONFormatTests {
  @Test
  func golden() throws { try expectGolden(JSONFormat().text(for: Runs.mixed), "report.json") }

  @Test
  func aHostileServerBreaksNothing() throws {
    let text = JSONFormat().text(for: Hostile.report)
    let root = try JSONDocument(parsing: Array(text.utf8)).root.value
    let result: JSONPointer = "/suites/0/cases/0"
    let place = { (path: String) in root[result.appending(JSONPointer(stringLiteral: path))] }
    #expect(place("/violations/0/actual") == .string(Hostile.text))
    #expect(place("/exchanges/0/response/reason") == .string(Hostile.text))
    #expect(place("/exchanges/0/request/body/text") == .string(Hostile.text))
    #expect(
      place("/exchanges/0/response/body/base64")
        == .string(Base64.text(Array(Hostile.text.utf8) + [0xFF]))
    )
    #expect(place("/exchanges/0/response/trailers/0/name") == .string(Hostile.text))
    #expect(root["interruption"] == .string(Hostile.text))
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func base64(_ text: String, _ expected: String) {
    #expect(Base64.text(Array(text.utf8)) == expected)
  }

  @Test
  func longBodiesAreCutBetweenCharacters() {
    let bytes = Array(("a" + String(repeating: "é", count: 40_000)).utf8)
    let body = RunRecord.Content(bytes, keeping: .beginning).json
    #expect(body["length"] == 80_001)
    #expect(body["isTruncated"] == true)
    #expect(body["sha256"] == .string(SHA256.hexadecimal(of: bytes)))
    #expect(body["passages"] == nil)
    #expect(body["text"] == .string("a" + String(repeating: "é", count: 32_767)))
    #expect(RunRecord.Content([]).json == .null)
    #expect(RunRecord.Content([0xC3]).json == ["length": 1, "base64": "ww=="])
  }

  @Test
  func longBodiesMayBeKeptWhole() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 100_000)
    let body = RunRecord.Content(bytes, keeping: .whole).json
    #expect(body == ["length": 100_000, "text": .string(String(repeating: "a", count: 100_000))])
  }

  @Test
  func theShapeHasAVersion() throws {
    func root(_ report: Report) throws -> JSON {
      try JSONDocument(parsing: Array(JSONFormat().text(for: report).utf8)).root.value
    }
    #expect(try root(Runs.conforming)["schemaVersion"] == 5)
    #expect(try root(Runs.conforming)["exitStatus"] == 0)
    #expect(try root(Runs.mixed)["exitStatus"] == 1)
  }
}
