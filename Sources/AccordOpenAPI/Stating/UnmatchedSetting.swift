/// A setting beside a document that names what is not there, or leaves out what has to be said.
public enum UnmatchedSetting: Error, Sendable, Hashable {
  /// No operation of the document has the name.
  case operation(String, known: [String])
  /// No security scheme of the document that can be carried has the name.
  case scheme(String, known: [String])
  /// A role names no security scheme, and the document does not have exactly one.
  case noScheme(role: String, known: [String])
  /// No role of the suite has the name.
  case role(String, known: [String])
  /// No error is named so.
  case error(String, known: [String])
  /// A name or alias stands for two errors.
  case errorTwice(String)
  /// A code stands for two errors.
  case codeTwice(Int, error: String)
  /// The code of no error stands for one.
  case codeOfSuccess(Int, error: String)
  /// Errors have names, and show them nowhere.
  case noPlace
  /// A life cycle has no state of the name.
  case state(String, known: [String])
  /// The operation declares no refusal at the place.
  case refusal(String, known: [String])
  /// The identity has no part of the name.
  case identity(String, known: [String])
  /// The operation has no parameter of the name.
  case parameter(String, known: [String])
  /// Nothing that is sent says which resource is meant.
  case noIdentity(operation: String, known: [String])
  /// The suite has no live data of the name.
  case given(String, known: [String])
  /// A life cycle does not say where its resource comes from, or says two things of it.
  case noOrigin
  /// Nothing leads to a state.
  case unreached(state: String)
  /// Nothing removes what cases make.
  case noRemoval
}
