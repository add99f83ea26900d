/// Writes files, with the folders above them.
///
/// A regular file is replaced whole or not at all, also behind a symbolic link, which stays. What is
/// no regular file, such as a device or a pipe, is written through.
package enum OutputFile {
  /// Why a file was not written.
  package struct Failure: Error, CustomStringConvertible {
    package var path: String
    package var reason: String
    /// What names the place, such as `--output`; `nil` where it is the path itself.
    package var option: String?

    package init(path: String, reason: String, option: String?) {
      self.path = path
      self.reason = reason
      self.option = option
    }

    package var description: String {
      let advice = option.map { "another place with \($0)" } ?? "another path"
      return "Cannot write \"\(path)\": \(reason). Choose \(advice)."
    }
  }

  /// Writes a text as UTF-8; `option` is what names the place.
  package static func write(_ text: String, to path: String, by option: String?) throws {
    try write(Array(text.utf8), to: path, by: option)
  }

  /// Writes bytes; `option` is what names the place.
  package static func write(_ bytes: [UInt8], to path: String, by option: String?) throws {
    try write(to: path, by: option) { append in append(bytes) }
  }

  /// Writes what `content` adds piece by piece; `option` is what names the place.
  package static func write(
    to path: String,
    by option: String?,
    _ content: (_ append: @escaping ([UInt8]) -> Void) -> Void
  ) throws {
    func pieces(_ descriptor: Int32) throws(FileSystem.Failure) {
      let file = Pieces(descriptor)
      content(file.append)
      if let failure = file.failure { throw failure }
    }
    do throws(FileSystem.Failure) {
      switch try FileSystem.kind(of: path) {
      case .regular:
        try FileSystem.replace(try FileSystem.realPath(of: path), pieces)
      case .folder: throw FileSystem.folderFailure(at: path)
      case .other:
        let descriptor = try FileSystem.opened(path, isNew: false)
        defer { FileSystem.close(descriptor) }
        try pieces(descriptor)
      case .danglingLink: try FileSystem.fill(path, pieces)
      case .absent:
        try FileSystem.makeFolder(above: path)
        try FileSystem.replace(path, pieces)
      }
    } catch {
      throw Failure(path: path, reason: error.reason, option: option)
    }
  }

  /// An open file, until it takes nothing more.
  private final class Pieces {
    private let descriptor: Int32
    private(set) var failure: FileSystem.Failure?

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func append(_ bytes: [UInt8]) {
      guard failure == nil else { return }
      do throws(FileSystem.Failure) {
        try FileSystem.append(bytes, to: descriptor)
      } catch {
        failure = error
      }
    }
  }

  /// Adds a text to the end of a file, which is made if it is not there; `option` is what names the
  /// place.
  package static func append(_ text: String, to path: String, by option: String?) throws {
    do throws(FileSystem.Failure) {
      let descriptor = try FileSystem.opened(path, isNew: false)
      defer { FileSystem.close(descriptor) }
      try FileSystem.append(Array(text.utf8), to: descriptor)
    } catch {
      throw Failure(path: path, reason: error.reason, option: option)
    }
  }
}
