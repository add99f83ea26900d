/// Writes files, with the folders above them.
///
/// A regular file is replaced whole or not at all, also behind a symbolic link, which stays. What is
/// no regular file, such as a device or a pipe, is written through.
enum OutputFile {
  /// Why a file was not written.
  struct Failure: Error, CustomStringConvertible {
    var path: String
    var reason: String
    /// What names the place, such as `--output`.
    var option: String

    var description: String {
      "Cannot write \"\(path)\": \(reason). Choose another place with \(option)."
    }
  }

  /// Writes a text as UTF-8; `option` is what names the place.
  static func write(_ text: String, to path: String, by option: String) throws {
    try write(Array(text.utf8), to: path, by: option)
  }

  /// Writes bytes; `option` is what names the place.
  static func write(_ bytes: [UInt8], to path: String, by option: String) throws {
    do throws(FileSystem.Failure) {
      switch try FileSystem.kind(of: path) {
      case .regular:
        try FileSystem.replace(try FileSystem.realPath(of: path), with: bytes)
      case .folder: throw FileSystem.folderFailure(at: path)
      case .other:
        let descriptor = try FileSystem.opened(path, isNew: false)
        defer { FileSystem.close(descriptor) }
        try FileSystem.append(bytes, to: descriptor)
      case .danglingLink: try FileSystem.fill(path, with: bytes)
      case .absent:
        try FileSystem.makeFolder(above: path)
        try FileSystem.replace(path, with: bytes)
      }
    } catch {
      throw Failure(path: path, reason: error.reason, option: option)
    }
  }

  /// Adds a text to the end of a file, which is made if it is not there; `option` is what names the
  /// place.
  static func append(_ text: String, to path: String, by option: String) throws {
    do throws(FileSystem.Failure) {
      let descriptor = try FileSystem.opened(path, isNew: false)
      defer { FileSystem.close(descriptor) }
      try FileSystem.append(Array(text.utf8), to: descriptor)
    } catch {
      throw Failure(path: path, reason: error.reason, option: option)
    }
  }
}
