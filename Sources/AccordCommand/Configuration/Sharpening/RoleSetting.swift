import AccordModel
import AccordOpenAPI
import AccordSchema

/// Reads the roles of a document.
struct RoleSetting {
  private var reader: SettingReader
  private let node: JSONNode

  init(_ reader: SettingReader, _ node: JSONNode) {
    self.reader = reader
    self.node = node
  }

  /// The suite with its roles.
  ///
  /// - Throws: An exit with status 64, when all that is wrong was said, each at its line.
  mutating func stated() throws -> ImportedSuite {
    var roles: [StatedRole] = []
    for (name, value) in node.members {
      var role = StatedRole(
        name,
        scheme: value["scheme"]?.string,
        calls: SettingReader.each(value["calls"]).compactMap(\.string),
        fileID: reader.source(of: value).file,
        line: reader.source(of: value).line
      )
      for (operations, answer) in value["mayNot"].map({ Array($0.members) }) ?? [] {
        if let refusal = reader.refusal(answer) {
          role.refused.append(StatedRole.Refused(operations, refusal))
        }
      }
      do throws(UnmatchedSetting) {
        _ = try reader.imported.stating(roles: [role])
      } catch {
        reader.note(error, at: Self.place(of: error, in: value))
      }
      roles.append(role)
    }
    try reader.document.finish()
    return try reader.imported.stating(roles: roles)
  }

  /// Where a role says what is wrong with it.
  private static func place(of problem: UnmatchedSetting, in role: JSONNode) -> JSONNode {
    switch problem {
    case .operation(let name, _):
      SettingReader.each(role["calls"]).first { $0.string == name } ?? role["mayNot"]?[name] ?? role
    default: role["scheme"] ?? role
    }
  }
}
