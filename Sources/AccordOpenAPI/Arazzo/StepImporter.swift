import AccordModel
import AccordSchema

/// Makes a step of a workflow of one that calls an operation.
struct StepImporter {
  private let workflow: WorkflowImporter
  private let node: DescriptionNode
  private let id: Workflow.Step.ID
  private let parent: DescriptionNode
  private let scope: ArazzoScope

  /// A step that calls an operation.
  struct Sent {
    var step: Workflow.Step
    /// The suite, by its number.
    var suite: Int
    /// The method.
    var method: String
    /// The statuses that are right, where the step says them.
    var statuses: Set<Int>?
  }

  init(
    _ workflow: WorkflowImporter,
    _ node: DescriptionNode,
    _ id: String,
    of parent: DescriptionNode,
    in scope: ArazzoScope
  ) {
    self.workflow = workflow
    self.node = node
    self.id = scope.prefix + id
    self.parent = parent
    self.scope = scope
  }

  /// The step.
  ///
  /// - Throws: Why the workflow is not run.
  func step() throws(ArazzoAbandonment) -> Sent {
    let (number, call) = try workflow.library.call(of: node, in: scope.document)
    let suite = workflow.library.suites[number].suite
    guard let contract = suite.contract(call.contract) else {
      throw ArazzoAbandonment(.unknownOperation(call.path), at: node)
    }
    var step = Workflow.Step.step(id, contract.id)
    for parameter in try parameters() { try add(parameter, to: &step, contract, suite) }
    if let body = node["requestBody"] { try add(body: body, to: &step, contract, suite) }
    var inner = scope
    inner.current = (id, call.method)
    var criteria = CriteriaImporter(scope: inner, step: id) { [workflow] part, step, name in
      workflow.output(part, of: step, named: name, isScalar: true)
    }
    for item in node["successCriteria"]?.items ?? [] { criteria.add(item) }
    for (gap, node) in criteria.gaps { workflow.leave(gap, at: node) }
    step.criteria = criteria.criteria
    expect(criteria.statuses, of: &step, contract)
    repeatAfterFailure(&step, criteria.statuses)
    try check(step, contract)
    return Sent(step: step, suite: number, method: call.method, statuses: criteria.statuses)
  }

  // MARK: - Parameters

  private typealias Given = (
    name: String, place: String, value: DescriptionNode, node: DescriptionNode
  )

  /// The parameters of the step, and those of the workflow that it does not replace.
  private func parameters() throws(ArazzoAbandonment) -> [Given] {
    var all: [Given] = []
    for item in (parent["parameters"]?.items ?? []) + (node["parameters"]?.items ?? []) {
      guard let parameter = workflow.library.documents[scope.document].component(item) else {
        throw ArazzoAbandonment(.unknownComponent(item["reference"]?.text ?? ""), at: item)
      }
      guard let name = parameter["name"]?.text, let value = item["value"] ?? parameter["value"]
      else { continue }
      let place = parameter["in"]?.text ?? ""
      all.removeAll { $0.name == name && $0.place == place }
      all.append((name, place, value, item))
    }
    return all
  }

  private func add(
    _ given: Given,
    to step: inout Workflow.Step,
    _ contract: Contract,
    _ suite: ContractSuite
  ) throws(ArazzoAbandonment) {
    guard given.place != "querystring" else { return workflow.leave(.queryString, at: given.node) }
    if isCredential(given, contract, suite) {
      return workflow.leave(.credential(given.name), at: given.node)
    }
    let binding: ArazzoBinding
    if let text = given.value.text {
      binding = scope.binding(ofText: text)
    } else if let selection = BodyTree.selection(given.value.value) {
      binding = scope.binding(ofSelection: selection)
    } else {
      binding = .known(given.value.value)
    }
    let operand: Operand
    switch binding {
    case .absent: return
    case .lost(let gap): throw ArazzoAbandonment(gap, at: given.value)
    case .known(let value): operand = .literal(value)
    case .open(let part, let step, let name):
      let output = workflow.output(part, of: step, named: name, isScalar: true)
      operand = .stepOutput(output, step: step)
    }
    let isHeader = given.place == "header"
    let declared = contract.parameters.first { parameter in
      isHeader
        ? parameter.name.lowercased() == given.name.lowercased() : parameter.name == given.name
    }
    if let declared {
      step.arguments.list.append(Arguments.Argument(declared.name, operand))
    } else if isHeader {
      guard !["accept", "content-type", "content-length", "host"].contains(given.name.lowercased())
      else { return workflow.leave(.ignoredHeader(given.name), at: given.node) }
      step.headers.list.append(Arguments.Argument(given.name, operand))
    } else {
      workflow.leave(.undeclaredParameter(given.name), at: given.node)
    }
  }

