import AccordCommand
import ShippedContracts

/// The command line with the shipped contracts.
@main
struct Tool {
  static func main() async { await ConformanceCommand.main(suites: ShippedContracts.suites) }
}
