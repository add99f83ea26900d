import AccordModel
import AccordOpenAPI
import AccordSchema

extension LifeCycleReader {
  mutating func view(_ name: String, _ value: JSONNode) -> LifeCycle.View {
    let (file, line) = reader.source(of: value)
    var shown: [LifeCycle.View.Value] = []
    for (state, node) in value["values"].map({ Array($0.members) }) ?? [] {
      shown.append(.value(node.value, for: self.state(state, at: node)))
    }
    let place = SettingReader.pointer(value["state"])
    let open = states(value["leavesOpen"], orGone: true)
    let ignored = SettingReader.each(value["ignoring"]).compactMap { SettingReader.pointer($0) }
    let items = SettingReader.pointer(value["items"])
    let step = step(name, value, hasIdentity: items == nil)
    let hidden = expectations(value, orGone: true)
    var view: LifeCycle.View
    if let items {
      view = .list(
        step,
        items: items,
        identity: SettingReader.pointer(value["identity"]) ?? .root,
        named: parts.first ?? "id",
        state: place,
        values: shown,
        leavesOpen: open,
        ignoring: ignored,
        fileID: file,
        line: line
      )
      if let omitted = value["omits"] { view.omits = states(omitted, orGone: true) }
    } else {
      view = .read(
        step,
        state: place,
        values: shown,
        leavesOpen: open,
        ignoring: ignored,
        fileID: file,
        line: line
      )
    }
    view.refusals = hidden.map { .hidden(in: $0.state, by: $0.expectation) }
    return view
  }
}
