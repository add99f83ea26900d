import Accord
import ArgumentParser

/// How much a plan tries.
struct DepthOption: ParsableArguments {
  /// The depths by their names.
  enum Depth: String, CaseIterable, ExpressibleByArgument {
    case quick, standard, thorough

    var planned: PlanDepth {
      switch self {
      case .quick: .quick
      case .standard: .standard
      case .thorough: .thorough
      }
    }
  }

  @Option(
    name: .long,
    help: """
      How much is tried: quick is each promise in one place, standard also in the other methods and \
      formats and at the bounds of values, thorough in every method with every format.
      """
  )
  var depth = Depth.standard

  /// How suites are planned.
  var options: PlanOptions { PlanOptions(depth: depth.planned) }
}
