import AccordModel
import AccordSchema

extension Observation {
  /// The route that the request took, as far as the case says it.
  var route: Contract.Route? {
    guard let call = step.call else { return nil }
    return contract.routes.first { $0.name == call.route }
  }

  /// The value with which the request named a parameter: in the path, the query, a form, or a member
  /// of the value that was written as its content.
  package func sentValue(of parameter: String) -> String? {
    let argument = request.arguments.first { $0.name == parameter }
    return (argument?.value ?? request.payload?[parameter])?.wireText
  }

  /// The value that was written as the content, as far as its syntax bears it.
  var sentPayload: JSON? {
    guard let payload = request.payload else { return nil }
    guard case .value(_, _, .xml, let schema)? = step.request.body else { return payload }
    return canonical(payload, as: schema, droppingAbsentFromXML: true)
  }
}
