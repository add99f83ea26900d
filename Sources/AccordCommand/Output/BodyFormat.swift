import ArgumentParser

/// The format of a file with a body.
enum BodyFormat: String, CaseIterable, ExpressibleByArgument {
  case json
  case jsonLines = "jsonl"
  case xml
  case csv
  case jsv
  case form

  /// The format that a file's ending names; JSON where it names none.
  init(ending file: String) {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let ending = name.split(separator: ".").last.map { $0.lowercased() }
    switch ending {
    case "ndjson"?: self = .jsonLines
    case let ending?: self = Self(rawValue: ending) ?? .json
    case nil: self = .json
    }
  }
}
