import Foundation
import Testing

/// What is public is what a user needs: every change of it is seen in a file beside this one.
///
/// `ACCORD_RECORD_GOLDENS=1` writes the files anew, and fails on purpose.
@Suite struct PublicInterfaceTests {
  /// The targets that the products of the package show, and those behind its command line.
  static let targets = [
    "Accord", "AccordAudit", "AccordCommand", "AccordComparing", "AccordGenerating",
    "AccordMocking", "AccordModel", "AccordOpenAPI", "AccordPlanning", "AccordReporting",
    "AccordRunning", "AccordSchema",
    "AccordTesting", "AccordTraffic",
  ]

  /// The targets that show nothing.
  private static let hidden: Set<String> = ["AccordComparing"]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  private static func sources(of target: String) throws -> [URL] {
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let enumerator = FileManager.default.enumerator(
      at: root.appending(path: "Sources/\(target)"),
      includingPropertiesForKeys: nil
    )
    let files = try #require(enumerator).compactMap { $0 as? URL }
    return files.filter { $0.pathExtension == "swift" }
  }

  @Test(arguments: targets)
  func nothingPublicChangesUnseen(_ target: String) throws {
    let declarations = try Self.sources(of: target).flatMap { file in
      PublicInterface(of: try String(contentsOf: file, encoding: .utf8)).declarations
    }
    #expect(declarations.isEmpty == Self.hidden.contains(target))
    let listing = declarations.sorted().map { $0 + "\n" }.joined()
    let file = Self.folder.appending(path: "Interface/\(target).txt")
    if ProcessInfo.processInfo.environment["ACCORD_RECORD_GOLDENS"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(listing.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
      return
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let change = listing.split(separator: "\n").difference(from: recorded.split(separator: "\n"))
    let lines = change.map { step in
      switch step {
      case .insert(_, let line, _): "+ \(line)"
      case .remove(_, let line, _): "- \(line)"
      }
    }
    #expect(
      lines.isEmpty,
      """
      The public interface of \(target) is not the one in Tests/AccordTests/Names/Interface. If it is \
      meant to change, record it with ACCORD_RECORD_GOLDENS=1:
      \(lines.joined(separator: "\n"))
      """
    )
  }

  @Test func readsWhatIsPublicAlone() {
    let source = #"""
      public import Foundation

      /// A type. { "
      public struct Shop: Sendable {
        /// One.
        public package(set) var name: String = "a { b"
        public var owner: String?

        public let sum = [1, 2].map { $0 + 1 }
        var hidden = 1
        package var alsoHidden: Int { 1 }
        public var count: Int {
          if hidden == 1 { return "\(hidden, in: "{")".count }
          return 0
        }

        @discardableResult
        public func open(
          _ door: Door = Door(width: 1),
          then: () -> Void = {}
        ) throws -> Bool
        where Door: Sendable { true }

        public enum Door { // }
          case left, right
          case other(String)
          public static let usual = Door.left
        }

        struct Inner { public var notSeen = 1 }
      }

      public protocol Clerk: Sendable {
        var name: String { get set }
        func serve(_ shop: Shop) async
      }

      extension Clerk where Self == Anne {
        public static var anne: Anne { Anne() }
        func hidden() {}
      }
      """#
    #expect(
      PublicInterface(of: source).declarations == [
        "struct Shop: Sendable", "Shop: package(set) var name: String",
        "Shop: var owner: String?", "Shop: let sum", "Shop: var count: Int",
        """
        Shop: func open(_ door: Door = Door(width: 1), then: () -> Void = {}) throws -> Bool where \
        Door: Sendable
        """,
        "Shop: enum Door", "Shop.Door: case left, right", "Shop.Door: case other(String)",
        "Shop.Door: static let usual", "protocol Clerk: Sendable",
        "Clerk: var name: String { get set }", "Clerk: func serve(_ shop: Shop) async",
        "Clerk where Self == Anne: static var anne: Anne",
      ]
    )
  }
}
