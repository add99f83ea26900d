import AccordModel
import AccordSchema
import HTTPTypes

/// Finds what is made, read and removed by the operations of a collection: an order of calls that a document
/// does not state, so that it is an assumption.
///
/// `POST /books` answers with what `GET /books/{id}` asks for: what it makes is read, and is gone when
/// `DELETE /books/{id}` removed it.
struct InferredLives {
  let context: ImportContext
  let operations: [DescribedOperation]
  let suite: ContractSuite

  /// The steps that are sent.
  private enum StepID {
    static let make = "make"
    static let read = "read"
    static let remove = "remove"
    static let readAgain = "read again"
  }

  /// The workflows, in the order of the operations that make something.
  func workflows() -> [Workflow] {
    var names = ContractNames()
    return suite.contracts.compactMap { maker in
      guard let life = life(of: maker) else { return nil }
      let words = life.collection.description.split(separator: "/").joined(separator: "-")
      let id = names.unique("life-of-\(ContractNames.hyphenated(words, dots: false))")
      return workflow(life, id)
    }
  }

  /// A collection, and the operations that make, read and remove one of its items.
  private struct Life {
    var collection: RouteTemplate
    var maker: Contract
    var reader: Contract
    var remover: Contract?
    /// What identifies an item in the path, and where the answer that makes it has that.
    var variable: String
    var member: JSONPointer
    /// The texts that are sent and read under the same name.
    var texts: [String]
  }

  private func life(of maker: Contract) -> Life? {
    guard let route = maker.routes.first, Self.method(of: maker) == .post,
      // What is made below something else goes with it.
      route.path.variables.isEmpty,
      let rule = maker.responses.first, [200, 201].contains(rule.statuses.first),
      let made = rule.schema
    else { return nil }
    let items = suite.contracts.filter { contract in
      guard let path = contract.routes.first?.path else { return false }
      return path.segments.dropLast() == route.path.segments[...]
        && path.segments.last.map { $0.count == 1 } == true && path.variables.count == 1
    }
    guard let reader = items.first(where: { Self.method(of: $0) == .get }),
      let variable = reader.routes.first?.path.variables.first,
      let parameter = reader.parameters.first(where: { $0.name == variable }),
      !parameter.isStructured, reader.responses.first?.schema != nil,
      let member = IdentifierMember.member(of: made, for: parameter, "")
    else { return nil }
    return Life(
      collection: route.path,
      maker: maker,
      reader: reader,
      remover: items.first { Self.method(of: $0) == .delete },
      variable: variable,
      member: JSONPointer.root.appending(member.name),
      texts: Self.texts(of: maker, readBy: reader).filter { $0 != member.name }
    )
  }

  private static func method(of contract: Contract) -> HTTPRequest.Method? {
    guard case .only(let methods)? = contract.routes.first?.methods, methods.count == 1 else {
      return nil
    }
    return methods[0]
  }

  /// The members that must be sent and are answered, of which nothing is said but that they are texts: what
  /// has a form may be written otherwise.
  private static func texts(of maker: Contract, readBy reader: Contract) -> [String] {
    guard let sent = maker.body?.schema, let read = reader.responses.first?.schema else {
      return []
    }
    func plain(_ member: Schema.Member) -> Bool {
      let content = member.schema.content
      return content.types == .string && content.format == nil && !content.isReadOnly
        && !content.isWriteOnly
    }
    let answered = read.withMergedMembers.content.members.filter { $0.isRequired && plain($0) }
    return sent.withMergedMembers.content.members.filter { member in
      member.isRequired && plain(member) && answered.contains { $0.name == member.name }
    }.map(\.name)
  }

  private func workflow(_ life: Life, _ id: Workflow.ID) -> Workflow {
    let (make, read) = (life.maker, life.reader)
    let basis = assumption(life)
    let identity = Arguments([
      Arguments.Argument(life.variable, .output("identity", of: StepID.make))
    ])
    var steps = [
      Workflow.Step.step(
        StepID.make,
        make.id,
        outputs: [.output("identity", .body(life.member))]
          + life.texts.map { .output("sent \($0)", .requestBody(.root.appending($0))) }
      ),
      .step(
        StepID.read,
        read.id,
        arguments: identity,
        criteria: life.texts.map { text in
          .that(.value(.root.appending(text)), equals: .output("sent \(text)", of: StepID.make))
        },
        dependsOn: [StepID.make]
      ),
    ]
    var cleanUp: [Workflow.Step] = []
    if let remover = life.remover {
      steps.append(
        .step(StepID.remove, remover.id, arguments: identity, dependsOn: [StepID.read])
      )
      let place = "parameter/\(life.variable)/unknown"
      if read.refusals.contains(where: { $0.refused.id == "\(place)/refused" }) {
        steps.append(
          .step(
            StepID.readAgain,
            read.id,
            arguments: identity,
            expect: .refused(place),
            dependsOn: [StepID.remove]
          )
        )
      }
      cleanUp.append(
        .step("clean up", remover.id, arguments: identity, dependsOn: [StepID.make])
      )
    }
    let end = life.remover == nil ? "." : ", and is gone when it is removed."
    return .workflow(
      id,
      "What is made in \(life.collection) is read\(end)",
      steps: steps,
      cleanUp: cleanUp,
      leaves: life.remover == nil
        ? "No operation of the document is known to remove what is made in \(life.collection)."
        : nil,
      basis: basis,
      fileID: make.source.fileID,
      line: make.source.line
    )
  }

  private func assumption(_ life: Life) -> Basis {
    let words = "POST \(life.collection)"
    let kind = ImportAssumption.life(
      maker: words,
      reader: "GET \(life.reader.routes.first?.path.description ?? "")",
      remover: life.remover.flatMap { $0.routes.first }.map { "DELETE \($0.path)" }
    )
    guard let operation = operations.first(where: { $0.words == words }) else { return kind.basis }
    return context.assume(kind, at: operation.node)
  }
}
