import AccordOpenAPI
import AccordSchema

/// Compares two descriptions, operation by operation.
final class DescriptionComparer {
  let old: ComparedAPI
  let new: ComparedAPI
  let policy: ComparisonPolicy
  let collector = ChangeCollector()
  let schemas: SchemaComparer

  init(_ old: Description, _ new: Description, _ policy: ComparisonPolicy) {
    self.old = ComparedAPI(old)
    self.new = ComparedAPI(new)
    self.policy = policy
    schemas = SchemaComparer(
      SchemaReader(old, .old),
      SchemaReader(new, .new),
      policy,
      collector
    )
  }

  /// A pair of operations, and what holds for all that is compared of them.
  struct Pair {
    var old: ComparedOperation
    var new: ComparedOperation
    /// What the client does with requests; it gets those of webhooks and callbacks.
    var requests = Direction.sent
    var isUnstable = false

    var answers: Direction { requests.reversed }

    func subject(_ part: ChangeSubject.Part) -> ChangeSubject {
      ChangeSubject(operation: new.words, part: part)
    }
  }

  func compare() -> [Change] {
    compareServers(
      old.root["servers"],
      new.root["servers"],
      ChangeSubject(operation: "", part: .api)
    )
    compareSchemes()
    compareGlobalSecurity()
    compareOperations()
    compareCalls(old.webhooks, new.webhooks, .webhook, "")
    return collector.finished()
  }

  private func compareOperations() {
    let later = Dictionary(new.operations.map { ($0.key, $0) }) { first, _ in first }
    let earlier = Set(old.operations.map(\.key))
    let paths = Set(new.operations.map { ComparedOperation.template($0.path) })
    for operation in old.operations {
      guard let other = later[operation.key] else {
        compareRemoved(
          operation,
          isWholePath: !paths.contains(ComparedOperation.template(operation.path))
        )
        continue
      }
      compare(
        Pair(
          old: operation,
          new: other,
          isUnstable: StabilityLevel(of: operation.node["x-stability-level"]).isUnstable
        )
      )
    }
    for operation in new.operations where !earlier.contains(operation.key) {
      let subject = ChangeSubject(operation: operation.words, part: .operation)
      emit(.added(.endpoint, operation.words), .harmless, (nil, operation.node), subject, .sent)
    }
  }

  private func compareRemoved(_ operation: ComparedOperation, isWholePath: Bool) {
    let facts = LifeCycleFacts(operation.node)
    let retirement = policy.retirement(
      deprecated: facts.deprecated,
      facts.sunset,
      facts.stability
    )
    emit(
      .removed(isWholePath ? .path : .endpoint, operation.words, retirement),
      retirement.isFair ? .harmless : .breaking,
      (operation.node, nil),
      ChangeSubject(operation: operation.words, part: .operation),
      .sent
    )
  }

  /// Compares two operations of one path and method.
  func compare(_ pair: Pair) {
    let subject = pair.subject(.operation)
    for finding in policy.lifeCycle(
      from: LifeCycleFacts(pair.old.node),
      to: LifeCycleFacts(pair.new.node)
    ) {
      // What was never promised may still not become less.
      emit(
        .lifeCycle(finding.event),
        finding.level,
        (finding.nodes.old ?? pair.old.node, finding.nodes.new ?? pair.new.node),
        subject,
        .sent
      )
    }
    compareNames(pair)
    compareServers(pair.old.node["servers"], pair.new.node["servers"], subject)
    compareSecurity(pair)
    compareParameters(pair)
    compareBodies(pair)
    compareResponses(pair)
    compareTimes(pair)
    compareCalls(
      Self.callbacks(of: pair.old),
      Self.callbacks(of: pair.new),
      .callback,
      pair.new.words
    )
  }

  private func compareNames(_ pair: Pair) {
    let subject = pair.subject(.operation)
    let from = pair.old.node["operationId"]
    let to = pair.new.node["operationId"]
    if from?.text != to?.text {
      emit(
        .changed(.operationID, from: from?.text, to: to?.text),
        .harmless,
        (from, to ?? pair.new.node),
        subject,
        .sent
      )
    }
    for member in ["summary", "description"]
    where pair.old.node[member]?.text != pair.new.node[member]?.text {
      emit(
        .documentation(member),
        .harmless,
        (pair.old.node[member], pair.new.node[member]),
        subject,
        .sent
      )
    }
    let before = pair.old.node["tags"]?.items ?? []
    let after = pair.new.node["tags"]?.items ?? []
    for tag in before where !after.contains(where: { $0.text == tag.text }) {
      emit(.removed(.tag, tag.text ?? ""), .harmless, (tag, nil), subject, .sent)
    }
    for tag in after where !before.contains(where: { $0.text == tag.text }) {
      emit(.added(.tag, tag.text ?? ""), .harmless, (nil, tag), subject, .sent)
    }
  }

  /// The operations that a server calls at addresses that it was given.
  private static func callbacks(of operation: ComparedOperation) -> [ComparedOperation] {
    (operation.node["callbacks"]?.members ?? []).flatMap { name, node in
      ComparedAPI.operations(try? node.resolved(), nil).map { call in
        ComparedOperation(
          path: "\(name) \(call.path)",
          method: call.method,
          node: call.node,
          parameters: call.parameters,
          swagger: nil
        )
      }
    }
  }

  /// Compares webhooks or callbacks, in which the client gets the requests.
  private func compareCalls(
    _ old: [ComparedOperation],
    _ new: [ComparedOperation],
    _ thing: Difference.Thing,
    _ owner: String
  ) {
    func subject(_ call: ComparedOperation) -> ChangeSubject {
      ChangeSubject(operation: owner.isEmpty ? call.words : owner, part: .operation)
    }
    for call in old {
      guard let other = new.first(where: { $0.key == call.key }) else {
        emit(
          .removed(thing, call.words),
          .breaking,
          (call.node, nil),
          subject(call),
          .received
        )
        continue
      }
      var pair = Pair(old: call, new: other)
      pair.requests = .received
      compare(pair)
    }
    for call in new where !old.contains(where: { $0.key == call.key }) {
      emit(.added(thing, call.words), .harmless, (nil, call.node), subject(call), .received)
    }
  }

  /// Reports a difference at the later of two nodes that is there.
  func emit(
    _ difference: Difference,
    _ level: ChangeLevel,
    _ nodes: (old: DescriptionNode?, new: DescriptionNode?),
    _ subject: ChangeSubject,
    _ direction: Direction,
    isUnstable: Bool = false
  ) {
    guard let place = schemas.place(of: nodes) else { return }
    collector.add(
      Change(
        difference,
        isUnstable ? min(level, .harmless) : level,
        at: place,
        of: subject,
        direction
      )
    )
  }

  /// Compares the addresses of an API, where both say some.
  private func compareServers(
    _ old: DescriptionNode?,
    _ new: DescriptionNode?,
    _ subject: ChangeSubject
  ) {
    let before = old?.items ?? []
    let after = new?.items ?? []
    guard !before.isEmpty, !after.isEmpty else { return }
    for server in before where !after.contains(where: { $0["url"]?.text == server["url"]?.text }) {
      emit(.removed(.server, server["url"]?.text ?? ""), .dangerous, (server, nil), subject, .sent)
    }
    for server in after where !before.contains(where: { $0["url"]?.text == server["url"]?.text }) {
      emit(.added(.server, server["url"]?.text ?? ""), .harmless, (nil, server), subject, .sent)
    }
  }
}
