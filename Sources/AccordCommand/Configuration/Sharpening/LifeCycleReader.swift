import AccordModel
import AccordOpenAPI
import AccordSchema

/// Reads one life cycle, and notes what it names that is not there.
struct LifeCycleReader {
  /// What notes, and knows the suite.
  var reader: SettingReader
  let node: JSONNode

  /// The states that it has.
  let known: [String]

  /// The parts of what tells one resource from others.
  var parts: [String] = []

  /// What has the states, as a noun.
  var subject = ""

  init(_ reader: SettingReader, _ node: JSONNode) {
    self.reader = reader
    self.node = node
    known = SettingReader.each(node["states"]).compactMap(\.string)
  }

  /// The life cycle; where something was noted it means nothing.
  mutating func lifeCycle(_ id: String) -> LifeCycle {
    subject = node["of"]?.string ?? id
    let origin = origin()
    var transitions: [LifeCycle.Transition] = []
    var refusals: [LifeCycle.Refused] = []
    for (name, value) in node["transitions"].map({ Array($0.members) }) ?? [] {
      transitions.append(transition(name, value))
      refusals += refused(name, value)
    }
    var views: [LifeCycle.View] = []
    for (name, value) in node["views"].map({ Array($0.members) }) ?? [] {
      views.append(view(name, value))
    }
    let cleanUp = cleanUp()
    let (file, line) = reader.source(of: node)
    let cycle = LifeCycle.lifeCycle(
      id,
      of: subject,
      states: known.map { LifeCycle.State($0) },
      from: origin,
      transitions: transitions,
      refusals: refusals,
      views: views,
      cleanUp: cleanUp,
      fileID: file,
      line: line
    )
    noteWays(of: cycle)
    return cycle
  }
}
