import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

struct RequestCommandTests {
  private func suite(_ credential: Credential?) -> ContractSuite {
    ContractSuite(
      "parcels",
      name: "Parcels",
      "Sends parcels.",
      formats: [.json],
      credential: credential,
      givens: [
        .given("parcel", .guid, "A parcel."), .given("depot", .integer, "A depot's number."),
      ],
      contracts: []
    )
  }

  private let request = RequestTemplate(
    .put,
    [.text("/parcels/"), .value(.given("parcel"))],
    query: ["note": .literal("to & fro")],
    fields: [RequestTemplate.Field("Content-Type", .value("application/json"))],
    credential: .valid(),
    body: .value(["depot": 0], [.at("/depot", .given("depot"))], .json, .any)
  )

  @Test("Live values and secrets are variables, and a number stands without quotes")
  func variables() {
    let bearer = Credential(header: "x-token", variable: "PARCELS_TOKEN")
    let command = RequestCommand(request, in: suite(bearer))
    #expect(
      command.text == #"""
        curl -i -X PUT "$SERVER"'/parcels/'"$parcel"'?note=to%20%26%20fro' \
          -H 'Content-Type: application/json' -H 'x-token: '"$PARCELS_TOKEN" -H 'Accept:' \
          --data-binary '{
          "depot": '"$depot"'
        }'
        """#
    )
    #expect(command.givens.map(\.variable) == ["parcel", "depot"])
    #expect(!command.isUnsigned)
  }

  @Test("A user's name and password are left to curl")
  func basic() {
    let basic = Credential.basic(user: "PARCELS_USER", password: "PARCELS_PASSWORD")
    let text = RequestCommand(request, in: suite(basic)).text
    #expect(text.contains(#"-u "$PARCELS_USER"':'"$PARCELS_PASSWORD""#), "\(text)")
  }
}
