// swift-tools-version: 6.2
import PackageDescription

// A team that serves the API of S3 holds its server to it.
let package = Package(
  name: "Storage",
  platforms: [.macOS(.v15)],
  // Plain http is enough here: without its trait TLS, Accord builds in half the time.
  dependencies: [.package(name: "Accord", path: "../../..", traits: [])],
  targets: [
    .executableTarget(
      name: "storage",
      dependencies: [
        .product(name: "Accord", package: "Accord"),
        .product(name: "AccordCommand", package: "Accord"),
      ]
    )
  ]
)
