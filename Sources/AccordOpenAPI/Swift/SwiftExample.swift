package import AccordModel
import AccordSchema

/// Writes examples.
package struct SwiftExample {
  private let bases: SwiftBases

  /// Whether what no document is made into is written too: of some routes and versions, with live data in its
  /// content, or refused.
  private let isWhole: Bool

  init(bases: SwiftBases, isWhole: Bool = false) {
    self.bases = bases
    self.isWhole = isWhole
  }

  /// An example as it is pasted among the examples of a contract: lines of Swift, without the comma behind.
  package static func source(of example: Example) -> String {
    SwiftLayout.text(
      SwiftExample(bases: SwiftBases(), isWhole: true).expression(example),
      indent: 0,
      column: 0
    )
  }

  /// An example.
  func expression(_ example: Example) -> SwiftExpression {
    var arguments: [SwiftExpression.Argument] = []
    arguments.add(nil, .text(example.name))
    arguments.add("in", example.format.map(SwiftExpression.text))
    if isWhole {
      arguments.add("routes", .texts(example.routes), unless: example.routes.isEmpty)
      arguments.add("versions", .numbers(example.versions), unless: example.versions.isEmpty)
    }
    arguments.add("as", example.role.map(SwiftExpression.text))
    for (label, values) in [
      ("path", example.path), ("query", example.query), ("headers", example.headers),
      ("cookies", example.cookies),
    ] {
      arguments.add(label, SwiftVocabulary.values(values), unless: values.list.isEmpty)
    }
    arguments.add("body", example.body.map { SwiftExpression($0) })
    let open = example.bodyValues.map { value in
      SwiftExpression.call(
        ".at",
        SwiftVocabulary.pointer(value.pointer),
        SwiftVocabulary.operand(value.value)
      )
    }
    arguments.add("bodyValues", .list(open), unless: open.isEmpty || !isWhole)
    arguments.add("consumes", .texts(example.consumes), unless: example.consumes.isEmpty)
    let changes = example.changesState && example.consumes.isEmpty
    arguments.add("changesState", .token("true"), unless: !changes)
    if isWhole { arguments.add("expect", outcome(example.outcome)) }
    arguments.add("or", .texts(example.otherResponses), unless: example.otherResponses.isEmpty)
    arguments.add("basis", basis(example.clause.basis))
    return .call(".example", arguments)
  }

  /// What it rests on; one that stands by itself names no assumption of its file.
  private func basis(_ basis: Basis) -> SwiftExpression? {
    guard isWhole, case .assumption(let reason) = basis else { return bases.expression(basis) }
    return .call(".assumption", .text(reason))
  }

  /// What it gets; `nil` where that is what is meant without it.
  private func outcome(_ outcome: Example.Outcome) -> SwiftExpression? {
    switch outcome {
    case .response("success"): return nil
    case .response(let name): return .call(".response", .text(name))
    case .refusal(let refusal):
      guard refusal.names.isEmpty else {
        return .call(
          ".refusal",
          .call(".error", refusal.names.map { .init(label: nil, value: .text($0)) })
        )
      }
      let statuses = SwiftVocabulary.statuses(refusal.statuses ?? .clientError)
      return .call(".refusal", .call(".statuses", statuses))
    }
  }
}
