import AccordOpenAPI
import AccordSchema

extension DescriptionComparer {
  /// Compares how long answers take at most, where a suite wrote it into its document.
  func compareTimes(_ pair: Pair) {
    let from = Self.time(of: pair.old, in: old.root)
    let to = Self.time(of: pair.new, in: new.root)
    let texts = (from?.number?.text, to?.number?.text)
    guard texts.0 != texts.1 else { return }
    let isKept: Bool =
      switch (texts.0.flatMap(Double.init), texts.1.flatMap(Double.init)) {
      case (let before?, let after?): after <= before
      case (nil, _): true
      case (_, nil): false
      }
    emit(
      .limit("response-time", from: texts.0, to: texts.1, isUpper: true),
      isKept ? .harmless : .dangerous,
      (from ?? pair.old.node, to ?? pair.new.node),
      pair.subject(.operation),
      pair.answers
    )
  }

  /// The number of milliseconds that the contract of an operation promises, or its suite.
  private static func time(
    of operation: ComparedOperation,
    in root: DescriptionNode
  ) -> DescriptionNode? {
    let id = operation.node["x-accord-contract"]?.text
    let contract = root["x-accord-contracts"]?.items.first { $0["id"]?.text == id }
    guard id != nil, contract != nil else { return nil }
    let time = contract?["responseTime"] ?? root["x-accord-response-time"]
    return time?["milliseconds"]
  }
}
