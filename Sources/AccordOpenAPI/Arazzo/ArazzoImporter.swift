import AccordModel
import AccordSchema

/// Puts the workflows of Arazzo documents into the suites whose operations they call.
struct ArazzoImporter {
  private let library: ArazzoLibrary
  private let given: [JSONMember]

  init(_ library: ArazzoLibrary, given: [JSONMember]) {
    self.library = library
    self.given = given
  }

  /// What is added to a suite.
  fileprivate struct Addition {
    var workflows: [Workflow] = []
    var notCarried: [NotCarried] = []
    var inferences: [Inference] = []
    var secrets: [Secret] = []
    var names = ContractNames()
  }

  /// The suites with the workflows of some documents.
  func suites(withWorkflowsOf documents: Range<Int>) -> [ImportedSuite] {
    var additions = library.suites.map { _ in Addition() }
    for number in documents {
      let document = library.documents[number]
      let usual = document.sources.lazy.compactMap { entry -> Int? in
        if case .suite(let suite) = entry.source { suite } else { nil }
      }.first
      for node in document.root["workflows"]?.items ?? [] {
        add(node, of: number, usual ?? 0, to: &additions)
      }
    }
    return zip(library.suites, additions).map { imported, addition in
      imported.adding(
        addition.workflows,
        notCarried: addition.notCarried,
        inferences: addition.inferences,
        secrets: addition.secrets
      )
    }
  }

  private func add(
    _ node: DescriptionNode,
    of document: Int,
    _ usual: Int,
    to additions: inout [Addition]
  ) {
    guard additions.indices.contains(usual) else { return }
    let text = node["workflowId"]?.text ?? ""
    var wanted = ContractNames.hyphenated(text, dots: false)
    if wanted.isEmpty { wanted = "workflow" }
    let importer = WorkflowImporter(library, given: given)
    do throws(ArazzoAbandonment) {
      var made = try importer.workflow(node, as: wanted, in: document)
      let name = additions[made.suite].names.unique(wanted)
      if name != wanted {
        made = try WorkflowImporter(library, given: given).workflow(node, as: name, in: document)
      }
      note(importer, node, in: &additions[made.suite])
      additions[made.suite].workflows.append(made.workflow)
    } catch {
      additions[usual].append(NotCarried(.workflow(text, error.gap), at: error.node))
    }
  }

  private func note(
    _ importer: WorkflowImporter,
    _ node: DescriptionNode,
    in addition: inout Addition
  ) {
    for secret in importer.secrets where !addition.secrets.contains(secret) {
      addition.secrets.append(secret)
    }
    for (gap, node) in importer.gaps { addition.append(NotCarried(.step(gap), at: node)) }
    for (sentence, node) in importer.assumptions {
      let inference = Inference(sentence: sentence, at: node)
      if !addition.inferences.contains(inference) { addition.inferences.append(inference) }
    }
  }
}

extension ArazzoImporter.Addition {
  fileprivate mutating func append(_ entry: NotCarried) {
    if !notCarried.contains(entry) { notCarried.append(entry) }
  }
}

extension ImportedSuite {
  /// The suite with workflows of other documents.
  fileprivate func adding(
    _ workflows: [Workflow],
    notCarried others: [NotCarried],
    inferences more: [Inference],
    secrets hidden: [Secret]
  ) -> ImportedSuite {
    var suite = suite
    // Where a document says which calls belong together, nothing is inferred, also where that is not carried.
    let isInferred = workflows.isEmpty && others.isEmpty
    suite.workflows = isInferred ? suite.workflows : workflows
    var imported = ImportedSuite(
      suite: suite,
      notCarried: notCarried + others,
      inferences: inferences.filter { isInferred || !lives.contains($0) } + more,
      servers: servers,
      namedSchemas: namedSchemas,
      draft: draft,
      document: document,
      calls: calls
    )
    imported.secrets = secrets + hidden
    imported.lives = isInferred ? lives : []
    imported.schemes = schemes
    imported.files = files
    return imported
  }
}

extension Inference {
  /// What is taken for granted at a place of an Arazzo document.
  fileprivate init(sentence: String, at node: DescriptionNode) {
    file = node.file
    pointer = node.pointer
    line = node.position.line
    self.sentence = sentence
  }
}
