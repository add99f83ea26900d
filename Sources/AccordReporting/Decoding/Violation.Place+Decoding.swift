import AccordModel
import AccordSchema

extension Violation.Place {
  init(_ value: RecordedValue) throws(RunRecordError) {
    switch try value.string("part") {
    case "status": self = .status
    case "header": self = .header(try value.string("name"))
    case "message": self = .message
    case "surplus": self = .surplus
    case "time": self = .time
    case "body":
      let row = try value.member("row").json.isNull ? nil : value.count("row")
      let steps = try value.list("path") { step throws(RunRecordError) in
        try InstancePath.Step(step)
      }
      self = .body(row: row, path: InstancePath(steps))
    default: throw try value.member("part").unexpected("the part of an answer")
    }
  }
}

extension InstancePath.Step {
  fileprivate init(_ value: RecordedValue) throws(RunRecordError) {
    if let name = value.json.string {
      self = .member(name)
    } else if let index = value.json.number.flatMap({ Int($0.text) }), index >= 0 {
      self = .item(index)
    } else if value.json["element"] != nil {
      let number = try value.member("number").json.isNull ? nil : value.count("number")
      self = .element(try value.string("element"), number: number)
    } else if value.json["entry"] != nil {
      self = .entry(try value.string("entry"))
    } else if value.json["entryElement"] != nil {
      self = .entryElement(try value.string("entryElement"))
    } else if value.json["attribute"] != nil {
      self = .attribute(try value.string("attribute"))
    } else {
      throw value.unexpected(
        "the name of a member, the number of an item, an entry or a step in XML"
      )
    }
  }
}
