import AccordModel
import AccordSchema

/// Makes a workflow of one of an Arazzo document: its steps in a row, with those of the workflows that are
/// parts of it.
final class WorkflowImporter {
  let library: ArazzoLibrary

  /// The inputs that a person gives, by their names.
  let given: [JSONMember]

  /// The steps so far.
  var steps: [Workflow.Step] = []

  /// The suite whose operations the steps are.
  private(set) var suite: Int?

  /// What is not carried, in the order in which it was met.
  private(set) var gaps: [(gap: ArazzoGap, node: DescriptionNode)] = []

  /// What is taken for granted, in the order in which it was met.
  private(set) var assumptions: [(sentence: String, node: DescriptionNode)] = []

  /// The given values of inputs that the document declares as secrets.
  private(set) var secrets: [Secret] = []

  /// Whether values were made up that the document leaves open.
  private var hasMadeUpInputs = false

  /// The outputs that steps declare of their own exchanges.
  private var declared: [(step: Workflow.Step.ID, part: ArazzoPart, node: DescriptionNode)] = []

  private var open: [String] = []

  /// How many steps a workflow may have.
  private static let mostSteps = 200

  init(_ library: ArazzoLibrary, given: [JSONMember]) {
    self.library = library
    self.given = given
  }

  /// The workflow of a node under an identifier.
  ///
  /// - Throws: Why it is not run, and where that stands.
  func workflow(
    _ node: DescriptionNode,
    as id: Workflow.ID,
    in document: Int
  ) throws(ArazzoAbandonment) -> (suite: Int, workflow: Workflow) {
    var scope = ArazzoScope(document: document, prefix: "")
    scope.inputs = inputs(of: node, in: document, given: nil)
    let outputs = try run(node, &scope)
    // What the workflow itself gives is taken by whoever runs it.
    for (_, binding) in outputs {
      guard case .open(let part, let step, let name) = binding else { continue }
      _ = output(part, of: step, named: name, isScalar: false)
    }
    for entry in declared where !isTaken(entry.part, of: entry.step) {
      leave(.unusedOutput, at: entry.node)
    }
    guard let suite, !steps.isEmpty else { throw ArazzoAbandonment(.noStep, at: node) }
    let cleanUp = WorkflowCleanUp(steps, of: library.suites[suite].suite)
    steps = cleanUp.steps
    let why = "Values of inputs that the document leaves open are made from their schemas."
    return (
      suite,
      .workflow(
        id,
        Self.summary(node, id),
        steps: steps,
        cleanUp: cleanUp.cleanUp,
        leaves: cleanUp.leaves,
        basis: hasMadeUpInputs ? .assumption(why) : .stated,
        fileID: node.file,
        line: node.line
      )
    )
  }

  /// Whether a step takes a part of an exchange, or of what stands there.
  private func isTaken(_ part: ArazzoPart, of id: Workflow.Step.ID) -> Bool {
    let outputs = steps.first { $0.id == id }?.outputs ?? []
    return outputs.contains { output in
      switch (part, output.part) {
      case (.body(let own), .body(let taken)), (.body(let own), .value(let taken)):
        own.contains(taken)
      default: part.output(isScalar: true) == output.part
      }
    }
  }

  private static func summary(_ node: DescriptionNode, _ id: String) -> String {
    let text = node["summary"]?.text ?? node["description"]?.text ?? ""
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.isEmpty ? "The workflow \(id) is answered as documented." : line
  }

  func leave(_ gap: ArazzoGap, at node: DescriptionNode) { gaps.append((gap, node)) }

  // MARK: - Workflows

