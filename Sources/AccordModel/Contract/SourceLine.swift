/// A line of Swift source where a clause is declared.
public struct SourceLine: Sendable, Hashable {
  /// The file as `#fileID` gives it: the module, a slash, the file's name.
  public var fileID: String

  /// The line, counted from one.
  public var line: Int

  /// Creates a source line.
  public init(fileID: String, line: Int) {
    self.fileID = fileID
    self.line = line
  }

  /// The file's path below a folder that holds the module's sources, with the line.
  ///
  /// `#fileID` names the module and not its folder, so a suite says where its sources lie.
  public func path(in folder: String?) -> String {
    "\(file(in: folder)):\(line)"
  }

  /// The file's path below a folder that holds the module's sources.
  public func file(in folder: String?) -> String {
    guard let folder, let slash = fileID.firstIndex(of: "/") else { return fileID }
    return "\(folder)\(fileID[slash...])"
  }
}
