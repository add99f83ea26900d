import AccordOpenAPI
import AccordSchema

extension DescriptionComparer {
  /// What a difference of what the client sends or gets means.
  func level(_ isNarrower: Bool, _ direction: Direction) -> ChangeLevel {
    isNarrower == (direction == .sent) ? .breaking : .harmless
  }

  /// Compares the parameters of two operations.
  func compareParameters(_ pair: Pair) {
    let places = ["path", "query", "querystring", "header", "cookie"]
    let before = pair.old.parameters.filter { places.contains($0.place) }
    let after = pair.new.parameters.filter { places.contains($0.place) }
    let renamed = Dictionary(zip(pair.old.variables, pair.new.variables)) { first, _ in first }
    func other(of parameter: ComparedParameter) -> ComparedParameter? {
      let key =
        parameter.place == "path" ? renamed[parameter.name] ?? parameter.name : parameter.key
      return after.first { $0.place == parameter.place && $0.key == key }
    }
    var known: Set<String> = []
    for parameter in before {
      guard let other = other(of: parameter) else {
        compareRemoved(parameter, pair)
        continue
      }
      known.insert(other.place + " " + other.key)
      compare(parameter, other, pair)
    }
    for parameter in after where !known.contains(parameter.place + " " + parameter.key) {
      let subject = pair.subject(.parameter(parameter.name, place: parameter.place))
      let isPath = parameter.place == "path"
      let found = level(true, pair.requests)
      emit(
        .added(
          isPath ? .pathParameter : parameter.isRequired ? .requiredParameter : .parameter,
          parameter.name
        ),
        parameter.isRequired ? found : .harmless,
        (nil, parameter.node),
        subject,
        pair.requests,
        isUnstable: pair.isUnstable
      )
    }
  }

  private func compareRemoved(_ parameter: ComparedParameter, _ pair: Pair) {
    let facts = LifeCycleFacts(parameter.node)
    let retirement = policy.retirement(
      deprecated: facts.deprecated,
      facts.sunset,
      pair.old.node["x-stability-level"]
    )
    var found: ChangeLevel = retirement.isFair ? .harmless : .dangerous
    if case .before = retirement { found = .breaking }
    if case .unreadable = retirement { found = .breaking }
    emit(
      .removed(parameter.isRequired ? .requiredParameter : .parameter, parameter.name, retirement),
      found,
      (parameter.node, nil),
      pair.subject(.parameter(parameter.name, place: parameter.place)),
      pair.requests,
      isUnstable: pair.isUnstable
    )
  }

  private func compare(_ from: ComparedParameter, _ to: ComparedParameter, _ pair: Pair) {
    let subject = pair.subject(.parameter(to.name, place: to.place))
    func emit(_ difference: Difference, _ level: ChangeLevel, _ member: String? = nil) {
      let nodes = (
        member.flatMap { from.node[$0] } ?? from.node, member.flatMap { to.node[$0] } ?? to.node
      )
      self.emit(difference, level, nodes, subject, pair.requests, isUnstable: pair.isUnstable)
    }
    if from.isRequired != to.isRequired {
      var found = level(to.isRequired, pair.requests)
      let hasDefault = to.node["default"] != nil || to.node["schema"]?["default"] != nil
      if found == .breaking, to.isRequired, hasDefault { found = .dangerous }
      emit(to.isRequired ? .becameRequired : .becameOptional, found, "required")
    }
    for (aspect, before, after) in [
      (Difference.Aspect.style, from.style, to.style),
      (.allowReserved, text(from, "allowReserved"), text(to, "allowReserved")),
      (.allowEmptyValue, text(from, "allowEmptyValue"), text(to, "allowEmptyValue")),
    ] where before != after {
      let found: ChangeLevel = aspect == .style ? .breaking : .dangerous
      emit(.changed(aspect, from: before, to: after), found, aspect.rawValue)
    }
    if from.isExploded != to.isExploded, isOfSeveral(from), isOfSeveral(to) {
      emit(
        .changed(.explode, from: "\(from.isExploded)", to: "\(to.isExploded)"),
        .breaking,
        "explode"
      )
    }
    var stable = LifeCycleFacts(from.node)
    var later = LifeCycleFacts(to.node)
    stable.stability = pair.new.node["x-stability-level"]
    later.stability = stable.stability
    for finding in policy.lifeCycle(from: stable, to: later) {
      self.emit(
        .lifeCycle(finding.event),
        finding.level,
        (finding.nodes.old ?? from.node, finding.nodes.new ?? to.node),
        subject,
        pair.requests,
        isUnstable: pair.isUnstable
      )
    }
    if from.node["description"]?.text != to.node["description"]?.text {
      emit(.documentation("description"), .harmless, "description")
    }
    compareContent(from.content, to.content, pair.requests, pair, subject, isText: true)
  }

