/// A command that a GitHub Actions runner takes from a line of output.
///
/// The escaping is that of the runner's toolkit (`@actions/core`, `command.ts`): percent, carriage
/// return and line feed in the message, and colon and comma in properties too.
package struct WorkflowCommand: Sendable, Hashable, CustomStringConvertible {
  /// The command as a line, without a line feed.
  package let description: String

  /// A command with its properties in order.
  init(_ name: String, _ properties: KeyValuePairs<String, String>, _ message: String) {
    let properties = properties.map { "\($0.key)=\(Self.property($0.value))" }
    let head = properties.isEmpty ? name : "\(name) \(properties.joined(separator: ","))"
    description = "::\(head)::\(Self.message(message))"
  }

  /// The text as a message.
  static func message(_ text: String) -> String { escape(VisibleText.block(text), ["%", "\n"]) }

  /// The text as the value of a property.
  static func property(_ text: String) -> String {
    escape(VisibleText.block(text), ["%", "\n", ":", ","])
  }

  private static func escape(_ text: String, _ escaped: Set<Unicode.Scalar>) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if escaped.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += scalar.value < 16 ? "%0\(digits)" : "%\(digits)"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