  /// Adds the steps of a workflow, and tells its outputs.
  private func run(
    _ node: DescriptionNode,
    _ scope: inout ArazzoScope
  ) throws(ArazzoAbandonment) -> [(name: String, binding: ArazzoBinding)] {
    let key = "\(scope.document)#\(node.pointer)"
    guard !open.contains(key) else {
      throw ArazzoAbandonment(.endless(node["workflowId"]?.text ?? ""), at: node)
    }
    open.append(key)
    defer { open.removeLast() }
    for item in node["dependsOn"]?.items ?? [] {
      guard let text = item.text else { continue }
      let other = try library.workflow(text, at: item, in: scope.document)
      scope.workflows[other.id] = try part(other, named: other.id, given: nil, of: scope)
    }
    for name in ["successActions", "failureActions"] {
      for action in node[name]?.items ?? [] where !isUsualEnd(action, in: scope) {
        leave(name == "successActions" ? .branch : .failureAction, at: action)
      }
    }
    try runSteps(of: node, &scope)
    var outputs: [(name: String, binding: ArazzoBinding)] = []
    for (name, value) in node["outputs"]?.members ?? [] {
      outputs.append((name, binding(ofOutput: value, in: scope)))
    }
    return outputs
  }

  /// The steps and outputs of a workflow that is a part of another one, which gives it values of inputs, or
  /// that runs before it.
  private func part(
    _ other: (document: Int, node: DescriptionNode, id: String),
    named name: String,
    given values: [String: ArazzoBinding]?,
    of scope: ArazzoScope
  ) throws(ArazzoAbandonment) -> [String: ArazzoBinding] {
    var inner = ArazzoScope(document: other.document, prefix: scope.prefix + name + ".")
    inner.inputs = inputs(of: other.node, in: other.document, given: values)
    let outputs = try run(other.node, &inner)
    return Dictionary(outputs.map { ($0.name, $0.binding) }) { first, _ in first }
  }

  /// Sends the steps in the order in which they follow each other where all of them succeed.
  private func runSteps(
    of node: DescriptionNode,
    _ scope: inout ArazzoScope
  ) throws(ArazzoAbandonment) {
    let items = node["steps"]?.items ?? []
    let ids = items.map { $0["stepId"]?.text ?? "" }
    var next = 0
    while next < items.count {
      let item = items[next]
      guard steps.count < Self.mostSteps else {
        throw ArazzoAbandonment(.tooManySteps(limit: Self.mostSteps), at: item)
      }
      let statuses = try run(step: item, id: ids[next], of: node, &scope)
      switch course(after: item, statuses, in: scope) {
      case .next: next += 1
      case .end: return
      case .step(let id, let action):
        guard let target = ids.firstIndex(of: id), target > next else {
          leave(.backward(id), at: action)
          return
        }
        next = target
      case .workflow(let text, let action):
        let other = try library.workflow(text, at: action, in: scope.document)
        _ = try part(other, named: other.id, given: parameters(of: action, in: scope), of: scope)
        return
      }
    }
  }

  // MARK: - Steps

  /// Adds a step, and tells the statuses that are right, where it says them.
  private func run(
    step node: DescriptionNode,
    id: String,
    of workflow: DescriptionNode,
    _ scope: inout ArazzoScope
  ) throws(ArazzoAbandonment) -> Set<Int>? {
    if let timeout = node["timeout"] { leave(.timeout, at: timeout) }
    guard let target = node["workflowId"], let text = target.text else {
      let sent = try StepImporter(self, node, id, of: workflow, in: scope).step()
      if let suite, suite != sent.suite { throw ArazzoAbandonment(.severalAPIs, at: node) }
      suite = sent.suite
      var step = sent.step
      // A workflow ends with the first step that fails (Arazzo 1.0, "Step Object").
      if let last = steps.last { step.dependsOn = [last.id] }
      steps.append(step)
      scope.current = (step.id, sent.method)
      scope.steps[id] = outputs(of: node, in: scope)
      scope.current = nil
      return sent.statuses
    }
    let other = try library.workflow(text, at: target, in: scope.document)
    let given = try parameters(of: node, in: scope)
    scope.outputs = try part(other, named: id, given: given, of: scope)
    scope.steps[id] = outputs(of: node, in: scope)
    scope.outputs = [:]
    for criterion in node["successCriteria"]?.items ?? [] {
      leave(.conditionOfWorkflow, at: criterion)
    }
    return nil
  }

