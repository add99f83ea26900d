/// Why a text is no fault.
package enum FaultError: Error, Sendable, Hashable {
  /// No fault has this name; the names that there are.
  case unknown(name: String, known: [String])
  /// The fault needs a value.
  case missingValue(name: String, meaning: String, example: String)
  /// The fault takes no value.
  case surplusValue(name: String, value: String)
  /// The value is not what the fault needs.
  case invalidValue(name: String, value: String, meaning: String, example: String)
}