  private func text(_ parameter: ComparedParameter, _ member: String) -> String {
    parameter.node[member]?.boolean == true ? "true" : "false"
  }

  /// Whether a parameter has several values or members, so that it matters how these are written.
  private func isOfSeveral(_ parameter: ComparedParameter) -> Bool {
    guard let schema = parameter.node["schema"] ?? Optional(parameter.node) else { return false }
    let type = ((try? schema.resolved()) ?? schema)["type"]
    let names = type?.text.map { [$0] } ?? type?.items.compactMap(\.text) ?? ["array"]
    return names.contains("array") || names.contains("object")
  }

  /// Compares two schemas with what holds around them.
  func compareContent(
    _ from: ComparedContent?,
    _ to: ComparedContent?,
    _ direction: Direction,
    _ pair: Pair,
    _ subject: ChangeSubject,
    isText: Bool = false
  ) {
    guard let from, let to else { return }
    var context = SchemaComparer.Context(direction: direction, subject: subject)
    context.isXML = to.isXML
    context.isText = to.name.isEmpty ? isText : to.isText
    context.isUnstable = pair.isUnstable
    switch (from.term, to.term) {
    case (nil, nil): break
    case (let before?, let after?): schemas.compare(before, after, context)
    case (nil, _?):
      emit(
        .added(.mediaTypeSchema, to.name),
        level(true, direction),
        (nil, to.node),
        subject,
        direction,
        isUnstable: pair.isUnstable
      )
    case (_?, nil):
      emit(
        .removed(.mediaTypeSchema, from.name),
        level(false, direction),
        (from.node, to.node),
        subject,
        direction,
        isUnstable: pair.isUnstable
      )
    }
  }

  /// Compares the bodies of requests.
  func compareBodies(_ pair: Pair) {
    let subject = pair.subject(.requestBody(nil))
    switch (pair.old.body, pair.new.body) {
    case (nil, nil): break
    case (nil, let body?):
      emit(
        .added(body.isRequired ? .requiredBody : .body, body.content.first?.name ?? ""),
        body.isRequired ? level(true, pair.requests) : .harmless,
        (nil, body.node),
        subject,
        pair.requests,
        isUnstable: pair.isUnstable
      )
    case (let body?, nil):
      emit(
        .removed(body.isRequired ? .requiredBody : .body, body.content.first?.name ?? ""),
        .dangerous,
        (body.node, nil),
        subject,
        pair.requests,
        isUnstable: pair.isUnstable
      )
    case (let from?, let to?):
      if from.isRequired != to.isRequired {
        emit(
          to.isRequired ? .becameRequired : .becameOptional,
          level(to.isRequired, pair.requests),
          (from.node, to.node["required"] ?? to.node),
          subject,
          pair.requests,
          isUnstable: pair.isUnstable
        )
      }
      compareMedia(from.content, to.content, pair.requests, pair, (from.node, to.node)) {
        pair.subject(.requestBody($0))
      }
    }
  }
}
