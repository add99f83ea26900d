import AccordModel

extension ContractSuite {
  /// The path without its suffix, and the format that the suffix asks for.
  ///
  /// A suffix is taken off only if it names a format that can be asked for so; any other is a part
  /// of the last segment.
  func split(_ path: String) -> (path: String, suffix: Format?) {
    guard negotiation?.ways.contains(where: { $0.way == .suffix }) ?? false,
      let dot = path.lastIndex(of: "."), !path[dot...].contains("/")
    else { return (path, nil) }
    let suffix = path[path.index(after: dot)...].lowercased()
    guard let format = formats.first(where: { $0.suffix == suffix }) else { return (path, nil) }
    return (String(path[..<dot]), format)
  }
}
