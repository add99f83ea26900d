package import AccordModel
import AccordSchema

/// Holds a refusal to the errors that were promised: status, name or code, and the field at fault.
package struct ErrorName: ExchangeRule {
  package init() {}

  package var id: String { "error-name" }
  package var sentence: String {
    "A wrong request is refused with the error promised for it, which names the field at fault."
  }

  package func check(_ observation: Observation) -> Finding {
    let status = observation.response.status
    guard let refusal = observation.promisedRefusal, !(200..<300).contains(status) else {
      return .notApplicable
    }
    let candidates = Candidates(refusal, in: observation.suite.errors)
    guard candidates.allows(status) else {
      return .violations([wrongStatus(observation, refusal, candidates)])
    }
    let shown = observation.shownError
    switch observation.body {
    case .malformed where !shown.isShown: return .notApplicable
    case .empty where !shown.isShown && observation.lacksErrorBody: return .notApplicable
    case .unchecked(let format) where !shown.isShown:
      return .notChecked(
        "The status is right; the error's name is not read from a \(format.syntax.name) body."
      )
    case .empty where !shown.isShown && (refusal.allowsEmptyBody || !observation.allowsContent):
      return .satisfied
    default: break
    }
    if let violation = wrongName(observation, refusal, candidates) {
      return .violations([violation])
    }
    return .of(wrongField(observation, refusal).map { [$0] } ?? [])
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    guard let refusal = observation.promisedRefusal else { return [] }
    // Where errors are not named, the status is all that there is to see.
    guard !observation.suite.errors.places.isEmpty, !refusal.names.isEmpty else {
      return [refusal.named.id]
    }
    let names = observation.namedErrors(of: refusal)
    guard !names.isEmpty else { return [] }
    let listed = observation.contract.errors.filter { names.contains($0.name) }
    let statuses = listed.compactMap {
      observation.contract.statusClause(of: $0, in: observation.suite)?.id
    }
    return [refusal.named.id] + listed.map(\.clause.id) + statuses
  }

  private func wrongStatus(
    _ observation: Observation,
    _ refusal: Refusal,
    _ candidates: Candidates
  ) -> Violation {
    observation.violation(
      self,
      (400..<500).contains(observation.response.status) || observation.isDeclaredFault
        ? refusal.named : refusal.refused,
      at: .status,
      expected: candidates.entries.isEmpty
        ? candidates.statusWords
        : "\(candidates.statusWords) with \(candidates.words(in: observation.suite.errors))",
      actual: observation.statusInWords,
      hint: observation.answerHint
    )
  }

  private func wrongName(
    _ observation: Observation,
    _ refusal: Refusal,
    _ candidates: Candidates
  ) -> Violation? {
    let catalogue = observation.suite.errors
    let shown = observation.shownError
    let status = observation.response.status
    guard !catalogue.places.isEmpty, !candidates.entries.isEmpty else { return nil }
    var certainlyOther = false
    for entry in candidates.entries where candidates.allows(status, for: entry) {
      switch catalogue.recognise(entry, in: shown) {
      case .same: return nil
      case .otherByCode: certainlyOther = true
      case .other, .nothingShown: continue
      }
    }
    let nothing = observation.body.isReadable ? "no error there" : "an empty body"
    return observation.violation(
      self,
      certainlyOther ? refusal.refused : refusal.named,
      at: shown.place,
      expected: candidates.words(in: catalogue),
      actual: "\(shown.words(in: catalogue) ?? nothing), with status \(status)",
      hint: observation.answerHint,
      position: shown.position
    )
  }

  private func wrongField(_ observation: Observation, _ refusal: Refusal) -> Violation? {
    guard let field = refusal.fieldName, let fields = observation.suite.errors.fieldNames,
      observation.body.isReadable
    else { return nil }
    let named = observation.body.values(of: fields.member, inItemsAt: fields.list)
      .compactMap(\.string)
    // .NET hosts write members in their own case or in camel case.
    guard !named.contains(where: { $0.lowercased() == field.lowercased() }) else { return nil }
    let list = named.prefix(5).joined(separator: ", ")
    return observation.violation(
      self,
      refusal.named,
      at: .body(members: fields.list),
      expected: "an item whose \(fields.member) is \(field)",
      actual: named.isEmpty ? "no item that names a field" : Excerpt.text(list),
      position: observation.body.value(at: fields.list)?.position
    )
  }
}

