import AccordSchema

extension LintEvidence {
  /// What is wrong and what to do, in words.
  package var message: String {
    switch self {
    case .missing(let part):
      "There is no \(part). Declare at least one: nothing can be planned without it."
    case .noSentence(let owner):
      "\(owner) has no words. Say in a sentence what it is: reports print it."
    case .noReason(let owner):
      "\(owner) is an assumption without a reason. Say what the document leaves open."
    case .noPage(let owner):
      "\(owner) comes from a page without a title or an address. Name both: readers look it up."
    case .noValue(let parameter, let example):
      "The example \(quoted(example)) has no value for the required parameter "
        + "\(quoted(parameter)). Give it one, or give the parameter an example."
    case .noTime(let limit):
      "Answers are promised within a time of more than 0 ms, found \(limit). Say how long an answer may take."
    case .unreached(let clause, let sentence):
      "No case looks at the clause \(clause): \(quoted(sentence)) Add an example or a refusal that "
        + "does, or say in a note what is not asserted."
    case .duplicate(let noun, let name):
      "The \(noun) \(quoted(name)) is declared twice. Give each its own name."
    case .malformed(let noun, let name, let allowed):
      "The name of the \(noun) \(quoted(name)) is not made of \(allowed). Identifiers of cases are "
        + "made of it."
    case .unknown(let noun, let name, let user, let known):
      "\(user) names the \(noun) \(quoted(name)), which is not declared. "
        + (known.isEmpty
          ? "None is declared."
          : "Declared: \(known.map(quoted).joined(separator: ", ")).")
    case .notKept(let clause, let sentence, let seen):
      "The mock does not keep the clause \(clause): \(quoted(sentence)) In the \(seen.place) of "
        + "\(seen.first)\(others(seen.cases)) it was promised \(seen.expected), and was "
        + "\(seen.actual). Give the schema an example, say it in the suite's mock behaviour, or "
        + "correct the contract."
    case .notRehearsed(let reason, let cases, let first):
      "The mock says nothing of \(first)\(others(cases)): \(reason)"
    default:
      pathMessage ?? versionMessage ?? errorMessage ?? workflowMessage ?? valueMessage
    }
  }

  private var workflowMessage: String? {
    switch self {
    case .laterStep(let step, let user):
      "\(user) needs the step \(quoted(step)), which is not sent before it. Move it up."
    case .noCleanUp(let workflow, let step):
      "The step \(quoted(step)) of the workflow \(quoted(workflow)) makes something, and nothing "
        + "removes it. Give the workflow a clean-up step, or say by leaves: why nothing can."
    case .madeFields(let given, let fields, let outputs):
      "The given \(quoted(given)) is made of \(counted(outputs, "output")), and a value has "
        + "\(counted(fields, "field"))."
    case .otherOrigin(let origin, let user):
      "\(user) is sent to \(origin), which is another server. Name it among the origins of the "
        + "workflow: it gets no credential."
    case .noOrigin(let origin, let workflow):
      "The origin \(quoted(origin)) of the workflow \(quoted(workflow)) names no server. Write it as "
        + "https://files.example."
    case .unreachableState(let state, let cycle):
      "No transition leads to the state \(quoted(state)) of the life cycle \(quoted(cycle)) from its "
        + "first one. Give it one, or remove the state."
    case .viewWithoutIdentity(let view, let cycle):
      "The view \(quoted(view)) of the life cycle \(quoted(cycle)) does not say which one it shows. "
        + "Give its call an .identity(…)."
    case .noRemoval(let cycle):
      "The cases of the life cycle \(quoted(cycle)) make something, and nothing removes it. Give it a "
        + "transition to .gone, or clean-up steps; an empty list says that it may stay."
    default: nil
    }
  }

  private var pathMessage: String? {
    switch self {
    case .relativeTemplate(let template):
      "The path \(quoted(template)) does not begin with a slash."
    case .unbalancedBraces(let template):
      "The path \(quoted(template)) has a brace without its partner. Write variables as {name}."
    case .unnamedVariable(let template):
      "The path \(quoted(template)) has a variable without a name. Write variables as {name}."
    case .repeatedVariable(let name, let template):
      "The variable \(quoted(name)) occurs twice in the path \(quoted(template))."
    case .variableWithoutParameter(let name, let template):
      "Nothing fills the variable \(quoted(name)) of the path \(quoted(template)). Declare a "
        + "parameter of this name, or a version that travels in it."
    case .parameterWithoutVariable(let name):
      "The parameter \(quoted(name)) travels in the path, and no route has a variable of this name."
    case .parameter(let name, let fault):
      "The parameter \(quoted(name)) \(fault.message)"
    default: nil
    }
  }

  private var versionMessage: String? {
    switch self {
    case .noVersionServed(let route):
      "The route \(quoted(route)) has a version rule and serves no version."
    case .routeWithoutVersion(let route):
      "The route \(quoted(route)) has no version rule, and other routes of the contract have one. "
        + "Say which versions it serves."
    case .versionWithoutRoute(let version, let user):
      "\(user) is for version \(version), which no route serves."
    case .ambiguousVersion(let version, let routes):
      "Version \(version) is served by the routes \(routes.map(quoted).joined(separator: " and ")), "
        + "which have the same method and path."
    case .absentVersionNotServed(let version, let route):
      "On the route \(quoted(route)) a request without a version means version \(version), which "
        + "the route does not serve."
    case .absentVersionRefused(let route):
      "On the route \(quoted(route)) a request without a version both means a version and is "
        + "refused. Keep one of them."
    case .noCarrier(let place, let route):
      "The version of the route \(quoted(route)) travels in \(place), which the request does not "
        + "have."
    case .supportedProbe(let probe, let route):
      "The probe \(quoted(probe)) of unsupported versions on the route \(quoted(route)) is a "
        + "version that the contract serves."
    default: nil
    }
  }

