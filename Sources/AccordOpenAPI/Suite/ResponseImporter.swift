import AccordModel
import AccordSchema
import HTTPTypes

/// Makes answers of those that a description lists for an operation.
struct ResponseImporter {
  /// The answers of an operation: those of right requests first.
  struct Imported {
    var rules: [ResponseRule] = []
    /// Answers of errors, of classes and by default.
    var others: [ResponseRule] = []
    /// The formats of the usual answer, each with an example of its own.
    var usualFormats: [Format.ID] = []
  }

  /// An answer as it is listed.
  private struct Listed {
    var key: String
    var statuses: StatusSet
    var node: DescriptionNode
  }

  let context: ImportContext
  let operation: DescribedOperation

  /// The answers, in the order of their statuses; an answer of success is the usual one.
  func responses() -> Imported {
    var imported = Imported()
    let listed = listed()
    let usual =
      listed.first { $0.statuses.isSuccess } ?? listed.first { $0.statuses.isRedirection }
      ?? listed.first { $0.key == "default" }
    var names = ContractNames()
    if let usual {
      let rules = rules(of: usual, named: names.unique("success"), isUsual: true)
      imported.rules += rules
      imported.usualFormats = rules.flatMap(\.formats)
    }
    for entry in listed where entry.key != usual?.key || entry.key == "default" {
      let name = names.unique("status-" + entry.key.lowercased())
      let rules = rules(of: entry, named: name, isUsual: false)
      if entry.statuses.isSuccess {
        imported.rules += rules
      } else {
        imported.others += rules
      }
    }
    return imported
  }

  /// The statuses from 400 to 499 that the operation lists.
  static func clientErrors(of operation: DescribedOperation) -> [Int] {
    (operation.node["responses"]?.declared ?? []).compactMap { Int($0.name) }
      .filter { (400...499).contains($0) }.sorted()
  }

  private func listed() -> [Listed] {
    var listed: [Listed] = []
    for (key, node) in operation.node["responses"]?.declared ?? [] {
      guard let response = context.followed(node) else { continue }
      if let links = response["links"], !links.members.isEmpty {
        for (_, link) in links.declared { context.leave(link, .link) }
      }
      switch Self.statuses(key) {
      case .range(100...199): context.leave(node, .interimAnswer(key))
      case .anyOf(let codes) where codes.contains { $0 < 200 }:
        context.leave(node, .interimAnswer(key))
      case let statuses?: listed.append(Listed(key: key, statuses: statuses, node: response))
      case nil: context.leave(node, .status(key))
      }
    }
    // A status goes before its class, and that before the default (OpenAPI 3.1, "Responses Object").
    return listed.sorted { left, right in
      (left.statuses.rank, left.statuses.first) < (right.statuses.rank, right.statuses.first)
    }
  }

  private static func statuses(_ key: String) -> StatusSet? {
    if key == "default" { return .any }
    if key.count == 3, key.uppercased().hasSuffix("XX"), let digit = key.first?.wholeNumberValue,
      (1...5).contains(digit)
    {
      return .range(digit * 100...digit * 100 + 99)
    }
    guard key.count == 3, let code = Int(key), (100...599).contains(code) else { return nil }
    return .anyOf([code])
  }

  // MARK: - One answer

  /// The rules of an answer: one for each schema that its media types have.
  private func rules(of listed: Listed, named name: String, isUsual: Bool) -> [ResponseRule] {
    let statuses = isUsual && listed.key == "default" ? .successful : listed.statuses
    let node = listed.node
    let headers = HeaderImporter(context: context).headers(of: node)
    let contents = contents(of: node, statuses)
    guard !contents.isEmpty else {
      return [rule(statuses, absentContent(statuses), [], headers, name, node)]
    }
    return contents.enumerated().map { index, entry in
      let suffix = index == 0 ? "" : "-" + (entry.formats.first ?? "\(index + 1)")
      return rule(statuses, entry.content, entry.formats, headers, name + suffix, entry.node)
    }
  }

  private func rule(
    _ statuses: StatusSet,
    _ content: ResponseRule.Content,
    _ formats: [Format.ID],
    _ headers: [HeaderRule],
    _ name: String,
    _ node: DescriptionNode
  ) -> ResponseRule {
    .statuses(
      statuses,
      content,
      in: formats,
      headers: headers,
      name: name,
      fileID: node.file,
      line: node.line
    )
  }

