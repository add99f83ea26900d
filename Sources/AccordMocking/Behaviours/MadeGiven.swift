import AccordModel
import AccordSchema

/// Values of live data that the mock makes up.
enum MadeGiven {
  /// How many values each given has.
  static let count = 100

  /// The values of a given, the number of which no other given of the suite has.
  static func values(of given: Given, number: Int) -> [JSON] {
    let validators = given.fields.map { try? SchemaValidator($0.schema) }
    return (0..<count).map { index in
      let fields = zip(given.fields, validators).map { field, validator in
        JSONMember(
          field.name,
          value(field.schema, validator, given.id, number * 1000 + index)
        )
      }
      return fields.count == 1 ? fields[0].value : .object(fields)
    }
  }

  /// A value that no other given has, if the schema admits one of the usual kinds.
  private static func value(
    _ schema: Schema,
    _ validator: SchemaValidator?,
    _ name: String,
    _ number: Int
  ) -> JSON {
    let candidates: [JSON] = [
      .number(JSONNumber(number)), .string(String(number)),
      .string("\(name)-\(number)"), .string(GUID.text(family: 0xA, number)),
      .string("\(name)-\(number)@example.com"),
    ]
    return candidates.first { validator?.admits($0) ?? false }
      ?? schema.sample(seed: UInt64(number)) ?? .null
  }
}
