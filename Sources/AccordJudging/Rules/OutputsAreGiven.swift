package import AccordModel
import AccordSchema

/// Reports an answer of a workflow's step that has not what the workflow says that it gives.
package struct OutputsAreGiven: ExchangeRule {
  package init() {}

  package var id: String { "outputs-are-given" }
  package var sentence: String {
    "An answer in a workflow has the outputs of its step, each as its schema says."
  }

  package func check(_ observation: Observation) -> Finding {
    guard let workflow = observation.workflow, let step = observation.workflowStep,
      !step.outputs.isEmpty
    else { return .notApplicable }
    let exchange = Exchange(
      request: observation.request,
      outcome: .answered(observation.response)
    )
    var hindrances: [Hindrance] = []
    let given = step.outputs.filter { !$0.part.isOfRequest }
    guard !given.isEmpty else { return .notApplicable }
    let violations = given.compactMap { output -> Violation? in
      let expected: String
      let actual: String
      guard let value = output.part.value(in: exchange) else {
        // Bytes that are no text have no value, and are sent on as they are.
        if output.part == .content { return nil }
        // That a promised field lacks is said already.
        if case .header(let name) = output.part.place, observation.promisesHeader(name) {
          return nil
        }
        return violation(output, "a value, the output \(output.name)", "none")
      }
      do throws(SchemaError) {
        let validator = try SchemaValidator(output.schema)
        guard let found = validator.validate(value).first else { return nil }
        expected = "\(found.expected), the output \(output.name)"
        actual = Excerpt.text(value.text())
      } catch {
        hindrances.append(Hindrance(.schema(error), of: "the output \(output.name)"))
        return nil
      }
      return violation(output, expected, actual)
    }
    func violation(
      _ output: Workflow.StepOutput,
      _ expected: String,
      _ actual: String
    ) -> Violation {
      observation.violation(
        self,
        workflow.clause,
        at: output.part.place,
        expected: expected,
        actual: actual,
        hint: "Later steps of the workflow \(workflow.id) need it."
      )
    }
    return .of(violations, but: hindrances)
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    // A life cycle is more than the outputs of its steps.
    observation.origin == .lifeCycle ? [] : [observation.workflow?.clause.id].compactMap(\.self)
  }

  package var accepted: [RuleExample] {
    [
      .workflow("a number", .json(#"{"id":7,"title":"Emma"}"#), giving: .body("/id")),
      .workflow(
        "where it is",
        .json(#"{"id":7,"title":"Emma"}"#, fields: [Field("Location", "/v1/books/7")]),
        giving: .reference("Location"),
        .nonEmptyString
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .workflow(
        "no Location",
        .json(#"{"id":7,"title":"Emma"}"#),
        giving: .reference("Location"),
        .nonEmptyString,
        at: "response header Location"
      ),
      .workflow(
        "another value",
        .json(#"{"id":7,"title":"Emma"}"#),
        giving: .body("/id"),
        .integer(in: 100...),
        at: "response body /id"
      ),
    ]
  }
}

extension Observation {
  /// Whether the promised answer has to have a header field.
  fileprivate func promisesHeader(_ name: String) -> Bool {
    promisedResponse?.headers.contains {
      $0.name.lowercased() == name.lowercased() && $0.presence == .required
        && response.fields.values(of: name).isEmpty
    } ?? false
  }
}

extension Output.Part {
  /// Whether it is a part of what was sent, of which no server promises anything.
  fileprivate var isOfRequest: Bool {
    switch self {
    case .requestParameter, .requestBody, .requestContent: true
    default: false
    }
  }

  /// Where an answer shows it.
  var place: Violation.Place {
    switch self {
    case .status, .requestParameter, .requestBody, .requestContent: .status
    case .header(let name), .reference(let name): .header(name)
    case .entityTag, .entityTagOfOtherStrength: .header("ETag")
    case .location: .header("Location")
    case .link, .linkReference: .header("Link")
    case .body(let pointer), .value(let pointer): .body(members: pointer)
    case .content: .body()
    }
  }
}
