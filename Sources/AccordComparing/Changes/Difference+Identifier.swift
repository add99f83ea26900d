extension Difference {
  /// The identifier of the kind of change; it is an interface, and never changes without a reason.
  func id(of subject: ChangeSubject) -> String {
    let prefix = subject.prefix
    switch self {
    case .added(let thing, _): return Self.id(thing, "added", subject)
    case .removed(let thing, _, let retirement):
      let isOfOperation = thing == .endpoint || thing == .path
      return Self.id(thing, "removed", subject)
        + (retirement == .none && isOfOperation ? "-without-deprecation" : retirement.suffix)
    case .changed(let aspect, let from, let to):
      let verb = from == nil ? "added" : to == nil ? "removed" : "changed"
      return "\(prefix)-\(aspect.words)-\(verb)"
    case .becameRequired: return "\(prefix)-became-required"
    case .becameOptional: return "\(prefix)-became-optional"
    case .types(let change, _, _): return "\(prefix)-\(change.words)"
    case .becameEnum: return "\(prefix)-became-enum"
    case .isNoEnum: return "\(prefix)-enum-removed"
    case .valueAdded: return "\(prefix)-enum-value-added"
    case .valueRemoved: return "\(prefix)-enum-value-removed"
    case .extensibleValueRemoved: return "\(prefix)-x-extensible-enum-value-removed"
    case .limit(let name, let from, let to, let isUpper):
      return "\(prefix)-\(name)-\(Self.verb(from, to, isUpper))"
    case .undecided(let keyword): return "\(prefix)-\(Self.kebab(keyword))-undecided"
    case .unread: return "\(prefix)-not-read"
    case .lifeCycle(let event): return event.id(prefix)
    case .documentation(let member): return "\(prefix)-\(Self.kebab(member))-changed"
    }
  }

  private static func id(_ thing: Thing, _ verb: String, _ subject: ChangeSubject) -> String {
    let prefix = subject.prefix
    switch thing {
    case .endpoint: return verb == "added" ? "endpoint-added" : "api-removed"
    case .path: return verb == "added" ? "endpoint-added" : "api-path-removed"
    case .webhook, .callback: return "\(thing.rawValue)-\(verb)"
    case .parameter, .requiredParameter, .pathParameter:
      guard verb == "added" else { return "request-parameter-removed" }
      switch thing {
      case .parameter: return "new-optional-request-parameter"
      case .requiredParameter: return "new-required-request-parameter"
      default: return "new-request-path-parameter"
      }
    case .body, .requiredBody:
      return thing == .body ? "request-body-\(verb)" : "\(verb)-required-request-body"
    case .successStatus: return "response-success-status-\(verb)"
    case .errorStatus: return "response-non-success-status-\(verb)"
    case .header: return "response-header-optional-\(verb)"
    case .requiredHeader: return "response-header-required-\(verb)"
    case .link: return "response-link-\(verb)"
    case .server, .security, .scope, .securityScheme: return "api-\(kebab(thing.rawValue))-\(verb)"
    case .tag: return "api-tag-\(verb)"
    case .property, .requiredProperty, .requiredPropertyWithDefault:
      if prefix.hasPrefix("response") {
        let kind = thing == .property ? "optional-property" : "required-property"
        return "response-\(kind)-\(verb)"
      }
      guard verb == "added" else {
        return prefix.hasPrefix("request-parameter")
          ? "request-parameter-property-removed" : "request-property-removed"
      }
      let what = prefix.hasPrefix("request-parameter") ? "parameter-property" : "property"
      switch thing {
      case .requiredProperty: return "new-required-request-\(what)"
      case .requiredPropertyWithDefault: return "new-required-request-\(what)-with-default"
      default: return "new-optional-request-\(what)"
      }
    case .mediaType:
      let part = prefix.hasPrefix("response") ? "response" : "request-body"
      return "\(part)-media-type-\(verb)"
    default: return "\(prefix)-\(kebab(thing.rawValue))-\(verb)"
    }
  }

  private static func verb(_ from: String?, _ to: String?, _ isUpper: Bool) -> String {
    guard let from else { return "set" }
    guard let to else { return "unset" }
    guard let from = Double(from), let to = Double(to) else { return "changed" }
    return to > from ? "increased" : "decreased"
  }

  /// A name of a keyword in lower case with hyphens.
  static func kebab(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      if scalar.properties.isUppercase {
        text += "-" + scalar.properties.lowercaseMapping
      } else if scalar == "/" || scalar == " " {
        text += "-"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Difference.Aspect {
  /// The keyword as identifiers have it.
  var words: String {
    switch self {
    case .defaultValue: "default-value"
    case .operationID: "operation-id"
    case .mediaTypeName: "media-type-name"
    case .condition: "if"
    default: Difference.kebab(rawValue)
    }
  }
}

extension Difference.TypeChange {
  var words: String {
    switch self {
    case .changed: "type-changed"
    case .generalized: "type-generalized"
    case .specialized: "type-specialized"
    case .compatible: "type-compatible"
    case .becameNullable: "became-nullable"
    case .becameNotNullable: "became-not-nullable"
    case .widened: "list-of-types-widened"
    case .narrowed: "list-of-types-narrowed"
    }
  }
}

extension Difference.Retirement {
  fileprivate var suffix: String {
    switch self {
    case .none: ""
    case .announced: "-with-deprecation"
    case .before: "-before-sunset"
    case .unstable: "-while-unstable"
    case .unreadable: "-sunset-unreadable"
    }
  }
}

extension Difference.LifeCycle {
  fileprivate func id(_ prefix: String) -> String {
    let what =
      switch self {
      case .deprecated(let sunset): sunset == nil ? "deprecated" : "deprecated-with-sunset"
      case .reactivated: "reactivated"
      case .sunsetMissing: "deprecated-sunset-missing"
      case .sunsetUnreadable: "sunset-parse"
      case .sunsetTooSoon: "sunset-date-too-small"
      case .sunsetEarlier: "sunset-date-changed-too-small"
      case .sunsetLater: "sunset-date-moved-later"
      case .sunsetDeleted: "sunset-deleted"
      case .stabilityDecreased: "stability-decreased"
      case .stabilityIncreased: "stability-increased"
      case .stabilityUnknown: "invalid-stability-level"
      }
    switch self {
    case .deprecated, .reactivated: return (prefix == "api" ? "endpoint" : prefix) + "-" + what
    default: return prefix + "-" + what
    }
  }
}
