import AccordModel
import AccordSchema
import HTTPTypes

extension Breakage {
  static let workflows: [Breakage] = [
    .workflow(
      "There is no step of the workflow rain. Declare at least one: nothing can be planned without it."
    ) {
      $0.steps = []
    },
    .workflow(
      """
      The step "look" of the workflow "rain" names the contract "plants.get", which is not declared. \
      Declared: "plants.water", "plants.list".
      """
    ) { $0.steps[1].contract = "plants.get" },
    .workflow(
      """
      The step "look" of the workflow "rain" names the example "none", which is not declared. \
      Declared: "all".
      """
    ) { $0.steps[1].example = "none" },
    .workflow(
      """
      The step "pour" of the workflow "rain" names the route "by-air", which is not declared. \
      Declared: "plain", "versioned".
      """
    ) { $0.steps[0].route = "by-air" },
    .workflow(
      """
      The step "pour" of the workflow "rain" names the parameter "gallons", which is not declared. \
      Declared: "number", "litres", "v", "format".
      """
    ) { $0.steps[0].arguments = ["gallons": 1] },
    .workflow(
      """
      The step "pour" of the workflow "rain" names the refusal "parameter/number/wrong", which is not \
      declared. Declared: "version/2/unsupported", "parameter/number/unknown", \
      "parameter/litres/invalid", "example/flood".
      """
    ) { $0.steps[0].expectation = .refused("parameter/number/wrong") },
    .workflow(
      """
      The step "look" of the workflow "rain", in what it takes from pour, names the output "depth", \
      which is not declared. Declared: "code".
      """
    ) { $0.steps[1].arguments = ["page": .output("depth", of: "pour")] },
    .workflow(
      """
      The step "pour" of the workflow "rain" needs the step "look", which is not sent before it. Move \
      it up.
      """
    ) { $0.steps[0].dependsOn = ["look"] },
    .workflow(
      """
      The step "look" of the workflow "rain" names the step "sow", which is not declared. Declared: \
      "pour", "look".
      """
    ) { $0.steps[1].dependsOn = ["sow"] },
    .workflow(
      """
      The step "look" of the workflow "rain" is sent to https://rain.example, which is another server. \
      Name it among the origins of the workflow: it gets no credential.
      """
    ) { $0.steps[1].target = "https://rain.example/plants" },
    .workflow(
      """
      The origin "rain.example" of the workflow "rain" names no server. Write it as \
      https://files.example.
      """
    ) { $0.origins = ["rain.example"] },
    .suite(
      "workflows",
      """
      The step "pour" of the workflow "rain" makes something, and nothing removes it. Give the \
      workflow a clean-up step, or say by leaves: why nothing can.
      """
    ) {
      $0.workflows = [rain]
      $0.contracts[0].responses[0].statuses = .anyOf([201])
    },
    .suite(
      "workflows",
      #"The given "plant" names the workflow "sow", which is not declared. None is declared."#
    ) { $0.givens[0].making = .workflow("sow", giving: .output("code", of: "pour")) },
    .suite(
      "workflows",
      #"The given "plant" is made of 2 outputs, and a value has 1 field."#
    ) {
      $0.workflows = [rain]
      $0.givens[0].making = .workflow(
        "rain",
        giving: .output("code", of: "pour"),
        .output("code", of: "pour")
      )
    },
    .suite(
      "workflows",
      #"The given "plant" names the output "depth", which is not declared. Declared: "code"."#
    ) {
      $0.workflows = [rain]
      $0.givens[0].making = .workflow("rain", giving: .output("depth", of: "pour"))
    },
    .suite(
      "unique-names",
      #"The workflow "rain" is declared twice. Give each its own name."#
    ) { $0.workflows = [rain, rain] },
    .suite("unique-names", #"The step "pour" is declared twice. Give each its own name."#) {
      $0.workflows = [rain]
      $0.workflows[0].steps[1].id = "pour"
    },
    .suite("unique-names", #"The output "code" is declared twice. Give each its own name."#) {
      $0.workflows = [rain]
      $0.workflows[0].steps[0].outputs += rain.steps[0].outputs
    },
    .suite(
      "well-formed-names",
      """
      The name of the workflow "Rain" is not made of lower-case letters, digits and hyphens. \
      Identifiers of cases are made of it.
      """
    ) {
      $0.workflows = [rain]
      $0.workflows[0].id = "Rain"
    },
  ]

  /// A change of a sound workflow for which the check says exactly this.
  private static func workflow(
    _ message: String,
    by change: @escaping @Sendable (inout Workflow) -> Void
  ) -> Breakage {
    .suite("workflows", message) { suite in
      var workflow = rain
      change(&workflow)
      suite.workflows = [workflow]
    }
  }

  private static let rain = Workflow.workflow(
    "rain",
    "A plant that is watered is listed.",
    steps: [
      .step("pour", "plants.water", outputs: [.output("code", .body("/code"), .integer)]),
      .step("look", "plants.list", arguments: ["page": .output("code", of: "pour")]),
    ]
  )
}
