// swift-tools-version: 6.2
import PackageDescription

// A team holds its own service to what it promises.
let package = Package(
  name: "Parcels",
  platforms: [.macOS(.v15)],
  // Plain http is enough here: without its trait TLS, Accord builds in half the time.
  dependencies: [.package(name: "Accord", path: "../../..", traits: [])],
  targets: [
    .executableTarget(
      name: "parcels",
      dependencies: [
        .product(name: "Accord", package: "Accord"),
        .product(name: "AccordCommand", package: "Accord"),
      ]
    )
  ]
)
