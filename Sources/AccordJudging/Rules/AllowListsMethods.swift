import AccordModel
import AccordSchema
import HTTPTypes

/// Holds Allow to the methods that the contracts declare for the path (RFC 9110 section 10.2.1).
///
/// A server may serve methods that no contract speaks of, so that others may be listed too, but not the
/// one that is refused.
package struct AllowListsMethods: ExchangeRule {
  package init() {}

  package var id: String { "allow-lists-methods" }
  package var sentence: String {
    "Allow lists the methods that are served, and not the one refused."
  }

  package func check(_ observation: Observation) -> Finding {
    let headers = observation.promisedResponse?.headers ?? observation.promisedRefusal?.headers
    guard let rule = headers?.first(where: { $0.name.lowercased() == "allow" }),
      let route = observation.route, isAboutMethods(observation)
    else { return .notApplicable }
    let values = observation.response.fields.values(of: "Allow")
    guard !values.isEmpty else { return .notApplicable }
    let listed = values.joined(separator: ",").split(separator: ",")
      .map { $0.trimmingPrefix { $0 == " " || $0 == "\t" } }
      .map { $0.prefix { $0 != " " && $0 != "\t" } }
    let refused = observation.promisedRefusal == nil ? nil : observation.request.method
    let declared = observation.suite.methods(of: route.path).map(\.rawValue)
      .filter { $0 != refused }
    let missing = declared.filter { !listed.contains($0[...]) }
    let listsRefused = refused.map { listed.contains($0[...]) } ?? false
    guard !missing.isEmpty || listsRefused else { return .satisfied }
    let parts =
      (declared.isEmpty ? [] : ["with \(declared.joined(separator: ", "))"])
      + (refused.map { ["without \($0)"] } ?? [])
    return .violations([
      observation.violation(
        self,
        rule.clause,
        at: .header("Allow"),
        expected: "a list \(parts.joined(separator: " and "))",
        actual: "Allow: \(Excerpt.text(values.joined(separator: ", ")))"
      )
    ])
  }

  /// Whether the answer is one that says which methods there are.
  private func isAboutMethods(_ observation: Observation) -> Bool {
    observation.promisedRefusal == nil
      ? observation.request.method == HTTPRequest.Method.options.rawValue
      : observation.response.status == 405
  }

  package var accepted: [RuleExample] {
    [.refused("another method beside those of the contracts", allow: "HEAD , GET")]
  }

  package var rejected: [RuleExample] {
    let place = "response header Allow"
    return [
      .refused("a method that is served and not listed", allow: "DELETE", at: place),
      .refused("a method in lower case, which is another one", allow: "get", at: place),
      .refused("the method that is refused", allow: "GET, POST", at: place),
    ]
  }
}

extension RuleExample {
  /// An order of books where they can only be listed.
  fileprivate static func refused(
    _ name: String,
    allow: String,
    at place: String? = nil
  ) -> RuleExample {
    let turn = Turn(
      contract: BookShop.list,
      request: RequestTemplate(.post, [.text("/books")]),
      expectation: BookShop.refused(
        .status(.methodNotAllowed, headers: [.required("Allow", .string)])
      ),
      response: .json(
        #"{"errorCode":1002,"errorMsg":"No."}"#,
        status: 405,
        fields: [Field("allow", allow)]
      )
    )
    return listing(name, turn, at: place)
  }
}
