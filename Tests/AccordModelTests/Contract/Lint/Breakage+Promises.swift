import AccordModel
import AccordSchema
import HTTPTypes

extension Breakage {
  static let promises: [Breakage] = [
    .list(
      "relations",
      """
      The relation "sorted" does not ask for the order "price" in both directions, or does not say by which \
      member it sorts. Give it both, or a direction and the member.
      """
    ) {
      let sorting = Relation.Sorting(
        [.order("price", ascending: ["page": 1])],
        items: "/plants",
        identity: ["/number"]
      )
      $0.relations.append(.relation("sorted", "It is sorted.", .sortingSorts(sorting)))
    },
    .list(
      "relations",
      """
      The relation "kept" reads back what was sent, and the contract reads no body.
      """
    ) {
      $0.relations.append(.relation("kept", "It is kept.", .readsBack(by: "plants.water")))
    },
    .list(
      "relations",
      """
      The relation "where" names the contract "plants.get", which is not declared. Declared: \
      "plants.water", "plants.list".
      """
    ) {
      $0.relations.append(.relation("where", "It leads there.", .locationLeads(to: "plants.get")))
    },
    .list(
      "relations",
      """
      The relation "all" names the parameter "after", which is not declared. Declared: "page", "size", \
      "dry".
      """
    ) {
      let pages = Relation.Pages(
        next: .cursor("after", at: "/next"),
        size: "size",
        items: "/plants",
        identity: ["/number"]
      )
      $0.relations.append(.relation("all", "All are there.", .pagesHoldAll(pages)))
    },
    .list(
      "ties",
      """
      The answer response/success names the parameter "most", which is not declared. Declared: "page", \
      "size", "dry".
      """
    ) { $0.responses[0] = $0.responses[0].tied(.items("/plants", atMost: "most")) },
    .list(
      "ties",
      """
      The answer response/success is tied to what the request's body has, and the contract reads none.
      """
    ) { $0.responses[0] = $0.responses[0].tied(.value("/name", sentAt: "/name")) },
    .suite(
      "complete",
      "There is no contract. Declare at least one: nothing can be planned without it."
    ) {
      $0.contracts = []
    },
    .suite(
      "complete",
      "There is no format. Declare at least one: nothing can be planned without it."
    ) { suite in
      suite.formats = []
      suite.negotiation = nil
      suite.contracts = [suite.contracts[1]]
      suite.contracts[0].relations = []
    },
    .list(
      "complete",
      "There is no response. Declare at least one: nothing can be planned without it."
    ) {
      $0.responses = []
    },
    .water(
      "paths",
      #"The path "plants/{number}/water" does not begin with a slash."#
    ) { $0.routes[0].path = PathTemplate("plants/{number}/water") },
    .water(
      "paths",
      #"The path "/plants/{number/water" has a brace without its partner. Write variables as {name}."#
    ) {
      $0.routes[0].path = PathTemplate("/plants/{number/water")
    },
    .water(
      "paths",
      #"The path "/plants/{number}/}" has a brace without its partner. Write variables as {name}."#
    ) { $0.routes[0].path = PathTemplate("/plants/{number}/}") },
    .water(
      "paths",
      #"The path "/plants/{number}/{}" has a variable without a name. Write variables as {name}."#
    ) {
      $0.routes[0].path = PathTemplate("/plants/{number}/{}")
    },
    .water(
      "paths",
      #"The variable "number" occurs twice in the path "/plants/{number}/{number}"."#
    ) { $0.routes[0].path = PathTemplate("/plants/{number}/{number}") },
    .water(
      "paths",
      """
      Nothing fills the variable "bed" of the path "/beds/{bed}/{number}". Declare a parameter of \
      this name, or a version that travels in it.
      """
    ) {
      $0.routes[0].path = PathTemplate("/beds/{bed}/{number}")
    },
    .list(
      "paths",
      #"The parameter "bed" travels in the path, and no route has a variable of this name."#
    ) { $0.parameters.append(.path("bed", .integer, example: 1)) },
    .water("versions", #"The route "plain" has a version rule and serves no version."#) {
      $0.routes[0].version = .version(in: .query("v"), serves: [])
    },
    .water(
      "versions",
      """
      The route "plain" has no version rule, and other routes of the contract have one. Say which \
      versions it serves.
      """
    ) { $0.routes[0].version = nil },
    .water("versions", "The answer response/success is for version 3, which no route serves.") {
      $0.responses[0].versions = [1, 3]
    },
    .water("versions", #"The example "a-litre" is for version 4, which no route serves."#) {
      $0.examples[0].versions = [4]
    },
    .water("versions", "The body is for version 5, which no route serves.") {
      $0.body?.versions = [5]
    },
    .water(
      "versions",
      """
      Version 1 is served by the routes "plain" and "again", which have the same method and path.
      """
    ) {
      $0.routes.append(
        .post(
          "/plants/{number}/water",
          name: "again",
          version: .version(in: .query("v"), serves: [1, 4])
        )
      )
    },
    .water(
      "versions",
      """
      On the route "plain" a request without a version means version 2, which the route does not \
      serve.
      """
    ) {
      $0.routes[0].version = .version(in: .query("v"), serves: [1], whenAbsent: 2)
    },
    .water(
      "versions",
      """
      On the route "plain" a request without a version both means a version and is refused. Keep \
      one of them.
      """
    ) {
      $0.routes[0].version = .version(
        in: .query("v"),
        serves: [1],
        whenAbsent: 1,
        missing: .error("BadValue")
      )
    },
    .list(
      "versions",
      #"The version of the route "route" travels in the body member /v, which the request does not have."#
    ) {
      $0.routes[0].version = .version(in: .body("/v"), serves: [1])
    },
    .water(
      "versions",
      """
      The probe "1" of unsupported versions on the route "versioned" is a version that the contract \
      serves.
      """
    ) {
      $0.routes[1].version?.unsupported?.probes = [.probe("1", 1, why: "is the first")]
    },
    .suite(
      "formats",
      #"The negotiation names the format "yaml", which is not declared. Declared: "json", "xml"."#
    ) { $0.negotiation?.fallback = "yaml" },
    .list(
      "formats",
      #"The contract names the format "yaml", which is not declared. Declared: "json", "xml"."#
    ) {
      $0.formats = ["json", "xml", "yaml"]
    },
    .water(
      "formats",
      #"The body names the format "yaml", which is not declared. Declared: "json", "xml"."#
    ) { $0.body?.formats = ["yaml"] },
    .water(
      "formats",
      "There is no format of the body. Declare at least one: nothing can be planned without it."
    ) { $0.body?.formats = [] },
    .suite(
      "syntaxes",
      """
      The syntax of the format "mute" cannot be used. It does not write \
      \(SoundSuite.suite().contracts[1].responses[0].schema?.sample()?.text() ?? ""): It is mute.
      """
    ) { suite in
      suite.formats.append(Format("mute", .own(Mute()), mediaType: "text/x-mute"))
      suite.contracts[0].formats = ["json", "xml"]
    },
    .water(
      "formats",
      """
      The body has a schema for the format "xml", in which it is not read. Add the format to those of \
      the body.
      """
    ) { contract in
      contract.body?.formats = ["json"]
      contract.body?.schemas = [.schema(.any, in: "xml")]
    },
    .list(
      "formats",
      """
      The answer response/success names the format "yaml", which is not declared. Declared: "json", \
      "xml".
      """
    ) { $0.responses[0].formats = ["json", "xml", "yaml"] },
    .list(
      "formats",
      """
      The example "\(SoundSuite.suite().contracts[1].examples[0].name)" is in the format "xml", which the \
      contract neither reads nor answers in. Add the format to its body, or to one of its answers.
      """
    ) { contract in
      contract.formats = ["json"]
      contract.examples[0].format = "xml"
      contract.relations = []
    },
    .suite(
      "formats",
      #"The negotiation names the format "yaml", which is not declared. Declared: "json", "xml"."#
    ) { $0.negotiation?.ways[0] = .by(.query("format"), [.format("yaml", basis: .stated)]) },
    .list(
      "formats",
      #"The example "all" names the format "yaml", which is not declared. Declared: "json", "xml"."#
    ) { $0.examples[0].format = "yaml" },
    .water("versions", "The member /litres of the body is for version 6, which no route serves.") {
      $0.body?.memberVersions = [.member("/litres", readBy: [6])]
    },
    .suite(
      "givens",
      #"The discovery of "plant" finds 2 members, and a value has 1 field."#
    ) { $0.givens[0].discovery?.members = ["/number", "/name"] },
    .suite("givens", #"The discovery of "plant" needs a value of "plant"."#) {
      $0.givens[0].discovery?.request.path.append(.value(.given("plant")))
    },
    .suite(
      "givens",
      #"The discovery of "plant" names the given "bed", which is not declared. Declared: "plant"."#
    ) { $0.givens[0].discovery?.request.query = ["bed": .given("bed")] },
    .suite(
      "givens",
      """
      There is no field of the given bed. Declare at least one: nothing can be planned without it.
      """
    ) { $0.givens.append(.given("bed", fields: [], "A bed.")) },
    .suite(
      "effects",
      """
      The discovery of "plant" is declared to change something. Values are looked up by calls that \
      change nothing.
      """
    ) { $0.givens[0].discovery?.effect = .changesState },
    .water(
      "effects",
      """
      The contract is declared to change nothing, and the example "a-litre" does. Declare the effect \
      .changesState: a read-only run would send it.
      """,
      """
      The contract is declared to change nothing, and the example "in-the-body" does. Declare the \
      effect .changesState: a read-only run would send it.
      """
    ) { $0.effect = .readOnly },
    .list(
      "effects",
      """
      The contract is declared to change nothing, and what its life cycle says does. Declare the \
      effect .changesState: a read-only run would send it.
      """
    ) {
      $0.effect = .readOnly
      $0.stateDiagram = StateDiagram(
        of: "plant",
        from: "Dry",
        [.transition(from: "Dry", to: "Wet", by: "GET /plants")]
      )
    },
    .water(
      "response-time",
      "Answers are promised within a time of more than 0 ms, found 0 ms. Say how long an answer may take."
    ) {
      $0 = $0.answers(within: .zero)
    },
    .suite(
      "response-time",
      "Answers are promised within a time of more than 0 ms, found -1 ms. Say how long an answer may take."
    ) {
      $0 = $0.answers(within: .milliseconds(-1))
    },
    .water("words", "The contract has no words. Say in a sentence what it is: reports print it.") {
      $0.summary = " "
    },
    .water("words", "Note 1 has no words. Say in a sentence what it is: reports print it.") {
      $0.notes = ["", "Rain counts."]
    },
    .suite(
      "words",
      #"The given "plant" has no words. Say in a sentence what it is: reports print it."#
    ) { $0.givens[0].meaning = "" },
    .water(
      "words",
      "The clause body has no words. Say in a sentence what it is: reports print it."
    ) {
      $0.body?.clause.sentence = ""
    },
    .water(
      "words",
      """
      The clause parameter/litres is an assumption without a reason. Say what the document leaves \
      open.
      """
    ) { $0.parameters[1].clause.basis = .assumption(" ") },
    .water(
      "words",
      """
      That Drought is impossible to bring about is an assumption without a reason. Say what the \
      document leaves open.
      """
    ) {
      $0.errors[2].provocation = .impossible(reason: "")
    },
    .water(
      "words",
      #"The probe "flood" has no words. Say in a sentence what it is: reports print it."#
    ) { $0.parameters[1].invalid?.probes[0].why = "" },
    .water(
      "words",
      """
      The clause parameter/litres comes from a page without a title or an address. Name both: \
      readers look it up.
      """
    ) { $0.parameters[1].clause.basis = .statedBy(SourcePage("Watering", "")) },
    .suite(
      "words",
      """
      The entry "Drought" of the error catalogue comes from a page without a title or an address. \
      Name both: readers look it up.
      """
    ) { $0.errors.entries[2].basis = .statedBy(SourcePage(" ", "https://garden.example/")) },
    .suite(
      "words",
      """
      The entry "Drought" of the error catalogue is an assumption without a reason. Say what the \
      document leaves open.
      """
    ) { $0.errors.entries[2].basis = .assumption("") },
  ]
}

/// A syntax that writes nothing.
private struct Mute: BodySyntax, Error, CustomStringConvertible {
  let name = "mute"
  var description: String { "It is mute." }

  func read(_ bytes: [UInt8]) throws(BodySyntaxError) -> LexicalValue { .map([], atByte: 0) }
  func write(_ value: JSON, as schema: Schema) throws -> [UInt8] { throw self }
}
