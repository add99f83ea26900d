import AccordModel
import Foundation
import ShippedContracts
import Testing

/// No file under Sources knows an API whose contracts are shipped, nor the framework of one.
@Suite("Nothing shipped inside")
struct NothingShippedInSourcesTests {
  /// What names a shipped API or the framework of one, in whatever case.
  static let names =
    [
      "interact", "\"platform", "`platform", "platform api", "platform=", "contracts/platform",
      "servicestack", "service stack", "ss-id", "contactconnection", "contactsconnection",
    ]
    + ShippedContracts.suites.flatMap(\.operations).map(\.id)
    + ShippedContracts.suites.flatMap { $0.credential?.variables ?? [] }.map { $0.lowercased() }

  /// What holds one of the names and means something else.
  static let others = ["interaction", "interactive", "interacts", "interacting", "interacted"]

  /// The shipped names in a text, and the words in it that are spelt as the names of shipped types
  /// and errors are.
  static func findings(in text: String) -> [String] {
    let lowered = others.reduce(text.lowercased()) { $0.replacing($1, with: "") }
    let words = text.split { !$0.isLetter }.filter { word in
      (word.hasPrefix("Platform") && word != "Platforms")
        || (word.hasPrefix("WS") && word.dropFirst(2).first?.isUppercase ?? false
          && word.dropFirst(3).first?.isLowercase ?? false)
    }
    return names.filter { lowered.contains($0) } + words.map(String.init)
  }

  static let sources = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  @Test("No file under Sources names a shipped API")
  func sourcesNameNone() throws {
    let files = try #require(FileManager.default.enumerator(atPath: Self.sources.path))
    var count = 0
    var findings: [String] = []
    for case let path as String in files {
      findings += Self.findings(in: path).map { "\(path): its name has \($0)" }
      guard let bytes = try? Data(contentsOf: Self.sources.appending(path: path)) else { continue }
      count += 1
      let text = String(decoding: bytes, as: UTF8.self)
      guard !Self.findings(in: text).isEmpty else { continue }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        findings += Self.findings(in: String(line)).map { "\(path):\(index + 1): \($0)" }
      }
    }
    #expect(count > 100)
    #expect(findings.sorted() == [])
  }

  @Test(
    "What names a shipped API is noticed",
    arguments: [
      "final class InteractBehaviour", "case \"platform\":", "/// ServiceStack's JSV.",
      "\"WSInvalidParameterException\"", "`list of ContactConnectionModel`", "PLATFORM_TOKEN",
      "x-nextinteract-authtoken", "company.preregister", "Contracts/Platform", "Cookie: ss-id=",
      "struct PlatformStore {",
    ]
  )
  func notices(_ line: String) { #expect(!Self.findings(in: line).isEmpty) }

  @Test(
    "What does not is not",
    arguments: [
      "on every platform", "Platforms differ", "an interactive page", "JSV", "WSDL", "WS",
    ]
  )
  func passes(_ line: String) { #expect(Self.findings(in: line) == []) }
}
