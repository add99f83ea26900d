import AccordSchema

/// The rules of the Jenkins and the Ant schema that a document of ours has to meet, copied by hand.
///
/// Where the two differ, the stricter one stands here. A file that breaks none is accepted by both.
struct JUnitRules {
  private(set) var problems: [String] = []

  init(_ document: XMLDocument) {
    expect(document.root.name.local == "testsuites", "the root is testsuites")
    expect(document.root.attributes.isEmpty, "testsuites has no attributes (Ant)")
    for (index, suite) in document.root.childElements.enumerated() { check(suite, index) }
  }

  private mutating func expect(_ isMet: Bool, _ rule: String) {
    if !isMet { problems.append(rule) }
  }

  private mutating func check(_ suite: XMLElement, _ index: Int) {
    expect(suite.name.local == "testsuite", "testsuites holds testsuite only")
    let names = suite.attributes.map(\.name.local)
    let required = [
      "package", "id", "name", "timestamp", "hostname", "tests", "failures", "errors", "time",
    ]
    expect(required.allSatisfy(names.contains), "testsuite has \(required)")
    expect(names.allSatisfy { (required + ["skipped"]).contains($0) }, "testsuite has no others")
    expect(value("id", of: suite) == String(index), "ids count from 0")
    expect(isDateTime(value("timestamp", of: suite)), "timestamp has no zone")
    for name in ["name", "package", "hostname"] {
      expect(isToken(value(name, of: suite)), "\(name) is a token")
    }
    expect(isTime(value("time", of: suite)), "time has three decimals")

    let children = suite.childElements
    let order = children.map(\.name.local)
    let cases = children.filter { $0.name.local == "testcase" }
    expect(
      order == ["properties"] + cases.map { _ in "testcase" } + ["system-out", "system-err"],
      "properties, testcases, system-out, system-err, in this order (Ant)"
    )
    for property in children.first?.childElements ?? [] {
      expect(property.name.local == "property", "properties holds property only")
      expect(property.attributes.map(\.name.local) == ["name", "value"], "property has both")
      expect(isToken(value("name", of: property)), "the name of a property is a token")
    }
    for testCase in cases { check(testCase) }
    let counts = [
      ("tests", cases.count), ("failures", count("failure", in: cases)),
      ("errors", count("error", in: cases)), ("skipped", count("skipped", in: cases)),
    ]
    for (name, count) in counts {
      expect(value(name, of: suite) == String(count), "\(name) counts right")
    }
  }

  private mutating func check(_ testCase: XMLElement) {
    expect(
      testCase.attributes.map(\.name.local).sorted() == ["classname", "name", "time"],
      "testcase has classname, name and time"
    )
    expect(isToken(value("name", of: testCase)), "the name of a testcase is a token")
    expect(isToken(value("classname", of: testCase)), "the class of a testcase is a token")
    expect(isTime(value("time", of: testCase)), "the time of a testcase has three decimals")
    let children = testCase.childElements
    expect(children.count <= 1, "testcase holds one of skipped, error, failure (Ant)")
    for child in children {
      let names = child.attributes.map(\.name.local)
      expect(child.childElements.isEmpty, "\(child.name.local) holds text")
      switch child.name.local {
      case "skipped": expect(names == ["message"], "skipped has a message")
      case "error", "failure":
        expect(names == ["message", "type"], "\(child.name.local) has a message and a type")
      default: expect(false, "testcase holds no \(child.name.local)")
      }
    }
  }

  private func count(_ name: String, in cases: [XMLElement]) -> Int {
    cases.count { $0.childElements.contains { $0.name.local == name } }
  }

  private func value(_ name: String, of element: XMLElement) -> String {
    element.attributes.first { $0.name.local == name }?.value ?? ""
  }

  /// An `xs:token` of at least one character.
  private func isToken(_ text: String) -> Bool {
    !text.isEmpty && !text.contains("\n") && !text.contains("\t") && !text.contains("  ")
      && !text.hasPrefix(" ") && !text.hasSuffix(" ")
  }

  private func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].count == 3 && !parts[0].isEmpty
      && parts.joined().allSatisfy { $0.isASCII && $0.isNumber }
  }

  private func isDateTime(_ text: String) -> Bool {
    text.count == 19 && text.dropFirst(10).first == "T"
  }
}
