import Accord
import Testing

@testable import AccordCommand

/// Which contracts in Swift are touched by files that changed.
@Suite struct ChangedContractsTests {
  private static func contract(
    _ id: String,
    in file: String,
    promisedIn other: String? = nil
  ) -> Contract {
    Contract(
      id,
      "Does something.",
      document: "shop.txt",
      routes: [.get("/\(id)", fileID: "Shop/\(file)", line: 3)],
      responses: [.status(.ok, .empty, fileID: "Shop/\(other ?? file)", line: 4)],
      examples: [],
      fileID: "Shop/\(file)",
      line: 1
    )
  }

  private static func suite(_ folder: String?) -> ContractSuite {
    ContractSuite(
      "shop",
      name: "Shop",
      "Sells things.",
      folder: folder,
      contracts: [
        contract("get", in: "Get.swift"),
        contract("list", in: "List.swift", promisedIn: "Answers.swift"),
        contract("add", in: "Add.swift", promisedIn: "Answers.swift"),
      ],
      fileID: "Shop/Shop.swift",
      line: 1
    )
  }

  typealias Row = (files: [String], touched: [String])

  static let rows: [Row] = [
    ([], []),
    (["Contracts/Shop/Get.swift"], ["get"]),
    (["backend/Contracts/Shop/Get.swift"], ["get"]),
    (["Contracts/Other/Get.swift", "README.md", "Contracts/Shop/notes.md"], []),
    // What several contracts promise there touches each of them.
    (["Contracts/Shop/Answers.swift"], ["list", "add"]),
    // The suite, and what stands beside its contracts, may be a part of all.
    (["Contracts/Shop/Shop.swift"], ["get", "list", "add"]),
    (["Contracts/Shop/Schemas.swift"], ["get", "list", "add"]),
    (["Contracts/Shop/Mock/Store.swift"], ["get", "list", "add"]),
    (["Contracts/Shopping/Schemas.swift"], []),
  ]

  @Test(arguments: rows.indices)
  func isTouched(_ index: Int) {
    let row = Self.rows[index]
    #expect(
      ChangedContracts(files: row.files).touched(in: Self.suite("Contracts/Shop")) == row.touched
    )
  }

  /// Where the suite does not say its folder, it is that of its module.
  @Test(arguments: [
    (["Sources/Shop/Get.swift"], ["get"]),
    (["Sources/Shop/Schemas.swift"], ["get", "list", "add"]),
    (["Sources/Shop/Parts/Answers.swift"], ["list", "add"]), (["Sources/Other/Get.swift"], []),
  ])
  func isTouchedInItsModule(_ files: [String], _ touched: [String]) {
    #expect(ChangedContracts(files: files).touched(in: Self.suite(nil)) == touched)
  }
}
