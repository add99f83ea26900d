// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who uses Accord builds it.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Accord", path: "..")],
  targets: [
    .executableTarget(
      name: "ShippedPlan",
      dependencies: [
        .product(name: "Accord", package: "Accord"),
        .product(name: "ShippedContracts", package: "Accord"),
      ]
    ),
    // Many simple cases against a server that costs nothing.
    .executableTarget(
      name: "ManyCases",
      dependencies: [
        .product(name: "Accord", package: "Accord"),
        .product(name: "AccordCommand", package: "Accord"),
      ]
    ),
    // Counts the allocations of a process, where its C library lets that be done.
    .target(name: "Allocations"),
    .executableTarget(
      name: "Bodies",
      dependencies: ["Allocations", .product(name: "AccordSchema", package: "Accord")]
    ),
  ]
)
