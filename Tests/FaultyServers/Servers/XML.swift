import Accord
@testable import AccordMocking

extension FaultyServer {
  private static let xmlLists = [
    "platform/contacts.connections/format/xml/suffix",
    "platform/contacts.connections/format/json/suffix",
  ]
  private static let xmlAnswers = ["platform/connections.status-update/cancel/format/*/suffix"]
  private static let serviceModel =
    "http://schemas.datacontract.org/2004/07/Eros.Subtle.Canvara.WebAPIModel.ServiceModel"
  private static let models =
    "http://schemas.datacontract.org/2004/07/Eros.Saguna.Common.WebAPIModel.Models"

  /// Servers whose XML has wrong names, namespaces or order, or is none.
  static let xml: [FaultyServer] = [
    wrongXML("models-in-the-namespace-of-services", "Models are in their own namespace.") {
      $0.replacing("\"\(models)\"", with: "\"\(serviceModel)\"")
    },
    wrongXML("no-namespace-of-services", "The root is in the namespace of services.") {
      $0.replacing(" xmlns=\"\(serviceModel)\"", with: "")
    },
    wrongXML("namespace-of-the-tutorial", "The root is in the namespace of services.") {
      $0.replacing(serviceModel, with: "http://tempuri.org/")
    },
    wrongXML("namespace-in-another-case", "Namespaces are compared byte by byte.") {
      $0.replacing(models, with: models.lowercased())
    },
    wrongXML("items-by-another-name", "The items of Connections are ContactConnectionModel.") {
      $0.replacing("ContactConnectionModel", with: "Connection")
    },
    wrongXML("root-by-the-name-of-the-request", "The root is GetConnectionsToContactResponse.") {
      $0.replacing("GetConnectionsToContactResponse", with: "GetConnectionsToContact")
    },
    wrongXML("order-of-declaration", "Members are in alphabetical order.") {
      XMLRewriter(arrange: { element, children in
        guard element.name.local == "ContactConnectionModel" else { return children }
        return Array(children.dropFirst(2)) + children.prefix(2)
      })
      .rewrite($0)
    },
    wrongXML("total-first", "Members are in alphabetical order: the total comes last.") {
      XMLRewriter(arrange: { element, children in
        guard element.name.local == "GetConnectionsToContactResponse" else { return children }
        return children.reversed()
      })
      .rewrite($0)
    },
    wrongXML("contact-is-left-out", "Contact is required in a connection.") {
      XMLRewriter(arrange: { _, children in children.filter { $0.name.local != "Contact" } })
        .rewrite($0)
    },
    wrongXML("element-twice", "A member that is no list stands once.") {
      XMLRewriter(arrange: { _, children in
        children.flatMap { $0.name.local == "ContactRoleId" ? [$0, $0] : [$0] }
      })
      .rewrite($0)
    },
    wrongXML("empty-for-nil", "A Guid without a value is nil, not empty.") {
      $0.replacing(" i:nil=\"true\"/>", with: "/>")
    },
    wrongXML("nil-without-namespace", "nil is in the namespace of XML Schema instances.") {
      $0.replacing(" i:nil=", with: " nil=")
    },
    wrongXML("truth-values-in-capitals", "A truth value is true or false.") {
      $0.replacing(">false<", with: ">False<")
    },
    wrongXML("date-with-a-blank", "A date is an xs:dateTime, with a T.") {
      $0.replacing("T09:30:00Z", with: " 09:30:00")
    },
    wrongXML("type-of-an-undeclared-prefix", "A type has the prefix of its namespace.") {
      $0.replacing("<TotalConnections>", with: "<TotalConnections i:type=\"b:int\">")
    },
    wrongXML("type-of-another-kind", "TotalConnections is a number, whatever it says.") {
      $0.replacing(
        "<TotalConnections>",
        with: "<TotalConnections i:type=\"b:string\" xmlns:b=\"http://www.w3.org/2001/XMLSchema\">"
      )
    },
    wrongXML("type-of-another-class", "Contact is a ContactSummaryModel.") {
      $0.replacing("<d1:Contact>", with: "<d1:Contact i:type=\"d1:ContactConnectionModel\">")
    },
    wrongXML("guid-in-braces", "A Guid is 8-4-4-4-12 digits without braces.") {
      $0.replacing("ContactRoleId>e", with: "ContactRoleId>{e")
        .replacing("</d1:ContactRoleId", with: "}</d1:ContactRoleId")
    },
    wrongXML("total-is-a-word", "TotalConnections is a number.") {
      $0.replacing("<TotalConnections>", with: "<TotalConnections>about ")
    },
    noXML("document-type", "A document type declaration is refused.") {
      $0.replacing("?><", with: "?><!DOCTYPE ConnectionStatusUpdateResponse><")
    },
    noXML("prefix-is-not-declared", "A prefix is declared where it is used.") {
      $0.replacing(" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"", with: "")
    },
    noXML("another-encoding-declared", "The declared encoding is that of the bytes.") {
      $0.replacing("encoding=\"utf-8\"", with: "encoding=\"utf-16\"")
    },
    noXML("end-tag-is-missing", "Every element ends.") { String($0.dropLast(2)) + ">" },
    noXML("control-character", "A control character cannot stand in XML.") {
      $0.replacing("<ResponseStatus", with: "&#1;<ResponseStatus")
    },
    noXML("entity-is-unknown", "An entity that is not declared cannot be used.") {
      $0.replacing("<ResponseStatus", with: "&nbsp;<ResponseStatus")
    },
    noXML("two-roots", "A document has one root.") { $0 + "<ConnectionStatusUpdateResponse/>" },
    FaultyServer(
      "status-of-another-namespace",
      "ServiceStack: ResponseStatus is in the namespace of the answer.",
      of: "platform",
      xmlAnswers,
      breaks: "body-matches-schema",
      at: "response body /ConnectionStatusUpdateResponse/ResponseStatus"
    ) { answer, _ in
      answer.editXML { text in
        text.replacing("<ResponseStatus", with: "<ResponseStatus xmlns=\"http://example.com/\"")
      }
    },
  ]

  private static func wrongXML(
    _ name: String,
    _ promise: String,
    _ edit: @escaping @Sendable (String) -> String
  ) -> FaultyServer {
    FaultyServer(
      name,
      "Document 002, XML sample: \(promise)",
      of: "platform",
      xmlLists,
      breaks: "body-matches-schema",
      at: "response body /GetConnectionsToContact"
    ) { answer, _ in answer.editXML(edit) }
  }

  private static func noXML(
    _ name: String,
    _ promise: String,
    _ edit: @escaping @Sendable (String) -> String
  ) -> FaultyServer {
    FaultyServer(
      name,
      "Document 003, XML sample; XML 1.0: \(promise)",
      of: "platform",
      xmlAnswers,
      breaks: "body-is-well-formed",
      at: "response body"
    ) { answer, _ in answer.editXML(edit) }
  }
}
