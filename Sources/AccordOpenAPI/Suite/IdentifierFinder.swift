import AccordModel
import AccordSchema
import HTTPTypes

/// Finds where the identifiers in paths come from: what the list of a collection has, and what the call
/// answers that creates one of its items.
final class IdentifierFinder {
  private let context: ImportContext
  private let operations: [String: DescribedOperation]
  private let security: SecurityImporter
  private let links: IdentifierLinks
  private var known: [String: Given?] = [:]
  private var untold: [Untold: [Given]] = [:]
  private var ids: Set<Given.ID> = []

  /// The givens that were found, in the order in which they were asked for.
  private(set) var givens: [Given] = []

  /// The links from which values are taken.
  private(set) var followedLinks: [DescriptionNode] = []

  init(
    _ operations: [DescribedOperation],
    _ context: ImportContext,
    _ security: SecurityImporter
  ) {
    self.context = context
    links = IdentifierLinks(of: operations, context)
    self.operations = Dictionary(
      operations.map { (Self.key($0.method.rawValue, RouteTemplate($0.route)), $0) }
    ) { first, _ in first }
    self.security = security
  }

  /// A variable of a path that no operation tells.
  private struct Untold: Hashable {
    var place: String
    var parameter: String
    var types: UInt8
  }

  /// How many segments may stand before a variable: each may ask for one before it.
  private static let deepest = 32

  /// The live data that fills a variable of a path and that no operation tells.
  ///
  /// A person gives it, and until then the value that the document has or that was made up is tried. `nil` where any value that the
  /// schema lists is right.
  func untoldGiven(
    for parameter: Parameter,
    of operation: DescribedOperation
  ) -> Given? {
    let schema = parameter.schema
    guard parameter.usual == .path, schema.content.enumeration == nil,
      schema.content.constant == nil, !parameter.isStructured,
      case .literal(let guess)? = parameter.example,
      (try? SchemaValidator(schema))?.admits(guess) == true
    else { return nil }
    let template = RouteTemplate(operation.route)
    guard
      let index = template.segments.firstIndex(where: { segment in
        segment.contains(.variable(parameter.name)) || segment.contains(.segments(parameter.name))
      })
    else { return nil }
    let place = RouteTemplate(Self.path(of: template, through: index + 1))
    let key = Untold(
      place: place.description,
      parameter: parameter.name,
      types: parameter.declaredTypes.rawValue
    )
    // What one operation may be asked for another one may be asked for too, unless its schema says more.
    let validator = try? SchemaValidator(schema)
    if let given = untold[key]?.first(where: { given in
      given.guess.map { validator?.admits($0) == true } ?? false
    }) {
      return given
    }
    let given = Given.given(
      identifier(parameter.name, Self.singular(template, before: index)),
      schema,
      "A value of \(parameter.name) in \(place) that the server has.",
      guess: guess
    )
    untold[key, default: []].append(given)
    givens.append(given)
    return given
  }

  /// The live data that fills a variable of a path; `nil` where no operation tells one.
  func given(for parameter: Parameter, of operation: DescribedOperation) -> Given? {
    let template = RouteTemplate(operation.route)
    guard
      let index = template.segments.firstIndex(of: [.variable(parameter.name)]),
      (1...Self.deepest).contains(index)
    else { return nil }
    let collection = RouteTemplate(Self.path(of: template, through: index))
    let key = "\(collection)\n\(parameter.name)\n\(parameter.declaredTypes.rawValue)"
    if let found = known[key] { return found }
    // A collection below an item that is looked up the same way ends here.
    known[key] = .some(nil)
    let given = find(parameter, of: operation, in: collection, template, index)
    known[key] = given
    if let given { givens.append(given) }
    return given
  }

  private static func path(of template: RouteTemplate, through index: Int) -> String {
    template.segments[..<index].map { segment in
      "/"
        + segment.map { piece in
          switch piece {
          case .literal(let text): text
          case .variable(let name): "{\(name)}"
          case .segments(let name): "{+\(name)}"
          }
        }.joined()
    }.joined()
  }

  /// What tells an operation: its method and its path, whatever the variables are called.
  private static func key(_ method: String, _ template: RouteTemplate) -> String {
    template.segments.reduce(into: method + " ") { key, segment in
      key += "/"
      for piece in segment {
        if case .literal(let text) = piece { key += text } else { key += "{}" }
      }
    }
  }

