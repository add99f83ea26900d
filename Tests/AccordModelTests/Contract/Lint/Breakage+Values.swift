import AccordModel
import AccordSchema
import HTTPTypes

extension Breakage {
  static let values: [Breakage] = [
    .suite("error-catalogue", #"The error catalogue defines "PlantMissing" twice."#) {
      $0.errors.entries.append(.entry("PlantMissing", statuses: .exactly(.gone)))
    },
    .suite("error-catalogue", #"The code 9 stands for several errors: "Drought", "Flood"."#) {
      $0.errors.entries.append(.entry("Flood", statuses: .exactly(.gone), code: 9))
    },
    .suite("error-catalogue", #"The error "Drought" has the code 0, which means success."#) {
      $0.errors.entries[2].code = 0
    },
    .suite(
      "error-catalogue",
      """
      The error catalogue has entries and does not say where on the wire an error shows its name.
      """
    ) { $0.errors.places = [] },
    .water(
      "error-names",
      """
      The error "Frost" is not in the suite's error catalogue. Correct the name, or add an entry \
      that says how the error is recognised.
      """
    ) {
      $0.errors.append(.named("Frost", .impossible(reason: "No request makes it cold.")))
    },
    .list(
      "error-names",
      """
      The error "Frost" is not in the suite's error catalogue. Correct the name, or add an entry \
      that says how the error is recognised.
      """
    ) {
      $0.parameters[1] = .parameter(
        "size",
        .integer,
        in: [.query],
        required: false,
        invalid: .error("Frost", probes: [.probe("word", "one", why: "is no number")])
      )
    },
    .water(
      "listed-errors",
      """
      The error "Drought" is listed as one that a wrong request brings about, and none bears it. \
      Declare one, or say why it is impossible.
      """
    ) { $0.errors[2].provocation = .byRequest },
    .water(
      "listed-errors",
      """
      The error "NoSuchPlant" is listed as one that an example brings about, and none bears it. \
      Declare one, or say why it is impossible.
      """
    ) {
      $0.errors[0].provocation = .byExample
    },
    .water(
      "listed-errors",
      #"A refusal bears the error "NoSuchPlant", which the contract does not list among its errors."#
    ) {
      $0.errors.removeFirst()
      $0.parameters[0].unknown?.names = ["NoSuchPlant"]
    },
    .list(
      "schemas",
      """
      The schema of the parameter page cannot be compiled. In the schema at /format: no format is \
      named "leaf"; the formats are \(formats).
      """
    ) { $0.parameters[0].schema = .format("leaf") },
    .suite(
      "schemas",
      """
      The schema of the field plant of the given plant cannot be compiled. In the schema at \
      /format: no format is named "leaf"; the formats are \(formats).
      """
    ) {
      $0.givens[0].fields[0].schema = .format("leaf")
    },
    .water(
      "writable",
      """
      A value of the request's body cannot be written in the format "xml". The value has no element \
      name in XML: give its schema a title or an XML name.
      """
    ) {
      $0.body = .body(.object([.optional("why", .string)]), in: ["json", "xml"], required: false)
      $0.examples[0].body = [:]
    },
    .suite(
      "empty-forms",
      """
      In the format "form" a body without "litres", the only member it must have, is an empty body: as \
      malformed it gets 400, as incomplete 422. Promise the same of both.
      """
    ) {
      $0.formats.append(.form)
      $0.contracts[0].body = .body(
        .object([.required("litres", .integer(in: 1...5)), .optional("slowly", .boolean)]),
        in: ["form"],
        malformed: .status(.badRequest),
        incomplete: .status(.unprocessableContent)
      )
      for index in $0.contracts[0].examples.indices {
        $0.contracts[0].examples[index].body = ["litres": 2]
      }
    },
    .water(
      "probes",
      #"The probe "flood" is a right value of "litres". Probes of wrong values have to be wrong."#
    ) {
      $0.parameters[1].invalid?.probes[0].value = 5
    },
    .water(
      "probes",
      """
      The probe "high" of unknown values of "number" is not well-formed. At the whole value: \
      expected integer, found string "many".
      """
    ) { $0.parameters[0].unknown?.probes[0].value = "many" },
    .water(
      "example-values",
      """
      The value of litres in the example "a-litre" violates its schema. At the whole value: \
      expected at most 5, found integer 9.
      """
    ) {
      $0.examples[0].query = ["litres": 9]
    },
    .water(
      "example-values",
      """
      The value of the body of the example "in-the-body" violates its schema. At /litres: expected \
      at most 5, found integer 12.
      """
    ) { $0.examples[1].body = ["litres": 12] },
    .list(
      "example-values",
      """
      The value of the parameter dry violates its schema. At the whole value: expected boolean, \
      found string "damp".
      """
    ) {
      $0.parameters[2].example = "damp"
    },
    .water(
      "required-values",
      """
      The example "a-litre" has no value for the required parameter "litres". Give it one, or give \
      the parameter an example.
      """
    ) { $0.examples[0].query = [:] },
  ]

  /// The formats that a schema can name, as the schema's own error lists them.
  private static let formats: String = {
    do throws(SchemaError) {
      _ = try SchemaValidator(.format("leaf"))
      return ""
    } catch {
      let list = error.message.split(separator: "the formats are ").last ?? ""
      return list.hasSuffix(".") ? String(list.dropLast()) : String(list)
    }
  }()
}
