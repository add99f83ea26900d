public import AccordSchema

extension Workflow {
  /// A call of a contract of the suite, with what it is to get.
  ///
  /// The request is that of an example of the contract, with what the step says in the place of what
  /// the example says.
  public struct Step: Sendable, Hashable, Identifiable {
    /// The identifier, unique in its workflow, such as `place`.
    public var id: String

    /// The contract that is called.
    public var contract: Contract.ID

    /// The route, by its name; `nil` is the first that the example holds for.
    public var route: String?

    /// The version; `nil` is the first that the example holds for.
    public var version: Int?

    /// The example that the request is made from; `nil` is the first that succeeds.
    public var example: String?

    /// The format of the answer, by its identifier in the suite; `nil` is the usual one.
    public var format: Format.ID?

    /// The role that calls, by its name in the suite; `nil` is that of the example.
    public var role: String?

    /// Parameters by their names, each sent at the place where the contract has it.
    public var arguments: Arguments

    /// Header fields that are no parameters.
    public var headers: Arguments

    /// The content as a value; `nil` is that of the example.
    public var body: JSON?

    /// Values of the content that are only known when the workflow runs, by their places.
    public var bodyValues: [Example.BodyValue]

    /// Bytes in the place of the content.
    public var content: Content?

    /// The target, in the place of path and query: a path with a query, or a URI.
    ///
    /// Parameters of the query that ``arguments`` name follow those that it has itself.
    public var target: Operand?

    /// What it gets.
    public var expectation: Expectation

    /// What the answer has to be beside what its contract says.
    public var criteria: [Criterion]

    /// What later steps may use of the answer or of the request.
    public var outputs: [StepOutput]

    /// What the call is repeated for.
    public var until: Until?

    /// The steps that have to be answered as expected for this one to be sent, beside those whose
    /// outputs it uses.
    ///
    /// A clean-up step that names steps is sent only if one of them was.
    public var dependsOn: [Workflow.Step.ID]

    /// How the pages of a list are walked through until one has what its case asserts of.
    package var walk: Walk?

    /// Pages that lead from one to the next.
    package struct Walk: Sendable, Hashable {
      /// The place of the items in the answer.
      package var items: JSONPointer
      /// How the next page is found.
      package var next: Relation.Pages.Next

      /// Pages of a list at a place.
      package init(items: JSONPointer, next: Relation.Pages.Next) {
        self.items = items
        self.next = next
      }
    }

    /// What a step gets.
    public enum Expectation: Sendable, Hashable {
      /// What the example gets that the request is made from.
      case asDocumented
      /// The response of the contract of this name; `success` is the name of the first.
      case response(String)
      /// A refusal that the contract declares, by the place where it does: `parameter/id/unknown`.
      case refused(String)
      /// A refusal of the step's own, with the proof that the request is wrong as the end of "The
      /// request … ".
      case refusal(Refusal, because: String)
      /// Any of these statuses, and nothing is said of the content.
      case statuses(StatusSet)
    }

    /// Content that is bytes from the beginning.
    public enum Content: Sendable, Hashable {
      /// These.
      case bytes([UInt8])
      /// Those that an output is: ``Output/Part/content`` of an answer, or what a request sent.
      case output(String, of: Workflow.Step.ID)
    }

    /// Creates a step.
    public static func step(
      _ id: String,
      _ contract: Contract.ID,
      route: String? = nil,
      version: Int? = nil,
      example: String? = nil,
      in format: Format.ID? = nil,
      as role: String? = nil,
      arguments: Arguments = [:],
      headers: Arguments = [:],
      body: JSON? = nil,
      bodyValues: [Example.BodyValue] = [],
      content: Content? = nil,
      target: Operand? = nil,
      expect expectation: Expectation = .asDocumented,
      criteria: [Criterion] = [],
      outputs: [StepOutput] = [],
      until: Until? = nil,
      dependsOn: [Workflow.Step.ID] = []
    ) -> Workflow.Step {
      Workflow.Step(
        id: id,
        contract: contract,
        route: route,
        version: version,
        example: example,
        format: format,
        role: role,
        arguments: arguments,
        headers: headers,
        body: body,
        bodyValues: bodyValues,
        content: content,
        target: target,
        expectation: expectation,
        criteria: criteria,
        outputs: outputs,
        until: until,
        dependsOn: dependsOn
      )
    }
  }
}

extension Workflow.Step {
  /// The step with its refusal as a promise of its workflow.
  func belonging(to workflow: String) -> Workflow.Step {
    guard case .refusal(let refusal, let proof) = expectation else { return self }
    var step = self
    let owned = refusal.belonging(to: "\(workflow)/\(id)", when: "The step \(id)")
    step.expectation = .refusal(owned, because: proof)
    return step
  }

  /// The outputs of other steps that its request is made from, in the order of the request, and those
  /// that its answer is compared with.
  package var uses: [(output: String, step: Workflow.Step.ID)] {
    var operands = (arguments.list + headers.list).map(\.value) + bodyValues.map(\.value)
    if let target { operands.append(target) }
    var uses = operands.compactMap { operand -> (output: String, step: Workflow.Step.ID)? in
      guard case .stepOutput(let name, let step) = operand else { return nil }
      return (name, step)
    }
    if case .output(let name, let step)? = content { uses.append((name, step)) }
    return uses + criteria.compactMap(\.use)
  }
}

extension Workflow.Step {
  /// The step with each operand as a function of it.
  package func mapping(_ value: (Operand) -> Operand) -> Workflow.Step {
    func mapped(_ arguments: Arguments) -> Arguments {
      Arguments(
        arguments.list.map { argument in
          Arguments.Argument(argument.name, value(argument.value), as: argument.serialization)
        }
      )
    }
    var step = self
    step.arguments = mapped(arguments)
    step.headers = mapped(headers)
    step.bodyValues = bodyValues.map { .at($0.pointer, value($0.value)) }
    step.target = target.map(value)
    return step
  }
}