  private func outputs(
    of node: DescriptionNode,
    in scope: ArazzoScope
  ) -> [String: ArazzoBinding] {
    var outputs: [String: ArazzoBinding] = [:]
    for (name, value) in node["outputs"]?.members ?? [] {
      var binding = binding(ofOutput: value, in: scope)
      if case .open(let part, let step, _) = binding {
        binding = .open(part, of: step, named: name)
        if step == scope.current?.step { declared.append((step, part, value)) }
      }
      outputs[name] = binding
    }
    return outputs
  }

  private func binding(ofOutput node: DescriptionNode, in scope: ArazzoScope) -> ArazzoBinding {
    if let text = node.text { return scope.binding(ofText: text) }
    guard let selection = BodyTree.selection(node.value) else { return .known(node.value) }
    return scope.binding(ofSelection: selection)
  }

  /// The values that a step gives the workflow that it is.
  private func parameters(
    of node: DescriptionNode,
    in scope: ArazzoScope
  ) throws(ArazzoAbandonment) -> [String: ArazzoBinding] {
    var values: [String: ArazzoBinding] = [:]
    for item in node["parameters"]?.items ?? [] {
      guard let parameter = library.documents[scope.document].component(item) else {
        throw ArazzoAbandonment(.unknownComponent(item["reference"]?.text ?? ""), at: item)
      }
      guard let name = parameter["name"]?.text, let value = item["value"] ?? parameter["value"]
      else { continue }
      values[name] = binding(ofOutput: value, in: scope)
    }
    return values
  }

  /// The output of a step, which is added where it lacks; the name is free.
  func output(
    _ part: ArazzoPart,
    of id: Workflow.Step.ID,
    named name: String,
    isScalar: Bool
  ) -> String {
    guard let index = steps.firstIndex(where: { $0.id == id }) else { return name }
    let wanted = part.output(isScalar: isScalar)
    if let known = steps[index].outputs.first(where: { $0.part == wanted }) { return known.name }
    var free = name
    var number = 2
    while steps[index].outputs.contains(where: { $0.name == free }) {
      free = "\(name)-\(number)"
      number += 1
    }
    steps[index].outputs.append(.output(free, wanted))
    return free
  }

  // MARK: - Inputs

  /// The inputs of a workflow: what is given, what the document has for them, and what is made up.
  private func inputs(
    of node: DescriptionNode,
    in document: Int,
    given values: [String: ArazzoBinding]?
  ) -> [String: ArazzoBinding] {
    var inputs = values ?? [:]
    for member in given where inputs[member.key] == nil {
      inputs[member.key] = .known(member.value)
    }
    guard let declared = node["inputs"], let schema = try? declared.resolved() else {
      return inputs
    }
    for member in given {
      guard let node = schema["properties"]?[member.key], let property = try? node.resolved(),
        property["format"]?.text == "password" || property.isTrue("writeOnly")
      else { continue }
      let secret = Secret(member.value.wireText, placeholder: "[input \(member.key)]")
      if !secrets.contains(secret) { secrets.append(secret) }
    }
    let schemas = library.documents[document].schemas
    for (name, node) in schema["properties"]?.members ?? [] where inputs[name] == nil {
      guard let property = try? node.resolved() else { continue }
      if let value = (property["default"] ?? property["const"])?.value {
        inputs[name] = .known(value)
      } else if values == nil {
        let example = property["examples"]?.items.first ?? property["example"]
        let value = example?.value ?? schemas.schema(property, .request).sample()
        inputs[name] = value.map { .known($0) } ?? .absent
        guard let value else { continue }
        hasMadeUpInputs = true
        assumptions.append(("The input \(name) is taken to be \(value.shownText).", property))
      } else {
        inputs[name] = .absent
      }
    }
    return inputs
  }
}
