// swift-tools-version: 6.2
import PackageDescription

// A team's own package: its contract for its own server, with the whole command line of Accord.
let package = Package(
  name: "PetStore",
  platforms: [.macOS(.v15)],
  // Plain http is enough here: without its trait TLS, Accord builds in half the time.
  dependencies: [.package(name: "Accord", path: "../..", traits: [])],
  targets: [
    .executableTarget(
      name: "petstore",
      dependencies: [
        .product(name: "Accord", package: "Accord"),
        .product(name: "AccordCommand", package: "Accord"),
      ]
    ),
    // What its mock does beyond the contracts is its own, too.
    .executableTarget(
      name: "bookshop",
      dependencies: [
        .product(name: "Accord", package: "Accord"),
        .product(name: "AccordCommand", package: "Accord"),
      ]
    ),
    // Everything that can be added without changing Accord, each in a few lines.
    .executableTarget(
      name: "extended",
      dependencies: [
        .product(name: "Accord", package: "Accord"),
        .product(name: "AccordCommand", package: "Accord"),
      ]
    ),
  ]
)
