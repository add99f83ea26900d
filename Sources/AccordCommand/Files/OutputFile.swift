import FoundationEssentials

/// Writes files, with the folders above them.
enum OutputFile {
  /// Why a file was not written.
  struct Failure: Error, CustomStringConvertible {
    var path: String
    var reason: String

    var description: String {
      "Cannot write \"\(path)\": \(reason). Choose another place with --output or --report."
    }
  }

  /// Writes a text as UTF-8, whole or not at all.
  static func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  /// Writes bytes, whole or not at all.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
        try FileManager.default.createDirectory(
          atPath: String(path[..<slash]),
          withIntermediateDirectories: true
        )
      }
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Failure(path: path, reason: reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileWriteNoPermission?: "permission is denied"
    case .fileWriteVolumeReadOnly?: "the volume can only be read"
    case .fileWriteOutOfSpace?: "no space is left"
    case .fileWriteFileExists?: "a file stands where a folder is needed"
    case .fileNoSuchFile?, .fileReadNoSuchFile?: "its folder does not exist"
    default: "\(error)"
    }
  }
}
