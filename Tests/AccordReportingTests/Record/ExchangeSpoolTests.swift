import AccordModel
import Foundation
import Testing

@testable import AccordReporting

/// What was sent and received, in a file, is as good as in memory.
struct ExchangeSpoolTests {
  private static func stored(_ run: RunRecord, in spool: ExchangeSpool) -> RunRecord {
    var run = run
    for suite in run.suites.indices {
      run.suites[suite].cases = run.suites[suite].cases.map { $0.stored(in: spool) }
    }
    return run
  }

  @Test(arguments: RunRecordDecodingTests.reports.indices)
  func everyFormatWritesTheSame(_ index: Int) throws {
    let spool = try #require(ExchangeSpool())
    let run = RunRecord(RunRecordDecodingTests.reports[index].report)
    let stored = Self.stored(run, in: spool)
    #expect(stored == run)
    for format in ReportFormats.all {
      #expect(format.text(for: stored) == format.text(for: run), "\(format.name)")
    }
    let cases = zip(stored.suites.flatMap(\.cases), run.suites.flatMap(\.cases))
    for (stored, held) in cases {
      #expect(stored.sent.outline == held.sent.outline)
      #expect(stored.exchanges == held.exchanges)
      #expect(TerminalFormat().text(of: stored) == TerminalFormat().text(of: held))
    }
    #expect(spool.failure == nil)
  }

  @Test
  func nothingOfTheFileIsSeen() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "spool-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let spool = try #require(ExchangeSpool(in: folder.path()))
    let place = try #require(spool.append(Array("abc".utf8)))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == [])
    #expect(spool.bytes(at: place) == Array("abc".utf8))
    #expect(ExchangeSpool(in: "/no/such/folder") == nil)
  }

  @Test
  func whatIsNotThereIsNoted() throws {
    let spool = try #require(ExchangeSpool())
    #expect(spool.bytes(at: 5..<9) == nil)
    #expect(spool.failure == "Input/output error")
  }

  @Test
  func manyThreadsWriteAtOnce() async throws {
    let spool = try #require(ExchangeSpool())
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<200 {
        group.addTask {
          let bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 1_000 + number)
          let place = spool.append(bytes)
          #expect(place.flatMap(spool.bytes) == bytes)
        }
      }
    }
  }

  /// What is small waits in memory until there is enough of it, and what is large does not.
  @Test
  func whatWaitsToBeWrittenIsReadAsWhatIsWritten() throws {
    let spool = try #require(ExchangeSpool())
    var places: [(place: Range<Int>, bytes: [UInt8])] = []
    for count in [3, 100_000, 0, 40_000, 7, 300_000, 1, 131_072, 131_071, 9] {
      let bytes = [UInt8](repeating: UInt8(places.count), count: count)
      places.append((try #require(spool.append(bytes)), bytes))
      for (place, bytes) in places { #expect(spool.bytes(at: place) == bytes) }
    }
    #expect(
      zip(places, places.dropFirst()).allSatisfy { $0.place.upperBound == $1.place.lowerBound }
    )
    #expect(spool.failure == nil)
  }
}