  /// Whether a parameter is what proves who calls.
  private func isCredential(
    _ given: Given,
    _ contract: Contract,
    _ suite: ContractSuite
  ) -> Bool {
    guard contract.credential != nil else { return false }
    let all = [suite.credential].compactMap(\.self) + suite.roles.list.map(\.credential)
    return all.contains { credential in
      switch credential.place {
      case .header(let name, _):
        given.place == "header" && name.lowercased() == given.name.lowercased()
      case .query(let name): given.place == "query" && name == given.name
      case .cookie(let name): given.place == "cookie" && name == given.name
      }
    }
  }

  // MARK: - The body

  private func add(
    body: DescriptionNode,
    to step: inout Workflow.Step,
    _ contract: Contract,
    _ suite: ContractSuite
  ) throws(ArazzoAbandonment) {
    guard let declared = contract.body else { throw ArazzoAbandonment(.noBody, at: body) }
    var format = declared.formats.first.flatMap { suite.format($0) } ?? .json
    if let type = body["contentType"]?.text {
      let essence = MediaType(parsing: type)?.essence ?? type.lowercased()
      let fitting = declared.formats.compactMap { suite.format($0) }
        .first { $0.mediaType.lowercased() == essence }
      guard let fitting else { throw ArazzoAbandonment(.mediaType(type), at: body) }
      format = fitting
      if format.id != declared.formats.first {
        guard let example = contract.examples.first(where: { $0.format == format.id }) else {
          throw ArazzoAbandonment(.mediaType(type), at: body)
        }
        step.example = example.name
      }
    }
    if let payload = body["payload"] { try add(payload: payload, to: &step, format) }
    for replacement in body["replacements"]?.items ?? [] { try add(replacement, to: &step) }
  }

  private func add(
    payload: DescriptionNode,
    to step: inout Workflow.Step,
    _ format: Format
  ) throws(ArazzoAbandonment) {
    var value = payload.value
    if let text = payload.text, ArazzoExpression(text) == nil {
      if format.syntax == .json, let parsed = template(text) {
        value = parsed
      } else if format.syntax != .json, format.syntax != .text {
        // A text is sent as it is.
        guard case .known(let whole) = scope.binding(ofText: text) else {
          throw ArazzoAbandonment(.textBody, at: payload)
        }
        step.content = .bytes(Array(whole.wireText.utf8))
        return
      }
    }
    guard let tree = try tree(value, at: payload) else { return }
    step.body = tree.json
    for (pointer, part, id, name) in tree.open {
      let output = workflow.output(part, of: id, named: name, isScalar: false)
      step.bodyValues.append(.at(pointer, .stepOutput(output, step: id)))
    }
  }

  /// The value of a text of JSON in which expressions stand in braces, in quotes or not.
  private func template(_ text: String) -> JSON? {
    let trimmed = text.drop { $0.isWhitespace }
    guard trimmed.hasPrefix("{") && !trimmed.hasPrefix("{$") || trimmed.hasPrefix("[") else {
      return nil
    }
    if let document = try? JSONDocument(parsing: Array(text.utf8)) { return document.root.value }
    var written = ""
    var rest = text[...]
    while let begin = rest.firstRange(of: "{$"),
      let end = rest[begin.upperBound...].firstIndex(of: "}")
    {
      written += rest[..<begin.lowerBound]
      let isQuoted = written.hasSuffix("\"")
      let expression = String(rest[begin.lowerBound...end])
      written += isQuoted ? expression : JSON.string(expression).text()
      rest = rest[rest.index(after: end)...]
    }
    return (try? JSONDocument(parsing: Array((written + rest).utf8)))?.root.value
  }

  private func tree(
    _ value: JSON,
    at node: DescriptionNode
  ) throws(ArazzoAbandonment) -> BodyTree? {
    do throws(BodyTree.Lost) {
      return try BodyTree(value, in: scope)
    } catch {
      throw ArazzoAbandonment(error.gap, at: node)
    }
  }

  private func add(
    _ replacement: DescriptionNode,
    to step: inout Workflow.Step
  ) throws(ArazzoAbandonment) {
    guard let target = replacement["target"]?.text, let node = replacement["value"] else { return }
    guard let pointer = JSONPointer(parsing: target) else {
      throw ArazzoAbandonment(.replacement(target), at: replacement)
    }
    guard let tree = try tree(node.value, at: node) else { return }
    step.bodyValues.removeAll { pointer.contains($0.pointer) }
    if let body = step.body {
      guard let changed = body.replacing(tree.json, at: pointer) else {
        throw ArazzoAbandonment(.replacement(target), at: replacement)
      }
      step.body = changed
    } else {
      step.bodyValues.append(.at(pointer, .literal(tree.json)))
    }
    for (inner, part, id, name) in tree.open {
      let output = workflow.output(part, of: id, named: name, isScalar: false)
      step.bodyValues.append(.at(pointer.appending(inner), .stepOutput(output, step: id)))
    }
  }

