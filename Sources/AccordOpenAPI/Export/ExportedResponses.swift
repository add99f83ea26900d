import AccordModel
import AccordSchema

/// Writes the answers of an operation.
struct ExportedResponses {
  /// One answer as it is put together.
  private struct Answer {
    var key: String
    var sentences: [String] = []
    var headers: [JSONMember] = []
    var content: [(mediaType: String, schemas: [JSON], examples: [JSONMember])] = []
    var errors: [String] = []
  }

  let operation: ExportedOperation

  init(_ operation: ExportedOperation) { self.operation = operation }

  private var contract: Contract { operation.contract }
  private var suite: ContractSuite { operation.suite }
  private var exporter: SuiteExporter { operation.exporter }

  /// The answers by their statuses.
  func json() throws(SchemaError) -> JSON {
    var answers: [Answer] = []
    for rule in contract.responses where isServed(rule.versions) {
      try add(rule, to: &answers)
    }
    // What is taken for granted is not said by the suite, and so not by its document.
    for rule in contract.otherwise where isServed(rule.versions) && rule.clause.basis.isStated {
      try add(rule, to: &answers)
    }
    try addErrors(to: &answers)
    if answers.isEmpty { answers.append(Answer(key: "default")) }
    return .object(
      answers.map { JSONMember($0.key, json($0)) }
    )
  }

  private func isServed(_ versions: [Int]) -> Bool {
    guard !versions.isEmpty, let served = operation.route.version?.served else { return true }
    return !Set(served).isDisjoint(with: versions)
  }

  /// The keys of a set of statuses.
  private func keys(_ statuses: StatusSet) -> [String] {
    switch statuses {
    case .anyOf(let codes): return codes.map(String.init)
    case .any: return ["default"]
    case .range(let range):
      if range.lowerBound % 100 == 0, range.count == 100 {
        return ["\(range.lowerBound / 100)XX"]
      }
      if range.count <= 20 { return range.map(String.init) }
      exporter.note(
        "\(contract.id): The statuses \(statuses) are neither a class nor few; they are its default."
      )
      return ["default"]
    }
  }

  private func add(_ rule: ResponseRule, to answers: inout [Answer]) throws(SchemaError) {
    let content = try self.content(of: rule)
    let headers = try self.headers(rule.headers)
    for key in keys(rule.statuses) {
      let place = Self.place(of: key, in: &answers)
      let sentence = rule.clause.sentence
      if !answers[place].sentences.contains(sentence) { answers[place].sentences.append(sentence) }
      for header in headers where !answers[place].headers.contains(where: { $0.key == header.key })
      {
        answers[place].headers.append(header)
      }
      for (type, schema) in content { Self.add(type, schema, [], to: &answers[place]) }
      if case .empty = rule.content, !["204", "205", "304"].contains(key) {
        exporter.note("\(contract.id): That \(key) has no body is in x-accord-contracts.")
      }
    }
    if !rule.readings.isEmpty || !rule.ties.isEmpty || !rule.digests.isEmpty {
      exporter.note(
        "\(contract.id): What is read into its answers beyond the document's schema is in x-accord-contracts."
      )
    }
  }

  private static func place(of key: String, in answers: inout [Answer]) -> Int {
    if let place = answers.firstIndex(where: { $0.key == key }) { return place }
    answers.append(Answer(key: key))
    return answers.count - 1
  }

  private static func add(
    _ type: String,
    _ schema: JSON?,
    _ examples: [JSONMember],
    to answer: inout Answer
  ) {
    let place: Int
    if let known = answer.content.firstIndex(where: { $0.mediaType == type }) {
      place = known
    } else {
      answer.content.append((type, [], []))
      place = answer.content.count - 1
    }
    if let schema, !answer.content[place].schemas.contains(schema) {
      answer.content[place].schemas.append(schema)
    }
    for example in examples
    where !answer.content[place].examples.contains(where: { $0.key == example.key }) {
      answer.content[place].examples.append(example)
    }
  }

