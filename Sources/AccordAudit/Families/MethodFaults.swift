import AccordMocking
import AccordModel
import HTTPTypes

/// Methods that are served though they are refused, or not though they are promised; routes that are not there.
struct MethodFaults: OperatorFamily {
  let name = "methods"
  let operators = ["method-refused", "other-method-accepted", "route-not-served"]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    let contract = audited.contract
    let known = distinct(audited.rights.map { [$0.occasion.route.name, $0.occasion.method] })
    let routes = distinct(known.map { $0[0] })
    var mutants: [Mutant] = []
    for name in routes {
      guard let route = contract.routes.first(where: { $0.name == name }) else { continue }
      mutants.append(
        audited.mutant(
          self,
          "route-not-served",
          name,
          breaking: route.clause,
          in: Scope(contract.id, route: name),
          "\(route.path) of \(audited.words) is unknown",
          .exchange { _ in .text(404, "No resource has this path.\n") }
        )
      )
      let methods = known.filter { $0[0] == name }.map { $0[1] }
      for method in methods where methods.count > 1 {
        mutants.append(
          audited.mutant(
            self,
            "method-refused",
            breaking: route.clause,
            in: Scope(contract.id, route: name, method: method),
            "\(audited.words) does not answer \(method)",
            .exchange { _ in
              .text(
                405,
                "Not this method.\n",
                fields: [Field("Allow", methods.filter { $0 != method }.joined(separator: ", "))]
              )
            }
          )
        )
      }
      guard let refusal = route.otherMethods, let usual = methods.first else { continue }
      for method in ["GET", "POST", "PUT", "DELETE", "PATCH"] {
        guard !audited.suite.methods(of: route.path).contains(where: { $0.rawValue == method })
        else { continue }
        mutants.append(
          audited.mutant(
            self,
            "other-method-accepted",
            breaking: refusal.refused,
            in: Scope(contract.id, route: name, method: method),
            "\(audited.words) takes \(method) for \(usual)",
            .request { request, occasion in
              guard !occasion.isServed else { return nil }
              var request = request
              request.method = usual
              return request
            }
          )
        )
      }
    }
    return mutants
  }
}
