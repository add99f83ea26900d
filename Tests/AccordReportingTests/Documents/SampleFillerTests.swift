import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import AccordReporting

struct SampleFillerTests {
  private static let courier: Schema = .object([
    .required("courierId", .guid), .required("fullName", .string), .required("email", .string),
  ])
  .titled("Courier")

  private static let parcel: Schema = .object([
    .required("parcelId", .guid), .required("courierId", .guid), .required("courier", courier),
    .required("backup_courier", courier), .required("city", .string),
    .required("weightClass", .string), .required("state", .oneOf("new", "sent")),
    .required("sku", .string(pattern: "^[A-Z]{3}$")),
    .required("firstName", .string(length: 1...4)),
  ])
  .titled("Parcel")

  private static let suite = ContractSuite(
    "parcels",
    name: "Parcels",
    "Sends parcels.",
    formats: [.json],
    contracts: [
      Contract(
        "parcels.send",
        "Sends a parcel.",
        document: "parcels.txt",
        routes: [.post("/parcels")],
        body: .body(.any, in: ["json"]),
        responses: [.status(.ok, .payload(parcel))],
        examples: [
          .example("right", body: ["city": "Perth", "courier": ["fullName": "Kim Lee"]]),
          .example(
            "wrong",
            body: ["weightClass": "no such class"],
            expect: .refusal(.status(400))
          ),
        ]
      )
    ]
  )

  private func filled(_ schema: Schema) throws -> JSON {
    let sample = try #require(schema.sample())
    let validator = try SchemaValidator(schema)
    return SampleFiller.fill(sample, as: schema, DocumentedValues(of: Self.suite)) {
      validator.admits($0)
    }
  }

  @Test(
    "What documented requests have goes before what a name suggests, and wrong requests have none"
  )
  func order() throws {
    let value = try filled(Self.parcel)
    #expect(value["city"] == "Perth")
    #expect(value["courier"]?["fullName"] == "Kim Lee")
    #expect(value["weightClass"] == "Example weight class")
    #expect(value["state"] == "new")
  }

  @Test("Identities differ, and are the same where the same thing is meant")
  func identities() throws {
    let value = try filled(Self.parcel)
    let ids = ["parcelId", "courierId"].compactMap { value[$0]?.string }
    let backup = try #require(value["backup_courier"]?["courierId"]?.string)
    #expect(value["courier"]?["courierId"]?.string == ids[1])
    #expect(Set(ids + [backup]).count == 3)
    let guid = try SchemaValidator(.guid)
    #expect(ids.allSatisfy { guid.admits(.string($0)) })
    #expect(try filled(Self.courier)["courierId"]?.string == ids[1])
  }

  @Test("A person is the same in all its fields, and two are not the same")
  func people() throws {
    let courier = try filled(Self.courier)
    #expect(courier["email"] == "george.citizen@example.com")
    let value = try filled(Self.parcel)
    #expect(value["courier"]?["email"] != value["backup_courier"]?["email"])
  }

  @Test("What does not conform is not put in")
  func conforms() throws {
    let value = try filled(Self.parcel)
    #expect(try SchemaValidator(Self.parcel).admits(value))
    #expect(value["sku"] != "SKU-1001")
    #expect(value["firstName"] != "George")
  }

  @Test("What fields promise together is kept")
  func together() throws {
    let schema: Schema = .object([.required("city", .string), .required("town", .string)])
    let sample = try #require(schema.sample())
    let none = DocumentedValues(of: .init("a", name: "A", "Is.", formats: [], contracts: []))
    let value = SampleFiller.fill(sample, as: schema, none) { $0["town"] == "text" }
    #expect(value == ["city": "London", "town": "text"])
  }

  @Test(arguments: [
    ("FirstName", ["first", "name"]), ("contact_email1", ["contact", "email"]),
    ("ISBNCode", ["isbn", "code"]), ("address2-city", ["address", "city"]), ("", []),
    ("profilePhotoURL", ["profile", "photo", "url"]),
  ])
  func words(_ name: String, _ words: [String]) { #expect(FieldName(name).words == words) }

  @Test(arguments: [
    ("pets", "pet"), ("companies", "company"), ("addresses", "address"), ("boxes", "box"),
    ("glass", "glass"), ("lineItems", "lineitem"),
  ])
  func singular(_ name: String, _ one: String) { #expect(FieldName(name).singular == one) }
}