  /// The media types of an answer with their schemas.
  private func content(
    of rule: ResponseRule
  ) throws(SchemaError) -> [(mediaType: String, schema: JSON?)] {
    let formats =
      rule.formats.isEmpty
      ? contract.formats(in: suite) : rule.formats.compactMap { suite.format($0) }
    switch rule.content {
    case .payload(let schema):
      let value = try exporter.components.shared(schema, named: contract.id + ".response")
      return formats.map { ($0.mediaType, value) }
    case .rows(let schema, let pointer):
      exporter.note(
        "\(contract.id): That what stands at \(pointer) is written as rows is left out; its schema stays."
      )
      let value = try exporter.components.shared(schema, named: contract.id + ".response")
      return formats.map { ($0.mediaType, value) }
    case .octets:
      let formats = rule.formats.isEmpty ? [Format.octetStream] : formats
      // Without a schema it is bytes, in every version of OpenAPI.
      return formats.map { ($0.mediaType, nil) }
    case .empty: return []
    case .unspecified: return rule.formats.isEmpty ? [] : formats.map { ($0.mediaType, nil) }
    }
  }

  private func headers(_ rules: [HeaderRule]) throws(SchemaError) -> [JSONMember] {
    var members: [JSONMember] = []
    for rule in rules {
      guard rule.presence != .forbidden, rule.name.lowercased() != "content-type" else {
        exporter.note(
          "\(contract.id): What is said of the header \(rule.name) is in x-accord-contracts."
        )
        continue
      }
      var header: [JSONMember] = []
      if !rule.meaning.isEmpty { header.append(JSONMember("description", .string(rule.meaning))) }
      if rule.presence == .required { header.append(JSONMember("required", true)) }
      header.append(JSONMember("schema", try exporter.components.json(rule.value)))
      members.append(JSONMember(rule.name, .object(header)))
    }
    return members
  }

  /// The errors that refusals name and the document lists.
  private func addErrors(to answers: inout [Answer]) throws(SchemaError) {
    var names: [String] = []
    for name in contract.errors.map(\.name) + contract.refusals.flatMap(\.names)
    where !names.contains(name) {
      names.append(name)
    }
    let formats = suite.errors.formats.isEmpty ? contract.formats(in: suite) : suite.errors.formats
    for name in names {
      guard let entry = suite.errors[name] else { continue }
      let body = ExportedError.body(of: entry, in: suite.errors)
      let shown = body.map { [JSONMember(entry.name, ["value": $0])] } ?? []
      for key in keys(entry.statuses) {
        let place = Self.place(of: key, in: &answers)
        if !answers[place].errors.contains(entry.name) { answers[place].errors.append(entry.name) }
        for schema in suite.errors.schemas {
          let value = try exporter.components.shared(schema, named: "Error")
          for format in formats {
            let examples = format.syntax == .json ? shown : []
            Self.add(format.mediaType, value, examples, to: &answers[place])
          }
        }
      }
    }
  }

  private func json(_ answer: Answer) -> JSON {
    var sentences = answer.sentences
    if !answer.errors.isEmpty {
      sentences.append("Errors: \(answer.errors.joined(separator: ", ")).")
    }
    var members = [
      JSONMember(
        "description",
        .string(sentences.isEmpty ? "Any answer." : sentences.joined(separator: " "))
      )
    ]
    if !answer.headers.isEmpty { members.append(JSONMember("headers", .object(answer.headers))) }
    if !answer.content.isEmpty {
      members.append(
        JSONMember(
          "content",
          .object(
            answer.content.map { entry in
              var media: [JSONMember] = []
              if entry.schemas.count == 1 {
                media.append(JSONMember("schema", entry.schemas[0]))
              } else if !entry.schemas.isEmpty {
                media.append(JSONMember("schema", ["anyOf": .array(entry.schemas)]))
              }
              if !entry.examples.isEmpty {
                media.append(JSONMember("examples", .object(entry.examples)))
              }
              return JSONMember(entry.mediaType, .object(media))
            }
          )
        )
      )
    }
    return .object(members)
  }
}
