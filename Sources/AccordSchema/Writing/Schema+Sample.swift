extension Schema {
  /// The value that ``sample(seed:)`` tries first, which was not held to the schema; nil if there is none.
  package var plainestValue: JSON? {
    var sampler = Sampler(seed: 0)
    return sampler.value(of: self)
  }

  /// A value that conforms to the schema; `nil` if none was found.
  ///
  /// Examples, constants and enumerations of the schema are used before anything is made up. The
  /// same seed gives the same value; another seed gives another one where the schema leaves a
  /// choice. What is returned was held to the schema.
  package func sample(seed: UInt64 = 0) -> JSON? {
    guard let validator = try? SchemaValidator(self) else { return nil }
    var wrong: [JSON] = []
    var isExhausted = false
    for attempt in 0..<Sampler.mostAttempts {
      let seed = attempt == 0 ? seed : seed &* 31 &+ UInt64(attempt)
      var sampler = Sampler(seed: seed, attempt: attempt)
      let value = sampler.value(of: self)
      defer { isExhausted = isExhausted || sampler.isExhausted }
      if sampler.isThorough, isExhausted { break }
      guard let value else { continue }
      if validator.admits(value) { return value }
      if !wrong.contains(value) { wrong.append(value) }
    }
    return SampleRepair(validator).repaired(wrong)
  }
}
