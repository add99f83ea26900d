import AccordModel
import AccordSchema

/// How a parameter is written, as OpenAPI says it.
struct ParameterWriting {
  var style: Parameter.Style?
  var explode: Bool?
  var allowReserved = false

  /// As is usual in the place.
  init() {}

  /// As a parameter of OpenAPI 3 or of Swagger says.
  init(_ node: DescriptionNode, _ place: Parameter.Place, isSwagger: Bool) {
    guard isSwagger else {
      style = node["style"]?.text.flatMap(Parameter.Style.init(rawValue:))
      explode = node["explode"]?.boolean
      allowReserved = node.isTrue("allowReserved")
      return
    }
    guard node["type"]?.text == "array" else { return }
    // What is not said is `csv` (Swagger 2.0, "Parameter Object").
    switch node["collectionFormat"]?.text {
    case "multi": explode = true
    case "ssv": style = .spaceDelimited
    case "pipes": style = .pipeDelimited
    default: explode = place == .query || place == .form ? false : nil
    }
  }

  /// Brings a parameter into the form in which the same is written without a contradiction.
  ///
  /// What OpenAPI does not define for a value is written as is usual.
  func settle(_ parameter: inout Parameter) {
    switch parameter.style {
    case .spaceDelimited, .pipeDelimited:
      if !parameter.isStructured { parameter.style = nil }
      if parameter.explode == true { parameter.style = nil }
    case .deepObject:
      if !parameter.isStructured { parameter.style = nil }
    case .form, .label, .matrix, .simple, nil: break
    }
    if let style = parameter.style, !parameter.usual.styles.contains(style) {
      parameter.style = nil
    }
    if !parameter.isStructured { parameter.explode = nil }
  }
}

extension Parameter {
  /// Why no value of it can be written; `nil` where one can.
  var importFault: String? {
    if [.header, .cookie].contains(usual), !Field.isName(name) {
      return "its name is no field name."
    }
    if usual == .header, ["cookie", "host"].contains(name.lowercased()) {
      return "HTTP itself speaks for the field."
    }
    if style == .deepObject, declaredTypes.contains(.array) {
      return "a list has no form in the style deepObject."
    }
    guard isStructured else { return nil }
    let content = schema.content
    let inner =
      content.prefixItems + [content.items].compactMap(\.self) + content.members.map(\.schema)
    let isNested = inner.contains { !($0.content.types ?? []).isDisjoint(with: [.array, .object]) }
    return isNested ? "lists and objects inside of others have no form there." : nil
  }

  /// A well-formed value that names nothing, as far as one can be guessed.
  var unknownProbe: Probe? {
    guard !isStructured, schema.content.enumeration == nil, schema.content.constant == nil else {
      return nil
    }
    let candidates: [JSON] = [
      "5eb63bbb-e01e-4ed0-93cb-22bb8f5acdc3", 2_147_483_646, .string("no-such-\(name)"),
    ]
    // A number stands for itself where the schema wants one.
    let types = declaredTypes
    let isText = types.isEmpty || types.contains(.string)
    return candidates.first { candidate in
      (candidate.string != nil) == isText && violations(of: candidate, in: textPlace).isEmpty
    }.map { Probe("well-formed", $0, why: "is well-formed and names nothing") }
  }
}

extension Parameter.Place {
  /// Whether a value can be sent there: nothing empty stands in a path, and no control character in a
  /// field.
  func canBear(_ value: JSON) -> Bool {
    switch self {
    case .path:
      let text = value.wireText
      return !text.isEmpty && text != "." && text != ".."
    case .header, .cookie:
      return value.wireText.unicodeScalars.allSatisfy {
        $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F
      }
    case .query, .form, .body: return true
    }
  }

  /// A value that can be sent there, of those that a schema gives.
  func bearable(_ sample: JSON, of schema: Schema) -> JSON {
    guard !canBear(sample) else { return sample }
    for seed in UInt64(1)...8 {
      if let other = schema.sample(seed: seed), canBear(other) { return other }
    }
    return sample
  }
}
