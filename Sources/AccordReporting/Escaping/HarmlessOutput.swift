/// A text that is passed on in pieces of whole lines, in which nothing is a command for the log of a CI
/// system, so that no report is held in memory whole.
package struct HarmlessOutput: TextOutputStream {
  /// How long a piece is at least, but for the last one.
  private static let length = 1 << 16

  private let language: LogText.Language
  private let pass: ([UInt8]) -> Void
  private var pending: [UInt8] = []
  /// What of it was found to have no line feed.
  private var searched = 0

  /// A text in a language, whose pieces are passed on as UTF-8.
  package init(in language: LogText.Language, to pass: @escaping ([UInt8]) -> Void) {
    self.language = language
    self.pass = pass
  }

  /// Adds to the text.
  package mutating func write(_ text: String) {
    pending += text.utf8
    guard pending.count >= Self.length + searched else { return }
    guard let end = pending[searched...].lastIndex(of: UInt8(ascii: "\n")) else {
      searched = pending.count
      return
    }
    passOn(pending[...end])
    pending.removeSubrange(...end)
    searched = 0
  }

  /// Passes on what is left.
  package mutating func finish() {
    passOn(pending[...])
    pending = []
    searched = 0
  }

  private func passOn(_ piece: ArraySlice<UInt8>) {
    guard !piece.isEmpty else { return }
    pass(LogText.harmless(Array(piece), in: language))
  }
}
