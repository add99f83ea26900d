import Accord
@testable import AccordMocking

extension HarmlessVariation {
  /// The same header fields, written in another way or among others.
  static let fields: [HarmlessVariation] = fieldsOfBoth.flatMap(\.self) + fieldsOfOne

  private static let fieldsOfBoth: [[HarmlessVariation]] = [
    everywhere("names-in-lower-case", "RFC 9110 section 5.1: case does not matter.") { answer in
      for index in answer.fields.indices {
        answer.fields[index].name = answer.fields[index].name.lowercased()
      }
    },
    everywhere("names-in-upper-case", "RFC 9110 section 5.1: case does not matter.") { answer in
      for index in answer.fields.indices {
        answer.fields[index].name = answer.fields[index].name.uppercased()
      }
    },
    everywhere("fields-in-another-order", "RFC 9110 section 5.3: names have no order.") {
      $0.fields.reverse()
    },
    everywhere("more-fields", "RFC 9110 section 5.1: unknown fields are ignored.") {
      $0.fields += [
        Field("Date", "Sat, 01 Jan 2000 00:00:00 GMT"), Field("Server", "Kestrel"),
        Field("Set-Cookie", "a=b; Path=/"), Field("Set-Cookie", "c=d"),
        Field("Cache-Control", "no-store"), Field("X-Empty", ""),
      ]
    },
    everywhere("media-types-in-another-case", "RFC 9110 section 8.3.1: case does not matter.") {
      $0.varyContentType { type in
        type.replacing("application/json", with: "Application/JSON")
          .replacing("application/xml", with: "APPLICATION/xml")
          .replacing("utf-8", with: "UTF-8")
      }
    },
    everywhere("more-media-type-parameters", "RFC 9110 section 8.3.1: parameters may follow.") {
      $0.varyContentType { $0 + "; profile=\"a;b=c\"" }
    },
  ]

  private static let fieldsOfOne: [HarmlessVariation] = [
    .answers(
      "charset-is-named",
      "RFC 9110 section 8.3.2: charset is a parameter.",
      of: "interact"
    ) { $0.varyContentType { $0 + "; charset=utf-8" } },
    .answers(
      "charset-in-quotes",
      "RFC 9110 section 5.6.6: a value may be quoted.",
      of: "platform"
    ) { $0.varyContentType { $0.replacing("charset=utf-8", with: "charset=\"utf-8\"") } },
    .answers(
      "no-blank-before-charset",
      "RFC 9110 section 5.6.6: white space is optional.",
      of: "platform"
    ) { $0.varyContentType { $0.replacing("; ", with: ";") } },
    .answers(
      "charset-of-xml-is-named",
      "RFC 7303 section 3: charset is a parameter of XML.",
      of: "platform"
    ) { $0.varyContentType { $0.hasSuffix("/xml") ? $0 + "; charset=utf-8" : $0 } },
    .answers("varies-with-more", "RFC 9110 section 12.5.5: Vary is a list.", of: "platform") {
      $0.setField("Vary", "Accept-Encoding, Accept")
    },
    .answers("another-challenge", "RFC 9110 section 11.6.1: any scheme.", of: "platform") {
      answer in
      guard answer.status == 401 else { return }
      answer.setField("WWW-Authenticate", "Basic realm=\"accord\", Negotiate")
    },
    .answers("no-body-with-a-type", "Document 004: no type is excluded.", of: "interact") {
      answer in
      if answer.body.isEmpty { answer.setField("Content-Type", "text/plain") }
    },
  ]
}

extension MockAnswer {
  fileprivate mutating func varyContentType(_ edit: (String) -> String) {
    guard let type = fields.values(of: "Content-Type").first else { return }
    setField("Content-Type", edit(type))
  }
}
