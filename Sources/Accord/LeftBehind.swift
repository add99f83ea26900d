import Synchronization

/// What the workflows of a run could not remove, as sentences, in the order in which that was seen.
final class LeftBehind: Sendable {
  private let list = Mutex<[String]>([])

  /// Adds what is left.
  func add(_ sentence: String) { list.withLock { $0.append(sentence) } }

  /// All of it.
  var sentences: [String] { list.withLock { $0 } }
}