  /// Refuses a body that the operation refuses, where a success is asked for.
  private func check(_ step: Workflow.Step, _ contract: Contract) throws(ArazzoAbandonment) {
    guard let body = step.body, step.bodyValues.isEmpty, let declared = contract.body,
      step.example == nil, !isRefusal(step.expectation),
      let validator = try? SchemaValidator(declared.schema),
      let fault = validator.validate(body).first
    else { return }
    let payload = node["requestBody"]?["payload"] ?? node
    throw ArazzoAbandonment(.wrongBody("\(fault.path): expected \(fault.expected)."), at: payload)
  }

  private func isRefusal(_ expectation: Workflow.Step.Expectation) -> Bool {
    guard case .statuses(let statuses) = expectation else { return false }
    return statuses.first >= 400
  }

  // MARK: - What it gets

  /// The answer that has one of the statuses that are right.
  private func expect(
    _ statuses: Set<Int>?,
    of step: inout Workflow.Step,
    _ contract: Contract
  ) {
    guard let statuses else { return }
    let fitting = contract.responses.filter { rule in
      rule.statuses.all.contains { statuses.contains($0) }
    }
    guard let first = fitting.first else {
      step.expectation = .statuses(Self.set(statuses))
      return
    }
    // An error that the document lists may be right too.
    let others = contract.otherwise.flatMap { rule in
      statuses.filter { rule.statuses.lists($0) }
    }
    guard others.isEmpty, fitting.allSatisfy({ $0.statuses == first.statuses }) else {
      let all = Set(fitting.flatMap(\.statuses.all) + others).intersection(statuses)
      step.expectation = .statuses(Self.set(all))
      workflow.leave(.severalAnswers(all.sorted()), at: node["successCriteria"] ?? node)
      return
    }
    step.expectation = .response(first.name)
    let right = first.statuses.all.filter { statuses.contains($0) }
    guard right.count < first.statuses.all.count else { return }
    step.criteria.insert(
      .that(.status, is: .enumeration(right.map { .number(JSONNumber($0)) })),
      at: 0
    )
  }

  private static func set(_ statuses: Set<Int>) -> StatusSet {
    let sorted = statuses.sorted()
    guard let first = sorted.first, let last = sorted.last, sorted.count > 1,
      last - first == sorted.count - 1
    else { return .anyOf(sorted) }
    return .range(first...last)
  }

  /// Repeats the step while it fails, as the first failure action says that repeats it.
  private func repeatAfterFailure(_ step: inout Workflow.Step, _ statuses: Set<Int>?) {
    for item in node["onFailure"]?.items ?? [] {
      guard let action = workflow.library.documents[scope.document].component(item),
        action["type"]?.text == "retry"
      else { continue }
      if action["stepId"] != nil || action["workflowId"] != nil {
        workflow.leave(.repair, at: item)
        continue
      }
      let conditions = action["criteria"]?.items ?? []
      var inner = scope
      inner.current = (id, "")
      var criteria = CriteriaImporter(scope: inner, step: id) { _, _, name in name }
      for condition in conditions { criteria.add(condition) }
      if let named = criteria.statuses, named.allSatisfy({ $0 >= 500 }) {
        workflow.leave(.retryOfServerError, at: item)
        continue
      }
      let seconds = action["retryAfter"]?.number?.double ?? 1
      let limit = action["retryLimit"]?.number?.int ?? 1
      let interval = Duration.milliseconds(Int(min(max(seconds, 0), 3600) * 1000))
      let most = min(max(limit, 0), 1000) + 1
      let statuses = statuses.map(Self.set)
      if let place = step.criteria.lazy.compactMap(\.awaited).first {
        step.until = .value(
          at: place.pointer,
          is: place.schema,
          status: statuses,
          every: interval,
          atMost: most
        )
      } else {
        step.until = .status(statuses ?? .successful, every: interval, atMost: most)
      }
      return
    }
  }
}

extension Workflow.Criterion {
  /// The place of the answer that is waited for.
  fileprivate var awaited: Workflow.Until.Place? {
    let pointer: JSONPointer
    switch part {
    case .body(let place), .value(let place): pointer = place
    default: return nil
    }
    switch condition {
    case .follows(let schema): return .init(pointer, schema)
    case .equals(.value(let value), ignoringCase: false): return .init(pointer, .constant(value))
    case .equals(.value(let value), ignoringCase: true):
      return ComparedSchema.schema(.equal, value, ignoringCase: true).map { .init(pointer, $0) }
    case .matches(let pattern): return .init(pointer, .string(pattern: pattern))
    case .equals: return nil
    }
  }
}
