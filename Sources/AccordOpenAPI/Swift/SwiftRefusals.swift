import AccordModel

/// Writes the refusals of a contract, those that stand several times under names.
final class SwiftRefusals {
  private let bases: SwiftBases
  private let names: (Int) -> String
  private var list: [SwiftExpression] = []

  /// Prepares a file; `names` tells the name of each refusal.
  init(bases: SwiftBases, names: @escaping (Int) -> String) {
    self.bases = bases
    self.names = names
  }

  /// The name under which the refusal stands.
  func expression(_ refusal: Refusal) -> SwiftExpression {
    let written = written(refusal)
    let index = list.firstIndex(of: written) ?? list.count
    if index == list.count { list.append(written) }
    return .token(names(index))
  }

  /// The declarations, in the order in which they are referred to.
  var declarations: [(name: String, value: SwiftExpression)] {
    list.enumerated().map { (names($0.offset), $0.element) }
  }

  private func written(_ refusal: Refusal) -> SwiftExpression {
    var arguments: [SwiftExpression.Argument] = []
    arguments.add(nil, SwiftVocabulary.statuses(refusal.statuses ?? .clientError))
    arguments.add("refused", bases.expression(refusal.refused.basis))
    arguments.add("status", bases.expression(refusal.named.basis))
    arguments.add("allowsEmptyBody", .token("true"), unless: !refusal.allowsEmptyBody)
    let probes = refusal.probes.map { probe in
      SwiftExpression.call(
        ".probe",
        [
          .init(label: nil, value: .text(probe.name)),
          .init(label: nil, value: SwiftExpression(probe.value)),
          .init(label: "why", value: .text(probe.why)),
        ]
      )
    }
    arguments.add("probes", .list(probes), unless: probes.isEmpty)
    return .call("Refusal.statuses", arguments)
  }
}
