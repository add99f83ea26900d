import Foundation

/// Pairs of documents that others published, with the level that their tests expect; they are not part of
/// this repository.
///
/// ACCORD_OPENAPI_SUITE names the folder of the OpenAPI documents; without it, it is looked for in
/// `../shared/suites/openapi`, seen from the root of the repository.
struct ChangePair: Sendable {
  let old: String
  let new: String
  /// ERR, WARN, INFO or NONE.
  let level: String
  let ids: [String]
  let checks: String
  let certainty: String

  /// Only that there is at least such a change is known.
  var isFloor: Bool { certainty.contains("floor") }
  /// Only changes that warn were looked for.
  var isOfWarnings: Bool { certainty.contains("exact-at-WARN+") }
  /// It is what one project chose.
  var isPolicy: Bool { certainty.contains("POLICY") }

  /// How many days the checks ask for between deprecation and sunset: of what is beta, and of all else.
  var deprecationDays: (beta: Int, stable: Int) {
    guard let start = checks.range(of: "deprecation-days=") else { return (0, 0) }
    let numbers = checks[start.upperBound...].prefix { $0.isNumber || $0 == "," }
      .split(separator: ",").compactMap { Int($0) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : (0, 0)
  }

  static let folder: String? = {
    let environment = ProcessInfo.processInfo.environment["ACCORD_OPENAPI_SUITE"]
    if let environment, !environment.isEmpty { return existing(environment + "/changes") }
    let written = URL(fileURLWithPath: #filePath)
    for source in [written, written.resolvingSymlinksInPath()] {
      // Tests/AccordComparingTests/Pairs/File.swift
      let root = (0..<4).reduce(source) { url, _ in url.deletingLastPathComponent() }
      let suites = root.deletingLastPathComponent().appendingPathComponent("shared/suites")
      if let folder = existing(suites.path + "/openapi/changes") { return folder }
    }
    return nil
  }()

  static let isAbsent = "set ACCORD_OPENAPI_SUITE to the folder of the OpenAPI documents"

  private static func existing(_ path: String) -> String? {
    FileManager.default.fileExists(atPath: path + "/pairs.tsv") ? path : nil
  }

  /// The rows of the table.
  static let all: [ChangePair] = {
    guard let folder, let text = try? String(contentsOfFile: folder + "/pairs.tsv", encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 7 else { return nil }
      return ChangePair(
        old: cells[0],
        new: cells[1],
        level: cells[2],
        ids: cells[3].split(separator: ",").map(String.init),
        checks: cells[5],
        certainty: cells[6]
      )
    }
  }()
}
