public import AccordSchema

extension Workflow {
  /// What an answer in a workflow has to be, beside what its contract says: a success criterion (Arazzo
  /// 1.0, "Criterion Object").
  ///
  /// A part that the answer does not have is taken for null. An answer of which a criterion does not hold
  /// breaks the promise of the workflow, and the steps that depend on it are not run.
  public struct Criterion: Sendable, Hashable {
    /// The part of the answer.
    public var part: Output.Part

    /// What it has to be.
    public var condition: Condition

    /// What a part has to be.
    public enum Condition: Sendable, Hashable {
      /// A value of a schema.
      case follows(Schema)
      /// A scalar in whose text a pattern (ECMA-262, Unicode mode, not anchored) is found.
      case matches(String)
      /// The same as another value. A scalar is the same where its text is: 7 is "7".
      case equals(Comparand, ignoringCase: Bool)
    }

    /// What a part is compared with.
    public enum Comparand: Sendable, Hashable {
      /// A value that is known.
      case value(JSON)
      /// The output of this name of an earlier step.
      case output(String, of: Workflow.Step.ID)
      /// Another part of the same exchange.
      case part(Output.Part)
    }

    /// That a part is a value of a schema.
    public static func that(_ part: Output.Part, is schema: Schema) -> Criterion {
      Criterion(part: part, condition: .follows(schema))
    }

    /// That a pattern is found in the text of a part.
    public static func that(_ part: Output.Part, matches pattern: String) -> Criterion {
      Criterion(part: part, condition: .matches(pattern))
    }

    /// That a part is the same as something else.
    public static func that(
      _ part: Output.Part,
      equals other: Comparand,
      ignoringCase: Bool = false
    ) -> Criterion {
      Criterion(part: part, condition: .equals(other, ignoringCase: ignoringCase))
    }
  }
}

extension Workflow.Criterion {
  /// The output of another step that it compares with.
  package var use: (output: String, step: Workflow.Step.ID)? {
    guard case .equals(.output(let name, let step), _) = condition else { return nil }
    return (name, step)
  }

  /// What it says, as the end of a sentence that begins with the part.
  package var words: String {
    switch condition {
    case .follows: "follows its schema"
    case .matches(let pattern): "matches \(pattern)"
    case .equals(.value(let value), _): "is \(value.shownText)"
    case .equals(.output(let name, let step), _): "is \(name) of \(step)"
    case .equals(.part(let part), _): "is \(part.words)"
    }
  }

  /// Why an answer is not what it says, and what it has there; `nil` where it is.
  ///
  /// `exchanges` are those of all steps so far; what no earlier answer has is compared with nothing.
  ///
  /// - Throws: ``SchemaError`` if the schema means nothing.
  package func miss(
    in exchange: Exchange,
    of workflow: Workflow,
    after exchanges: [Exchange]
  ) throws(SchemaError) -> Miss? {
    let found = part.value(in: exchange)
    switch condition {
    case .follows(let schema):
      let validator = try SchemaValidator(schema)
      guard let fault = validator.validate(found ?? .null).first else { return nil }
      return Miss(reason: .schema(fault.expected), found: found)
    case .matches(let source):
      guard let pattern = try? Pattern(source) else { return nil }
      guard pattern.matches(in: found?.wireText ?? "") == .doesNotMatch else { return nil }
      return Miss(reason: .pattern(source), found: found)
    case .equals(let comparand, let ignoresCase):
      guard let wanted = value(of: comparand, in: exchange, workflow, exchanges) else { return nil }
      guard !(found ?? .null).isSame(as: wanted, ignoringCase: ignoresCase) else { return nil }
      return Miss(reason: .value(wanted), found: found)
    }
  }

  private func value(
    of comparand: Comparand,
    in exchange: Exchange,
    _ workflow: Workflow,
    _ exchanges: [Exchange]
  ) -> JSON? {
    switch comparand {
    case .value(let value): return value
    case .part(let part): return part.value(in: exchange)
    case .output(let name, let id):
      guard let number = workflow.steps.firstIndex(where: { $0.id == id }),
        exchanges.indices.contains(number),
        let output = workflow.steps[number].outputs.first(where: { $0.name == name })
      else { return nil }
      return output.part.value(in: exchanges[number])
    }
  }

  /// What an answer is not.
  package struct Miss: Sendable, Hashable {
    /// What it had to be.
    package var reason: Reason
    /// What is there; `nil` where nothing is.
    package var found: JSON?

    /// What a part had to be.
    package enum Reason: Sendable, Hashable {
      /// A value of a schema, in words.
      case schema(String)
      /// A text in which a pattern is found.
      case pattern(String)
      /// A value.
      case value(JSON)
    }
  }
}

extension JSON {
  /// Whether two values are the same; scalars are where their texts are, and null is no text.
  fileprivate func isSame(as other: JSON, ignoringCase: Bool) -> Bool {
    switch (self, other) {
    case (.null, _), (_, .null), (.array, _), (_, .array), (.object, _), (_, .object):
      return isEquivalent(to: other)
    case (.number(let left), .number(let right)): return left == right
    default:
      let (left, right) = (wireText, other.wireText)
      return left == right || ignoringCase && left.lowercased() == right.lowercased()
    }
  }
}
