import Foundation

/// The documents of OpenAPI and Arazzo that others published, which are not part of this repository.
///
/// ACCORD_OPENAPI_SUITE names their folder; without it, it is looked for in
/// `../shared/suites/openapi`, seen from the root of the repository.
enum OpenAPISuite {
  static let folder: URL? = {
    if let path = ProcessInfo.processInfo.environment["ACCORD_OPENAPI_SUITE"], !path.isEmpty {
      return existing(URL(fileURLWithPath: path))
    }
    let written = URL(fileURLWithPath: #filePath)
    for source in [written, written.resolvingSymlinksInPath()] {
      // Tests/AccordOpenAPITests/File.swift
      let root = (0..<3).reduce(source) { url, _ in url.deletingLastPathComponent() }
      let suites = root.deletingLastPathComponent().appendingPathComponent("shared/suites")
      if let folder = existing(suites.appendingPathComponent("openapi")) { return folder }
    }
    return nil
  }()

  static let isAbsent = "set ACCORD_OPENAPI_SUITE to the folder of the OpenAPI documents"

  /// The documents in a folder of the suite, in the order of their names.
  static func documents(in name: String) -> [String] {
    guard let folder else { return [] }
    let path = folder.appendingPathComponent(name).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted()
      .map { path + "/" + $0 }
  }

  private static func existing(_ folder: URL) -> URL? {
    FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }
}
