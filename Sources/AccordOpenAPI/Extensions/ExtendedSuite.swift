import AccordModel
import AccordSchema
import HTTPTypes

/// The suite of which an exported document speaks in the members that begin with `x-accord-`.
///
/// They say all of a suite but for its workflows, its life cycles and what its mock does; schemas stand in the
/// document once. What is wrong with them, or no longer fits the operations, is said, and the document is read as
/// if it had none of them: whoever changed an operation meant that.
struct ExtendedSuite {
  let description: Description
  let context: ImportContext
  let operations: [DescribedOperation]

  /// The suite with the contract of each operation; `nil` where the document does not speak of one, or not
  /// rightly, which is noted.
  func read(
    name: String,
    _ summary: String
  ) -> (suite: ContractSuite, calls: [DescribedCall])? {
    let root = description.root
    guard let contracts = root[SuiteExtension.contracts] else { return nil }
    let known = SuiteExtension.names
    for (name, node) in root.members where name.hasPrefix("x-accord-") && !known.contains(name) {
      leave(node.fault(.unknown(name, known: known)))
    }
    do throws(ExtensionFault) {
      let suite = try suite(name, summary)
      let calls = try calls(of: suite, contracts)
      // Life cycles, which are not written, may bear what contracts list.
      let problems = ContractLint().problems(in: suite)
      if let problem = problems.first(where: { $0.check != "listed-errors" }) {
        let index = suite.contracts.firstIndex { $0.id == problem.contract }
        let node = index.flatMap { contracts[JSONPointer.root.appending($0)] } ?? contracts
        throw node.fault(.unsound(problem.message))
      }
      noteRest()
      return (suite, calls)
    } catch {
      leave(error)
      return nil
    }
  }

  private func leave(_ fault: ExtensionFault) {
    context.leave(fault.node, .extensionMember(why: fault.evidence.message))
  }

  private func suite(
    _ name: String,
    _ summary: String
  ) throws(ExtensionFault) -> ContractSuite {
    let root = description.root
    let id = root["x-accord-suite"]?.text ?? ""
    var suite = ContractSuite(
      id,
      name: name.isEmpty ? id : name,
      summary,
      contracts: [],
      fileID: root.file,
      line: root.line
    )
    let reader = ExtensionReader(
      schemas: context.schemas,
      variables: ContractNames.variable(id) + "_"
    )
    try SuiteExtension.rows.read(root, into: &suite, reader)
    return suite
  }

  /// Holds each operation to what would be written of the suite.
  private func calls(
    of suite: ContractSuite,
    _ contracts: DescriptionNode
  ) throws(ExtensionFault) -> [DescribedCall] {
    var written: [String: DescribedOperation] = [:]
    for operation in try exported(suite, contracts) { written[operation.key] = operation }
    var calls: [DescribedCall] = []
    for operation in operations {
      guard let own = written.removeValue(forKey: operation.key),
        let contract = own.node[SuiteExtension.contract]?.text
      else { throw operation.node.fault(.notNamed(operation.words)) }
      if let words = OperationShape(operation, context)
        .difference(from: OperationShape(own, context))
      {
        throw operation.node.fault(.disagrees(words))
      }
      calls.append(DescribedCall(of: operation, contract: contract))
    }
    if let gone = written.values.min(by: { $0.key < $1.key }) {
      throw contracts.fault(.gone(gone.words))
    }
    return calls
  }

  private func exported(
    _ suite: ContractSuite,
    _ contracts: DescriptionNode
  ) throws(ExtensionFault) -> [DescribedOperation] {
    let isEarly = if case .openAPI(.v30, _) = description.kind { true } else { false }
    do {
      let document = try suite.openAPI(isEarly ? .v30 : .v31).document
      let again = try Description(parsing: document.bytes(), named: "x-accord-contracts")
      return context.operations(of: again.root)
    } catch {
      throw contracts.fault(.unsound("\(error)"))
    }
  }

  /// Notes what of the operations is in no contract.
  private func noteRest() {
    for operation in operations {
      for (_, callback) in operation.node["callbacks"]?.declared ?? [] {
        context.leave(callback, .callback)
      }
      for (_, entry) in operation.node["responses"]?.declared ?? [] {
        for (_, link) in context.followed(entry)?["links"]?.declared ?? [] {
          context.leave(link, .link)
        }
      }
    }
  }
}

extension DescribedOperation {
  /// What tells it from others, whatever the variables of its path are called.
  fileprivate var key: String { "\(method.rawValue) \(ComparedPath.template(path))" }
}
