import AccordSchema

/// The three reports of a run, read by parsers that refuse what is not well-formed.
struct WrittenReports {
  struct Entry: Hashable {
    var id: String
    var verdict: String
    var reason: String?
  }

  struct Absent: Error {
    var name: String
  }

  let json: JSON
  let junit: XMLDocument
  let markdown: String
  /// The bytes of all three, to look for what must not be in them.
  let everything: [(name: String, bytes: [UInt8])]

  init(in folder: TestFolder, _ output: String = "Reports/runs") throws {
    everything = ["report.json", "junit.xml", "report.md"].map { name in
      (name, folder.bytes(of: "\(output)/\(name)"))
    }
    for (name, bytes) in everything where bytes.isEmpty { throw Absent(name: name) }
    json = try JSONDocument(parsing: everything[0].bytes).root.value
    junit = try XMLDocument(parsing: everything[1].bytes)
    markdown = String(decoding: everything[2].bytes, as: UTF8.self)
  }

  /// The cases of the JSON report, in its order.
  var entries: [Entry] {
    (json["suites"]?.elements ?? []).flatMap { $0["cases"]?.elements ?? [] }.map { testCase in
      Entry(
        id: testCase["id"]?.string ?? "",
        verdict: testCase["verdict"]?.string ?? "",
        reason: testCase["reason"]?.string
      )
    }
  }

  var ids: [String] { entries.map(\.id) }

  /// How many cases have each verdict.
  func count(_ verdict: String) -> Int { entries.count { $0.verdict == verdict } }

  /// The reasons of the cases with a verdict, each once, in the order of the report.
  func reasons(_ verdict: String) -> [String] {
    entries.filter { $0.verdict == verdict }.compactMap(\.reason)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A count of the summary.
  func summary(_ name: String) -> Int? { json["summary"]?[name].flatMap { Int($0.text()) } }

  var exitStatus: Int? { json["exitStatus"].flatMap { Int($0.text()) } }

  var interruption: String? { json["interruption"]?.string }

  var warnings: [String] { json["settings"]?["warnings"]?.elements?.compactMap(\.string) ?? [] }

  /// The identifiers of the JUnit report: class and name together are the case's identifier.
  var junitIDs: [String] {
    testCases.map { element in
      let name = element[attribute: "classname"] ?? ""
      let dot = name.firstIndex(of: ".") ?? name.endIndex
      return "\(name[..<dot])/\(name[dot...].dropFirst())/\(element[attribute: "name"] ?? "")"
    }
  }

  /// How many test cases of the JUnit report hold an element of this name.
  func junitCount(_ name: String) -> Int {
    testCases.count { $0[XMLName(local: name)] != nil }
  }

  /// The text of every `system-err` of the JUnit report.
  var junitErrors: [String] {
    junit.root.childElements.compactMap { $0["system-err"]?.text }
  }

  private var testCases: [XMLElement] {
    junit.root.childElements.flatMap { suite in
      suite.childElements.filter { $0.name.local == "testcase" }
    }
  }
}
