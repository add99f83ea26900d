import Accord
import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Paths of files as URIs (RFC 8089), against which references are resolved.
enum FileURI {
  private static let scheme = "file://"

  /// The URI of a path, which may be seen from the current folder.
  static func of(_ path: String) -> String {
    let folder = FileManager.default.currentDirectoryPath
    let absolute = path.hasPrefix("/") ? path : folder + "/" + path
    var parts: [Substring] = []
    for part in absolute.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return scheme + "/" + parts.map { encoded($0) }.joined(separator: "/")
  }

  /// The path of a URI with its percent escapes; nil if it names no file of this machine.
  static func escapedPath(_ uri: String) -> Substring? {
    uri.hasPrefix(scheme + "/") ? uri.dropFirst(scheme.count) : nil
  }

  /// The path of a URI; nil if it names no file of this machine.
  static func path(_ uri: String) -> String? { escapedPath(uri).flatMap(decoded) }

  /// A path without links and dots; nil if nothing is there.
  static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The folder of a path.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether a path without links leads to a regular file and not to a device or a pipe.
  static func isRegular(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a path without links leads to a folder.
  static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  private static func encoded(_ part: Substring) -> String {
    var text = ""
    for byte in part.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      if isPlain || "-._~!$&'()*+,;=:@".unicodeScalars.contains(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        PercentEscapes.write(byte, to: &text)
      }
    }
    return text
  }

  /// The text without percent escapes; nil if that is no UTF-8 or holds a zero byte.
  static func decoded(_ text: Substring) -> String? {
    (try? PercentEscapes.decoded(text)).flatMap { $0.utf8.contains(0) ? nil : $0 }
  }
}
