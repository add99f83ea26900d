import Foundation
import Testing

@testable import AccordCommand

@Suite("A package to begin with") struct StarterPackageTests {
  @Test(
    "It depends on Accord by the name that its folder or repository has",
    arguments: [
      ("../accord", #".package(path: "../accord")"#, #"package: "accord""#),
      ("../../Copies/Accord/", #".package(path: "../../Copies/Accord/")"#, #"package: "Accord""#),
      (
        "https://git.example/team/accord.git",
        #".package(url: "https://git.example/team/accord.git", from: "0.1.0")"#,
        #"package: "accord""#
      ),
    ]
  )
  func depends(_ accord: String, _ dependency: String, _ package: String) throws {
    let files = StarterPackage(name: "pet-store", accord: accord).files
    let manifest = try #require(files.first { $0.path == "Package.swift" }).text
    #expect(manifest.contains(dependency))
    #expect(manifest.components(separatedBy: package).count == 4)
  }

  @Test("Its files are named after the tool")
  func namesFiles() {
    #expect(
      StarterPackage(name: "pet-store", accord: "../accord").files.map(\.path) == [
        ".github/workflows/contract.yml", ".gitignore", "Package.swift",
        "Sources/PetStoreContracts/PetStore.swift", "Sources/pet-store/Tool.swift",
        "Tests/PetStoreContractsTests/PetStoreTests.swift",
      ]
    )
    let plain = StarterPackage(name: "shop", accord: "../accord", hasTLS: false)
    #expect(plain.files[2].text.contains(#".package(path: "../accord", traits: [])"#))
  }
}
