/// What is wrong with an OpenAPI document of which no suite is made.
public struct DescriptionFlaws: Error, Sendable, CustomStringConvertible {
  /// The document, as it was given.
  public let file: String

  /// Each problem with its place, as a line.
  public let lines: [String]

  /// That no suite is made, in words.
  public var description: String {
    "\(file) is not used: it has \(lines.count) problem\(lines.count == 1 ? "" : "s")."
  }
}
