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
    let contents = contents(of: node)
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
