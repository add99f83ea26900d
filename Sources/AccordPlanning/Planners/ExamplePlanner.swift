import AccordModel

/// Sends each documented example to each route and version that it holds for.
struct ExamplePlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    scope.endpoints.flatMap { endpoint in
      endpoint.examples.mapSideBySide { example -> CaseSketch? in
        guard let draft = RequestDraft(example, at: endpoint) else { return nil }
        let name = ["example", example.name]
        switch example.outcome {
        case .response:
          let title = "The example \"\(example.name)\" is answered as documented"
          return CaseSketch(.example, name, title, draft)
        case .refusal(let refusal):
          return CaseSketch(
            .example,
            name,
            "The example \"\(example.name)\"",
            draft,
            refused: refusal,
            because: "is the documented example \"\(example.name)\", which is refused",
            clauses: [example.clause]
          )
        }
      }
      .compactMap(\.self)
    }
  }
}
