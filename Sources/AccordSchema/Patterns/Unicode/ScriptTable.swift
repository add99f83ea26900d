/// The scripts of Unicode, which the standard library does not know.
enum ScriptTable {
  /// A script by its number in ``names``.
  struct Script: Sendable, Hashable {
    var number: UInt8
  }

  /// The script of a short or long name, such as `Grek` and `Greek`; nil if there is none.
  static func script(named name: String) -> Script? {
    let index = names.firstIndex { $0.contains { $0.isIdentical(to: name) } }
    return index.map { Script(number: UInt8(truncatingIfNeeded: $0)) }
  }

  /// The script of a scalar.
  static func script(of value: UInt32) -> Script {
    // The last start that is not behind the scalar.
    var first = 0
    var last = starts.count
    while first < last {
      let middle = (first + last) / 2
      if starts[middle] >> 8 <= value {
        first = middle + 1
      } else {
        last = middle
      }
    }
    return Script(number: UInt8(truncatingIfNeeded: starts[max(first - 1, 0)]))
  }

  /// Whether a script uses a scalar (Script_Extensions).
  static func extensions(of value: UInt32, contain script: Script) -> Bool {
    var first = 0
    var last = extensions.count
    while first < last {
      let middle = (first + last) / 2
      if extensions[middle].last < value {
        first = middle + 1
      } else {
        last = middle
      }
    }
    guard first < extensions.count, extensions[first].first <= value else {
      return self.script(of: value) == script
    }
    return sets[extensions[first].set].contains(script.number)
  }
}
