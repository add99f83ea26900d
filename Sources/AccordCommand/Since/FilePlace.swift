#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where a file stands.
enum FilePlace {
  /// The path from the root of the file system, without links on the way to the folder of the file, which need not
  /// be there itself.
  static func resolved(_ path: String) -> String {
    if let whole = real(path) { return whole }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return (real(folder.isEmpty ? "/" : folder) ?? folder) + "/" + name
  }

  /// The folder in which the tool runs.
  static var current: String { real(".") ?? "." }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
