/// What becomes of a kind of resource: its states, the calls that lead from one to the next, what a
/// call gets in a state that does not allow it, and where a state shows.
///
/// ```swift
/// LifeCycle.lifeCycle(
///   "parcel",
///   of: "parcel",
///   states: ["draft", "sent", "delivered", "cancelled", .gone],
///   from: .made(.step("make", "parcels.add", outputs: [.output("id", .body("/id"), .integer)])),
///   transitions: [
///     .transition(
///       .step("send", "parcels.send", arguments: ["id": .identity("id")]), from: "draft", to: "sent"
///     ),
///     .transition(
///       .step("cancel", "parcels.cancel", arguments: ["id": .identity("id")]),
///       from: "draft", "sent", to: "cancelled"
///     ),
///     .transition(
///       .step("delete", "parcels.remove", arguments: ["id": .identity("id")]),
///       from: "draft", "cancelled", to: .gone
///     ),
///   ],
///   refusals: [
///     .refused("send", in: "sent", "cancelled", by: .refused("parameter/id/wrong-state")),
///     .refused("send", in: .gone, by: .refused("parameter/id/unknown")),
///   ],
///   views: [
///     .read(
///       .step("get", "parcels.get", arguments: ["id": .identity("id")]),
///       state: "/state",
///       refusals: [.hidden(in: .gone, by: .refused("parameter/id/unknown"))]
///     ),
///     .list(.step("list", "parcels.list"), items: "/items", identity: "/id", state: "/state"),
///   ],
///   written: [.written("/label", by: "make", in: "get")]
/// )
/// ```
///
/// From it cases follow: every transition from every state that can be reached, by the shortest way;
/// every call that a state refuses, which changes nothing; transitions one after the other; what was
/// written is read; what is done to one resource shows on no other. What it does not say of a call in a
/// state is asserted neither way.
public struct LifeCycle: Sendable, Hashable, Identifiable {
  /// The identifier, unique in its suite: lower case, digits and hyphens.
  public var id: String

  /// What has the states, as a noun, such as `parcel`.
  public var subject: String

  /// The states, the first of which is the one in which it begins.
  public var states: [State]

  /// Where a case has one from.
  public var origin: Origin

  /// The calls that lead from state to state.
  public var transitions: [Transition]

  /// The calls that states refuse.
  public var refusals: [Refused]

  /// Where states show.
  public var views: [View]

  /// What views have as it was written.
  public var written: [Written]

  /// How long an effect may take until it shows; `nil` where it shows at once.
  public var delay: Delay?

  /// The steps that remove what a case made; `nil` takes the transitions that lead from the state in
  /// which the case leaves it to ``State/gone`` by the shortest way.
  public var cleanUp: [Workflow.Step]?

  /// That it begins in its first state.
  public var clause: Clause

  /// That what is done to one shows on no other.
  public var apart: Clause

  /// That a request that is refused changes nothing, whatever is wrong with it.
  public var unchanged: Clause

  /// Creates a life cycle whose identifier names its promises, such as `life-cycle/parcel/send`.
  public static func lifeCycle(
    _ id: String,
    of subject: String,
    states: [State],
    from origin: Origin,
    transitions: [Transition],
    refusals: [Refused] = [],
    views: [View],
    written: [Written] = [],
    delay: Delay? = nil,
    cleanUp: [Workflow.Step]? = nil,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> LifeCycle {
    let name = "life-cycle/\(id)"
    func clause(_ part: String, _ sentence: String) -> Clause {
      let source = SourceLine(fileID: fileID, line: line)
      return Clause("\(name)/\(part)", sentence, basis: basis, source: source)
    }
    let beginning = states.first ?? ""
    var first = "A new \(subject)"
    if case .given = origin { first = "\(subject.withCapitalArticle) that is given" }
    return LifeCycle(
      id: id,
      subject: subject,
      states: states,
      origin: origin.named,
      transitions: transitions.map { $0.belonging(to: name, of: subject) },
      refusals: refusals.map { $0.belonging(to: name, of: subject) },
      views: views.map { $0.belonging(to: name, of: subject) },
      written: written.map { $0.belonging(to: name, of: subject) },
      delay: delay,
      cleanUp: cleanUp,
      clause: clause("beginning", "\(first) is \(beginning)."),
      apart: clause("apart", "What is done to one \(subject) shows on no other."),
      unchanged: clause("unchanged", "A request that is refused changes no \(subject).")
    )
  }

  /// The state in which it begins.
  public var initial: State { states.first ?? "" }

  /// The contract that its promises are those of: the one that makes it, else that of its first
  /// transition.
  public var contract: Contract.ID {
    if case .made(let step) = origin { return step.contract }
    return transitions.first?.step.contract ?? ""
  }

  /// Its calls: the one that makes it, the transitions, the views.
  var calls: [Workflow.Step] {
    let rest = transitions.map(\.step) + views.map(\.step)
    guard case .made(let step) = origin else { return rest }
    return [step] + rest
  }

  /// Its promises.
  public var clauses: [Clause] {
    [clause] + transitions.flatMap(\.clauses) + refusals.flatMap(\.clauses)
      + views.flatMap(\.clauses) + written.map(\.clause) + [apart, unchanged]
  }

  /// Its promises in a suite: of requests that are refused whatever the state it says nothing where
  /// its calls declare no refusal of wrong ones.
  package func clauses(in suite: ContractSuite) -> [Clause] {
    let contracts = transitions.compactMap { suite.contract($0.step.contract) }
    let isProbed = contracts.contains { !$0.requestRefusals.isEmpty }
    return clauses.filter { isProbed || $0.id != unchanged.id }
  }

  /// Whether a case makes one of its own.
  package var isMade: Bool {
    if case .made = origin { true } else { false }
  }

  /// The transition of this name.
  public func transition(_ id: Workflow.Step.ID) -> Transition? {
    transitions.first { $0.step.id == id }
  }
}

extension ContractSuite {
  /// The life cycle of this identifier.
  public func lifeCycle(_ id: LifeCycle.ID) -> LifeCycle? { lifeCycles.first { $0.id == id } }

  /// The contract that the promises of a life cycle are those of, which is no neighbour.
  package func owner(of cycle: LifeCycle) -> Contract.ID {
    owner(among: cycle.calls) ?? cycle.contract
  }

  /// The life cycles whose promises are those of a contract.
  package func lifeCycles(of contract: Contract.ID) -> [LifeCycle] {
    lifeCycles.filter { owner(of: $0) == contract }
  }
}
