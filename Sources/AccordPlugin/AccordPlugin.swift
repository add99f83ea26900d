import Foundation
import PackagePlugin

/// `swift package accord verify …`: the tool in the folder of a package that depends on Accord.
///
/// Where the package has a tool of its own that depends on AccordCommand, it is named first:
/// `swift package accord --tool petstore verify …`.
@main
struct AccordPlugin: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    var extractor = ArgumentExtractor(arguments)
    let named = extractor.extractOption(named: "tool").first
    let tool: URL
    if let named {
      let result = try packageManager.build(.product(named), parameters: .init(logging: .concise))
      guard result.succeeded,
        let built = result.builtArtifacts.first(where: {
          $0.kind == .executable && $0.url.lastPathComponent == named
        })
      else {
        Diagnostics.error("The product \(named) could not be built.\n\(result.logText)")
        return
      }
      tool = built.url
    } else {
      tool = try context.tool(named: "accord").url
    }
    let process = Process()
    process.executableURL = tool
    process.arguments = extractor.remainingArguments
    process.currentDirectoryURL = context.package.directoryURL
    try process.run()
    process.waitUntilExit()
    // Whoever calls the plugin sees the tool's own status.
    if process.terminationStatus != 0 { exit(process.terminationStatus) }
  }
}
