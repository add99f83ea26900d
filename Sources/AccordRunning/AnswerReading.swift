package import AccordModel

/// What a runner has to know of an answer to go on.
///
/// How answers are read is for the stage that judges them; a runner is given it.
package struct AnswerReading: Sendable {
  /// The answer to a right request in words, if it is the one that a missing or wrong credential
  /// gets.
  package var credentialRefusal: @Sendable (Exchange.Response) -> String?

  /// Whether an answer says that what was asked for was done.
  package var isSuccess: @Sendable (Exchange.Response) -> Bool

  /// What an answer shows of an error where the suite's errors show it: its name and its code; empty where
  /// it shows none.
  package var shownError: @Sendable (Exchange.Response) -> [String]

  /// Creates a reading; the usual one knows nothing but statuses.
  package init(
    credentialRefusal: @escaping @Sendable (Exchange.Response) -> String? = { response in
      response.status == 401 ? "401" : nil
    },
    isSuccess: @escaping @Sendable (Exchange.Response) -> Bool = {
      (200..<300).contains($0.status)
    },
    shownError: @escaping @Sendable (Exchange.Response) -> [String] = { _ in [] }
  ) {
    self.credentialRefusal = credentialRefusal
    self.isSuccess = isSuccess
    self.shownError = shownError
  }
}
