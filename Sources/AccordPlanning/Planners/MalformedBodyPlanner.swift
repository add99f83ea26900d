import AccordModel
import AccordSchema

/// Sends bodies that are not well-formed, in each format that the endpoint reads.
struct MalformedBodyPlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    guard let body = scope.contract.body, let refusal = body.malformed else { return [] }
    return scope.endpoints.flatMap { endpoint -> [CaseSketch] in
      guard endpoint.reads(body), endpoint.takesContent, let base = endpoint.malformedBase else {
        return []
      }
      let formats = RequestDraft.contentFormats(of: endpoint)
      return formats.flatMap { format in
        malformations(of: base, in: format, isRequired: body.isRequired).map { malformation in
          var draft = base
          draft.content = .bytes(malformation.bytes)
          draft.contentFormat = format
          return CaseSketch(
            .wrongValue,
            ["body-malformed", malformation.name] + (formats.count > 1 ? [format.id] : []),
            malformation.isWellFormed
              ? "A body of another type (\(malformation.name))"
              : "A body that is not well-formed \(format.syntax.name) (\(malformation.name))",
            draft,
            refused: refusal,
            because: "has a body that \(malformation.why)",
            clauses: [body.clause]
          )
        }
      }
    }
  }

  private struct Malformation {
    var name: String
    var bytes: [UInt8]
    var why: String
    var isWellFormed = false
  }

  private func malformations(
    of base: RequestDraft,
    in format: Format,
    isRequired: Bool
  ) -> [Malformation] {
    let schema = base.endpoint.bodySchema(in: format)
    // No bytes are a text without characters, and a form without fields.
    let isNothing =
      switch format.syntax {
      case .text, .bytes: WrongValues(schema: schema).admits("")
      case .form: WrongValues(schema: schema).admits([:])
      case .json, .xml, .jsonLines, .csv, .jsv, .multipart, .parts, .own: false
      }
    let none =
      isRequired && !isNothing
      ? [Malformation(name: "empty", bytes: [], why: "is empty where one is required")] : []
    switch format.syntax {
    case .json, .jsonLines:
      return none + [
        Malformation(
          name: "truncated",
          bytes: base.truncatedJSON,
          why: "ends before its last brace"
        ),
        Malformation(
          name: "not-json",
          bytes: Array("this is not JSON".utf8),
          why: "is not JSON"
        ),
      ] + otherType(than: schema)
    case .xml:
      let root = schema.content.xml.name ?? schema.content.title
      let name = root ?? "request"
      return none + [
        Malformation(
          name: "truncated",
          bytes: Array("<\(name)><member>".utf8),
          why: "ends before its root element does"
        ),
        Malformation(
          name: "mismatched-tags",
          bytes: Array("<\(name)><a></b></\(name)>".utf8),
          why: "closes an element by another name"
        ),
        Malformation(name: "not-xml", bytes: Array("this is not XML".utf8), why: "is not XML"),
      ]
    case .csv:
      return none + [
        Malformation(
          name: "quote-not-closed",
          bytes: Array("a,b\r\n\"1,2\r\n".utf8),
          why: "ends inside a field in quotes"
        )
      ]
    case .jsv:
      return none + [
        Malformation(
          name: "truncated",
          bytes: base.truncatedJSV,
          why: "ends before its last brace"
        )
      ]
    case .text:
      return none + [
        Malformation(name: "not-utf-8", bytes: [0x61, 0xFF, 0xFE], why: "is not UTF-8")
      ]
    case .multipart, .parts:
      return none + [
        Malformation(
          name: "not-closed",
          bytes: Array(
            "--\(MultipartWriter.boundary)\r\nContent-Disposition: form-data".utf8
          ),
          why: "ends inside a part"
        )
      ]
    case .own(let own): return none + (cutOff(base, in: own.syntax, schema).map { [$0] } ?? [])
    // Whatever is sent is a form, or bytes.
    case .form, .bytes: return none
    }
  }

  /// The content in a syntax of a team's own, cut where its own reader says that it is broken.
  private func cutOff(
    _ base: RequestDraft,
    in syntax: any BodySyntax,
    _ schema: Schema
  ) -> Malformation? {
    let example: JSON? = if case .value(let json, _) = base.content { json } else { nil }
    guard let value = example ?? schema.sample(),
      let bytes = try? syntax.write(value, as: schema), bytes.count < 10_000
    else { return nil }
    for count in bytes.indices.dropFirst().reversed() {
      let beginning = Array(bytes[..<count])
      guard (try? syntax.read(beginning)) == nil else { continue }
      return Malformation(name: "truncated", bytes: beginning, why: "ends too soon")
    }
    return nil
  }
}

extension MalformedBodyPlanner {
  /// A list in the place of an object, where the schema does not admit one.
  private func otherType(than schema: Schema) -> [Malformation] {
    guard !WrongValues(schema: schema).admits([]) else { return [] }
    return [
      Malformation(
        name: "not-an-object",
        bytes: Array("[]".utf8),
        why: "is a list",
        isWellFormed: true
      )
    ]
  }
}

extension Endpoint {
  /// A right request that can bear a body: one that has a value as content, else any whose
  /// parameters leave room for one.
  fileprivate var malformedBase: RequestDraft? {
    let bases = self.bases.filter { draft in
      !draft.arguments.contains { $0.place == .form || $0.place == .body }
    }
    return bases.first { $0.content != nil } ?? bases.first
  }
}

extension RequestDraft {
  /// The content's JSV without its last byte.
  fileprivate var truncatedJSV: [UInt8] {
    guard case .value(let json, _, _, _) = template.body, json.members?.isEmpty == false else {
      return Array("{a:1".utf8)
    }
    return Array(JSVWriter.text(json).utf8.dropLast())
  }

  /// The content's JSON without its last byte.
  fileprivate var truncatedJSON: [UInt8] {
    guard case .value(let json, _, _, _) = template.body else { return Array(#"{"a":1"#.utf8) }
    let bytes = json.bytes()
    // An object without members, cut short, shows no more than a brace.
    return bytes.count > 2 ? bytes.dropLast() : Array(#"{"a":1"#.utf8)
  }
}
