import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import AccordReporting

struct RequestCommandTests {
  private func suite(_ credential: Credential?) -> ContractSuite {
    ContractSuite(
      "parcels",
      name: "Parcels",
      "Sends parcels.",
      credential: credential,
      formats: [.json],
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
    let lines = command.text.split(separator: "\n")
    #expect(
      lines.first?.hasPrefix(#"printf '{\n  "depot": %s\n}' "$depot" | curl -i -X PUT"#) == true
    )
    for part in [
      #""$SERVER"'/parcels/'"$parcel"'?note=to%20%26%20fro'"#,
      #"-H 'x-token: '"$PARCELS_TOKEN""#, "-H 'Content-Type: application/json'", "--data-binary @-",
    ] {
      #expect(command.text.contains(part), "\(part) in \(command.text)")
    }
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