extension ErrorName {
  /// The errors that are right, with the statuses that are.
  private struct Candidates {
    var entries: [ErrorCatalogue.Entry]
    var statuses: StatusSet?

    init(_ refusal: Refusal, in catalogue: ErrorCatalogue) {
      entries = refusal.names.map { name in
        catalogue[name] ?? .entry(name, statuses: refusal.statuses ?? .range(400...599))
      }
      statuses = refusal.statuses
    }

    func allows(_ status: Int, for entry: ErrorCatalogue.Entry) -> Bool {
      (statuses ?? entry.statuses).contains(status)
    }

    func allows(_ status: Int) -> Bool {
      guard !entries.isEmpty else { return (statuses ?? .range(400...599)).contains(status) }
      return entries.contains { allows(status, for: $0) }
    }

    var statusWords: String {
      guard statuses != nil || !entries.isEmpty else { return "a refusal" }
      var sets: [StatusSet] = []
      for set in statuses.map({ [$0] }) ?? entries.map(\.statuses) where !sets.contains(set) {
        sets.append(set)
      }
      return sets.words
    }

    func words(in catalogue: ErrorCatalogue) -> String {
      entries.map { $0.words(in: catalogue) }.joined(separator: " or ")
    }
  }
}

extension ErrorName {
  package var accepted: [RuleExample] {
    [
      .answer(
        "the code of the error",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":1006,"errorMsg":"No token."}"#, status: 401)
      ),
      .answer(
        "the code with a fraction of zero",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":1006.0,"errorMsg":"No token."}"#, status: 401)
      ),
      .answer(
        "an alias of the name",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":77,"errorName":"NoToken","errorMsg":"No token."}"#, status: 401)
      ),
      .answer(
        "any other code for an error whose code is not known",
        to: BookShop.refused(.error("UnsupportedVersion")),
        .json(#"{"errorCode":1050,"errorMsg":"No such version."}"#, status: 406)
      ),
      .answer(
        "an error in XML",
        to: BookShop.refused(.error("MissingToken"), in: BookShop.xml),
        .xml("<Error><errorCode>1006</errorCode><errorMsg>No.</errorMsg></Error>", status: 401)
      ),
      .answer(
        "no body where none is needed",
        to: BookShop.refused(.error("MissingToken", allowsEmptyBody: true)),
        .empty(401)
      ),
      .answer(
        "the field at fault",
        to: BookShop.refused(.error("InvalidParameter", fieldName: "Id")),
        .json(
          #"{"errorCode":1002,"errorMsg":"Wrong.","fields":[{"name":"id"}]}"#,
          status: 400
        )
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .answer(
        "another error",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":1007,"errorMsg":"Too old."}"#, status: 401),
        at: "response body /errorCode"
      ),
      .answer(
        "another error with its own status",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":1002,"errorMsg":"Wrong."}"#, status: 400),
        at: "response status"
      ),
      .answer(
        "a catalogued error for one whose code is not known",
        to: BookShop.refused(.error("UnsupportedVersion")),
        .json(#"{"errorCode":1002,"errorMsg":"Wrong."}"#, status: 400),
        at: "response body /errorCode"
      ),
      .answer(
        "no code at all",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"error":"No token."}"#, status: 401),
        at: "response body /errorCode"
      ),
      .answer(
        "no body",
        to: BookShop.refused(.error("MissingToken")),
        .empty(401),
        at: "response body /errorCode"
      ),
      .answer(
        "another field",
        to: BookShop.refused(.error("InvalidParameter", fieldName: "id")),
        .json(
          #"{"errorCode":1002,"errorMsg":"Wrong.","fields":[{"name":"title"}]}"#,
          status: 400
        ),
        at: "response body /fields"
      ),
    ]
  }
}
