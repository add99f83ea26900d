import AccordModel
import AccordSchema
import HTTPTypes

extension Breakage {
  static let names: [Breakage] = [
    .suite(
      "unique-names",
      #"The contract "plants.list" is declared twice. Give each its own name."#
    ) {
      $0.contracts.append($0.contracts[1])
    },
    .suite("unique-names", #"The format "json" is declared twice. Give each its own name."#) {
      $0.formats.append(.json)
    },
    .suite("unique-names", #"The given "plant" is declared twice. Give each its own name."#) {
      $0.givens.append(.given("plant", .integer, "Another."))
    },
    .list("unique-names", #"The route "route" is declared twice. Give each its own name."#) {
      $0.routes.append(.get("/plants/all"))
    },
    .list("unique-names", #"The header "x-shovel" is declared twice. Give each its own name."#) {
      $0.headers = [.required("X-Shovel"), .required("x-shovel")]
    },
    .list("unique-names", #"The parameter "page" is declared twice. Give each its own name."#) {
      $0.parameters.append($0.parameters[0])
    },
    .water("unique-names", #"The error "Drought" is declared twice. Give each its own name."#) {
      $0.errors.append($0.errors[2])
    },
    .list("unique-names", #"The example "all" is declared twice. Give each its own name."#) {
      $0.examples.append(.example("all", query: ["page": 1]))
    },
    .list("unique-names", #"The relation "pages" is declared twice. Give each its own name."#) {
      $0.relations.append($0.relations[2])
    },
    .water("unique-names", #"The probe "flood" is declared twice. Give each its own name."#) {
      $0.parameters[1].invalid?.probes.append(.probe("flood", 7, why: "is more than 5"))
    },
    .list(
      "unique-names",
      #"The clause "response/success" is declared twice. Give each its own name."#
    ) {
      $0.responses.append(.status(.created, .payload(.any)))
      $0.responses[1].contentClause.id = "response/created/content"
    },
    .suite(
      "well-formed-names",
      """
      The name of the suite "The Garden" is not made of lower-case letters, digits and hyphens. \
      Identifiers of cases are made of it.
      """
    ) { $0.id = "The Garden" },
    .suite(
      "well-formed-names",
      """
      The name of the format "JSON" is not made of lower-case letters, digits and hyphens. \
      Identifiers of cases are made of it.
      """
    ) {
      $0.formats.append(Format("JSON", .json, mediaType: "text/json"))
    },
    .suite(
      "well-formed-names",
      """
      The name of the given "a plant" is not made of letters and digits. Identifiers of cases are \
      made of it.
      """
    ) { $0.givens.append(.given("a plant", .any, "A plant.")) },
    .water(
      "well-formed-names",
      """
      The name of the contract "" is not made of lower-case letters, digits, dots and hyphens. \
      Identifiers of cases are made of it.
      """
    ) {
      $0.id = ""
    },
    .list(
      "well-formed-names",
      """
      The name of the route "the route" is not made of lower-case letters, digits, dots and \
      hyphens. Identifiers of cases are made of it.
      """
    ) { $0.routes[0].name = "the route" },
    .list(
      "well-formed-names",
      """
      The name of the example "All/of them" is not made of lower-case letters, digits, dots and \
      hyphens. Identifiers of cases are made of it.
      """
    ) {
      $0.examples.append(.example("All/of them"))
    },
    .list(
      "well-formed-names",
      """
      The name of the relation "pages!" is not made of lower-case letters, digits, dots and \
      hyphens. Identifiers of cases are made of it.
      """
    ) { $0.relations[2].name = "pages!" },
    .list(
      "well-formed-names",
      """
      The name of the reading "dürr" is not made of lower-case letters, digits, dots and hyphens. \
      Identifiers of cases are made of it.
      """
    ) {
      $0.responses[0].readings = [
        .reading("dürr", "Plants are dry.", .any, basis: .assumption("It is summer."))
      ]
    },
    .water(
      "well-formed-names",
      """
      The name of the probe "a flood" is not made of lower-case letters, digits, dots and hyphens. \
      Identifiers of cases are made of it.
      """
    ) { $0.parameters[1].invalid?.probes[0].name = "a flood" },
    .water(
      "example-names",
      """
      The example "a-litre" names the route "hose", which is not declared. Declared: "plain", \
      "versioned".
      """
    ) { $0.examples[0].routes = ["hose"] },
    .water(
      "example-names",
      """
      The example "a-litre" names the path variable "litres", which is not declared. Declared: \
      "number".
      """
    ) {
      $0.examples[0].path = ["litres": 1]
    },
    .water(
      "example-names",
      """
      The example "a-litre" names the parameter "gallons", which is not declared. Declared: \
      "litres", "v", "format".
      """
    ) { $0.examples[0].query = ["litres": 1, "gallons": 1] },
    .water(
      "example-names",
      #"The example "a-litre" names the given "tree", which is not declared. Declared: "plant"."#
    ) {
      $0.examples[0].consumes = ["tree"]
    },
    .water(
      "example-names",
      """
      The query parameter litres of the example "a-litre" names the given "tree", which is not \
      declared. Declared: "plant".
      """
    ) { $0.examples[0].query = ["litres": .given("tree")] },
    .water(
      "example-names",
      """
      The body value /litres of the example "in-the-body" names the field "age", which is not \
      declared. Declared: "plant".
      """
    ) {
      $0.examples[1].bodyValues = [.at("/litres", .given("plant", field: "age"))]
    },
    .water(
      "example-names",
      #"The parameter number names the given "tree", which is not declared. Declared: "plant"."#
    ) { $0.parameters[0].example = .given("tree") },
    .water(
      "example-names",
      #"The example "a-litre" names the answer "mud", which is not declared. Declared: "success"."#
    ) {
      $0.examples[0].outcome = .response("mud")
    },
    .list("example-names", #"The example "all" sends a body, and the contract reads none."#) {
      $0.examples[0].body = [:]
    },
    .list(
      "relations",
      """
      The relation "pages" names the parameter "count", which is not declared. Declared: "page", \
      "size", "dry".
      """
    ) {
      $0.relations[2].kind = .pageIsBounded(
        Relation.Paging(number: "page", size: "count", items: "/plants", identity: ["/number"])
      )
    },
    .list(
      "relations",
      #"The relation "page-in-several-places" sends "size" in several places, and it is read from one."#
    ) {
      $0.relations[1].kind = .strongerPlaceWins(parameter: "size", decoy: 2)
    },
    .list(
      "relations",
      #"The relation "formats-agree" compares formats, and no request can choose one."#
    ) { $0.formats = ["json"] },
    .water(
      "relations",
      #"The relation "head" compares HEAD with GET, and no route answers GET."#
    ) { $0.relations.append(.relation("head", "HEAD answers what GET would.", .headAnswersAsGet)) },
    .water(
      "relations",
      """
      The relation "others-stay-dry" names the contract "plants", which is not declared. \
      Declared: "plants.water", "plants.list".
      """
    ) { $0.changeListing { $0.contract = "plants" } },
    .water(
      "relations",
      """
      The relation "others-stay-dry" names the example "none", which is not declared. Declared: \
      "all".
      """
    ) {
      $0.changeListing { $0.listExample = "none" }
    },
    .water(
      "relations",
      """
      The relation "others-stay-dry" names the example "rain", which is not declared. Declared: \
      "a-litre", "in-the-body", "flood".
      """,
      """
      The relation "others-stay-dry" names the route "sky", which is not declared. Declared: \
      "plain", "versioned".
      """,
      """
      The relation "others-stay-dry" names the parameter "cloud", which is not declared. \
      Declared: "number", "litres".
      """,
      """
      The relation "others-stay-dry" names the parameter "wet", which is not declared. Declared: \
      "page", "size", "dry".
      """
    ) {
      $0.changeListing {
        $0.example = "rain"
        $0.route = "sky"
        $0.parameter = "cloud"
        $0.including = ["wet": true]
      }
    },
  ]
}

extension Contract {
  /// Changes the list that its first relation looks at.
  fileprivate mutating func changeListing(_ change: (inout Relation.Listing) -> Void) {
    guard case .othersStay(var listing) = relations[0].kind else { return }
    change(&listing)
    relations[0].kind = .othersStay(listing)
  }
}
