// swift-tools-version: 6.2
import PackageDescription

// A team that runs a registry of container images holds it to the specification of OCI.
let package = Package(
  name: "Registry",
  platforms: [.macOS(.v15)],
  // Plain http is enough here: without its trait TLS, Accord builds in half the time.
  dependencies: [.package(name: "Accord", path: "../../..", traits: [])],
  targets: [
    .executableTarget(
      name: "registry",
      dependencies: [
        .product(name: "Accord", package: "Accord"),
        .product(name: "AccordCommand", package: "Accord"),
      ]
    )
  ]
)
