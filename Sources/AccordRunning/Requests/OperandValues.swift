import AccordModel
import AccordSchema

/// The values that a request's open operands have in one case.
struct OperandValues: Sendable {
  /// A field of each given, by the given's name; the fields are in the given's order.
  var givens: [(name: String, fields: [(name: String, value: JSON)])] = []

  /// What makes unique texts differ from those of other runs and cases.
  var token: String

  /// Of which trace its requests are, where traces are told.
  var trace = Trace.ofRun

  /// The exchanges of the case so far.
  var exchanges: [Exchange] = []

  /// Whether every value of an earlier answer is there that a request needs.
  func hasOutputs(of template: RequestTemplate) -> Bool {
    template.outputs.allSatisfy { value(of: .output($0)) != nil || bytes(of: $0) != nil }
  }

  /// The bytes that an output of an earlier exchange is.
  func bytes(of output: Output) -> [UInt8]? {
    exchanges.indices.contains(output.step) ? output.bytes(in: exchanges[output.step]) : nil
  }

  /// The value of an operand.
  func value(of operand: Operand) -> JSON? {
    switch operand {
    case .literal(let value): value
    case .output(let output):
      exchanges.indices.contains(output.step) ? output.value(in: exchanges[output.step]) : nil
    // A plan has numbers of steps in the place of their names.
    case .stepOutput: nil
    case .unique(let prefix, let suffix): .string(prefix + token + suffix)
    case .given(let name, let field):
      givens.first { $0.name == name }.flatMap { given in
        guard let field else { return given.fields.first?.value }
        return given.fields.first { $0.name == field }?.value
      }
    }
  }
}
