import ArgumentParser
import FoundationEssentials
import Testing

@testable import AccordCommand

/// Paths that lead to one file, be it there already or not.
@Suite struct ReportPathTests {
  private static func folder() throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: "\(path)/real",
      withIntermediateDirectories: true
    )
    for (link, target) in [
      ("xl.json", "x.json"), ("far", "\(path)/real/x.json"), ("twice", "xl.json"),
      ("linked", "real"), ("circle", "circle"), ("up", "real/../x.json"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(path)/\(link)",
        withDestinationPath: target
      )
    }
    return path
  }

  @Test(
    "Two reports to one file through links are refused before the file is there",
    arguments: [
      ("x.json", "xl.json", true), ("xl.json", "x.json", true), ("x.json", "twice", true),
      ("x.json", "up", true), ("real/x.json", "far", true),
      ("real/a/x.json", "linked/a/x.json", true),
      ("x.json", "linked/../x.json", true), ("real/new/../x.json", "linked/x.json", true),
      ("x.json", "linked/x.json", false), ("x.json", "far", false), ("circle", "x.json", false),
    ]
  )
  func links(first: String, second: String, isRefused: Bool) throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let paths = ["\(folder)/\(first)", "\(folder)/\(second)"]
    var message: String?
    do { try ReportPaths.check(paths) } catch let error as ValidationError {
      message = error.message
    }
    let refusal =
      "--report: two reports would be written to \"\(paths[0])\". Give each its own path."
    #expect(message == (isRefused ? refusal : nil))
  }
}