  /// What an answer has for which no media type is named: nothing where Swagger says so (2.0, "Response
  /// Object"), or HTTP.
  private func absentContent(_ statuses: StatusSet) -> ResponseRule.Content {
    switch statuses {
    case .anyOf([204]), .anyOf([205]), .anyOf([304]): .empty
    default: context.isSwagger && statuses.isSuccess ? .empty : .unspecified
    }
  }

  private typealias Entry = (
    content: ResponseRule.Content, formats: [Format.ID], node: DescriptionNode
  )

  /// The contents of an answer; media types with the same content stand together.
  private func contents(of node: DescriptionNode, _ statuses: StatusSet) -> [Entry] {
    var entries: [Entry] = []
    for (name, media) in mediaTypes(of: node) {
      guard let format = context.format(name, at: media) else { continue }
      if let stream = media["itemSchema"] { context.leave(stream, .stream) }
      guard !entries.contains(where: { $0.formats.contains(format.id) }) else {
        context.leave(media, .sameEssence(name))
        continue
      }
      let content = content(of: media, format, examples: media)
      if let index = entries.firstIndex(where: { $0.content == content }) {
        entries[index].formats.append(format.id)
      } else {
        entries.append((content, [format.id], media))
      }
    }
    return entries
  }

  private func mediaTypes(of node: DescriptionNode) -> [(name: String, node: DescriptionNode)] {
    guard context.isSwagger else {
      return (node["content"]?.declared ?? []).compactMap { name, media in
        context.followed(media).map { (name, $0) }
      }
    }
    guard node["schema"] != nil else { return [] }
    let produced = operation.produced
    return (produced.isEmpty ? ["application/json"] : produced).map { ($0, node) }
  }

  private func content(
    of media: DescriptionNode,
    _ format: Format,
    examples: DescriptionNode
  ) -> ResponseRule.Content {
    let schema = media["schema"].map { context.schemas.schema($0, .answer) }
    switch format.syntax {
    case .bytes, .multipart: return .bytes(count: 0...)
    case .text:
      guard let schema, !schema.isBinary, schema.declaredTypes == .string else {
        return .bytes(count: 0...)
      }
      return .payload(schema)
    case .xml:
      guard let schema else { return .unspecified }
      guard schema.content.xml.name == nil, let name = media["schema"]?.componentName else {
        return .payload(schema)
      }
      return .payload(schema.xml(name: name))
    case .json, .form, .jsonLines, .csv, .jsv, .own:
      guard let schema else { return .payload(.any) }
      // A file of Swagger 2.0.
      if media["schema"]?["type"]?.text == "file" { return .bytes(count: 0...) }
      return .payload(shown(schema, by: media, format))
    }
  }

  /// The schema with the example that the document has of the answer, for the mock.
  private func shown(_ schema: Schema, by media: DescriptionNode, _ format: Format) -> Schema {
    let node: DescriptionNode =
      context.isSwagger ? (media["examples"] ?? media) : media
    let named: [ExampleReader.Named] =
      context.isSwagger
      ? (media["examples"]?[format.mediaType].map { [("", $0.value, $0)] } ?? [])
      : ExampleReader(context: context).values(of: node, isText: false)
    guard !named.isEmpty, let validator = try? SchemaValidator(schema) else { return schema }
    var first: JSON?
    for (_, value, node) in named {
      if let violation = validator.validate(value).first {
        context.leave(node, .example(why: violation.message))
      } else if first == nil {
        first = value
      }
    }
    guard let first else { return schema }
    // What the document shows goes before what the schema shows.
    return Schema.any.example(first).with { $0.allOf = [schema] }
  }
}

extension StatusSet {
  fileprivate var rank: Int {
    switch self {
    case .anyOf: 0
    case .any: 2
    case .range: 1
    }
  }

  fileprivate var isSuccess: Bool { (200...299).contains(first) && self != .any }
  fileprivate var isRedirection: Bool { (300...399).contains(first) }
}

extension ResponseRule {
  /// The name by which examples expect it.
  var name: String { String(clause.id.dropFirst("response/".count)) }
}
