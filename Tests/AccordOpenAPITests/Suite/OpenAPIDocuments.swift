import Foundation

/// The documents that others wrote: found by `ACCORD_OPENAPI_SUITE`, else in `../shared/suites/openapi`.
enum OpenAPIDocuments {
  static let folder: String? = {
    let named = ProcessInfo.processInfo.environment["ACCORD_OPENAPI_SUITE"]
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let usual = root.appending(path: "../shared/suites/openapi").standardized.path
    let path = named ?? usual
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  /// The examples and the museum, by their names.
  static var examples: [String] {
    guard let folder,
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder + "/examples")
    else { return [] }
    let files = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted()
    return files.map { "examples/" + $0 } + ["museum/openapi.yaml"]
  }
}