  private var errorMessage: String? {
    switch self {
    case .notCatalogued(let error):
      "The error \(quoted(error)) is not in the suite's error catalogue. Correct the name, or add "
        + "an entry that says how the error is recognised."
    case .notBorne(let error, let noun):
      "The error \(quoted(error)) is listed as one that \(noun) brings about, and none bears it. "
        + "Declare one, or say why it is impossible."
    case .notListed(let error):
      "A refusal bears the error \(quoted(error)), which the contract does not list among its errors."
    case .repeatedName(let name):
      "The error catalogue defines \(quoted(name)) twice."
    case .repeatedCode(let code, let names):
      "The code \(code) stands for several errors: \(names.map(quoted).joined(separator: ", "))."
    case .successCode(let code, let name):
      "The error \(quoted(name)) has the code \(code), which means success."
    case .noPlaces:
      "The error catalogue has entries and does not say where on the wire an error shows its name."
    default: nil
    }
  }

  private var valueMessage: String {
    switch self {
    case .schema(let owner, let error):
      "The schema of \(owner) cannot be compiled. \(error.message)"
    case .unwritable(let owner, let format, let why):
      "A value of \(owner) cannot be written in the format \(quoted(format)). \(why)"
    case .emptyFormRefusedTwice(let format, let member, let malformed, let incomplete):
      "In the format \(quoted(format)) a body without \(quoted(member)), the only member it must have, is "
        + "an empty body: as malformed it gets \(malformed), as incomplete \(incomplete). Promise the "
        + "same of both."
    case .value(let owner, let why):
      "The value of \(owner) violates its schema. \(why)"
    case .rightProbe(let probe, let parameter):
      "The probe \(quoted(probe)) is a right value of \(quoted(parameter)). Probes of wrong values "
        + "have to be wrong."
    case .malformedProbe(let probe, let parameter, let why):
      "The probe \(quoted(probe)) of unknown values of \(quoted(parameter)) is not well-formed. \(why)"
    case .bodyNotRead(let example):
      "The example \(quoted(example)) sends a body, and the contract reads none."
    case .nothingSent(let answer):
      "The answer \(answer) is tied to what the request's body has, and the contract reads none."
    case .unusedFormat(let format, let example):
      "The example \(quoted(example)) is in the format \(quoted(format)), which the contract neither reads "
        + "nor answers in. Add the format to its body, or to one of its answers."
    case .syntax(let format, let why):
      "The syntax of the format \(quoted(format)) cannot be used. \(why)"
    case .schemaOfUnreadFormat(let format):
      "The body has a schema for the format \(quoted(format)), in which it is not read. Add the format "
        + "to those of the body."
    case .noTokenPlace(let header, let template):
      "The credential goes into the header \(header) as \(quoted(template)), in which nothing stands "
        + "for the token. Write {token} where it belongs."
    case .noCredential:
      "The contract needs a credential, and the suite has none. Say with credential: or roles: how "
        + "callers prove who they are."
    case .repeatedCredential:
      "The contract needs a credential, and one of its headers is the credential too. Keep one of "
        + "them."
    case .credentialInPlaceOfParameter(let place):
      "The credential goes into the \(place), and so does a value that the contract declares: a request "
        + "has room for one of them. Leave it to the credential."
    case .readOnlyChanges(let what):
      "The contract is declared to change nothing, and \(what) does. Declare the effect "
        + ".changesState: a read-only run would send it."
    case .changingDiscovery(let given):
      "The discovery of \(quoted(given)) is declared to change something. Values are looked up by "
        + "calls that change nothing."
    case .discoveredFields(let given, let fields, let members):
      "The discovery of \(quoted(given)) finds \(counted(members, "member")), and a value has "
        + "\(counted(fields, "field"))."
    case .circularDiscovery(let given):
      "The discovery of \(quoted(given)) needs a value of \(quoted(given))."
    case .nothingToNegotiate(let relation):
      "The relation \(quoted(relation)) compares formats, and no request can choose one."
    case .noGet(let relation):
      "The relation \(quoted(relation)) compares HEAD with GET, and no route answers GET."
    case .orderNotTold(let order, let relation):
      "The relation \(quoted(relation)) does not ask for the order \(quoted(order)) in both directions, or "
        + "does not say by which member it sorts. Give it both, or a direction and the member."
    case .nothingReadBack(let relation):
      "The relation \(quoted(relation)) reads back what was sent, and the contract reads no body."
    case .onePlace(let parameter, let relation):
      "The relation \(quoted(relation)) sends \(quoted(parameter)) in several places, and it is "
        + "read from one."
    default: ""
    }
  }

  private func quoted(_ text: String) -> String { "\"\(text)\"" }

  private func others(_ cases: Int) -> String {
    cases == 1 ? "" : " and \(counted(cases - 1, "other case"))"
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
