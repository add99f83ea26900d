import AccordSchema

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads the files of a description: the one that is named, and those inside one folder to which it
/// refers.
struct DescriptionFiles: Sendable {
  /// How many bytes of one file are read.
  static let byteLimit = 1 << 27

  /// The folder inside of which files are read, without links, and as it was named.
  let folder: String
  let folderName: String

  /// Files inside a folder; without one, inside the folder around a file that is most likely all one work:
  /// see ``work(around:current:home:)``.
  init(around path: String, folder: String?) {
    let parent = Self.parent(of: path)
    if let folder {
      folderName = folder
    } else {
      let home = getenv("HOME").map { String(cString: $0) }.flatMap(Self.real)
      let real = Self.real(parent) ?? parent
      let work = Self.work(around: real, current: Self.real("."), home: home)
      folderName = work == real ? parent : Self.shown(work)
    }
    self.folder = Self.real(folderName) ?? folderName
  }

  /// The folder of which all files may be read to which a document in a folder refers: the nearest one with
  /// `.git` in it; else the current folder, where the document is inside; else the folder of the document.
  ///
  /// A document may be someone else's, and what it refers to becomes part of requests: neither a home folder
  /// nor the root of all files is ever meant.
  static func work(around parent: String, current: String?, home: String?) -> String {
    func isTooMuch(_ folder: String) -> Bool { folder == "/" || folder == home }
    var folder = parent
    while !isTooMuch(folder) {
      if Self.real(folder + "/.git") != nil { return folder }
      folder = Self.parent(of: folder)
    }
    guard let current, !isTooMuch(current), parent.hasPrefix(current + "/") else { return parent }
    return current
  }

  /// The bytes of a file.
  static func read(_ path: String) throws(DescriptionFailure) -> [UInt8] {
    func failure(_ reason: DescriptionFailure.Reason) -> DescriptionFailure {
      DescriptionFailure(file: path, position: nil, reason: reason)
    }
    guard !path.isEmpty, !path.utf8.contains(0) else { throw failure(.unreadable) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(.unreadable) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(.unreadable) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw failure(.folder) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(max(Int(status.st_size), 0), byteLimit))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { readBytes(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(.unreadable) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= byteLimit else { throw failure(.tooLarge(limit: byteLimit)) }
    }
  }

  /// The path to a regular file without links; nil if none is there.
  static func regularFile(_ path: String) -> String? {
    guard !path.utf8.contains(0), let real = real(path) else { return nil }
    var status = stat()
    guard stat(real, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return real
  }

  /// Whether a path without links leads into the folder.
  func contains(_ real: String) -> Bool { folder == "/" || real.hasPrefix(folder + "/") }

  /// A path without links and dots; nil if nothing is there.
  static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The URI of a path, which may be seen from the current folder (RFC 8089).
  static func uri(of path: String) -> String {
    var absolute = path
    if !path.hasPrefix("/"), let current = real(".") { absolute = current + "/" + path }
    var parts: [Substring] = []
    for part in absolute.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    var uri = "file://"
    for part in parts {
      uri += "/"
      for byte in part.utf8 {
        let scalar = Unicode.Scalar(byte)
        if isUnreserved(scalar) {
          uri.unicodeScalars.append(scalar)
        } else {
          PercentEscapes.write(byte, to: &uri)
        }
      }
    }
    return uri
  }

  private static func isUnreserved(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: "-._~!$&'()*+,;=:@".unicodeScalars.contains(scalar)
    }
  }

  /// The path that a URI of a file names; nil if it names none of this machine.
  static func path(of uri: String) -> String? {
    guard uri.hasPrefix("file:///") else { return nil }
    return try? PercentEscapes.decoded(uri.dropFirst("file://".count))
  }

  /// A path as it is seen from the current folder, where it is inside.
  static func shown(_ path: String) -> String {
    guard let current = real("."), path.hasPrefix(current + "/") else { return path }
    return String(path.dropFirst(current.count + 1))
  }
}

/// The call of POSIX, whose name is taken in ``DescriptionFiles``.
private func readBytes(
  _ descriptor: Int32,
  _ buffer: UnsafeMutableRawPointer?,
  _ count: Int
) -> Int {
  read(descriptor, buffer, count)
}
