@testable import AccordReporting

/// A file of a report with its content.
struct WrittenFile: Hashable {
  var path: String
  var bytes: [UInt8]
  /// How long the pieces were in which it was written.
  var pieces: [Int] = []
}

extension ReportFormat {
  /// The files of the report when it is written to a path, where they are more than one.
  func files(for run: RunRecord, at path: String) -> [WrittenFile]? {
    var files: [WrittenFile] = []
    let isSeveral = writeFiles(of: run, at: path) { file in
      var written = WrittenFile(path: file.path, bytes: [])
      file.write { piece in
        written.bytes += piece
        written.pieces.append(piece.count)
      }
      files.append(written)
    }
    return isSeveral ? files : nil
  }
}
