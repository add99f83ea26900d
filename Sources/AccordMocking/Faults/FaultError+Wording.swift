extension FaultError: CustomStringConvertible {
  /// What was expected, what was found, and what to do.
  package var description: String {
    switch self {
    case .unknown(let name, let known):
      "There is no fault \"\(name)\"; the faults are \(known.joined(separator: ", "))."
    case .missingValue(let name, let meaning, let example):
      "The fault \(name) needs \(meaning), such as \(name)=\(example)."
    case .surplusValue(let name, let value):
      "The fault \(name) takes no value, and \"\(value)\" was given."
    case .invalidValue(let name, let value, let meaning, let example):
      "The fault \(name) needs \(meaning), such as \(name)=\(example), and \"\(value)\" was given."
    }
  }
}
