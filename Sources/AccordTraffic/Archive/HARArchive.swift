import AccordModel
import AccordSchema

/// The exchanges of a HAR file (HTTP Archive 1.2).
///
/// It is read as browsers and proxies write it: members that are missing and not needed are no problem, nor
/// are those of a later version or of their own.
///
/// ```swift
/// let archive = try HARArchive(reading: bytes, named: "traffic.har")
/// let report = TrafficRun([TrafficTarget(Shop.suite)]).report(on: archive)
/// ```
public struct HARArchive: Sendable {
  /// An entry.
  public enum Entry: Sendable {
    /// An exchange over HTTP.
    case exchange(SeenExchange)
    /// Something that no contract speaks of, such as a WebSocket or a `data:` address.
    case other(UnjudgedExchange)
    /// An entry that cannot be read.
    case unreadable(HARProblem)
  }

  /// The entries, in the order of the file.
  public let entries: [Entry]

  /// The file, as it was named.
  public let file: String

  /// Who wrote the file, such as `WebInspector 537.36`; `nil` where it does not say.
  public let creator: String?

  /// What is written nowhere: the values of credentials in the requests.
  let secrets: [Secret]

  /// The most entries that are read.
  public static let limit = 1_000_000

  /// Reads a file.
  ///
  /// - Throws: ``HARProblem`` where it is no HAR file; a problem of one entry is that entry.
  public init(reading bytes: [UInt8], named file: String) throws(HARProblem) {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: bytes)
    } catch {
      throw HARProblem(kind: .notJSON("\(error)"), file: file, pointer: "")
    }
    let reader = HARReader(document, file: file)
    let log = try reader.object(document.root, "log")
    let list = try reader.required(log, "entries")
    guard list.kind == .array else { throw reader.wrong(list, "a list of entries") }
    guard list.elements.count <= Self.limit else {
      throw reader.problem(list, .tooMany(limit: Self.limit))
    }
    var entries: [Entry] = []
    entries.reserveCapacity(list.elements.count)
    for node in list.elements {
      do throws(HARProblem) {
        entries.append(try reader.entry(node, number: entries.count + 1))
      } catch {
        entries.append(.unreadable(error))
      }
    }
    self.entries = entries
    self.file = file
    let creator = [log["creator"]?["name"]?.string, log["creator"]?["version"]?.string]
    let words = creator.compactMap(\.self).joined(separator: " ")
    self.creator = words.isEmpty ? nil : words
    secrets = reader.secrets
  }
}
