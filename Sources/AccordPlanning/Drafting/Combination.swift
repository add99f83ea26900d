import AccordModel
import HTTPTypes

/// A method and a format of the answer in which something is tried that was tried in the usual ones.
struct Combination: Sendable, Hashable {
  /// The method; `nil` leaves it as it is.
  var method: HTTPRequest.Method?

  /// The format that is asked for; `nil` leaves it as it is.
  var format: Format?

  /// The part of identifiers that tells it.
  var idPart: String {
    [method.map { "by-\($0.rawValue)" }, format.map { "in-\($0.id)" }].compactMap(\.self)
      .joined(separator: "-")
  }

  /// The end of titles.
  var words: String {
    [method.map { "by \($0.rawValue)" }, format.map { "in \($0.id)" }].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// The combinations of the methods and formats, in a stable order.
  ///
  /// Paired, each method and each format comes with what is tried once; `turn` says which come together, so
  /// that over all that is tried they come in every pair.
  static func of(
    _ methods: [HTTPRequest.Method],
    _ formats: [Format],
    turn: Int,
    isThorough: Bool
  ) -> [Combination] {
    guard isThorough else {
      return (0..<max(methods.count, formats.count)).map { number in
        Combination(
          method: methods.isEmpty ? nil : methods[number % methods.count],
          format: formats.isEmpty ? nil : formats[(number + turn) % formats.count]
        )
      }
    }
    let anyMethod = [nil] + methods.map(Optional.some)
    let anyFormat = [nil] + formats.map(Optional.some)
    return anyMethod.flatMap { method in
      anyFormat.map { Combination(method: method, format: $0) }
    }
    .filter { $0.method != nil || $0.format != nil }
  }
}

extension RequestDraft {
  /// The request in a combination.
  func combined(_ combination: Combination) -> RequestDraft {
    var draft = self
    if let method = combination.method { draft.chosenMethod = method }
    if let format = combination.format { draft.ask(for: format) }
    return draft
  }

  /// The other methods by which cases may send it: of content only those that give it a meaning, and not HEAD,
  /// whose answers show nothing.
  var otherMethods: [HTTPRequest.Method] {
    let own = method
    guard endpoint.route.methods.allows(own) else { return [] }
    return endpoint.route.methods.probed.filter { method in
      method != own && method != .head && (!hasContent || method.givesContentMeaning)
    }
  }

  /// The other formats in which the answer may be asked for, and is looked into.
  var otherFormats: [Format] {
    guard endpoint.scope.negotiates, !hasOwnAccept, selections.count == 1 else { return [] }
    let own = answerFormat
    return endpoint.scope.formats.filter {
      $0 != own && $0.isChecked && $0.syntax.writesValues
    }
  }
}
