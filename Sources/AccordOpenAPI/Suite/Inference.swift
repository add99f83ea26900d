public import AccordSchema

/// Something that a suite takes for granted because the OpenAPI document leaves it open.
public struct Inference: Sendable, Hashable, CustomStringConvertible {
  /// The file that leaves it open.
  public let file: String

  /// The place that leaves it open.
  public let pointer: JSONPointer

  /// The line in which it begins, counted from one.
  public let line: Int

  /// What is taken for granted, as a sentence.
  public let sentence: String

  init(_ kind: ImportAssumption, at node: DescriptionNode) {
    file = node.file
    pointer = node.pointer
    line = node.position.line
    sentence = kind.reason
  }

  /// Where it stands, and what is taken for granted: `openapi.yaml:7: /paths/~1orders/get: …`.
  public var description: String { "\(file):\(line): \(pointer): \(sentence)" }
}
