import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads a file that the user names, be it a regular one, a pipe or a device.
enum InputFile {
  /// What a file holds.
  struct Content {
    var bytes: [UInt8]
    /// Whether there is more of it.
    var isCut = false
  }

  /// How much is read of a pipe or a device, which may be endless.
  static let streamLimit = 1 << 28

  /// The bytes of the file.
  static func read(_ path: String) throws -> [UInt8] {
    let content = try read(path, upTo: streamLimit)
    guard !content.isCut else {
      throw ValidationError("The file \"\(path)\" holds more than \(streamLimit) bytes.")
    }
    return content.bytes
  }

  /// The bytes of the file; of a pipe or a device as many as a limit says.
  static func read(_ path: String, upTo limit: Int) throws -> Content {
    guard let content = content(of: path, upTo: limit) else {
      if FileURI.isFolder(path) {
        throw ValidationError("Cannot read \"\(path)\": it is a folder. Name a file in it.")
      }
      throw ValidationError("Cannot read the file \"\(path)\". Check the path and its permissions.")
    }
    return content
  }

  /// Whether something stands at the path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func content(of path: String, upTo limit: Int) -> Content? {
    guard !path.isEmpty, !path.utf8.contains(0) else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return content(of: descriptor, upTo: limit)
  }

  /// What an open file holds up to its end; nil if it cannot be read.
  static func content(of descriptor: Int32, upTo limit: Int) -> Content? {
    var status = stat()
    // What is of no type is none of the user's: it took the place of a descriptor that was closed.
    guard fstat(descriptor, &status) == 0,
      [S_IFREG, S_IFIFO, S_IFCHR, S_IFBLK, S_IFSOCK].contains(status.st_mode & S_IFMT)
    else { return nil }
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    var bytes: [UInt8] = []
    if isRegular { bytes.reserveCapacity(max(Int(status.st_size), 0)) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while isRegular || bytes.count <= limit {
      let count = chunk.withUnsafeMutableBytes { readFile(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    guard !isRegular, bytes.count > limit else { return Content(bytes: bytes) }
    return Content(bytes: Array(bytes[..<limit]), isCut: true)
  }
}

/// The call of POSIX, whose name is taken in ``InputFile``.
private func readFile(
  _ descriptor: Int32,
  _ buffer: UnsafeMutableRawPointer?,
  _ count: Int
) -> Int {
  read(descriptor, buffer, count)
}
