import AccordSchema

/// What is not the same in two contracts: the evidence of a change.
enum Difference: Sendable, Hashable {
  /// Something that is a member of a list or a map, by its name.
  case added(Thing, String)
  /// Something that is gone, by its name.
  case removed(Thing, String, Retirement = .none)
  /// A value that is another now; nil where there was none.
  case changed(Aspect, from: String?, to: String?)
  /// What may be left out has to be given now, or the other way round.
  case becameRequired
  case becameOptional
  /// The types of values, as they are written.
  case types(TypeChange, from: String, to: String)
  /// Values that are listed.
  case becameEnum([String])
  case isNoEnum
  case valueAdded(String)
  case valueRemoved(String)
  case extensibleValueRemoved(String)
  /// A limit of numbers, lengths or counts.
  case limit(String, from: String?, to: String?, isUpper: Bool)
  /// The schemas are of forms between which it cannot be decided.
  case undecided(String)
  /// A place that is not read, because a reference leads nowhere or it lies too deep.
  case unread(String)
  /// What a life cycle says.
  case lifeCycle(LifeCycle)
  /// The description, title or example.
  case documentation(String)

  /// What can be added and removed.
  enum Thing: String, Sendable, Hashable {
    case endpoint, path, webhook, callback, parameter, requiredParameter, pathParameter, body
    case requiredBody, mediaType, mediaTypeSchema, successStatus, errorStatus, header,
      requiredHeader
    case link, server, security, scope, securityScheme, property, requiredProperty
    case requiredPropertyWithDefault, tag
    case anyOf, oneOf, allOf, pattern, patternProperty, dependentSchema, prefixItems, mapping
  }

  /// What of something can change.
  enum Aspect: String, Sendable, Hashable {
    case pattern, format, multipleOf, uniqueItems, additionalProperties, propertyNames, items
    case contains, not, condition, dependentRequired, dependentSchema, unevaluatedProperties,
      unevaluatedItems
    case contentEncoding, contentMediaType, contentSchema, defaultValue, discriminator
    case xmlName, xmlNamespace, xmlPrefix, xmlAttribute, xmlWrapped, xmlNodeType
    case style, explode, allowReserved, allowEmptyValue, encoding, readOnly, writeOnly, const
    case operationID, mediaTypeName, securityScheme, path, statement, order
  }

  /// How sets of types differ.
  enum TypeChange: String, Sendable, Hashable {
    case changed, generalized, specialized, compatible, becameNullable, becameNotNullable
    case widened, narrowed
  }

  /// How something was said to go before it went.
  enum Retirement: Sendable, Hashable {
    /// Nothing was said.
    case none
    /// It was deprecated, without a day or with one that has passed.
    case announced
    /// It was to stay until a day.
    case before(String)
    /// It was never promised to stay.
    case unstable(String)
    /// The day cannot be read.
    case unreadable(String)
  }

  /// What is said of how long something stays.
  enum LifeCycle: Sendable, Hashable {
    case deprecated(sunset: String?)
    case reactivated
    case sunsetMissing
    case sunsetUnreadable(String)
    case sunsetTooSoon(String, days: Int)
    case sunsetEarlier(from: String, to: String)
    case sunsetLater(from: String, to: String)
    case sunsetDeleted(String)
    case stabilityDecreased(from: String, to: String)
    case stabilityIncreased(from: String, to: String)
    case stabilityUnknown(String)
  }
}
