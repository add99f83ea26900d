/// The files on which a verification rests, and their states.
struct WatchedFiles {
  /// The paths, each once.
  let paths: [String]

  private var states: [FileState?]

  /// Files as they are now.
  init(_ paths: [String]) {
    var seen: Set<String> = []
    self.paths = paths.filter { seen.insert($0).inserted }
    states = self.paths.map { FileState(of: $0) }
  }

  /// The files that are other than they were.
  var changed: [String] { zip(paths, states).filter { FileState(of: $0) != $1 }.map(\.0) }

  /// Whether another look at the files has the same states.
  func isSame(as other: WatchedFiles) -> Bool { paths == other.paths && states == other.states }
}
