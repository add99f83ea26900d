import Foundation
import Testing

/// `import Accord` stands beside other imports in one file: what it brings has names of its own.
@Suite struct ImportedNamesTests {
  /// The targets whose public names `import Accord` brings; HTTPTypes is itself one of the others.
  static let targets = [
    "Accord", "AccordMocking", "AccordModel", "AccordPlanning", "AccordReporting", "AccordRunning",
    "AccordSchema",
  ]

  @Test(arguments: ForeignNames.all.map(\.module))
  func namesDoNotClash(_ module: String) throws {
    let foreign = try #require(ForeignNames.all.first { $0.module == module })
    let names = Set(foreign.names.split(whereSeparator: \.isWhitespace).map(String.init))
    #expect(names.count > 3)
    #expect(try Self.declared.intersection(names).sorted() == [])
  }

  @Test func findsWhatIsDeclared() throws {
    #expect(try Self.declared.isSuperset(of: ["Contract", "Schema", "ConformanceRun", "JSON"]))
  }

  /// The types and protocols that the targets declare at the top of a file.
  private static var declared: Set<String> {
    get throws {
      let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources")
      var names: Set<String> = []
      for target in targets {
        let folder = sources.appending(path: target)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        for case let file as URL in try #require(files) where file.pathExtension == "swift" {
          for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if let name = name(declaredBy: line) { names.insert(name) }
          }
        }
      }
      return names
    }
  }

  private static func name(declaredBy line: Substring) -> String? {
    guard line.hasPrefix("public ") else { return nil }
    let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    let kinds = ["struct", "enum", "class", "protocol", "actor", "typealias"]
    guard let index = words.firstIndex(where: kinds.contains), words.indices.contains(index + 1)
    else {
      return nil
    }
    return words[index + 1]
  }
}
