/// An operation beside the contracts of a suite, which workflows and life cycles call and which is not
/// put to the test itself.
///
/// It has no document among those of the suite: that the server has it is an assumption. What needs it
/// is not checked where the server turns out to have no such operation.
///
/// ```swift
/// ContractSuite(
///   "shop", name: "Shop", "Sells parcels.",
///   contracts: [addParcel, sendParcel],
///   neighbours: [.neighbour(listParcels, because: "The page Parcels of the same reference has it.")],
///   lifeCycles: [parcel]
/// )
/// ```
public struct Neighbour: Sendable, Hashable {
  /// The operation, as the other steps of a case find it.
  public var contract: Contract

  /// That the server has it.
  public var clause: Clause

  /// An operation that is only called by workflows and life cycles; `reason` says as a sentence why the
  /// server is taken to have it.
  public static func neighbour(
    _ contract: Contract,
    because reason: String,
    fileID: String = #fileID,
    line: Int = #line
  ) -> Neighbour {
    Neighbour(
      contract: contract,
      clause: Clause(
        "neighbour/\(contract.id)",
        "The server has the operation \(contract.name).",
        basis: .assumption(reason),
        source: SourceLine(fileID: fileID, line: line)
      )
    )
  }
}

extension Neighbour {
  /// That a server does not have it, and why it was taken to have it, as sentences.
  package func absence(_ status: Int) -> String {
    """
    Expected the operation \(contract.name), found that the server has none: it was answered \
    \(status). No document of the suite promises it: \(clause.basis.reason ?? "")
    """
  }
}

extension ContractSuite {
  /// The operations that cases call: the contracts, and their neighbours after them.
  package var operations: [Contract] { contracts + neighbours.map(\.contract) }

  /// The neighbour that a step of a case turns out to have no server for: its answer is that of an
  /// operation that is not there (RFC 9110 sections 15.5.5, 15.5.6 and 15.6.2).
  ///
  /// That it was answered otherwise before, in the same case, shows that it is there, and so does a 404
  /// that its contract knows.
  package func absentNeighbour(
    in testCase: Case,
    _ exchanges: [Exchange],
    at index: Int
  ) -> Neighbour? {
    guard !neighbours.isEmpty, testCase.steps.indices.contains(index),
      exchanges.indices.contains(index),
      let neighbour = neighbours.first(where: { $0.contract.id == testCase.steps[index].contract })
    else { return nil }
    func isAbsent(_ number: Int) -> Bool? {
      guard let status = exchanges[number].response?.status else { return nil }
      guard !testCase.steps[number].expectation.allows(status, in: errors) else { return false }
      return switch status {
      case 404: !neighbour.contract.knows(404, in: self)
      case 405, 501: true
      default: false
      }
    }
    guard isAbsent(index) == true else { return nil }
    let others = testCase.steps.indices.filter { number in
      exchanges.indices.contains(number) && testCase.steps[number].contract == neighbour.contract.id
    }
    return others.contains { isAbsent($0) == false } ? nil : neighbour
  }
}

extension Contract {
  /// Whether one of its answers has a status.
  fileprivate func knows(_ status: Int, in suite: ContractSuite) -> Bool {
    let named = refusals.flatMap(\.names) + errors.map(\.name)
    let statuses =
      refusals.compactMap(\.statuses) + responses.map(\.statuses)
      + named.compactMap { suite.errors[$0]?.statuses }
    return statuses.contains { $0.contains(status) }
  }
}
