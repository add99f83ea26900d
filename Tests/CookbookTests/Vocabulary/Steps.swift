import Accord

/// What steps of workflows give, take and wait for.
enum Steps {
  static let outputs: [Workflow.StepOutput] = [
    .output("code", .status, .integer),
    .output("tag", .header("ETag"), .nonEmptyString),
    .output("place", .reference("Location"), .nonEmptyString),
    .output("next", .linkReference("next")),
    .output("id", .body("/order/id"), .integer(in: 1...)),
    .output("items", .value("/order/items"), .array(of: .any)),
    .output("document", .content),
    .output("asked", .requestParameter("id")),
    .output("name", .requestBody("/name"), .string),
    .output("sent", .requestContent),
  ]

  static let taking: [Workflow.Step] = [
    .step("read", "orders.get", arguments: ["id": .output("id", of: "place")]),
    .step("change", "orders.change", bodyValues: [.at("/parent", .output("id", of: "place"))]),
    .step("keep", "orders.change", headers: ["If-Match": .output("tag", of: "read")]),
    .step("follow", "orders.get", target: .output("place", of: "place")),
    .step("page", "orders.get", arguments: ["page": 2], target: .output("place", of: "place")),
    .step("store again", "files.put", content: .output("document", of: "read file")),
  ]

  static let succeeding: [Workflow.Criterion] = [
    .that(.value("/state"), equals: .value("open"), ignoringCase: true),
    .that(.body("/id"), equals: .output("id", of: "place")),
    .that(.body("/name"), equals: .part(.requestBody("/name"))),
    .that(.value("/items"), is: .array(of: .any, count: 1...)),
    .that(.header("ETag"), matches: "^W/"),
  ]

  static let expecting: [Workflow.Step] = [
    .step("usual", "orders.get", expect: .response("success")),
    .step("gone", "orders.get", expect: .refused("parameter/id/unknown")),
    .step(
      "too late",
      "orders.cancel",
      expect: .refusal(.status(.conflict), because: "cancels what was sent")
    ),
    .step("either", "orders.get", expect: .statuses(.anyOf([200, 404]))),
    .step("done", "orders.get", until: .status(.anyOf([200]), every: .seconds(2), atMost: 10)),
  ]
}
