import ArgumentParser

/// The paths to which reports are written.
enum ReportPaths {
  /// The name of a format and the path behind it, of `FORMAT` or `FORMAT=PATH`.
  static func parts(of text: String) throws -> (name: String, path: String?) {
    guard let equals = text.firstIndex(of: "=") else { return (text, nil) }
    let path = String(text[text.index(after: equals)...])
    let name = String(text[..<equals])
    guard !path.isEmpty else {
      throw ValidationError("--report \(text) has no path. Give one, or only \(name).")
    }
    return (name, path)
  }

  /// Refuses two reports of which the second would replace the first.
  static func check(_ paths: [String]) throws {
    var known: [(path: String, place: String)] = []
    for path in paths where path != "-" {
      let place = place(of: path)
      // What is no regular file takes both.
      if case .other? = try? FileSystem.kind(of: path) { continue }
      if let first = known.first(where: { $0.place == place }) {
        throw ValidationError(
          "--report: two reports would be written to \"\(first.path)\". Give each its own path."
        )
      }
      known.append((path, place))
    }
  }

  /// The path without what leads to the same place by a detour.
  private static func place(of path: String) -> String {
    if let real = try? FileSystem.realPath(of: path) { return real }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let text = parts.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + text }
    guard let here = try? FileSystem.realPath(of: ".") else { return text }
    return "\(here)/\(text)"
  }
}
