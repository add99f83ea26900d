import Accord
import AccordModel
import AccordReporting
import AccordSchema
import ArgumentParser

/// The settings of `accord.json`.
struct ConfigurationFile {
  /// The name of the file that is read without being named.
  static let usualName = "accord.json"

  private let document: SettingsDocument

  /// The path of the file, as it was given.
  var path: String { document.path }

  private var root: JSONNode { document.root }

  /// Reads a file, and holds it to the schema.
  ///
  /// - Throws: An exit with status 64, when all that is wrong was said, each at its line.
  init(_ path: String) throws {
    var document = try SettingsDocument(path)
    let root = document.root
    if root.kind == .object {
      document.check(root, .file)
      for (owner, isSecret) in Self.secrets(of: root) {
        document.add(
          owner,
          isSecret
            ? "A secret does not belong into this file. Put it into an environment variable, and name that in "
              + "\"credentials\"."
            : "Expected the name of an environment variable in capital letters, not what it holds."
        )
      }
      document.check(root, by: try ConfigurationSchema.validator())
    } else {
      document.add(root, "Expected an object of settings, found \(root.kind.rawValue).")
    }
    try document.finish()
    self.document = document
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

  // MARK: - Secrets

  /// The values that are secrets, or that stand where the name of a variable belongs.
  private static func secrets(of root: JSONNode) -> [(node: JSONNode, isSecret: Bool)] {
    var found: [(node: JSONNode, isSecret: Bool)] = []
    let owners = [root] + (root["targets"].map { $0.members.map(\.node) } ?? [])
    for owner in owners where owner.kind == .object {
      for (_, value) in owner["credentials"].map({ Array($0.members) }) ?? [] {
        if let text = value.string, !isVariable(text) { found.append((value, false)) }
      }
      for (name, value) in owner["inputs"].map({ Array($0.members) }) ?? [] {
        if CredentialName.matches(name), value.string != nil { found.append((value, true)) }
      }
      for name in ["server", "givenFrom"] {
        for value in owner[name].map(texts) ?? [] {
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
