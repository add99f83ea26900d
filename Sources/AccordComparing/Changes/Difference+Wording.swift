import AccordSchema

extension Difference {
  /// What changed, as a clause without an end.
  var words: String {
    switch self {
    case .added(let thing, let name): "\(thing.words) \(shown(name)) was added"
    case .removed(let thing, let name, let retirement):
      "\(thing.words) \(shown(name)) was removed" + retirement.words
    case .changed(let aspect, let from?, let to?):
      "\(aspect.title) changed from \(shown(from)) to \(shown(to))"
    case .changed(let aspect, nil, let to): "\(aspect.title) \(shown(to ?? "")) was added"
    case .changed(let aspect, let from?, nil): "\(aspect.title) \(shown(from)) was removed"
    case .becameRequired: "it became required"
    case .becameOptional: "it became optional"
    case .types(let change, let from, let to):
      switch change {
      case .becameNullable: "null became a value of it"
      case .becameNotNullable: "null is no longer a value of it"
      default: "the type changed from \(from) to \(to)"
      }
    case .becameEnum(let values):
      "only listed values are left: " + values.map(shown).joined(separator: ", ")
    case .isNoEnum: "its values are no longer listed"
    case .valueAdded(let value): "the value \(shown(value)) was added"
    case .valueRemoved(let value): "the value \(shown(value)) was removed"
    case .extensibleValueRemoved(let value):
      "the value \(shown(value)) was removed from x-extensible-enum"
    case .limit("response-time", let from, let to, _): Self.time(from, to)
    case .limit(let name, let from?, let to?, _): "\(name) changed from \(from) to \(to)"
    case .limit(let name, nil, let to, _): "\(name) \(to ?? "") was set"
    case .limit(let name, let from?, nil, _): "\(name) \(from) was taken away"
    case .undecided(let keyword): "\(keyword) is another"
    case .unread(let reason): "this place was not compared: \(reason)"
    case .lifeCycle(let event): event.words
    case .documentation(let member): "\(member) changed"
    }
  }

  private static func time(_ from: String?, _ to: String?) -> String {
    switch (from, to) {
    case (let from?, let to?): "the promised response time changed from \(from) ms to \(to) ms"
    case (nil, let to): "a response time of \(to ?? "") ms was promised"
    case (let from?, nil): "the promised response time of \(from) ms was taken away"
    }
  }

  private func shown(_ text: String) -> String { Self.bounded(text) }

  /// A foreign text in quotes, cut to a bounded length.
  static func bounded(_ text: String) -> String {
    let cut =
      text.unicodeScalars.count <= 120
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(120))) + "…"
    return cut.hasPrefix("\"") || cut.isEmpty ? cut : "\"\(cut)\""
  }
}

extension Difference.Thing {
  fileprivate var words: String {
    switch self {
    case .endpoint: "the operation"
    case .webhook: "the webhook"
    case .callback: "the callback"
    case .path: "the path and its operation"
    case .parameter: "the optional parameter"
    case .requiredParameter: "the required parameter"
    case .pathParameter: "the path parameter"
    case .body: "a body that may be left out,"
    case .requiredBody: "a required body,"
    case .mediaType: "the media type"
    case .mediaTypeSchema: "the schema of the media type"
    case .successStatus, .errorStatus: "the status"
    case .header: "the optional header"
    case .requiredHeader: "the required header"
    case .link: "the link"
    case .server: "the server"
    case .security: "the security requirement"
    case .scope: "the scope"
    case .securityScheme: "the security scheme"
    case .property: "the optional property"
    case .requiredProperty: "the required property"
    case .requiredPropertyWithDefault: "the required property with a default"
    case .tag: "the tag"
    case .anyOf: "the alternative of anyOf"
    case .oneOf: "the alternative of oneOf"
    case .allOf: "the part of allOf"
    case .pattern: "the pattern"
    case .patternProperty: "the property pattern"
    case .dependentSchema: "the dependent schema of"
    case .prefixItems: "the schema of the item"
    case .mapping: "the discriminator's value"
    }
  }
}

extension Difference.Aspect {
  fileprivate var title: String {
    switch self {
    case .defaultValue: "the default"
    case .operationID: "the operationId"
    case .mediaTypeName: "the media type"
    case .securityScheme: "the security scheme"
    case .path: "the path"
    case .condition: "the condition (if, then, else)"
    case .xmlName: "the XML name"
    case .xmlNamespace: "the XML namespace"
    case .xmlPrefix: "the XML prefix"
    case .xmlAttribute: "xml.attribute"
    case .xmlWrapped: "xml.wrapped"
    case .xmlNodeType: "the XML node type"
    case .encoding: "the encoding of a part"
    case .statement: "what is stated"
    case .order: "the order of elements"
    default: rawValue
    }
  }
}

extension Difference.Retirement {
  fileprivate var words: String {
    switch self {
    case .none: ""
    case .announced: " after it was deprecated"
    case .before(let day): " before its sunset on \(day)"
    case .unstable(let level): ", which was only \(level)"
    case .unreadable(let text): ", and its sunset \(Difference.bounded(text)) is no date"
    }
  }
}

extension Difference.LifeCycle {
  fileprivate var words: String {
    switch self {
    case .deprecated(let sunset?): "it is deprecated, with its sunset on \(sunset)"
    case .deprecated(nil): "it is deprecated"
    case .reactivated: "it is no longer deprecated"
    case .sunsetMissing: "it is deprecated without a sunset date"
    case .sunsetUnreadable(let text): "the sunset \(Difference.bounded(text)) is no date"
    case .sunsetTooSoon(let day, let days):
      "its sunset on \(day) is less than \(days) days away"
    case .sunsetEarlier(let from, let to): "its sunset moved from \(from) to the earlier \(to)"
    case .sunsetLater(let from, let to): "its sunset moved from \(from) to the later \(to)"
    case .sunsetDeleted(let day): "its sunset on \(day) is no longer said"
    case .stabilityDecreased(let from, let to): "its stability fell from \(from) to \(to)"
    case .stabilityIncreased(let from, let to): "its stability rose from \(from) to \(to)"
    case .stabilityUnknown(let text):
      "\(Difference.bounded(text)) is no stability level (draft, alpha, beta, stable)"
    }
  }
}
