public import AccordModel

extension RunRecord {
  /// The run as text in a format.
  ///
  /// ```swift
  /// let markdown = run.text(in: .markdown)
  /// ```
  public func text(in format: some ReportFormat) -> String { format.text(for: self) }

  /// Writes the run to a file in a format, with the folders above it; a format of several files, such
  /// as ``ReportFormat/junitSurefire``, takes a folder.
  ///
  /// A file is replaced whole or not at all; a pipe or a device is written through. Throws an error
  /// whose description names the path, the reason and what to do.
  public func write(_ format: some ReportFormat, to path: String) throws {
    let isSeveral = try format.writeFiles(of: self, at: path) { file in
      try OutputFile.write(to: file.path, by: nil, file.write)
    }
    guard !isSeveral else { return }
    try OutputFile.write(to: path, by: nil) { format.write(self, inPieces: $0) }
  }
}

extension Report {
  /// The report as it is kept: what formats, comparisons and coverage are made of.
  public var record: RunRecord { RunRecord(self) }

  /// The report as text in a format.
  ///
  /// ```swift
  /// let report = try await ConformanceRun([target]).report()
  /// print(report.text(in: .terminal))
  /// ```
  public func text(in format: some ReportFormat) -> String { record.text(in: format) }

  /// Writes the report to a file in a format, as ``RunRecord/write(_:to:)`` does.
  ///
  /// ```swift
  /// try report.write(.junit, to: "Reports/junit.xml")
  /// ```
  public func write(_ format: some ReportFormat, to path: String) throws {
    try record.write(format, to: path)
  }

  /// How much of what the contracts promise the run put to the test.
  public var coverage: Coverage {
    let record = record
    return Coverage(joining: zip(suites, record.suites).map { Coverage(of: $0.suite, in: $1) })
  }
}
