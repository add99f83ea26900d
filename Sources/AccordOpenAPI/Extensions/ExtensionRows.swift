import AccordModel
import AccordSchema

/// The members of an object, a row each: its name, how it is written and how it is read.
struct ExtensionRows<Whole> {
  /// One member.
  struct Row {
    let name: String
    /// Whether the object is nothing without it.
    let isRequired: Bool
    let write: (Whole, SuiteExporter) throws(SchemaError) -> JSON?
    let read: (DescriptionNode, inout Whole, ExtensionReader) throws(ExtensionFault) -> Void
  }

  private(set) var list: [Row] = []

  /// A member that is always there.
  mutating func must<Part>(
    _ name: String,
    _ path: WritableKeyPath<Whole, Part>,
    _ coding: ExtensionCoding<Part>
  ) {
    list.append(
      Row(name: name, isRequired: true) { whole, exporter throws(SchemaError) in
        let value = try coding.write(whole[keyPath: path], exporter)
        if value == nil { exporter.noteNotWritten(name) }
        return value
      } read: { node, whole, reader throws(ExtensionFault) in
        guard let member = node[name] else { throw node.fault(.missing(name)) }
        whole[keyPath: path] = try coding.read(member, reader)
      }
    )
  }

  /// A member that is left out where it has the usual value.
  mutating func may<Part: Equatable>(
    _ name: String,
    _ path: WritableKeyPath<Whole, Part>,
    _ coding: ExtensionCoding<Part>,
    unless usual: Part
  ) {
    list.append(
      Row(name: name, isRequired: false) { whole, exporter throws(SchemaError) in
        let part = whole[keyPath: path]
        guard part != usual else { return nil }
        let value = try coding.write(part, exporter)
        if value == nil { exporter.noteNotWritten(name) }
        return value
      } read: { node, whole, reader throws(ExtensionFault) in
        whole[keyPath: path] =
          try node[name].map { member throws(ExtensionFault) in
            try coding.read(member, reader)
          } ?? usual
      }
    )
  }

  /// A member that may be left out.
  mutating func may<Part>(
    _ name: String,
    _ path: WritableKeyPath<Whole, Part?>,
    _ coding: ExtensionCoding<Part>
  ) {
    optional(name, coding, of: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 })
  }

  /// A member that may be left out, of a part that has no place of its own.
  mutating func optional<Part>(
    _ name: String,
    _ coding: ExtensionCoding<Part>,
    of part: @escaping (Whole) -> Part?,
    set: @escaping (inout Whole, Part) -> Void
  ) {
    list.append(
      Row(name: name, isRequired: false) { whole, exporter throws(SchemaError) in
        guard let value = part(whole) else { return nil }
        let written = try coding.write(value, exporter)
        if written == nil { exporter.noteNotWritten(name) }
        return written
      } read: { node, whole, reader throws(ExtensionFault) in
        guard let member = node[name] else { return }
        set(&whole, try coding.read(member, reader))
      }
    )
  }
}

extension ExtensionRows {
  /// The members of a value, in the order of the rows; `nil` where no document can hold one that has to be there.
  func members(of whole: Whole, _ exporter: SuiteExporter) throws(SchemaError) -> [JSONMember]? {
    var members: [JSONMember] = []
    for row in list {
      if let value = try row.write(whole, exporter) {
        members.append(JSONMember(row.name, value))
      } else if row.isRequired {
        return nil
      }
    }
    return members
  }

  /// Reads the members into a value.
  func read(
    _ node: DescriptionNode,
    into whole: inout Whole,
    _ reader: ExtensionReader
  ) throws(ExtensionFault) {
    for row in list { try row.read(node, &whole, reader) }
  }
}

extension ExtensionCoding {
  /// An object with the members of a table; `made` makes of it what it is where it was declared in `source`.
  static func object(
    _ start: @escaping @autoclosure () -> Value,
    _ table: @escaping (inout ExtensionRows<Value>) -> Void,
    made: @escaping (_ value: Value, _ source: SourceLine) -> Value = { value, _ in value }
  ) -> Self {
    func rows() -> ExtensionRows<Value> {
      var rows = ExtensionRows<Value>()
      table(&rows)
      return rows
    }
    return ExtensionCoding { value, exporter throws(SchemaError) in
      try rows().members(of: value, exporter).map(JSON.object)
    } read: { node, reader throws(ExtensionFault) in
      guard node.kind == .object else { throw node.fault(.kind(.object, found: node.kind)) }
      let rows = rows()
      let names = rows.list.map(\.name)
      for (name, member) in node.members where !names.contains(name) && !name.hasPrefix("x-") {
        throw member.fault(.unknown(name, known: names))
      }
      var value = start()
      try rows.read(node, into: &value, reader)
      return made(value, SourceLine(fileID: node.file, line: node.line))
    }
  }
}
