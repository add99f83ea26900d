package import AccordSchema

/// What can be wrong with a contract itself.
package enum LintEvidence: Sendable, Hashable {
  // MARK: What is missing

  /// A suite without contracts, or a contract without routes, responses or examples.
  case missing(part: String)
  /// A sentence that is empty; `owner` says whose.
  case noSentence(owner: String)
  /// An assumption that does not say why.
  case noReason(owner: String)
  /// A page that is said to state a promise and has no title or no address.
  case noPage(owner: String)
  /// A required parameter for which an example has no value.
  case noValue(parameter: String, example: String)
  /// A promise of a time that no answer can keep.
  case noTime(String)
  /// A promise that no case looks at.
  case unreached(clause: String, sentence: String)

  // MARK: Names

  /// Two things of one kind with the same name.
  case duplicate(noun: String, name: String)
  /// A name with characters that identifiers must not have.
  case malformed(noun: String, name: String, allowed: String)
  /// A name for which nothing stands; `user` uses it, `known` are the names there are.
  case unknown(noun: String, name: String, user: String, known: [String])

  // MARK: Paths

  /// A template that does not begin with a slash.
  case relativeTemplate(String)
  /// A template with a brace that has no partner.
  case unbalancedBraces(template: String)
  /// A template with a variable without a name.
  case unnamedVariable(template: String)
  /// A template in which a variable occurs twice.
  case repeatedVariable(String, template: String)
  /// A variable of a path that no parameter and no version fills.
  case variableWithoutParameter(String, template: String)
  /// A parameter of the path that no route has.
  case parameterWithoutVariable(String)

  /// A parameter that cannot be written as it is declared.
  case parameter(String, ParameterFault)

  // MARK: Versions

  /// A route that serves no version although it has a version rule.
  case noVersionServed(route: String)
  /// A route without a version where others have one.
  case routeWithoutVersion(route: String)
  /// A version that `user` needs and no route serves.
  case versionWithoutRoute(Int, user: String)
  /// A version that two routes of the same method and path serve.
  case ambiguousVersion(Int, routes: [String])
  /// A version that an absent one means and that the route does not serve.
  case absentVersionNotServed(Int, route: String)
  /// An absent version that both means something and is refused.
  case absentVersionRefused(route: String)
  /// A version rule whose place is not there, such as a body that the contract does not have.
  case noCarrier(place: String, route: String)
  /// A probe for unsupported versions that is a version of the contract.
  case supportedProbe(String, route: String)

  // MARK: Errors

  /// A name that the catalogue does not define.
  case notCatalogued(error: String)
  /// A listed error that nothing brings about; `by` is a refusal or an example.
  case notBorne(error: String, by: String)
  /// A name that a refusal bears and that the contract does not list.
  case notListed(error: String)
  /// A name or an alias that two entries have.
  case repeatedName(String)
  /// A code that two entries have.
  case repeatedCode(Int, names: [String])
  /// An error with the code that means success.
  case successCode(Int, name: String)
  /// A catalogue whose errors show their names nowhere.
  case noPlaces

  // MARK: Schemas and values

  /// A schema that cannot be compiled.
  case schema(owner: String, SchemaError)
  /// A payload that cannot be written in a format that it may come in.
  case unwritable(owner: String, format: String, why: String)
  /// A form without its only required member, which is an empty body, and of which two refusals are promised.
  case emptyFormRefusedTwice(format: String, member: String, malformed: String, incomplete: String)
  /// A value of an example that violates its schema.
  case value(owner: String, why: String)
  /// A probe of wrong values that is right.
  case rightProbe(String, parameter: String)
  /// A probe of unknown values that is not even well-formed.
  case malformedProbe(String, parameter: String, why: String)
  /// An example with a body where the contract reads none.
  case bodyNotRead(example: String)

  /// An answer that is tied to a body where the contract reads none.
  case nothingSent(answer: String)
  /// An example in a format that its contract neither reads nor answers in.
  case unusedFormat(format: String, example: String)
  /// A syntax of a team's own that does not read what it writes.
  case syntax(format: String, why: String)
  /// A schema of a format in which the body is not read.
  case schemaOfUnreadFormat(format: String)

  // MARK: Credentials

  /// A credential that goes into a header whose value has no place for the token.
  case noTokenPlace(header: String, template: String)
  /// A contract that needs a credential, of a suite that has none.
  case noCredential
  /// A contract that needs a credential, and one of whose headers is the credential too.
  case repeatedCredential

  /// A credential that goes where a parameter or a header of the contract goes too.
  case credentialInPlaceOfParameter(place: String)

  // MARK: Effects

  /// A contract that is declared to change nothing; `what` of it says otherwise.
  case readOnlyChanges(what: String)
  /// A discovery that is declared to change something.
  case changingDiscovery(given: String)

  // MARK: Live data and relations

  /// A discovery that finds another number of fields than the given has.
  case discoveredFields(given: String, fields: Int, members: Int)
  /// A discovery that needs what it finds.
  case circularDiscovery(given: String)
  /// A relation that needs several formats in a suite that lets nobody choose.
  case nothingToNegotiate(relation: String)
  /// A relation about what GET answers where no route answers it.
  case noGet(relation: String)
  /// An order that is asked for in one direction, or in none, and does not say by which member.
  case orderNotTold(order: String, relation: String)
  /// A relation about what was sent of a contract that reads no body.
  case nothingReadBack(relation: String)
  /// A relation about several places of a parameter that has only one.
  case onePlace(parameter: String, relation: String)

  // MARK: Workflows

  /// A step that uses or depends on one that is not sent before it.
  case laterStep(String, user: String)
  /// A workflow that makes something and says nothing of how it is removed.
  case noCleanUp(workflow: String, step: String)
  /// A workflow that gives another number of outputs than the given has fields.
  case madeFields(given: String, fields: Int, outputs: Int)
  /// A target at a server that the workflow may not ask.
  case otherOrigin(String, user: String)
  /// An origin that names no server.
  case noOrigin(String, workflow: String)

  // MARK: Life cycles

  /// A state to which no transition leads from the first.
  case unreachableState(String, lifeCycle: String)
  /// A view that says nothing of which resource it shows.
  case viewWithoutIdentity(String, lifeCycle: String)
  /// A life cycle of what cases make and nothing removes.
  case noRemoval(lifeCycle: String)

  // MARK: Rehearsal

  /// A promise that the mock breaks, made from the contract alone or with the behaviour that its suite
  /// brings.
  case notKept(clause: String, sentence: String, Rehearsed)
  /// Cases of which nothing is known when they are played against the mock.
  case notRehearsed(reason: String, cases: Int, first: String)

  /// What was seen when cases were played against the mock.
  package struct Rehearsed: Sendable, Hashable {
    /// The place of the first answer that broke the promise, what was promised there, and what was found.
    package var place: String
    package var expected: String
    package var actual: String
    /// How many cases saw it, the first of them, and the last.
    package var cases: Int
    package var first: String
    package var last: String

    /// Creates what was seen.
    package init(place: String, expected: String, actual: String, cases: Int, first: String) {
      self.place = place
      self.expected = expected
      self.actual = actual
      self.cases = cases
      self.first = first
      last = first
    }
  }
}
