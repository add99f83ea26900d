import AccordReporting
import AccordSchema
import ArgumentParser

/// A JSON file with settings, and what is wrong in it.
struct SettingsDocument {
  /// How many bytes are read.
  private static let byteLimit = 1 << 20

  /// The path of the file, as it was given.
  let path: String

  /// The settings.
  let root: JSONNode

  private var lines: [(position: SourcePosition, line: String)] = []

  /// Reads a file.
  ///
  /// - Throws: An exit with status 64, when it was said why it is no JSON.
  init(_ path: String) throws {
    self.path = path
    let content = try InputFile.read(path, upTo: Self.byteLimit)
    do throws(JSONSyntaxError) {
      root = try JSONDocument(parsing: content.bytes).root
    } catch {
      Console.standard.complain(
        "error: \(path):\(error.position.line):\(error.position.column): \(error.message)"
      )
      throw ExitCode(64)
    }
  }

  /// Notes what is wrong with a value.
  mutating func add(_ node: JSONNode, _ message: String) {
    lines.append((node.position, "\(place(node)): \(message)"))
  }

  /// Notes members whose names are not among those that there are.
  mutating func check(_ node: JSONNode, _ members: SettingMembers) {
    guard node.kind == .object else { return }
    switch members {
    case .open: break
    case .each(let members):
      for (_, value) in node.members { check(value, members) }
    case .named(let known):
      let names = known.map(\.name)
      for (name, value) in node.members {
        if let (_, inner) = known.first(where: { $0.name == name }) {
          check(value, inner)
        } else {
          add(
            value,
            "No setting is called \"\(TerminalText.line(name))\". \(NearMiss.hint(name, among: names))"
          )
        }
      }
    }
  }

  /// Notes where a value breaks a schema, but for what was noted already.
  mutating func check(_ node: JSONNode, by validator: SchemaValidator) {
    let known = Set(lines.map { $0.position })
    for violation in validator.validate(node) {
      // Names were checked with what was probably meant.
      guard !["unevaluatedProperties", "additionalProperties"].contains(violation.keyword),
        let position = violation.position, !known.contains(position)
      else { continue }
      lines.append(
        (
          position,
          "\(path):\(position.line):\(position.column): \(violation.path): Expected "
            + "\(violation.expected), found \(TerminalText.line(violation.actual))."
        )
      )
    }
  }

  /// Ends if anything is wrong, when all of it was said, each at its line.
  ///
  /// - Throws: An exit with status 64.
  func finish() throws {
    guard !lines.isEmpty else { return }
    for line in lines.sorted(by: { $0.position < $1.position }).map(\.line) {
      Console.standard.complain("error: \(line)")
    }
    throw ExitCode(64)
  }

  private func place(_ node: JSONNode) -> String {
    let pointer = node.pointer.isRoot ? "" : ": \(node.pointer)"
    return "\(path):\(node.position.line):\(node.position.column)\(pointer)"
  }
}
