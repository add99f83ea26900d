import Accord
@testable import AccordMocking

extension FaultyServer {
  /// Servers that mean something else in another format.
  static let agreement: [FaultyServer] = [
    FaultyServer(
      "xml-means-something-else",
      "Document 002: the answer is the same in every format.",
      of: "platform",
      ["platform/contacts.connections/relation/formats-agree/*"],
      breaks: "formats-agree",
      at: "response body /Connections/0/RequestorContactName",
      as: .assumption
    ) { answer, _ in answer.editXML { $0.replacing("Sally Citizen", with: "S. Citizen") } },
    FaultyServer(
      "xml-loses-the-time",
      "Document 002: the answer is the same in every format.",
      of: "platform",
      ["platform/contacts.connections/relation/formats-agree/*"],
      breaks: "formats-agree",
      at: "response body /Connections/0/FromDate",
      as: .assumption
    ) { answer, _ in answer.editXML { $0.replacing("T09:30:00Z", with: "T00:00:00Z") } },
    FaultyServer(
      "lines-lose-a-connection",
      "Document 002: the answer is the same in every format.",
      of: "platform",
      ["platform/contacts.connections/relation/formats-agree/*"],
      breaks: "formats-agree",
      at: "response body /Connections/0",
      as: .assumption
    ) { answer, _ in
      guard answer.isJSONLines, let value = try? JSONDocument(parsing: answer.body).root.value,
        let list = value["Connections"]?.elements,
        let edited = value.with(.array(Array(list.dropFirst())), at: "/Connections")
      else { return }
      answer.setBody(edited.bytes() + [0x0A])
    },
  ]
}
