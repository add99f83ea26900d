public import AccordSchema

/// A member of the body that only some versions of the endpoint read.
public struct MemberVersions: Sendable, Hashable {
  /// The member.
  public var pointer: JSONPointer

  /// The versions that read it.
  public var versions: [Int]

  /// That the other versions ignore it.
  public var clause: Clause

  /// The member at `pointer`, which other versions than `versions` ignore.
  public static func member(
    _ pointer: JSONPointer,
    readBy versions: [Int],
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> MemberVersions {
    let list = versions.map(String.init).joined(separator: " and ")
    return MemberVersions(
      pointer: pointer,
      versions: versions,
      clause: Clause(
        "body/member\(pointer)/versions",
        "\(pointer) is read by version \(list) and ignored by the others.",
        basis: basis,
        source: SourceLine(fileID: fileID, line: line)
      )
    )
  }
}

extension Contract.RequestBody {
  /// Whether a version ignores what stands at a place of the body.
  package func ignores(_ pointer: JSONPointer, in version: Int?) -> Bool {
    guard let version else { return false }
    return memberVersions.contains { rule in
      !rule.versions.contains(version) && rule.pointer.contains(pointer)
    }
  }
}
