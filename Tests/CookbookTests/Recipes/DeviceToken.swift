import Accord

/// A credential of a team's own: how a token is got.
struct DeviceToken: CallerCredential {
  let name = "the token of the device"
  let secrets = ["DEVICE_SECRET"]

  func issue(_ setting: CredentialSetting) async throws -> IssuedToken {
    let answer = try await setting.send(
      setting.request("POST", "/devices/token", body: setting["DEVICE_SECRET"])
    )
    guard answer.status == 200 else { throw CredentialFailure("The server knows no such device.") }
    return IssuedToken(String(decoding: answer.body, as: UTF8.self), lifetime: 300)
  }
}

/// The endpoint that issues the tokens, in the mock.
struct DeviceMock: MockBehaviour {
  func answer(
    undeclared request: MockRequest,
    _ state: inout Void
  ) throws(MockRefusal) -> MockAnswer? {
    request.path == "/devices/token" ? .text(200, "a-device-that-is-known") : nil
  }
}

/// A suite whose callers are devices.
enum Devices {
  static let suite = ContractSuite(
    "devices",
    name: "Devices",
    "Tells devices what to do.",
    folder: "Tests/CookbookTests/Recipes",
    credential: .own(DeviceToken(), in: .header("X-Device")),
    contracts: [get]
  )
  .mocked(by: DeviceMock())

  static let get = Contract(
    "orders.get",
    "Returns what to do next.",
    document: "devices.md",
    effect: .readOnly,
    routes: [.get("/next")],
    credential: .required(missing: .status(.unauthorized), invalid: .status(.unauthorized)),
    responses: [.status(.ok, .payload(.object([.required("action", .oneOf("wait", "work"))])))],
    examples: [.example("next")]
  )
}
