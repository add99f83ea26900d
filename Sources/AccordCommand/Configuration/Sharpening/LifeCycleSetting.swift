import AccordModel
import AccordOpenAPI
import AccordSchema

/// Reads the life cycles of resources of a document.
struct LifeCycleSetting {
  private var reader: SettingReader
  private let node: JSONNode

  init(_ reader: SettingReader, _ node: JSONNode) {
    self.reader = reader
    self.node = node
  }

  /// The suite with its life cycles.
  ///
  /// - Throws: An exit with status 64, when all that is wrong was said, each at its line.
  mutating func stated() throws -> ImportedSuite {
    var cycles: [LifeCycle] = []
    for (name, value) in node.members {
      var part = LifeCycleReader(reader, value)
      cycles.append(part.lifeCycle(name))
      reader = part.reader
    }
    try reader.document.finish()
    return try reader.imported.stating(lifeCycles: cycles)
  }
}
