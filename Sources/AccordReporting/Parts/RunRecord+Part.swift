import AccordModel
import AccordSchema

extension RunRecord {
  /// Which part of a plan a run was, where a plan was divided among several runs.
  package struct Part: Sendable, Hashable {
    /// Which part it is, from 1.
    package var number: Int
    /// How many there are.
    package var count: Int
    /// The digest of the whole plan, by which parts of one plan are known.
    package var plan: String
    /// The places of the cases in the plan of each suite.
    package var places: [[Int]]
    /// How many cases the plan of each suite has.
    package var sizes: [Int]

    /// Creates a part.
    package init(number: Int, count: Int, plan: String, places: [[Int]], sizes: [Int]) {
      self.number = number
      self.count = count
      self.plan = plan
      self.places = places
      self.sizes = sizes
    }

    /// The part in words, such as `Part 2 of 3`.
    package var name: String { "Part \(number) of \(count)" }
  }
}

extension RunRecord.Part: EncodedValue {
  var json: JSON {
    [
      "number": .count(number),
      "count": .count(count),
      "plan": .string(plan),
      "suites": .array(
        zip(places, sizes).map { places, size in
          ["cases": .count(size), "places": .array(places.map(JSON.count))]
        }
      ),
    ]
  }

  init(_ value: RecordedValue) throws(RunRecordError) {
    self.init(
      number: try value.count("number"),
      count: try value.count("count"),
      plan: try value.string("plan"),
      places: try value.list("suites") { suite throws(RunRecordError) in
        try suite.list("places") { place throws(RunRecordError) in
          guard let number = place.json.number, let index = Int(number.text), index >= 0 else {
            throw place.unexpected("the place of a case")
          }
          return index
        }
      },
      sizes: try value.list("suites") { suite throws(RunRecordError) in
        try suite.count("cases")
      }
    )
    guard count >= 1, (1...count).contains(number) else {
      throw try value.member("number").unexpected("a number from 1 to \(count)")
    }
  }

  /// The part that a stored document says it is, if it is one.
  static func read(_ value: RecordedValue) throws(RunRecordError) -> RunRecord.Part? {
    guard value.json["part"] != nil else { return nil }
    return try RunRecord.Part(value.member("part"))
  }
}
