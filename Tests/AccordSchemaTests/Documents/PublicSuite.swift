import Foundation

/// Finds suites that others published, which are not part of this repository.
///
/// An environment variable names the folder of a suite; without it, the suite is looked for in
/// `../shared/suites`, seen from the root of the repository.
enum PublicSuite {
  /// JSONTestSuite by Nicolas Seriot.
  static let jsonParsing = folder("ACCORD_JSON_PARSING_SUITE", "jsontestsuite")

  /// The documents without a DOCTYPE of the W3C XML Conformance Test Suite.
  static let xml = folder("ACCORD_XML_SUITE", "xml")

  /// The JSON Schema Test Suite.
  static let jsonSchema = folder("ACCORD_JSON_SCHEMA_SUITE", "json-schema")

  /// The folder of a suite; nil if it is not on this machine.
  private static func folder(_ variable: String, _ name: String) -> URL? {
    if let path = ProcessInfo.processInfo.environment[variable], !path.isEmpty {
      return existing(URL(fileURLWithPath: path))
    }
    let written = URL(fileURLWithPath: #filePath)
    for source in [written, written.resolvingSymlinksInPath()] {
      // Tests/AccordSchemaTests/Folder/File.swift
      let root = (0..<4).reduce(source) { url, _ in url.deletingLastPathComponent() }
      let suites = root.deletingLastPathComponent().appendingPathComponent("shared/suites")
      if let folder = existing(suites.appendingPathComponent(name)) {
        return folder
      }
    }
    return nil
  }

  /// The files of a folder in the order of their names.
  static func files(_ folder: URL) throws -> [(name: String, bytes: [UInt8])] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.map { name in
      (name, Array(try Data(contentsOf: folder.appendingPathComponent(name))))
    }
  }

  private static func existing(_ folder: URL) -> URL? {
    FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }
}
