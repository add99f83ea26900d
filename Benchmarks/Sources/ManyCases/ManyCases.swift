import Accord
import AccordCommand
import FoundationEssentials

/// A suite with as many examples as `ACCORD_CASES` says, of one operation, or of as many as
/// `ACCORD_OPERATIONS` says, and its command line;
/// `ManyCases bare URL [CONNECTIONS]` sends the same requests and reads the answers, and does nothing else.
@main
enum ManyCases {
  static let count = number("ACCORD_CASES") ?? 200
  static let operations = number("ACCORD_OPERATIONS") ?? 1

  private static func number(_ variable: String) -> Int? {
    ProcessInfo.processInfo.environment[variable].flatMap(Int.init)
  }

  static func main() async throws {
    let arguments = CommandLine.arguments
    if arguments.count > 2, arguments[1] == "bare" {
      let connections = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 1
      try await exchange(with: ServerAddress(arguments[2]), connections)
    } else {
      await ConformanceCommand.main(suites: [suite])
    }
  }

  static var suite: ContractSuite {
    ContractSuite(
      "items",
      name: "Items",
      "Serves one small answer an item.",
      errors: ErrorCatalogue(
        entries: [.entry("ItemNotFound", statuses: .exactly(.notFound))],
        places: [.name("/error")]
      ),
      contracts: (1...operations).map(getItem)
    )
  }

  static func getItem(_ operation: Int) -> Contract {
    Contract(
      operations == 1 ? "items.get" : "items-\(operation).get",
      "Returns an item.",
      document: "items.txt",
      routes: [.get(operations == 1 ? "/items/{id}" : "/items/\(operation)/{id}")],
      parameters: [.path("id", .string, example: "1")],
      responses: [
        .status(
          .ok,
          .payload(.object([.required("id", .integer), .required("name", .nonEmptyString)]))
        )
      ],
      examples: (1...max(1, count / operations)).map { number in
        .example("item-\(number)", path: ["id": .literal(.string("\(number)"))])
      }
    )
  }

  /// On each connection one request after the other.
  private static func exchange(with address: ServerAddress, _ connections: Int) async throws {
    let transport = try HTTPTransport(
      address,
      settings: ConnectionSettings(connections: connections),
      environment: EnvironmentVariables([:])
    )
    let answered = await withTaskGroup(of: Int.self) { group in
      for first in 1...connections {
        group.addTask {
          var answered = 0
          for number in stride(from: first, through: count, by: connections) {
            let request = Exchange.Request(
              origin: address.description,
              method: "GET",
              target: "/items/\(number)",
              fields: [Field("Host", "127.0.0.1"), Field("Accept", "application/json")]
            )
            let exchange = await transport.exchange(request, isIdempotent: true)
            if case .answered = exchange.outcome { answered += 1 }
          }
          return answered
        }
      }
      return await group.reduce(0, +)
    }
    await transport.shutdown()
    guard answered == count else { throw Unanswered(count: count - answered) }
  }

  private struct Unanswered: Error {
    var count: Int
  }
}
