public import AccordModel
import AccordSchema

/// A request, or a sequence of calls of a life cycle, beside those of the plan: what it differs in from an
/// example of its contract.
///
/// It holds no credential and no live data: these are put in when it is sent.
public struct GeneratedCall: Sendable, Hashable {
  /// The suite.
  public internal(set) var suite: ContractSuite.ID

  /// The contract.
  public internal(set) var contract: Contract.ID

  var kind: Kind

  /// What is sent.
  enum Kind: Sendable, Hashable {
    case request(GeneratedRequest)
    /// The calls of a life cycle, after the one that makes what it is about.
    case sequence(of: LifeCycle.ID, calls: [Workflow.Step.ID])
  }
}

/// A request that an example is changed to.
struct GeneratedRequest: Sendable, Hashable {
  /// A parameter with another value than the example has, or without one.
  struct Setting: Sendable, Hashable {
    var parameter: String
    /// The value; `nil` where the parameter is left out.
    var value: JSON?
  }

  /// The one keyword that does not hold, and where.
  struct Fault: Sendable, Hashable {
    enum Place: Sendable, Hashable {
      case body(JSONPointer)
      case parameter(String)
    }

    var place: Place
    var keyword: String
  }

  /// The example, by its name.
  var example: String
  var route: String
  var version: Int?
  var settings: [Setting] = []

  /// The content; `nil` for that of the example.
  var body: JSON?

  /// What is wrong with it; `nil` where nothing is.
  var fault: Fault?
}

extension Case.Origin {
  /// Made from the schemas, beyond the plan.
  public static let generated = Case.Origin(rawValue: "generated") ?? .written
}
