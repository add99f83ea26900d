import Accord
import AccordModel
import AccordOpenAPI
import AccordReporting
import AccordSchema
import ArgumentParser

extension OpenAPIOptions {
  /// The refusals that are stated.
  private func statedRefusals(_ imported: [ImportedSuite]) throws -> [StatedRefusal] {
    let entries = imported.flatMap(\.suite.errors.entries)
    let spellings = Set(entries.flatMap { [$0.name] + $0.aliases })
    return try refusals.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      let words = (parts.last ?? "").split(separator: ",", omittingEmptySubsequences: false)
      let codes = words.compactMap { Int($0) }.filter { (400...599).contains($0) }
      if parts.count == 2, parts[1] == "none" { return StatedRefusal(parts[0], nil) }
      if parts.count == 2, codes.count == words.count {
        return StatedRefusal(parts[0], .anyOf(codes))
      }
      guard parts.count == 2, words.allSatisfy({ !$0.isEmpty && Int($0) == nil }) else {
        throw ValidationError(
          "--refusal expects CONTRACT/PLACE=STATUS with a status from 400 to 599, or none, found "
            + "\"\(TerminalText.line(text))\"."
        )
      }
      let names = words.map(String.init)
      for name in names where !spellings.contains(name) {
        throw ValidationError(
          "--refusal: no error is called \"\(TerminalText.line(name))\". \(NearMiss.hint(name, among: entries.map(\.name)))"
        )
      }
      return StatedRefusal(parts[0], errors: names)
    }
  }

  /// The suite with what the files of settings say of it.
  func sharpening(_ imported: [ImportedSuite]) throws -> [ImportedSuite] {
    let named = [errors, roles, lifeCycles].contains { $0 != nil }
    guard named else { return try stating(imported) }
    guard let only = imported.first, imported.count == 1 else {
      throw ValidationError(
        "--errors, --roles and --life-cycles are about one document, and there "
          + (imported.isEmpty
            ? "is none: name it by --openapi." : "are \(imported.count): give each a target.")
      )
    }
    var sharpened = only
    if let errors {
      let (document, node) = try StructuredSetting.errors.read(errors)
      var setting = ErrorSetting(SettingReader(document, sharpened), node)
      sharpened = try setting.stated()
    }
    sharpened = try stating([sharpened]).first ?? sharpened
    if let roles {
      let (document, node) = try StructuredSetting.roles.read(roles)
      var setting = RoleSetting(SettingReader(document, sharpened), node)
      sharpened = try setting.stated()
    }
    if let lifeCycles {
      let (document, node) = try StructuredSetting.lifeCycles.read(lifeCycles)
      var setting = LifeCycleSetting(SettingReader(document, sharpened), node)
      sharpened = try setting.stated()
    }
    return [sharpened]
  }

  private func stating(_ imported: [ImportedSuite]) throws -> [ImportedSuite] {
    let stated = try statedRefusals(imported)
    guard !stated.isEmpty else { return imported }
    if imported.count == 1, let only = imported.first {
      do throws(StatedRefusal.Unmatched) {
        return [try only.stating(stated)]
      } catch {
        throw Self.unmatched(error)
      }
    }
    // A pattern need fit one of the suites only.
    var all = imported
    for entry in stated {
      var last: StatedRefusal.Unmatched?
      var isUsed = false
      for index in all.indices {
        do throws(StatedRefusal.Unmatched) {
          all[index] = try all[index].stating([entry])
          isUsed = true
        } catch {
          last = error
        }
      }
      guard !isUsed, let last else { continue }
      throw Self.unmatched(last)
    }
    return all
  }

  private static func unmatched(_ refusal: StatedRefusal.Unmatched) -> ValidationError {
    ValidationError(
      "--refusal: no wrong request is \"\(TerminalText.line(refusal.pattern))\". "
        + NearMiss.hint(refusal.pattern, among: refusal.known)
    )
  }
}
