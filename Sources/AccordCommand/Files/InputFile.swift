import ArgumentParser
import FoundationEssentials

/// Reads a file that the user names.
enum InputFile {
  /// The bytes of the file.
  static func read(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ValidationError("Cannot read the file \"\(path)\". Check the path and its permissions.")
    }
    return [UInt8](data)
  }

  /// Whether there is a file.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
