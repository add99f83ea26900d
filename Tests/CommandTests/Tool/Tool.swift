import FoundationEssentials

/// The executable that is built with the tests.
enum Tool {
  struct Missing: Error {
    var looked: [String]
  }

  /// Its path: the build puts it beside the test bundle.
  static var path: String {
    get throws {
      var looked: [String] = []
      for argument in CommandLine.arguments where argument.contains("/") {
        // A bundle may be a folder with the runner some levels inside.
        var folder = argument[...]
        for _ in 0..<4 {
          guard let slash = folder.lastIndex(of: "/") else { break }
          folder = folder[..<slash]
          let path = "\(folder)/accord"
          looked.append(path)
          var isFolder = false
          if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder {
            return path
          }
        }
      }
      throw Missing(looked: looked)
    }
  }

  /// The text of a committed file, by its path below the folder of the package.
  static func committed(_ file: String) throws -> String {
    var path = #filePath[...]
    for _ in 0..<4 { path = path[..<(path.lastIndex(of: "/") ?? path.endIndex)] }
    let data = try Data(contentsOf: URL(filePath: "\(path)/\(file)"))
    return String(decoding: data, as: UTF8.self)
  }
}
