import Accord
import AccordModel
import AccordReporting
import AccordSchema
import ArgumentParser

/// The settings of `accord.json`.
struct ConfigurationFile {
  /// The name of the file that is read without being named.
  static let usualName = "accord.json"

  /// How many bytes are read.
  private static let byteLimit = 1 << 20

  /// The path of the file, as it was given.
  let path: String

  private let root: JSONNode

  /// Reads a file, and holds it to the schema.
  ///
  /// - Throws: An exit with status 64, when all that is wrong was said, each at its line.
  init(_ path: String) throws {
    self.path = path
    let content = try InputFile.read(path, upTo: Self.byteLimit)
    let document: JSONDocument
    do throws(JSONSyntaxError) {
      document = try JSONDocument(parsing: content.bytes)
    } catch {
      Console.standard.complain(
        "error: \(path):\(error.position.line):\(error.position.column): \(error.message)"
      )
      throw ExitCode(64)
    }
    root = document.root
    let lines = try problems()
    guard lines.isEmpty else {
      for line in lines { Console.standard.complain("error: \(line)") }
      throw ExitCode(64)
    }
  }

  /// The names of the targets, in their order.
  var targets: [String] { (root["targets"]?.members).map { $0.map(\.key) } ?? [] }

  /// The line of a target.
  func hasTarget(_ name: String) -> Bool { root["targets"]?[name] != nil }

  /// A setting that is in force, and where it stands.
  struct Setting {
    var key: ConfigurationKey
    var node: JSONNode
    /// The target that says it; `nil` where the file says it for all.
    var target: String?
  }

  /// The settings of a target: its own, and those for all that it does not say.
  func settings(of target: String?) -> [Setting] {
    let own = target.flatMap { root["targets"]?[$0] }
    return ConfigurationKey.known.compactMap { key in
      if let node = own?[key.name] { return Setting(key: key, node: node, target: target) }
      return root[key.name].map { Setting(key: key, node: $0, target: nil) }
    }
  }

  // MARK: - What is wrong

  private func problems() throws -> [String] {
    guard root.kind == .object else {
      return ["\(place(root)): Expected an object of settings, found \(root.kind.rawValue)."]
    }
    var lines: [(position: SourcePosition, line: String)] = []
    func add(_ node: JSONNode, _ message: String) {
      lines.append((node.position, "\(place(node)): \(message)"))
    }
    let names = ConfigurationKey.known.map(\.name)
    func checkNames(_ node: JSONNode, _ names: [String]) {
      guard node.kind == .object else { return }
      for (name, value) in node.members where !names.contains(name) {
        add(
          value,
          "No setting is called \"\(TerminalText.line(name))\". \(NearMiss.hint(name, among: names))"
        )
      }
    }
    checkNames(root, ["$schema", "targets"] + names)
    for (_, target) in root["targets"].map({ Array($0.members) }) ?? [] {
      checkNames(target, names)
    }
    for (owner, isSecret) in secrets() {
      add(
        owner,
        isSecret
          ? "A secret does not belong into this file. Put it into an environment variable, and name that in "
            + "\"credentials\"."
          : "Expected the name of an environment variable in capital letters, not what it holds."
      )
    }
    let known = Set(lines.map { $0.position })
    for violation in try ConfigurationSchema.validator().validate(root) {
      guard violation.keyword != "unevaluatedProperties", let position = violation.position,
        !known.contains(position)
      else { continue }
      lines.append(
        (
          position,
          "\(path):\(position.line):\(position.column): \(violation.path): Expected "
            + "\(violation.expected), found \(TerminalText.line(violation.actual))."
        )
      )
    }
    return lines.sorted { $0.position < $1.position }.map(\.line)
  }

  private func place(_ node: JSONNode) -> String {
    let pointer = node.pointer.isRoot ? "" : ": \(node.pointer)"
    return "\(path):\(node.position.line):\(node.position.column)\(pointer)"
  }

  /// The values that are secrets, or that stand where the name of a variable belongs.
  private func secrets() -> [(node: JSONNode, isSecret: Bool)] {
    var found: [(node: JSONNode, isSecret: Bool)] = []
    let owners = [root] + (root["targets"].map { $0.members.map(\.node) } ?? [])
    for owner in owners where owner.kind == .object {
      for (_, value) in owner["credentials"].map({ Array($0.members) }) ?? [] {
        if let text = value.string, !Self.isVariable(text) { found.append((value, false)) }
      }
      for (name, value) in owner["inputs"].map({ Array($0.members) }) ?? [] {
        if CredentialName.matches(name), value.string != nil { found.append((value, true)) }
      }
      for name in ["server", "givenFrom"] {
        for value in owner[name].map(Self.texts) ?? [] {
          let arguments = ["--\(name)", value.string ?? ""]
          if !ArgumentSecrets.secrets(in: arguments).isEmpty { found.append((value, true)) }
        }
      }
    }
    return found
  }

  private static func texts(_ node: JSONNode) -> [JSONNode] {
    node.kind == .object ? node.members.map(\.node) : [node]
  }

  /// Whether a text is the name of an environment variable, as such names are written.
  private static func isVariable(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, ("A"..."Z").contains(first) else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
    }
  }
}
