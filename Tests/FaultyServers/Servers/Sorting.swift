import Accord
@testable import AccordMocking

extension FaultyServer {
  private static let orders = ["platform/contacts.connections/relation/sorting/*"]
  private static let places = [
    "platform/contacts.connections/relation/contact-in-several-places/*",
    "platform/contacts.connections/relation/same-read-twice",
  ]

  /// Servers that do not sort, or read a parameter from the wrong place, or answer by chance.
  static let sorting: [FaultyServer] = [
    FaultyServer(
      "direction-is-ignored",
      "Document 002: SortOrder is ascending or descending.",
      of: "platform",
      orders,
      breaks: "sorting-sorts",
      at: "response body /Connections"
    ) { $0.replacing("SortOrder=Descending", with: "SortOrder=Ascending") },
    FaultyServer(
      "sorting-loses-one",
      "Document 002: sorting changes the order and nothing else.",
      of: "platform",
      orders,
      breaks: "sorting-sorts",
      at: "response body /Connections"
    ) { answer, request in
      guard request.isTo("SortOrder=Descending") else { return }
      answer.editJSON { $0.removing(at: "/Connections/3") }
    },
    FaultyServer(
      "sorting-puts-one-out-of-order",
      "Document 002: SortOrder sorts.",
      of: "platform",
      orders,
      breaks: "sorting-sorts",
      at: "response body /Connections"
    ) { answer, request in
      guard request.isTo("SortOrder=Descending") else { return }
      answer.editJSON { value in
        guard let list = value["Connections"]?.elements, let first = list.first else { return nil }
        var turned = Array(list.dropFirst())
        turned.append(first)
        return value.with(.array(turned), at: "/Connections")
      }
    },
    FaultyServer(
      "another-field-is-not-sorted",
      "Document 002: SortIndex is the index of a field; that 1 is one is read.",
      of: "platform",
      ["platform/contacts.connections/relation/sorting*"],
      breaks: "sorting-sorts",
      at: "response body /Connections",
      as: .assumption
    ) { request in
      guard request.isTo("SortIndex=1") else { return request }
      return request.replacing("SortOrder=Descending", with: "SortOrder=Ascending")
    },
    FaultyServer(
      "path-goes-before-query",
      "ServiceStack: a parameter in the query goes before the one in the path.",
      of: "platform",
      places,
      breaks: "stronger-place-wins",
      at: "response body /Connections/0",
      as: .assumption
    ) { request in
      var request = request.replacing("&ContactId=", with: "&Other=")
      request.target = request.target.replacing("?ContactId=", with: "?Other=")
      return request
    },
    FaultyServer(
      "decoy-is-looked-up",
      "ServiceStack: a parameter that loses is not looked at.",
      of: "platform",
      places,
      breaks: "stronger-place-wins",
      at: "response status",
      as: .assumption
    ) { answer, request in
      let form = String(decoding: request.body, as: UTF8.self)
      guard request.isTo("9f2c1d7e") || form.contains("9f2c1d7e") else { return }
      answer.become(
        404,
        "application/json; charset=utf-8",
        #"{"ResponseStatus":{"ErrorCode":"NotFound","Message":"No such contact."}}"#
      )
    },
    FaultyServer(
      "every-read-differs",
      "Document 002: reading changes nothing, as we read it.",
      of: "platform",
      ["platform/contacts.connections/relation/same-read-twice"],
      breaks: "same-read-twice",
      at: "response body /TotalConnections",
      as: .assumption,
      playing: Counting.distortion { answer, count in
        answer.editJSON { $0.with(.number(JSONNumber(500 + count)), at: "/TotalConnections") }
      }
    ),
    FaultyServer(
      "order-is-left-to-chance",
      "Document 002: reading changes nothing, as we read it.",
      of: "platform",
      ["platform/contacts.connections/relation/same-read-twice"],
      breaks: "same-read-twice",
      at: "response body /Connections/0",
      as: .assumption,
      playing: Counting.distortion { answer, count in
        guard count % 2 == 0 else { return }
        answer.editJSON { value in
          (value["Connections"]?.elements)
            .flatMap { value.with(.array($0.reversed()), at: "/Connections") }
        }
      }
    ),
  ]
}