  private func find(
    _ parameter: Parameter,
    of operation: DescribedOperation,
    in collection: RouteTemplate,
    _ template: RouteTemplate,
    _ index: Int
  ) -> Given? {
    let noun = Self.singular(template, before: index)
    var field: Schema?
    let listing = discovery(of: parameter, noun, in: collection, "GET") { schema in
      IdentifierMember.list(in: schema, noun)
    }
    let creation = discovery(of: parameter, noun, in: collection, "POST") { schema in
      schema.withMergedMembers.content.members.isEmpty ? nil : (.root, schema)
    }
    let linked = linked(to: parameter, of: operation)
    let lookUp = listing?.discovery ?? linked.first { $0.effect == .readOnly }
    let maker = creation?.discovery ?? linked.first { $0.effect == .changesState }
    guard lookUp != nil || maker != nil else { return nil }
    field = listing?.field ?? creation?.field
    var given = Given.given(
      identifier(parameter.name, noun),
      field ?? parameter.schema,
      "A value of \(parameter.name) in \(template).",
      discovery: lookUp
    )
    given.creation = maker
    // Below what is a guess there may be nothing to find.
    let needs = [lookUp, maker].compactMap(\.self).flatMap(\.request.givens)
    if case .literal(let value)? = parameter.example, !parameter.isStructured,
      needs.contains(where: { name in givens.contains { $0.id == name && $0.guess != nil } }),
      given.fields.allSatisfy({ (try? SchemaValidator($0.schema))?.admits(value) == true })
    {
      given.guess = value
    }
    return given
  }

  /// The calls whose answers have the value by a link of the document.
  private func linked(
    to parameter: Parameter,
    of operation: DescribedOperation
  ) -> [Given.Discovery] {
    links.links(to: parameter.name, of: operation).compactMap { link in
      guard link.source.words != operation.words,
        let request = RequestImporter(context: context, finder: self, security: security)
          .request(of: link.source)
      else { return nil }
      followedLinks.append(link.node)
      return Given.Discovery(
        link.source.words,
        request,
        list: .root,
        members: [link.pointer],
        effect: link.source.isSafe ? .readOnly : .changesState
      )
    }
  }

  private func identifier(_ parameter: String, _ noun: String) -> Given.ID {
    let plain = ContractNames.plain(parameter)
    let isGeneral = ["id", "uuid", "key", "name", "slug", "number"].contains(plain)
    var wanted = ContractNames.word(isGeneral && !noun.isEmpty ? "\(noun)-\(parameter)" : parameter)
    if wanted.isEmpty { wanted = "value" }
    var id = wanted
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(wanted)\(number)"
      number += 1
    }
    return id
  }

  /// The word of the segment before a variable, in the singular: `pets` is `pet`.
  private static func singular(_ template: RouteTemplate, before index: Int) -> String {
    guard index > 0, case .literal(let text)? = template.segments[index - 1].first else {
      return ""
    }
    if text.hasSuffix("ies") { return text.dropLast(3) + "y" }
    if text.hasSuffix("sses") || text.hasSuffix("xes") { return String(text.dropLast(2)) }
    return text.hasSuffix("s") && !text.hasSuffix("ss") ? String(text.dropLast()) : text
  }

  // MARK: - Calls

  private typealias Found = (discovery: Given.Discovery, field: Schema?)

  private func discovery(
    of parameter: Parameter,
    _ noun: String,
    in collection: RouteTemplate,
    _ method: String,
    _ items: (Schema) -> (list: JSONPointer, item: Schema)?
  ) -> Found? {
    guard
      let operation = operations[Self.key(method, collection)], let schema = answer(of: operation),
      let (list, item) = items(schema),
      let member = IdentifierMember.member(of: item, for: parameter, noun),
      let request = RequestImporter(context: context, finder: self, security: security)
        .request(of: operation)
    else { return nil }
    let pointer = JSONPointer.root.appending(member.name)
    let kind: ImportAssumption =
      method == "GET"
      ? .listed(parameter: parameter.name, member: pointer.description, operation: operation.words)
      : .created(parameter: parameter.name, member: pointer.description, operation: operation.words)
    context.assume(kind, at: operation.node)
    let discovery = Given.Discovery(
      operation.words,
      request,
      list: list,
      members: [pointer],
      effect: method == "GET" ? .readOnly : .changesState
    )
    let agree = member.schema.declaredTypes.isSubset(of: parameter.declaredTypes.union(.null))
    return (discovery, agree ? nil : member.schema)
  }

  /// What the usual answer of an operation is in JSON.
  private func answer(of operation: DescribedOperation) -> Schema? {
    for (key, entry) in operation.node["responses"]?.declared ?? [] where key.hasPrefix("2") {
      guard let response = context.followed(entry) else { continue }
      if context.isSwagger {
        guard let schema = response["schema"] else { continue }
        return context.schemas.schema(schema, .answer)
      }
      for (name, media) in response["content"]?.declared ?? []
      where name == "*/*" || context.formats.isJSON(name) {
        if let schema = media["schema"] { return context.schemas.schema(schema, .answer) }
      }
    }
    return nil
  }
}
