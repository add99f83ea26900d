import AccordReporting
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

  /// The formats that `--report` names, each with its file; `nil` is standard output.
  static func formats<Format: RawRepresentable<String> & CaseIterable>(
    of texts: [String]
  ) throws -> [(format: Format, path: String?)] {
    try texts.map { text in
      let (name, path) = try parts(of: text)
      guard let format = Format(rawValue: name) else {
        let names = Format.allCases.map(\.rawValue)
        throw ValidationError(
          "--report: unknown format \"\(name)\". \(NearMiss.hint(name, among: names))"
        )
      }
      return (format, path.flatMap { Console.isOutput($0) ? nil : $0 })
    }
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

  /// How many symbolic links are followed on one path, as systems do.
  private static let linkLimit = 40

  /// The place to which a path leads, be it there already or not: without dots, and behind all
  /// symbolic links.
  private static func place(of path: String) -> String {
    var reached: [Substring] = []
    if !path.hasPrefix("/"), let here = try? FileSystem.realPath(of: ".") {
      reached = here.split(separator: "/")
    }
    var pending = Array(path.split(separator: "/").reversed())
    var links = 0
    while let part = pending.popLast() {
      if part == "." { continue }
      if part == ".." {
        _ = reached.popLast()
        continue
      }
      let next = "/" + (reached + [part]).joined(separator: "/")
      guard links < linkLimit, let target = FileSystem.link(at: next) else {
        reached.append(part)
        continue
      }
      links += 1
      if target.hasPrefix("/") { reached = [] }
      pending += target.split(separator: "/").reversed()
    }
    return "/" + reached.joined(separator: "/")
  }
}
