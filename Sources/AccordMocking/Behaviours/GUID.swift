/// GUIDs that are the same in every run.
package enum GUID {
  /// The GUID with this number in a family, such as `c0000000-0000-4000-8000-00000000002a`.
  package static func text(family: UInt8, _ number: Int) -> String {
    let digits = String(number, radix: 16)
    let padding = String(repeating: "0", count: max(0, 12 - digits.utf8.count))
    return "\(String(family, radix: 16))0000000-0000-4000-8000-\(padding)\(digits)"
  }
}
