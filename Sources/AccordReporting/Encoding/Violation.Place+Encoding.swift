import AccordModel
import AccordSchema

extension Violation.Place: EncodedValue {
  /// The part of the answer, and what leads to the place in it.
  var json: JSON {
    switch self {
    case .status: ["part": "status"]
    case .header(let name): ["part": "header", "name": .string(name)]
    case .message: ["part": "message"]
    case .surplus: ["part": "surplus"]
    case .time: ["part": "time"]
    case .body(let row, let path):
      ["part": "body", "row": row.map(JSON.count) ?? .null, "path": path.json]
    }
  }
}

extension InstancePath: EncodedValue {
  /// The steps: the name of a member, the number of an item, an object for an entry of a map and for
  /// what only XML has.
  var json: JSON {
    .array(
      steps.map { step in
        switch step {
        case .member(let name): .string(name)
        case .entry(let name): ["entry": .string(name)]
        case .item(let index): .count(index)
        case .element(let name, let number):
          ["element": .string(name), "number": number.map(JSON.count) ?? .null]
        case .entryElement(let name): ["entryElement": .string(name)]
        case .attribute(let name): ["attribute": .string(name)]
        }
      }
    )
  }
}
